import { createHmac } from "node:crypto";
import type { DelegationId, Instant, PersonId, RequestId } from "../../flows/model/ids.ts";
import type { Secret } from "../../secret.ts";

/** What an entry is about, where it is about one: a request or a delegation. */
export type AuditSubject = RequestId | DelegationId;

/** One line of the audit trail: who did what, and to which subject where it belongs to one. */
export interface AuditEntry {
  readonly at: Instant;
  readonly request?: AuditSubject;
  readonly by: PersonId | "bot" | "operator";
  readonly kind: string;
  /** Plain JSON. */
  readonly body: unknown;
}

/** An entry in its place in the chain. */
export interface SealedEntry extends AuditEntry {
  /** 1 for the first. */
  readonly seq: number;
  /** The seal of the entry before; empty for the first. */
  readonly previous: string;
  /** HMAC-SHA-256 over everything above, in lower-case hex. */
  readonly mac: string;
}

/** The last entry. Kept elsewhere too, it shows a cut tail and a trail that was rewritten as a whole. */
export interface AuditHead {
  readonly seq: number;
  readonly mac: string;
}

export type AuditVerdict =
  | { readonly kind: "intact"; readonly head: AuditHead }
  /** `seq` is the first entry that is not as it was written. */
  | {
      readonly kind: "broken";
      readonly seq: number;
      /**
       * `changed`: the seal does not fit. `missing`: an entry is gone. `unlinked`: the one before is not the
       * one it followed. `cut`: the trail ends before the published head. `rewritten`: the seals fit, and the
       * published head is another.
       */
      readonly why: "changed" | "missing" | "unlinked" | "cut" | "rewritten";
    };

export const emptyTrail: AuditHead = { seq: 0, mac: "" };

/** Puts an entry after `head`. */
export function sealEntry(entry: AuditEntry, head: AuditHead, key: Secret): SealedEntry {
  const placed = { ...entry, seq: head.seq + 1, previous: head.mac };
  return { ...placed, mac: toMac(placed, key) };
}

/**
 * Checks entries in the order of their numbers. `from` is the head before the first of them, for a trail
 * that is read in parts; `published` are heads that were kept elsewhere.
 */
export function verifyAudit(
  entries: Iterable<SealedEntry>,
  key: Secret,
  {
    from = emptyTrail,
    published = [],
  }: { readonly from?: AuditHead; readonly published?: readonly AuditHead[] } = {},
): AuditVerdict {
  let head = from;
  for (const entry of entries) {
    const why = findFlaw(entry, head, { key, published });
    if (why !== undefined) return { kind: "broken", seq: head.seq + 1, why };
    head = { seq: entry.seq, mac: entry.mac };
  }
  if (published.some(({ seq }) => seq > head.seq))
    return { kind: "broken", seq: head.seq + 1, why: "cut" };
  return { kind: "intact", head };
}

function findFlaw(
  entry: SealedEntry,
  head: AuditHead,
  { key, published }: { readonly key: Secret; readonly published: readonly AuditHead[] },
): "changed" | "missing" | "unlinked" | "rewritten" | undefined {
  if (entry.seq !== head.seq + 1) return "missing";
  if (entry.previous !== head.mac) return "unlinked";
  if (entry.mac !== toMac(entry, key)) return "changed";
  const isOther = published.some(({ seq, mac }) => seq === entry.seq && mac !== entry.mac);
  return isOther ? "rewritten" : undefined;
}

function toMac(entry: Omit<SealedEntry, "mac">, key: Secret): string {
  const { seq, at, request, by, kind, body, previous } = entry;
  const text = toCanonicalJson({ seq, at, request, by, kind, body, previous });
  return createHmac("sha256", key.reveal()).update(text).digest("hex");
}

/** JSON with the keys of every object in order, so that the same entry is always the same text. */
function toCanonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : inner,
  );
}
