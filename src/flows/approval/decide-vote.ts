import { err, ok, type Result } from "../../result.ts";
import type { PersonId, RequestId } from "../model/ids.ts";
import type { GivenApproval } from "../request/given-approval.ts";
import type { Refusal } from "../request/refusal.ts";
import type { Voice } from "./voices.ts";

/** An approval that somebody wants to give, and what decides for which parts of the card it counts. */
export interface Ballot {
  readonly by: PersonId;
  /** The parts of the card, in its order. */
  readonly parts: readonly RequestId[];
  /** What counts already. */
  readonly given: readonly GivenApproval[];
  /** What `by` may say of each part, as Slack and the rules of that part say. */
  readonly voices: readonly Voice[];
  /** Who has a hand in a part, besides those whom its rules refuse. */
  readonly handsIn: (part: RequestId) => ReadonlySet<PersonId>;
}

/** Whose voice it is, and for which parts: one at least. */
export interface Vote {
  readonly for?: PersonId;
  readonly parts: readonly RequestId[];
}

/**
 * Decides for which parts of a card an approval counts: for each that its person may decide on by that part's own rules and
 * has no hand in. Of whoever they may decide for, it is the voice of the one for whom they may decide most; first of all
 * their own. Who decided for somebody and that somebody are one person. The only place that decides this, for a card of one
 * request as for a release.
 */
export function decideVote(ballot: Ballot): Result<Vote, Refusal> {
  const { by, voices } = ballot;
  const own = listSpoken(by, ballot);
  if (own.length > 0) return ok({ parts: own });
  const absent = new Set(voices.flatMap(({ may }) => (may.ok ? may.value : [])));
  const [best] = [...absent]
    .map((voter) => ({ for: voter, parts: listSpoken(voter, ballot) }))
    .filter((vote) => vote.parts.length > 0)
    .toSorted((one, other) => other.parts.length - one.parts.length);
  return best === undefined ? err(whyNot(ballot)) : ok(best);
}

/** The parts for which somebody has a voice that is not counted yet. */
function listSpoken(voter: PersonId, ballot: Ballot): readonly RequestId[] {
  const { by, parts, handsIn } = ballot;
  return parts.filter((part) => {
    const hands = handsIn(part);
    const isFree = !hands.has(by) && !hands.has(voter);
    return isFree && maySpeak(ballot, part, voter) && !hasSpoken(ballot, part, voter);
  });
}

function maySpeak({ voices, by }: Ballot, part: RequestId, voter: PersonId): boolean {
  const may = voices.find((voice) => voice.part === part)?.may;
  if (may?.ok !== true) return false;
  return voter === by ? may.value.length === 0 : may.value.includes(voter);
}

function hasSpoken({ given, by }: Ballot, part: RequestId, voter: PersonId): boolean {
  const counted = new Set(
    given
      .filter(({ countsFor = [part] }) => countsFor.includes(part))
      .flatMap((one) => [one.by, one.for ?? one.by]),
  );
  return counted.has(by) || counted.has(voter);
}

/** Counted by now, a hand in whatever they might decide on, or why they may not: a stranger learns nothing else. */
function whyNot(ballot: Ballot): Refusal {
  const { voices, by, parts } = ballot;
  const about = voices.filter(({ part }) => parts.includes(part)).map(({ may }) => may);
  const voters = [by, ...about.flatMap((may) => (may.ok ? may.value : []))];
  const isCounted = voters.some((voter) => parts.some((part) => hasSpoken(ballot, part, voter)));
  if (isCounted) return "approved-already";
  const refused = about.flatMap((may) => (may.ok ? [] : [may.error]));
  const hasVoice = refused.length < about.length;
  return hasVoice ? "has-a-hand" : (refused[0] ?? "has-a-hand");
}
