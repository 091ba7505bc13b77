import type { Instant } from "./ids.ts";

/** What stands outside and can fail. */
export type Outside = "Workday" | "Workday reports" | "Key Vault" | "runner" | "Slack";

/**
 * How the outside failed. `words` is one sentence that is safe to show: it never quotes a foreign
 * text that could hold a secret or disclose a subscription.
 */
export type Fault =
  /** Understood, and said no. `field` names what it was about, where the service says so. */
  | {
      readonly kind: "rejected";
      readonly outside: Outside;
      readonly words: string;
      readonly field?: string;
      /** The log has it already, once for as long as it lasts. */
      readonly isLogged?: true;
    }
  /** Our credentials or our permissions do not suffice. Somebody has to grant something. */
  | { readonly kind: "denied"; readonly outside: Outside; readonly words: string }
  /** Never arrived, or was turned away unread: safe to retry. */
  | {
      readonly kind: "unreachable";
      readonly outside: Outside;
      readonly words: string;
      readonly retryAfterMs?: number;
    }
  /** Sent, and no readable outcome: **it may have happened**. Look before acting again. */
  | {
      readonly kind: "unknown";
      readonly outside: Outside;
      readonly words: string;
      /** Something answered, and the answer says nothing: the outside is there, and a person has to look. */
      readonly isAnswered?: true;
      /** When that was sent whose effect may still come, and which would be there twice if it were sent again now. */
      readonly sentAt?: Instant;
    }
  /** Answered in a shape that our schema refuses. */
  | { readonly kind: "unreadable"; readonly outside: Outside; readonly words: string };

/**
 * Whether the outside is away, so that the same is worth trying again later. After `unknown` only for what looks before
 * it acts, as every step does.
 */
export function isAway(fault: { readonly kind: string }): fault is Away {
  if (fault.kind === "unreachable") return true;
  return fault.kind === "unknown" && !("isAnswered" in fault && fault.isAnswered === true);
}

/** A fault that passes by itself. */
export type Away = Extract<Fault, { kind: "unreachable" | "unknown" }>;
