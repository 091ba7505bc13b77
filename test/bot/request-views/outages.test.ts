import { describe, expect, it } from "vitest";

import { tellRequester } from "../../../src/bot/request-views/timeline.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { expiresAt, inTime, start } from "../../support/data/a-request.ts";
import { replyOf } from "../support/reply-of.ts";
import { tell } from "../support/shown-requests.ts";

describe("an outage", () => {
  it("tells of an outage once, and again when it takes hours", () => {
    const draft = aDraft();
    const delayed = {
      kind: "step-delayed",
      step: "create-user",
      outside: "Key Vault",
      words: "Key Vault is busy.",
      since: start,
      retryAt: inTime,
    } as const;
    const told = tell(
      draft,
      { ...delayed, attempt: 1, isTold: true },
      { kind: "resumed" },
      { ...delayed, attempt: 2 },
      { ...delayed, attempt: 20, isTold: true },
    );

    const [, ...events] = told.story;
    const replies = events.map((one) => replyOf(one, told.request, told.tenant));
    expect(replies.map(({ length }) => length)).toEqual([1, 0, 0, 1]);
    expect(JSON.stringify(replies[0])).toContain("Waiting for Key Vault");
    const direct = events.map((one) => tellRequester(one, { draft, isCleaningUp: false }));
    expect(direct.slice(0, 3)).toEqual([undefined, undefined, undefined]);
    expect(direct[3]).toContain("still waits for Key Vault");
  });

  it("says in the thread why a deadline is later", () => {
    const event = {
      kind: "rested",
      outside: "Workday",
      since: start,
      until: inTime,
      expiresAt,
    } as const;
    const told = tell(aDraft(), event);

    const [, rested] = told.story.flatMap((one) => replyOf(one, told.request, told.tenant));

    expect(JSON.stringify(rested)).toContain("because Workday could not be reached");
  });
});
