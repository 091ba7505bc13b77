import { describe, expect, it } from "vitest";
import { endSegmentsForm, segmentsForm } from "../../../src/bot/forms/segments-form.ts";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { plan } from "../../../src/bot/request-views/plan.ts";
import type { RawEndSegments, RawSegment } from "../../../src/flows/model/raw-segments.ts";
import type { AccountDraft } from "../../../src/flows/request/draft.ts";
import { listSegmented, listSegmentRequest } from "../../../src/flows/wording/describe-segments.ts";
import { viewApproval } from "../../../src/web/approval-view.ts";
import {
  aDraft,
  anEditDraft,
  anEndOfSegments,
  aSegmentDraft,
  existingSystem,
} from "../../support/data/a-draft.ts";
import { anAsking, requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { catalogue } from "../support/an-office.ts";
import { replyOf } from "../support/reply-of.ts";
import { everyState, tenant } from "../support/shown-requests.ts";

const many = Array.from({ length: 60 }, (_, at) => `${at} ${"Domain ".repeat(9)}`.trim());
const most = { Get: many, Put: many, View: many, Modify: many };

const raw: RawSegment = {
  kind: "segment",
  tenant: "acme_dpt1",
  userName: "ISU_Viva",
  groupName: "ISSG_Viva",
  before: { Get: ["Manage: Learning Content"], Put: [], View: [], Modify: [] },
  seenIn: "report",
  segmentKind: "topics",
  segmentNames: "",
  segmentId: "ISU_Viva topics",
  content: "",
  segmentGroup: "ISSG_Viva segments",
  segmentInactive: false,
  domains: { Get: "Manage: Learning Content", Put: "", View: "", Modify: "" },
  reason: "",
  ticket: "",
};

const end: RawEndSegments = {
  kind: "end-segments",
  tenant: "acme_dpt1",
  userName: "ISU_Viva",
  isRestored: true,
  reason: "",
  ticket: "",
};

const { segmented } = aSegmentDraft();
const withContent = aSegmentDraft({
  segmented: { ...segmented, content: ["Code of conduct"] },
  otherWays: {
    kind: "seen",
    groups: [
      { groupName: "HR", hasAccount: true },
      { groupName: "Learning Partners", hasAccount: false },
    ],
  },
});
const byCategories = aSegmentDraft({
  segmented: {
    ...segmented,
    segments: { kind: "categories", names: ["Managers"] },
    isInactive: true,
  },
  missing: { names: ["Managers"] },
  otherWays: { kind: "cannot-see" },
});

function asKept(shown: unknown): string {
  return `${JSON.stringify(shown, null, 2)}\n`;
}

describe("access by segments", () => {
  it.each<[name: string, view: unknown]>([
    ["segments-form", segmentsForm({ id: requestId, tenant, raw })],
    [
      "segments-form-problems",
      segmentsForm({
        id: requestId,
        tenant: aTenant({ label: "Acme production", production: true }),
        raw: { ...raw, seenIn: "inventory", segmentKind: "categories", segmentInactive: true },
        problems: { userName: "It has changed.", segmentInactive: "It cannot be." },
      }),
    ],
    [
      "segments-form-more",
      segmentsForm({ id: requestId, tenant, raw, problems: { segmentInactive: "It cannot be." } }),
    ],
    [
      "segments-form-fault",
      segmentsForm({
        id: requestId,
        tenant: aTenant({ label: "Acme production", production: true }),
        raw,
        banner: "Workday does not answer.",
      }),
    ],
    ["end-segments-form", endSegmentsForm({ id: requestId, tenant, raw: end })],
    [
      "end-segments-form-problems",
      endSegmentsForm({
        id: requestId,
        tenant,
        raw: { ...end, isRestored: false },
        problems: { userName: "It has none." },
      }),
    ],
    ["plan-segments", plan({ id: requestId, draft: withContent, tenant, catalogue })],
    ["plan-segments-categories", plan({ id: requestId, draft: byCategories, tenant, catalogue })],
    ["plan-end-segments", plan({ id: requestId, draft: anEndOfSegments(), tenant, catalogue })],
  ])("%s", async (name, view) => {
    await expect(asKept(view)).toMatchFileSnapshot(`../snapshots/${name}.json`);
  });

  it.each<[name: string, draft: AccountDraft, state: string]>([
    ["segments-opened", withContent, "opened"],
    ["segments-waiting-for-approval", withContent, "waiting-for-approval"],
    ["segments-done", aSegmentDraft(), "done"],
    ["end-segments-waiting-for-approval", anEndOfSegments(), "waiting-for-approval"],
  ])("a message: %s", async (name, draft, state) => {
    const told = everyState(draft)[state];
    if (told === undefined) throw new Error(`There is no ${state}`);

    const replies = told.story.flatMap((one) => replyOf(one, told.request, tenant));
    await expect(asKept([requestMessage(told), ...replies])).toMatchFileSnapshot(
      `../snapshots/message-${name}.json`,
    );
  });

  it("shows the same on the page of a passkey", () => {
    const told = everyState(withContent)["waiting-for-approval"];
    if (told === undefined || told.request.phase.kind !== "waiting-for-approval") {
      throw new Error("No card");
    }
    const { asked } = anAsking({ pending: { kind: "cannot-see" } });
    const wait = { ...told.request.phase, asked };

    const view = viewApproval({ request: told.request, wait }, tenant, String);

    const lists = view.lists.flatMap(({ title, lines }) => [title, ...lines]);
    expect(lists).toContain("Get: Manage: Learning Content for ISSG_Viva segments");
    expect(lists).toContain("Get: Manage: Learning Content (to be removed)");
    expect(lists.join("\n")).toContain("WARNING: by other groups ISU_Viva may reach every segment");
    expect(lists.join("\n")).toContain("aggregation group");
  });

  it("fits into Slack's limits at its longest", () => {
    const draft = aSegmentDraft({
      segmented: { ...segmented, permissions: most, moved: most, content: many },
      otherWays: {
        kind: "seen",
        groups: many.map((groupName) => ({ groupName, hasAccount: true })),
      },
    });
    const told = everyState(draft)["waiting-for-approval"];
    if (told === undefined) throw new Error("There is no card");

    const view = plan({ id: requestId, draft, tenant, catalogue });
    const message = JSON.stringify(requestMessage(told).blocks);

    expect(view.blocks.length).toBeLessThanOrEqual(100);
    expect(message.length).toBeLessThanOrEqual(13_200);
  });
});

describe("an account with segments", () => {
  const account = { ...aDraft({ system: existingSystem }), segmented };

  it("says in every other request what is open in segments only", () => {
    const edit = anEditDraft({
      segmented,
      permissions: { Get: ["Worker Data: Workers"], Put: [], View: [], Modify: [] },
    });

    expect(listSegmented(edit)).toEqual([
      {
        title:
          "By the group ISSG_Viva segments, in the learning topics Compliance, Onboarding (topic security segment Viva topics) only (3):",
        lines: [
          "Get: Manage: Learning Content",
          "Get: Reports: Learning Record",
          "Put: Manage: Learning Content",
        ],
      },
    ]);
  });

  it("warns where its own group may do the same", () => {
    expect(listSegmented(account)[1]).toEqual({
      title:
        "WARNING: the group ISSG_Viva is not segment-based and may do the same, so every segment is reached (3):",
      lines: [
        "Get: Manage: Learning Content",
        "Get: Reports: Learning Record",
        "Put: Manage: Learning Content",
      ],
    });
  });

  it("says nothing of Learning where nothing is made, and asks nothing of other requests", () => {
    const draft = aSegmentDraft({ missing: { names: [] } });

    expect(listSegmentRequest(draft).map(({ title }) => title)).not.toContainEqual(
      expect.stringContaining("Made in Learning"),
    );
    expect(listSegmentRequest(anEditDraft())).toEqual([]);
  });

  it("names the segments that the tenant has", () => {
    const existing = {
      ...segmented,
      segments: { kind: "existing", names: ["Job Application - Employee"] },
    } as const;

    expect(listSegmented({ ...account, segmented: existing })[0]?.title).toContain(
      "in the segments Job Application - Employee only",
    );
  });
});

describe("what moves into segments", () => {
  const opened = { Get: ["Manage: Learning Content"], Put: [], View: [], Modify: [] };
  const moved = { ...opened, Put: ["Manage: Learning Content"] };
  const none = { Get: [], Put: [], View: [], Modify: [] };

  it.each([
    ["once where the same is opened and taken away", opened, opened, ["(1). Taken away from"]],
    ["twice where they differ", opened, moved, [" only (1):", "Taken away from the group"]],
    ["as nothing where there is nothing", none, none, [" only (0):", "Taken away from the group"]],
  ])("is listed %s", (_what, permissions, taken, titles) => {
    const draft = aSegmentDraft({ segmented: { ...segmented, permissions, moved: taken } });

    const lists = listSegmentRequest(draft).slice(0, titles.length);

    expect(lists.map(({ title }) => title)).toEqual(
      titles.map((title): unknown => expect.stringContaining(title)),
    );
  });
});
