import { X509Certificate } from "node:crypto";
import { SignedXml } from "xml-crypto";
import { findAccount, passesAuthenticationPolicy } from "./accounts.ts";
import { parseXml, type XmlElement } from "./soap/xml.ts";
import type { Account, SignOnRefusal, TenantState } from "./state.ts";

const xmldsig = "http://www.w3.org/2000/09/xmldsig#";
const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
const utility =
  "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
const algorithms = [
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
];

/**
 * Signs on by a signature over the whole envelope, with a key of the account's that is switched on. Every reason to refuse
 * looks the same from outside, as for a password: another certificate, one that has ended, a body that was altered, a
 * timestamp that is over, a signature of another form.
 *
 * @see XML Signature 1.1: one enveloped signature of the document, exclusive canonical form, X509Data
 */
export function signOnByKey(
  state: TenantState,
  { userName, xml }: { readonly userName: string; readonly xml: string },
  attempt: { readonly for: string; readonly address: string },
): Account | undefined {
  const account = findAccount(state, userName);
  const refusal = account === undefined ? "wrong-password" : refuse(state, account, xml);
  state.signOns.push({
    userName,
    at: state.now(),
    ok: refusal === undefined,
    ...attempt,
    channel: "Web Services",
    type: "X509",
    ...(refusal && { refusal }),
  });
  state.changed();
  if (account === undefined || refusal !== undefined) return undefined;
  account.signOns += 1;
  return account;
}

function refuse(state: TenantState, account: Account, xml: string): SignOnRefusal | undefined {
  if (account.isLocked) return "locked";
  if (!pemsOf(state, account).some((pem) => isSignedBy(xml, pem, state.now()))) {
    return "wrong-password";
  }
  return passesAuthenticationPolicy(state, account) ? undefined : "authentication-policy";
}

function pemsOf({ definition }: TenantState, { webServiceSecurity }: Account): readonly string[] {
  return webServiceSecurity
    .filter(({ x509 }) => x509)
    .flatMap(({ x509Key = "" }) => definition.certificatePems?.[x509Key] ?? []);
}

function isSignedBy(xml: string, pem: string, now: number): boolean {
  const certificate = new X509Certificate(pem);
  const root = parseXml(xml);
  if (isOver(certificate, root, now)) return false;
  const [signature, ...others] = findAll(root, xmldsig, "Signature");
  const written = xml.match(/<Signature [^]*<\/Signature>/)?.[0];
  if (signature === undefined || others.length > 0 || written === undefined) return false;
  const [shown] = findAll(signature, xmldsig, "X509Certificate");
  const isOurs = shown?.text.replaceAll(/\s/g, "") === certificate.raw.toString("base64");
  return isOurs && isOfForm(signature) && isRight(xml, written, pem);
}

/** The certificate, or a timestamp where there is one. */
function isOver(
  { validFromDate, validToDate }: X509Certificate,
  root: XmlElement,
  now: number,
): boolean {
  const ended = findAll(root, utility, "Expires").some(({ text }) => !(Date.parse(text) > now));
  return ended || now < validFromDate.getTime() || now > validToDate.getTime();
}

function isRight(xml: string, signature: string, pem: string): boolean {
  const check = new SignedXml({ publicCert: pem });
  try {
    check.loadSignature(signature);
    return check.checkSignature(xml);
  } catch {
    return false;
  }
}

/** One reference, to the document as a whole. */
function isOfForm(signature: XmlElement): boolean {
  const references = findAll(signature, xmldsig, "Reference");
  return (
    references.length === 1 &&
    references.every((one) => attributeOf(one, "URI") === "") &&
    algorithmOf(signature, "CanonicalizationMethod") === exclusive &&
    algorithms.includes(algorithmOf(signature, "SignatureMethod"))
  );
}

function algorithmOf(signature: XmlElement, name: string): string {
  const [found] = findAll(signature, xmldsig, name);
  return found === undefined ? "" : (attributeOf(found, "Algorithm") ?? "");
}

function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  return attributes.find(({ uri, local }) => uri === "" && local === name)?.value;
}

function findAll(element: XmlElement, uri: string, local: string): readonly XmlElement[] {
  const below = element.children.flatMap((child) => findAll(child, uri, local));
  return element.uri === uri && element.local === local ? [element, ...below] : below;
}
