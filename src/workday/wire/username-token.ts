import type { Secret } from "../../secret.ts";
import { isSendable } from "../fields/element.ts";

/** Who signs on for one call. `userName` is without the tenant. */
export interface Credentials {
  readonly userName: string;
  readonly password: Secret;
}

const wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
const passwordText =
  "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";

/**
 * Writes the header that signs a call on. The tenant is always added, also to a user name that holds an `@`
 * already, because such a name may belong to any tenant. Workday needs no timestamp.
 *
 * @see OASIS Web Services Security UsernameToken Profile 1.0, PasswordText
 */
export function toUsernameToken({ userName, password }: Credentials, tenant: string): string {
  return (
    `<wsse:Security xmlns:wsse="${wsse}"><wsse:UsernameToken>` +
    `<wsse:Username>${escapeXml(`${userName}@${tenant}`)}</wsse:Username>` +
    `<wsse:Password Type="${passwordText}">${escapeXml(password.reveal())}</wsse:Password>` +
    `</wsse:UsernameToken></wsse:Security>`
  );
}

/**
 * Finds what of the credentials must not be sent: a control character would break the XML, and
 * Workday's answer to that would say nothing about its cause.
 *
 * @returns the name of the element that would hold it, `undefined` where both may be sent
 */
export function findUnsendableCredential({
  userName,
  password,
}: Credentials): "User_Name" | "Password" | undefined {
  if (!isSendable(userName)) return "User_Name";
  return isSendable(password.reveal()) ? undefined : "Password";
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
