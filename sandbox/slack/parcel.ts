/** Something Slack hands to the bot, and how it is wrapped. */
export type Parcel =
  | { readonly kind: "command"; readonly payload: Readonly<Record<string, string>> }
  | { readonly kind: "interactive"; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly kind: "event"; readonly payload: Readonly<Record<string, unknown>> };

/** `body` is the answer inside the acknowledgement: JSON, text, or nothing. */
export type Ack =
  | { readonly kind: "acknowledged"; readonly body: unknown }
  | { readonly kind: "failed"; readonly error: DeliveryError };

/** Slack's names for a payload that was not acknowledged. */
export type DeliveryError =
  | "operation_timeout"
  | "dispatch_failed"
  | "http_client_error"
  | "http_service_error";

export function nameOf(parcel: Parcel): string {
  const named = new Map<string, unknown>(Object.entries(parcel.payload));
  const name = parcel.kind === "command" ? named.get("command") : named.get("type");
  return typeof name === "string" ? name : parcel.kind;
}
