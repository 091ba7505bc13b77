import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brand } from "../../../src/brand.ts";
import { type Ballot, decideVote } from "../../../src/flows/approval/decide-vote.ts";
import type { PersonId, RequestId } from "../../../src/flows/model/ids.ts";
import { err, ok } from "../../../src/result.ts";
import { inTime } from "../../support/data/a-request.ts";
import { ann, ben, cy, eve } from "../../support/data/people.ts";

const parts: readonly RequestId[] = [brand("ISU-ONE"), brand("ISU-TWO"), brand("ISU-REST")];
const people = [ann, ben, cy, eve] as const;
const person = fc.constantFrom(...people);

const may = fc.oneof(
  fc.constant(err("not-an-approver" as const)),
  fc.constant(ok([])),
  fc.subarray([...people], { minLength: 1, maxLength: 2 }).map((absent) => ok(absent)),
);

const given = fc.record(
  { by: person, for: person, countsFor: fc.subarray([...parts], { minLength: 1 }) },
  { requiredKeys: ["by", "countsFor"] },
);

const ballot = fc.record({
  by: person,
  may: fc.tuple(may, may, may),
  hands: fc.tuple(fc.subarray([...people]), fc.subarray([...people]), fc.subarray([...people])),
  given: fc.array(given, { maxLength: 4 }),
});

function toBallot(drawn: Parameters<Parameters<typeof ballot.map>[0]>[0]): Ballot {
  return {
    by: drawn.by,
    parts,
    given: drawn.given.map((one) => ({ ...one, at: inTime })),
    voices: parts.map((part, at) => ({ part, may: drawn.may[at] ?? err("not-an-approver") })),
    handsIn: (part) => new Set(drawn.hands[parts.indexOf(part)] ?? []),
  };
}

/** Whether a voice may count for a part, told anew. */
function isFree(
  { by, voices, given: counted, handsIn }: Ballot,
  part: RequestId,
  voter: PersonId,
): boolean {
  const said = voices.find((voice) => voice.part === part)?.may;
  const isAllowed =
    said?.ok === true && (voter === by ? said.value.length === 0 : said.value.includes(voter));
  const spoke = counted
    .filter((one) => one.countsFor?.includes(part) === true)
    .flatMap((one) => [one.by, one.for]);
  return isAllowed && ![by, voter].some((one) => handsIn(part).has(one) || spoke.includes(one));
}

describe("an approval of a card with parts, whoever gives it", () => {
  it("counts for a part where its person may decide on it, has no hand in it and is not counted", () => {
    fc.assert(
      fc.property(ballot.map(toBallot), (drawn) => {
        const vote = decideVote(drawn);

        const free = [drawn.by, ...people].flatMap((voter) =>
          parts.filter((part) => isFree(drawn, part, voter)),
        );
        const voter = (vote.ok ? vote.value.for : undefined) ?? drawn.by;
        const counts = vote.ok ? vote.value.parts : [];
        expect(vote.ok).toBe(free.length > 0);
        expect(counts).toEqual(vote.ok ? parts.filter((part) => isFree(drawn, part, voter)) : []);
      }),
    );
  });
});
