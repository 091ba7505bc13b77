import { describe, expect, it } from "vitest";
import { detailsWindow } from "../../../src/bot/request-views/details.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import { createCatalogue } from "../../../src/flows/tenant/catalogue.ts";
import { aDomain } from "../../support/data/a-domain.ts";
import { aDraft, anEndOfSegments, aSegmentDraft } from "../../support/data/a-draft.ts";
import {
  anAsking,
  anOpening,
  aPendingChange,
  foreignChange,
  given,
  requestId,
} from "../../support/data/a-request.ts";
import { acme } from "../../support/data/a-tenant.ts";
import { tell } from "../support/shown-requests.ts";
import { breaches } from "../support/slack-limits.ts";

const catalogue = createCatalogue([
  {
    functionalAreas: [],
    domains: [
      aDomain("Worker Data: Workers", { description: "Everybody who works here." }),
      aDomain("Payroll", { description: "What people are paid." }),
    ],
    businessProcesses: [],
  },
]);

function show(draft: Draft): string {
  return JSON.stringify(detailsWindow(tell(draft), catalogue));
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
    const modal = detailsWindow({ story, request }, catalogue);

    expect(breaches(modal, { blocks: 100 })).toEqual([]);
    expect(JSON.stringify(modal.blocks.at(-1))).toContain(`status ${requestId}`);
    expect(JSON.stringify(modal.blocks.at(-1))).toContain("has the rest.");
  });

  it("says to who decides what each domain is about, of others' changes as well", () => {
    const pending = { kind: "seen", changes: [aPendingChange(), foreignChange] } as const;
    const request = given(anOpening(), anAsking({ pending }));
    const text = JSON.stringify(detailsWindow({ request, story: [] }, catalogue));

    expect(text).toContain("Worker Data: Workers · Everybody who works here.");
    expect(text).toContain("Payroll · What people are paid.");
    expect(text).toContain("Manage: Learning Content · no description known");
  });

  it("explains no domains where nothing of an account is decided, or nobody sees what is pending", () => {
    const blind = anAsking({ pending: { kind: "cannot-see" } });
    const one = given(anOpening({ kind: "activate", tenant: acme, reason: "Time to" }), blind);

    expect(JSON.stringify(detailsWindow({ request: one, story: [] }, catalogue))).not.toContain(
      "What these domains",
    );
  });
});
