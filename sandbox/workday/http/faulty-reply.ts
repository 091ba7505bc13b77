import { renderFault, ServiceFault } from "../soap/service-fault.ts";
import { leaf, tag } from "../soap/xml.ts";
import type { InjectedFault, RefusingFault, SpoilingFault } from "./injected-fault.ts";
import { type HttpReply, htmlReply, xmlReply } from "./message.ts";

export interface FaultyOutcome {
  /** `undefined`: the connection is cut without an answer. */
  readonly reply: HttpReply | undefined;
  readonly delayMs: number;
  /** Half of the answer is sent, then the connection is cut. */
  readonly isCut: boolean;
}

/** What leaves the door when a fault was asked for; it decides too whether the request is performed. */
export function withFault(
  fault: InjectedFault | undefined,
  perform: () => HttpReply,
): FaultyOutcome {
  if (fault === undefined) return whole(perform());
  if (isRefusing(fault)) return whole(instead(fault));
  return isSpoiling(fault) ? spoilt(fault, perform()) : whole(perform());
}

function isRefusing(fault: InjectedFault): fault is InjectedFault & RefusingFault {
  return ["status", "fault", "redirect", "ratelimit", "cut-before"].includes(fault.kind);
}

function isSpoiling(fault: InjectedFault): fault is InjectedFault & SpoilingFault {
  const kinds = ["delay", "cut-after", "cut-during", "nonsense", "empty", "huge"];
  return kinds.includes(fault.kind);
}

function instead(fault: RefusingFault): HttpReply | undefined {
  switch (fault.kind) {
    case "status": {
      const { headers, body } = htmlReply(fault.status, `HTTP ${fault.status}`);
      const status = fault.status;
      return { status, headers: fault.headers ?? headers, body: fault.body ?? body };
    }
    case "fault":
      return xmlReply(500, renderFault(toServiceFault(fault)));
    case "redirect":
      return { ...htmlReply(307, "Moved"), headers: { location: fault.location } };
    case "ratelimit":
      return throttle(fault);
    case "cut-before":
      return undefined;
  }
}

function throttle({
  status = 429,
  retryAfterSeconds = 1,
}: Extract<RefusingFault, { readonly kind: "ratelimit" }>): HttpReply {
  const headers = { "retry-after": String(retryAfterSeconds) };
  const words = status === 429 ? "Too Many Requests" : "Service Unavailable";
  return { ...htmlReply(status, words), headers };
}

function spoilt(fault: SpoilingFault, reply: HttpReply): FaultyOutcome {
  switch (fault.kind) {
    case "delay":
      return { reply, delayMs: fault.ms, isCut: false };
    case "cut-after":
      return whole(undefined);
    case "cut-during":
      return { reply, delayMs: 0, isCut: true };
    case "nonsense":
      return whole({ ...reply, status: 200, body: fault.body ?? "<env:Envelope><wd:Put_" });
    case "empty":
      return whole({ ...reply, status: 200, body: "" });
    case "huge":
      return whole({ ...reply, status: 200, body: "<".repeat(fault.bytes ?? 20_000_000) });
  }
}

function whole(reply: HttpReply | undefined): FaultyOutcome {
  return { reply, delayMs: 0, isCut: false };
}

function toServiceFault(fault: Extract<RefusingFault, { readonly kind: "fault" }>): ServiceFault {
  const { faultcode = "SOAP-ENV:Server", faultstring, detailMessage } = fault;
  const detail =
    detailMessage === undefined
      ? ""
      : tag("Validation_Fault", [leaf("Detail_Message", detailMessage)]);
  return new ServiceFault({ faultcode, faultstring, detail });
}
