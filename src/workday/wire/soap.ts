import type { Fault } from "../../flows/model/fault.ts";
import { type Observe, toCallOutcome, unobserved } from "../../flows/ports/observe.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import { type Element, findUnsendable, isElement } from "../fields/element.ts";
import { fieldOf } from "../fields/fields.ts";
import type { Callable } from "../fields/operation.ts";
import { requireSafeUrl } from "./base-url.ts";
import { createEnvelope, type Envelope } from "./envelope.ts";
import { type Failure, toFailure } from "./faults.ts";
import type { Pacer } from "./pacer.ts";
import { createSend, type HttpReply, type Send } from "./send.ts";
import { doubtAfterPut } from "./unreadable.ts";
import {
  type Credentials,
  findUnsendableCredential,
  fixed,
  secretOf,
  toUsernameToken,
} from "./username-token.ts";
import { signEnvelope } from "./x509-key.ts";

export interface SoapOptions {
  /** Origin of the services host, which differs from the host people browse. */
  readonly servicesUrl: string;
  readonly tenant: string;
  /** Such as `v31.2`. The newest differs from tenant to tenant. */
  readonly version: string;
  readonly timeoutMs: number;
  readonly maxReplyBytes: number;
  /** For emulators on this machine. */
  readonly allowHttpOnLoopback?: boolean;
  readonly pacer?: Pacer;
  readonly fetch?: typeof globalThis.fetch;
  readonly observe?: Observe;
}

/** One call: what is asked for, built field by field, and the secrets that stand in it. */
interface Message {
  readonly operation: Callable;
  readonly request: Element;
  /** Secrets inside the request, besides the password that signs it on. */
  readonly secrets?: readonly Secret[];
}

/** Makes one call as somebody. A good answer is the operation's response element, still unjudged. */
export type Call = (message: Message, as: Credentials) => Promise<Result<object, Failure>>;

const xmlTypes = new Set(["text/xml", "application/xml", "application/soap+xml"]);

/**
 * Joins a tenant's SOAP services: SOAP 1.1, document/literal, signed on with a UsernameToken or a key. Every value is
 * checked before anything is sent, and no error of the package or the connection leaves here.
 *
 * @throws where the configured address is not safe to send a password to
 */
export function createSoap(options: SoapOptions): Call {
  const { observe = unobserved } = options;
  const call = createUnobserved(options);
  return async (message, given) => {
    // What Workday answers is searched for the password that was sent, also if it has changed meanwhile.
    const as = fixed(given);
    const { service, name: method } = message.operation;
    const kind = service === "Core_Implementation_Service" ? "implementation" : "workday";
    return observe(
      { service: kind, method },
      () => call(message, as),
      (answer) => toCallOutcome(answer.ok ? answer : err(answer.error.fault)),
    );
  };
}

function createUnobserved(options: SoapOptions): Call {
  const { tenant, version, allowHttpOnLoopback = false } = options;
  const base = requireSafeUrl(options.servicesUrl, allowHttpOnLoopback);
  const send = createSend({ ...options, outside: "Workday" });
  const envelopes = new Map<string, Promise<Envelope>>();
  return async (message, as) => {
    const refused = refuse(message, as);
    if (refused !== undefined) return err({ reason: "other", fault: refused });

    const { service } = message.operation;
    const envelope = await envelopeOf(envelopes, message.operation);
    const header = toUsernameToken(as, tenant);
    const written = envelope.write(withVersion(message.request, version), header);
    const body = "x509" in as ? signEnvelope(written, as.x509) : written;
    const url = `${base}/ccx/service/${encodeURIComponent(tenant)}/${service}/${encodeURIComponent(version)}`;
    const reply = await post(send, url, body);
    if (reply.ok) return judge(reply.value, envelope, { message, as });
    return err({ reason: "other", fault: doubtAfterPut(message.operation, reply.error) });
  };
}

/** Prepares an operation once, also for calls that begin at the same time. */
function envelopeOf(
  envelopes: Map<string, Promise<Envelope>>,
  operation: Callable,
): Promise<Envelope> {
  const envelope = envelopes.get(operation.name) ?? createEnvelope(operation);
  envelopes.set(operation.name, envelope);
  return envelope;
}

function withVersion({ attributes, ...children }: Element, version: string): Element {
  const own = isElement(attributes) ? attributes : {};
  return { attributes: { ...own, "wd:version": version }, ...children };
}

function post(send: Send, url: string, body: string): Promise<Result<HttpReply, Fault>> {
  const headers = { "content-type": "text/xml; charset=utf-8", soapaction: '""' };
  return send({ method: "POST", url, headers, body });
}

function refuse({ request }: Message, as: Credentials): Fault | undefined {
  const name = findUnsendableCredential(as) ?? findUnsendable(request);
  if (name === undefined) return undefined;
  const words = `${name.replaceAll("_", " ")} holds something that must not be sent to Workday: use letters, digits, punctuation and spaces.`;
  const field = fieldOf(name);
  return { kind: "rejected", outside: "Workday", words, ...(field === undefined ? {} : { field }) };
}

function judge(
  { status, contentType, text }: HttpReply,
  envelope: Envelope,
  { message, as }: { readonly message: Message; readonly as: Credentials },
): Result<object, Failure> {
  const isXml = xmlTypes.has(contentType) && text.trim() !== "";
  const answer: ReturnType<Envelope["read"]> = isXml ? envelope.read(text) : { kind: "nonsense" };
  if (answer.kind === "fault") {
    const secrets = [secretOf(as), ...(message.secrets ?? [])];
    return err(toFailure(answer.fault, { operation: message.operation, secrets }));
  }
  if (answer.kind === "response" && status === 200) return ok(answer.response);
  const fault = toStatusFault(status, text);
  return err({ reason: "other", fault: doubtAfterPut(message.operation, fault) });
}

/** What an answer means that holds neither the response nor a fault. */
function toStatusFault(status: number, text: string): Fault {
  const outside = "Workday";
  if (status === 401 || status === 403) {
    const words = `Workday turned the bot away (${status}). Check its account and the tenant's network rules.`;
    return { kind: "denied", outside, words };
  }
  if (status === 404) {
    const words =
      "Workday has no such service (404). Check the tenant's host, name and version in the configuration.";
    return { kind: "rejected", outside, words };
  }
  if (status >= 500 || text.trim() === "") {
    const words = `Workday answered without saying what happened (${status}): whether the call had an effect is not known.`;
    return { kind: "unknown", outside, words };
  }
  const words = `Workday answered with something the bot cannot read (${status}).`;
  return { kind: "unreadable", outside, words };
}
