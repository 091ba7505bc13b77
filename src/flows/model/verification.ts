import { dayMs, type Instant, later, type PersonId } from "./ids.ts";

/** One difference between what was asked and what the tenant shows, or one thing that nobody could see. */
export interface VerificationItem {
  readonly kind: "missing" | "too-much" | "other" | "unseen";
  readonly words: string;
}

/** By what a fact was seen. As it is stored. */
export type EyeName = (typeof eyes)[number];

/** Every eye, for schemas. */
export const eyes = [
  /** Workday's web services, as the bot's own account. */
  "web-service",
  "report",
  "wql",
  "implementation",
  /** The lists of what is pending, by whichever eye. */
  "pending",
  /** Signing on as the new user, when its password was issued. */
  "sign-on",
  /** A read as the new user, when its password was issued. */
  "probe",
  /** A call with the client's own token, when its values were stored. */
  "client-call",
  "vault",
  /** Somebody else's sign-on, in the tenant's log. */
  "sign-on-log",
  /** The tenant's log of who ran which task. */
  "activity-log",
] as const;

/** What became of one fact that had to be true. */
export interface JudgedFact {
  /** Its name in the list of expectations. */
  readonly fact: string;
  /** What a person reads, such as `Which other groups ISU_X is in`. */
  readonly what: string;
  readonly seen: "as-asked" | "different" | "unseen";
  /** By what; absent where nobody saw it. */
  readonly eye?: EyeName;
  /** Where a person sees it. */
  readonly lookAt?: string;
}

/** A task that no eye could check: its doer's word was taken for it. */
export interface TakenOnTrust {
  /** The step's title. */
  readonly what: string;
  readonly by: PersonId;
}

/** Somebody looked at what no eye sees, and says that it is as asked. It is their word, and never counts as seen. */
export interface Attestation {
  readonly fact: string;
  readonly by: PersonId;
  readonly at: Instant;
}

/** How a request ends: all of it seen, some of it not seen, or something contradicts. */
export interface Verification {
  readonly outcome: "verified" | "unverified" | "different";
  readonly items: readonly VerificationItem[];
  /** Everything that had to be true; absent in a verdict from before this was kept. */
  readonly facts?: readonly JudgedFact[];
  /** When the tenant was looked at; absent in an event from before this was kept: then as the event itself. */
  readonly at?: Instant;
  /** Absent: nothing. */
  readonly onTrust?: readonly TakenOnTrust[];
}

/** How long a verdict says how things are; then it says how they were. */
const freshForMs = 7 * dayMs;

/** From when on a verdict is old. */
export function agesAt(at: Instant): Instant {
  return later(at, freshForMs);
}

/** What nobody could see, as far as the verdict says which facts there were. */
export function listUnseenFacts(verification: Verification | undefined): readonly JudgedFact[] {
  return (verification?.facts ?? []).filter(({ seen }) => seen === "unseen");
}

/** What contradicts, without what could not be seen. */
export function listDifferences(items: readonly VerificationItem[]): readonly VerificationItem[] {
  return items.filter(({ kind }) => kind !== "unseen");
}

/** Whether two lists say the same, in whatever order. */
export function isSameList(
  one: readonly VerificationItem[],
  other: readonly VerificationItem[],
): boolean {
  const said = new Set(other.map(({ words }) => words));
  return one.length === other.length && one.every(({ words }) => said.has(words));
}

export function toItem(kind: VerificationItem["kind"], words: string): VerificationItem {
  return { kind, words };
}

/** What nobody could see, and why. */
export function unseen(what: string, why: string): VerificationItem {
  return toItem("unseen", `${what}: not seen. ${why}`);
}
