import { describe, expect, it } from "vitest";
import { type AuditLine, judgeTrail } from "../../../src/flows/ports/audit.ts";
import type { Recorded } from "../../../src/flows/request/event.ts";
import { anOpening, recorded } from "../../support/data/a-request.ts";
import { ann } from "../../support/data/people.ts";

const story = recorded([anOpening(), { kind: "retried", by: ann }, { kind: "ended" }]);
const intact = { kind: "intact", head: { seq: 9 } } as const;

function sealed(events: readonly Recorded[]): readonly AuditLine[] {
  return events.map(({ seq, at, event }) => ({ seq, entry: { at, by: "bot", event } }));
}

describe("judgeTrail", () => {
  it("is satisfied where the trail tells the story, and what came since", () => {
    expect(judgeTrail(intact, sealed(story), story)).toEqual(intact);
    expect(judgeTrail(intact, sealed(story), story.slice(0, 2))).toEqual(intact);
  });

  it("gives a broken chain before anything else", () => {
    const broken = { kind: "broken", seq: 2, why: "changed" } as const;

    expect(judgeTrail(broken, [], story)).toEqual(broken);
  });

  it.each<[what: string, lines: readonly AuditLine[], event: number]>([
    ["an entry that is gone from the end", sealed(story.slice(0, 2)), 3],
    ["an entry that holds nothing", [...sealed(story.slice(0, 1)), { seq: 2 }], 2],
    [
      "another event",
      sealed(recorded([anOpening(), { kind: "retried", by: ann }, { kind: "retried", by: ann }])),
      3,
    ],
  ])("tells of %s", (_what, lines, event) => {
    expect(judgeTrail(intact, lines, story)).toEqual({ kind: "story-differs", event });
  });
});
