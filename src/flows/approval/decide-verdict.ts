import { err, ok, type Result } from "../../result.ts";
import { type Instant, later, type PersonId } from "../model/ids.ts";
import {
  listUnseenFacts,
  type Verification,
  type VerificationItem,
} from "../model/verification.ts";
import type { Event } from "../request/event.ts";
import type { SettleRefusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";

/** What another look came to. */
export interface LookedAgain {
  readonly verification: Verification;
  /** What of it is told as drift. */
  readonly drift: readonly VerificationItem[];
}

interface Asked {
  readonly by: PersonId;
  readonly at: Instant;
}

type Decided = Result<readonly Event[], SettleRefusal>;

const oncePerMs = 60_000;

/** Why a request is not looked at again now: only what was carried out is, and at most once a minute. */
export function refuseLook({ phase, facts }: Request, now: Instant): SettleRefusal | undefined {
  if (phase.kind !== "done") return "nothing-to-look-at";
  const last = facts.verification?.at;
  return last !== undefined && now < later(last, oncePerMs) ? "looked-just-now" : undefined;
}

/** The verdict is what the look came to: nobody writes it. Whoever may see the request may ask for it. */
export function decideLook(
  request: Request,
  { by, at, looked }: Asked & { readonly looked?: LookedAgain },
): Decided {
  const refusal = refuseLook(request, at);
  if (refusal !== undefined) return err(refusal);
  if (looked === undefined) return err("looked-at-by-another");
  return ok([{ kind: "looked-again", by, ...looked }]);
}

/**
 * Records that a second person looked at what no eye sees. It stands beside the fact, and never counts as seen. Each
 * person attests a fact once for each verdict.
 */
export function attest(request: Request, facts: readonly string[], { by }: Asked): Decided {
  const { askedBy, carriedOutBy, phase, attested } = request;
  const { verification } = request.facts;
  if (by === askedBy || carriedOutBy.includes(by)) return err("own-work");
  const unseen = listUnseenFacts(verification);
  const chosen = unseen.filter(({ fact }) => facts.includes(fact));
  if (phase.kind !== "done" || chosen.length < new Set(facts).size) return err("nothing-to-attest");
  const before = new Set(attested.filter((one) => one.by === by).map(({ fact }) => fact));
  const more = chosen
    .filter(({ fact }) => !before.has(fact))
    .map(({ fact, what }) => ({ fact, what }));
  return more.length === 0 ? err("attested-already") : ok([{ kind: "attested", by, facts: more }]);
}
