import { createPrivateKey, X509Certificate } from "node:crypto";
import { SignedXml } from "xml-crypto";
import { err, ok, type Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";

/** A key pair that an account signs on with: both as PEM, and read anew each time, since a file may change. */
export interface X509Key {
  readonly privateKey: Secret;
  readonly certificate: Secret;
}

/**
 * Whether the private key is RSA and the certificate's own.
 *
 * @returns until when the certificate counts, in milliseconds since 1970; else what is wrong, which quotes neither
 */
export function checkX509Key({ privateKey, certificate }: X509Key): Result<number, string> {
  try {
    const own = createPrivateKey(privateKey.reveal());
    const shown = new X509Certificate(certificate.reveal());
    if (own.asymmetricKeyType !== "rsa") return err("a private key that is not RSA");
    if (!shown.checkPrivateKey(own)) return err("a certificate of another private key");
    return ok(shown.validToDate.getTime());
  } catch {
    return err("no private key and certificate in PEM that can be read");
  }
}

const enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";

/**
 * Signs a whole envelope, header and body, into its security header: enveloped, exclusive canonical form, RSA with
 * SHA-256, the certificate in KeyInfo/X509Data. The same envelope gives the same signature.
 *
 * The form is that of two public clients that sign on to tenants with it; the `soap` package's own classes write a
 * BinarySecurityToken in its place. Nobody tried it on a live tenant.
 *
 * @see XML Signature 1.1; xml-crypto 6.3
 */
export function signEnvelope(xml: string, { privateKey, certificate }: X509Key): string {
  const body = new X509Certificate(certificate.reveal()).raw.toString("base64");
  const signed = new SignedXml({
    privateKey: privateKey.reveal(),
    signatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    canonicalizationAlgorithm: exclusive,
    getKeyInfoContent: () => `<X509Data><X509Certificate>${body}</X509Certificate></X509Data>`,
  });
  signed.addReference({
    xpath: "/*",
    isEmptyUri: true,
    transforms: [enveloped, exclusive],
    digestAlgorithm: "http://www.w3.org/2001/04/xmlenc#sha256",
  });
  signed.computeSignature(xml, {
    location: { reference: "//*[local-name(.)='Security']", action: "append" },
  });
  return signed.getSignedXml();
}
