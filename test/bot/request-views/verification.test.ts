import { describe, expect, it } from "vitest";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import {
  describeEvent,
  describeTimeline,
  tellRequester,
} from "../../../src/bot/request-views/timeline.ts";
import type { Verification } from "../../../src/flows/model/verification.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { aDraft, anEditDraft, aSegmentDraft } from "../../support/data/a-draft.ts";
import { acme } from "../../support/data/a-tenant.ts";
import { like } from "../support/like.ts";
import { replyOf } from "../support/reply-of.ts";
import { tell } from "../support/shown-requests.ts";

const client = {
  name: "Viva API Client",
  nonExpiringRefreshTokens: true,
  functionalAreas: ["System"],
  includeWorkdayOwnedScope: false,
};

function ending(verification: Verification): readonly Event[] {
  return [
    { kind: "step-finished", step: "verify", facts: { verification } },
    { kind: "done", verification },
  ];
}

describe("the end of a request", () => {
  const missing = { kind: "missing", words: "Put on <A> is not there." } as const;
  const unseen = { kind: "unseen", words: "The group: not seen." } as const;
  it.each<[verification: Verification | undefined, story: string, direct: string]>([
    [{ outcome: "verified", items: [] }, "done, verified", "is done and verified"],
    [{ outcome: "unverified", items: [unseen] }, "carried out: unverified", "could not be seen"],
    [
      { outcome: "different", items: [unseen, missing] },
      "carried out: different from what was asked",
      "something else than was asked (1)",
    ],
    [undefined, "carried out: unverified", "carried out, unverified"],
  ])("is said with what was verified: %j", (verification, story, direct) => {
    const event: Event = { kind: "done", ...(verification && { verification }) };
    const draft = aDraft();
    const [recorded] = tell(draft, event).story.slice(1);

    expect(describeEvent(event)).toContain(story);
    expect(recorded && tellRequester(recorded, { draft, isCleaningUp: false })).toContain(direct);
  });

  it.each<[draft: Draft, shown: string]>([
    [aDraft(), "what became of the password, and what was verified"],
    [
      { ...aDraft(), kind: "rotate", tell: [] },
      "what became of the password, and what was verified",
    ],
    [
      { ...aDraft(), kind: "api-client", client },
      "where the client's values are, and what was verified",
    ],
    [
      { ...aDraft(), kind: "replace-token", client },
      "where the new token is, and what was verified",
    ],
    [{ ...aDraft(), kind: "retire" }, "what was verified"],
    [anEditDraft(), "what was verified"],
    [aSegmentDraft(), "what was verified"],
    [{ kind: "activate", tenant: acme, reason: "Time to" }, "what was verified"],
  ])("promises what its kind has, in the thread, in status and directly: $kind", (draft, shown) => {
    const { story, request, tenant } = tell(draft, { kind: "done" });
    const [recorded] = story.slice(1);
    const replies = recorded === undefined ? [] : replyOf(recorded, request, tenant);
    const direct = recorded && tellRequester(recorded, { draft, isCleaningUp: false });

    expect(replies.map(({ text }) => text)).toEqual([like(`message shows ${shown}.`)]);
    expect(describeTimeline(story).at(-1)).toContain(`message shows ${shown}.`);
    expect(direct).toContain(`The channel shows ${shown}.`);
  });

  it("goes on with what a later look found", () => {
    const draft = aDraft();
    const done = ending({ outcome: "verified", items: [] });
    const drifted = tell(draft, ...done, { kind: "drifted", items: [missing] });
    const different = ending({ outcome: "different", items: [unseen, missing] });
    const back = tell(draft, ...different, { kind: "drifted", items: [] });

    expect(JSON.stringify(requestMessage(drifted))).toContain("done, verified, drifted since");
    expect(JSON.stringify(requestMessage(drifted))).toContain("Missing: Put on <A> is not there.");
    expect(JSON.stringify(requestMessage(back))).toContain("as asked by now");
    expect(JSON.stringify(requestMessage(tell(draft, ...done)))).not.toContain("Since then");
  });

  it("lists every difference in the thread, what contradicts first", () => {
    const verification: Verification = { outcome: "different", items: [unseen, missing] };

    const told = tell(aDraft(), { kind: "step-finished", step: "verify", facts: { verification } });
    const replies = told.story.flatMap((one) => replyOf(one, told.request, told.tenant));

    expect(JSON.stringify(replies)).toContain(
      String.raw`Missing: Put on <A> is not there.\nUnverified: The group: not seen.`,
    );
  });
});
