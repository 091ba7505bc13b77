import { signOn } from "../accounts.ts";
import type { InjectedFault } from "../http/injected-fault.ts";
import {
  addressOf,
  type HttpReply,
  type HttpRequest,
  htmlReply,
  xmlReply,
} from "../http/message.ts";
import type { Operation } from "../operations/operation.ts";
import { operations } from "../operations/operations.ts";
import { isPermitted } from "../security.ts";
import type { Account, TenantState } from "../state.ts";
import { type Envelope, openEnvelope, seal } from "./envelope.ts";
import { attributeOf } from "./read.ts";
import {
  atVersion,
  authenticationFault,
  notAuthorizedFault,
  renderFault,
  requestFault,
  ServiceFault,
  validationFault,
} from "./service-fault.ts";
import { validate } from "./validate.ts";
import { bsvc, parseXml, type XmlElement } from "./xml.ts";

interface Address {
  readonly service: string;
  readonly version: string;
}

/** Answers one SOAP request: sign on, address, shape, permission, then the operation. */
export function answerSoap(
  state: TenantState,
  address: Address,
  message: { readonly request: HttpRequest; readonly fault: InjectedFault | undefined },
): HttpReply {
  const { request, fault } = message;
  if (request.method !== "POST") return htmlReply(405, "Method Not Allowed");
  if (!isXml(request.headers["content-type"])) return htmlReply(415, "Unsupported Media Type");
  try {
    const envelope = openEnvelope(parse(request.body));
    const account = signOnWith(state, envelope, addressOf(request));
    const operation = operationFor(state, address, envelope.request);
    const errors = validate(envelope.request, operation.request);
    if (errors.length > 0) throw validationFault(errors);
    if (!isPermitted(state, account, operation.domains, operation.access)) {
      throw notAuthorizedFault();
    }
    const exceptions = fault?.kind === "exceptions" ? fault : undefined;
    const call = { state, version: address.version, descriptors: envelope.descriptors, exceptions };
    return xmlReply(200, seal(operation.perform(call, envelope.request)));
  } catch (error) {
    if (error instanceof ServiceFault)
      return xmlReply(500, renderFault(atVersion(error, address.version)));
    throw error;
  }
}

function isXml(contentType: string | undefined): boolean {
  return /^text\/xml(?:\s*;\s*charset="?utf-8"?)?$/i.test(contentType ?? "");
}

function parse(body: string): XmlElement {
  try {
    return parseXml(body);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unreadable";
    throw requestFault(`Invalid request: ${reason}.`);
  }
}

/** The account behind `name@tenant`; the name itself may hold an @. */
function signOnWith(
  state: TenantState,
  { userName, password, request }: Envelope,
  address: string,
): Account {
  const at = userName.lastIndexOf("@");
  if (userName.slice(at + 1) !== state.definition.name || at < 1) throw authenticationFault();
  const credentials = { userName: userName.slice(0, at), password };
  const attempt = { for: request.local.replace(/_Request$/, ""), address };
  const account = signOn(state, credentials, attempt);
  if (account === undefined) throw authenticationFault();
  return account;
}

function operationFor(state: TenantState, address: Address, request: XmlElement): Operation {
  const newest = state.definition.newestVersion ?? "v47.0";
  const said = attributeOf(request, "version") ?? address.version;
  if (!isVersion(address.version) || said !== address.version) {
    throw requestFault("Invalid request service version");
  }
  const found = operations.find(
    ({ service, name }) => service === address.service && request.local === `${name}_Request`,
  );
  if (found === undefined || request.uri !== bsvc || order(address.version) > order(newest)) {
    throw requestFault("The web service or version is invalid for the requested operation");
  }
  return found;
}

function isVersion(version: string): boolean {
  return /^v\d{1,2}\.\d$/.test(version);
}

function order(version: string): number {
  return Number(version.slice(1));
}
