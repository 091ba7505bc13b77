import { describe, expect, it } from "vitest";
import { detailsWindow } from "../../../src/bot/request-views/details.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import { aDraft, anEndOfSegments, aSegmentDraft } from "../../support/data/a-draft.ts";
import { requestId } from "../../support/data/a-request.ts";
import { acme } from "../../support/data/a-tenant.ts";
import { tell } from "../support/shown-requests.ts";
import { breaches } from "../support/slack-limits.ts";

function show(draft: Draft): string {
  return JSON.stringify(detailsWindow(tell(draft)));
}

const permissions = "Get (";
const segments = "Open for everything afterwards";

describe("the window of a request's details", () => {
  it.each<[what: string, draft: Draft, said: readonly string[]]>([
    ["the permissions of an account", aDraft(), [permissions]],
    ["segments where they are moved into some", aSegmentDraft(), [segments]],
    ["segments where they are given back", anEndOfSegments(), [segments]],
    [
      "nothing of an account where there is none",
      { kind: "activate", tenant: acme, reason: "Time to" },
      [],
    ],
  ])("says %s", (_what, draft, said) => {
    const text = show(draft);

    expect([permissions, segments].filter((one) => text.includes(one))).toEqual(said);
    expect(text).not.toContain("has the rest");
  });

  it("is as long as Slack takes it, and says where the rest is", () => {
    const domains = Array.from({ length: 4000 }, (_, at) => `${at} ${"Domain ".repeat(4)}`);
    const all = { Get: domains, Put: domains, View: domains, Modify: domains };
    const { story, request } = tell(aDraft({ permissions: all }));
    const modal = detailsWindow({ story, request });

    expect(breaches(modal, { blocks: 100 })).toEqual([]);
    expect(JSON.stringify(modal.blocks.at(-1))).toContain(`status ${requestId}`);
    expect(JSON.stringify(modal.blocks.at(-1))).toContain("has the rest.");
  });
});
