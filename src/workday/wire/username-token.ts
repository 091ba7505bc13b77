import type { Secret } from "../../secret.ts";
import { isSendable } from "../fields/element.ts";
import type { X509Key } from "./x509-key.ts";

/** Who signs on for one call, by a password or by a key. `userName` is without the tenant. */
export type Credentials =
  | { readonly userName: string; readonly password: Secret }
  | { readonly userName: string; readonly x509: X509Key };

/** What of the credentials no answer may quote. */
export function secretOf(as: Credentials): Secret {
  return "x509" in as ? as.x509.privateKey : as.password;
}

/** The credentials as they are now, for a call that needs the same ones twice. */
export function fixed(as: Credentials): Credentials {
  if (!("x509" in as)) return { ...as, password: as.password.fixed() };
  const { privateKey, certificate } = as.x509;
  return { ...as, x509: { privateKey: privateKey.fixed(), certificate: certificate.fixed() } };
}

const wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
const passwordText =
  "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";

/**
 * Writes the header that signs a call on. The tenant is always added, also to a user name that holds an `@`
 * already, because such a name may belong to any tenant. Workday needs no timestamp. Who signs on with a key is named
 * alone: the signature is added to the finished envelope.
 *
 * @see OASIS Web Services Security UsernameToken Profile 1.0, PasswordText
 */
export function toUsernameToken(as: Credentials, tenant: string): string {
  return (
    `<wsse:Security xmlns:wsse="${wsse}"><wsse:UsernameToken>` +
    `<wsse:Username>${escapeXml(`${as.userName}@${tenant}`)}</wsse:Username>` +
    `${"x509" in as ? "" : toPassword(as.password)}</wsse:UsernameToken></wsse:Security>`
  );
}

function toPassword(password: Secret): string {
  return `<wsse:Password Type="${passwordText}">${escapeXml(password.reveal())}</wsse:Password>`;
}

/**
 * Finds what of the credentials must not be sent: a control character would break the XML, and
 * Workday's answer to that would say nothing about its cause.
 *
 * @returns the name of the element that would hold it, `undefined` where both may be sent
 */
export function findUnsendableCredential(as: Credentials): "User_Name" | "Password" | undefined {
  if (!isSendable(as.userName)) return "User_Name";
  return "x509" in as || isSendable(as.password.reveal()) ? undefined : "Password";
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
