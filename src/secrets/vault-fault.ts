import { isRestError, type RestError } from "@azure/keyvault-secrets";
import type { Fault } from "../flows/model/fault.ts";

/** Whether what was sent may have changed the vault. */
export type Effect = "read" | "write";

const outside = "Key Vault";

/** Codes with which a connection fails before anything was sent. */
const neverArrived: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** Where {@link readInnerCode}'s answer travels: the SDK drops the body of a refused list. */
export const innerCodeHeader = "x-workday-isu-bot-inner-code";

/** The inner code in the body of a refusal, when there is one. */
export function readInnerCode(body: string | null | undefined): string | undefined {
  try {
    return innerCodeOf({ error: { innerError: readInnerError(JSON.parse(body ?? "")) } });
  } catch {
    return undefined;
  }
}

/** On the wire it is spelt in lower case; the SDK spells it its own way. */
function readInnerError(body: unknown): unknown {
  return fieldOf(fieldOf(body, "error"), "innererror");
}

/** The vault's firewall or private link, not the role, says no. */
export const turnedAwayByNetwork: Fault = denied(
  "The vault's network rules turn the bot away: let its address or private link in.",
);

/** What the service says by its inner code, in words of ours. */
const innerCodes: ReadonlyMap<string, Fault> = new Map<string, Fault>([
  ...["ForbiddenByFirewall", "ForbiddenByConnection"].map((code): [string, Fault] => [
    code,
    turnedAwayByNetwork,
  ]),
  [
    "ObjectIsDeletedButRecoverable",
    rejected("A deleted secret still holds this name: recover or purge it in the vault."),
  ],
  ["ObjectIsBeingDeleted", rejected("The secret of this name is being deleted: wait, then retry.")],
  [
    "ObjectIsBeingRecovered",
    rejected("The secret of this name is being recovered: wait a minute, then retry."),
  ],
]);

/**
 * Turns what the SDK throws into a fault with words of ours.
 *
 * Nothing of the error's own text is kept: it names subscription, tenant and caller, and may quote
 * what was sent. A write without a readable outcome is `unknown`; a read can be made again.
 */
export function toFault(error: unknown, effect: Effect): Fault {
  if (isRestError(error)) {
    return error.statusCode === undefined
      ? fromConnection(error.code, effect)
      : fromStatus(error.statusCode, toRefusal(error, effect));
  }
  const name = error instanceof Error ? error.name : "";
  if (name === "AbortError" || name === "TimeoutError") return lost(effect);
  return isFromIdentity(name) ? fromIdentity(error) : unreadableVault();
}

function fromConnection(code: string | undefined, effect: Effect): Fault {
  if (code === "PARSE_ERROR") return unreadableVault();
  return neverArrived.has(code ?? "")
    ? unreachable("The vault cannot be reached: check its address and the network.")
    : lost(effect);
}

interface Refusal {
  readonly effect: Effect;
  readonly innerCode: string | undefined;
  readonly retryAfterMs?: number;
}

function toRefusal(error: RestError, effect: Effect): Refusal {
  const headers = error.response?.headers;
  const seconds = Number(headers?.get("retry-after") ?? Number.NaN);
  return {
    effect,
    innerCode: innerCodeOf(error.details) ?? headers?.get(innerCodeHeader),
    ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
  };
}

function fromStatus(status: number, { effect, innerCode, retryAfterMs }: Refusal): Fault {
  const known = innerCodes.get(innerCode ?? "");
  if (known !== undefined) return known;
  if (status === 429) {
    const words = "The vault has too much to do and turned the bot away: try again in a minute.";
    return { ...unreachable(words), ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
  if (status === 408 || status >= 500) return lost(effect);
  if (status < 400) return unreadableVault();
  return refusals.get(status) ?? rejected("The vault does not take what was sent.");
}

const refusals: ReadonlyMap<number, Fault> = new Map([
  [401, denied("The vault does not accept the bot's sign-on: check its identity and tenant.")],
  [
    403,
    denied(
      "The bot's identity may not do this in the vault: it needs setSecret, readMetadata and update, and a new grant takes minutes to count.",
    ),
  ],
  [404, rejected("The vault holds no such version any more.")],
  [409, rejected("The state of this secret does not allow it: look at it in the vault.")],
]);

/** Names of the errors that `@azure/identity` throws. They come before anything reaches the vault. */
function isFromIdentity(name: string): boolean {
  return /^(CredentialUnavailable|(Aggregate)?Authentication(Required)?)Error$/.test(name);
}

function fromIdentity(error: unknown): Fault {
  return fieldOf(fieldOf(error, "cause"), "errorCode") === "network_error"
    ? unreachable("Azure's sign-on cannot be reached: the bot got no token for the vault.")
    : denied("Azure gives the bot's identity no token: check the identity in the configuration.");
}

function lost(effect: Effect): Fault {
  return effect === "read"
    ? unreachable("The vault gave no answer: try again.")
    : {
        kind: "unknown",
        outside,
        words: "The vault gave no answer: it may have done what was asked, or not.",
      };
}

/** The vault answered, and not with what its documentation says. */
export function unreadableVault(): Fault {
  return { kind: "unreadable", outside, words: "The vault's answer makes no sense to the bot." };
}

export function rejected(words: string): Fault {
  return { kind: "rejected", outside, words };
}

function denied(words: string): Fault {
  return { kind: "denied", outside, words };
}

function unreachable(words: string): Fault {
  return { kind: "unreachable", outside, words };
}

function innerCodeOf(details: unknown): string | undefined {
  const code = fieldOf(fieldOf(fieldOf(details, "error"), "innerError"), "code");
  return typeof code === "string" ? code : undefined;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
