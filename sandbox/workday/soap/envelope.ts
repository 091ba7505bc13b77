import { isTrue } from "./read.ts";
import { authenticationFault, requestFault } from "./service-fault.ts";
import { bsvc, type XmlElement } from "./xml.ts";

const soap = "http://schemas.xmlsoap.org/soap/envelope/";
const wss = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss";
const wsse = `${wss}-wssecurity-secext-1.0.xsd`;
const passwordText = `${wss}-username-token-profile-1.0#PasswordText`;

export interface Envelope {
  /** As sent: `name@tenant`. */
  readonly userName: string;
  /** `undefined` where a signature stands in its place. */
  readonly password: string | undefined;
  /** Whether references in the answer carry their descriptors. */
  readonly descriptors: boolean;
  /** The one element of the body. */
  readonly request: XmlElement;
}

/**
 * Takes a SOAP 1.1 envelope apart.
 *
 * @throws ServiceFault when it is none, or has no user name token with a plain-text password
 * @see OASIS Web Services Security Username Token Profile 1.0
 */
export function openEnvelope(root: XmlElement): Envelope {
  const { header, body } = partsOf(root);
  const [request, ...others] = body.children;
  if (request === undefined || others.length > 0) {
    throw requestFault("Invalid request: the body must hold exactly one element.");
  }
  return { ...credentialsOf(header), descriptors: wantsDescriptors(header), request };
}

function partsOf(root: XmlElement): { readonly header?: XmlElement; readonly body: XmlElement } {
  const names = root.children.map(({ uri, local }) => (uri === soap ? local : "?")).join(" ");
  const [first, second] = root.children;
  if (root.uri === soap && root.local === "Envelope" && first !== undefined) {
    if (names === "Body") return { body: first };
    if (names === "Header Body" && second !== undefined) return { header: first, body: second };
  }
  throw requestFault("Invalid request: a SOAP 1.1 envelope with a header and a body is expected.");
}

function credentialsOf(header: XmlElement | undefined): Pick<Envelope, "userName" | "password"> {
  const security = only(header, wsse, "Security");
  const token = only(security, wsse, "UsernameToken");
  const userName = only(token, wsse, "Username");
  const password = only(token, wsse, "Password");
  if (userName !== undefined && password === undefined && isSigned(security)) {
    return { userName: userName.text, password: undefined };
  }
  const type = password?.attributes.find(({ uri, local }) => uri === "" && local === "Type");
  if (userName === undefined || password === undefined || type?.value !== passwordText) {
    throw authenticationFault();
  }
  return { userName: userName.text, password: password.text };
}

function isSigned(security: XmlElement | undefined): boolean {
  return only(security, "http://www.w3.org/2000/09/xmldsig#", "Signature") !== undefined;
}

/** The child of that name if it is there exactly once. */
function only(parent: XmlElement | undefined, uri: string, local: string): XmlElement | undefined {
  const found = (parent?.children ?? []).filter(
    (child) => child.uri === uri && child.local === local,
  );
  return found.length === 1 ? found[0] : undefined;
}

function wantsDescriptors(header: XmlElement | undefined): boolean {
  const common = only(header, bsvc, "Workday_Common_Header");
  const wish = only(common, bsvc, "Include_Reference_Descriptors_In_Response");
  return wish === undefined || isTrue(wish.text);
}

/** Puts the answer of an operation into an envelope. */
export function seal(response: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<env:Envelope xmlns:env="${soap}"><env:Body>`,
    response.replace(/^(<wd:[\w-]+)/, `$1 xmlns:wd="${bsvc}"`),
    "</env:Body></env:Envelope>",
  ].join("");
}
