import { describe, expect, it } from "vitest";
import { parseSegments } from "../../../src/flows/intake/parse-segments.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { RawSegment } from "../../../src/flows/model/raw-segments.ts";
import { groupsOf, heldBy, listSegments } from "../../../src/flows/model/segments.ts";
import { like } from "../../bot/support/like.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";

const content = "Manage: Learning Content";

function aRaw(changes: Partial<RawSegment> = {}): RawSegment {
  return {
    kind: "segment",
    tenant: acme,
    userName: "ISU_Viva",
    groupName: "ISSG_Viva",
    before: { ...noPermissions, Get: [content] },
    seenIn: "report",
    segmentKind: "topics",
    segmentNames: "Compliance",
    segmentId: "Viva topics",
    content: "",
    segmentGroup: "ISSG_Viva segments",
    segmentInactive: false,
    domains: { Get: content, Put: "", View: "", Modify: "" },
    reason: "Less to see",
    ticket: "",
    ...changes,
  };
}

const plain = {
  groupName: "ISSG_Viva segments",
  permissions: { ...noPermissions, Get: [content] },
  content: [],
};

describe("parseSegments", () => {
  it.each<[what: string, raw: Partial<RawSegment>, value: object]>([
    [
      "topics, each once, behind a segment",
      { segmentNames: " Compliance \n\nOnboarding\r\nCompliance", segmentId: " Viva topics " },
      {
        ...plain,
        segments: {
          kind: "topics",
          names: ["Compliance", "Onboarding"],
          segment: "Viva topics",
        },
      },
    ],
    [
      "categories, with content that is marked",
      { segmentKind: "categories", segmentId: "", content: "Code of conduct" },
      {
        ...plain,
        segments: { kind: "categories", names: ["Compliance"] },
        content: ["Code of conduct"],
      },
    ],
    [
      "segments of Workday's own, for an inactive group",
      {
        segmentKind: "existing",
        segmentNames: "Job Application - Contingent Worker\nJob Application – External",
        segmentInactive: true,
      },
      {
        ...plain,
        segments: {
          kind: "existing",
          names: ["Job Application - Contingent Worker", "Job Application – External"],
        },
        isInactive: true,
      },
    ],
  ])("reads %s", (_what, raw, value) => {
    expect(parseSegments(aRaw(raw), aTenant())).toEqual({ ok: true, value });
  });

  const many = Array.from({ length: 51 }, (_, index) => `Name ${index}`).join("\n");

  it.each<[what: string, raw: Partial<RawSegment>, problems: object]>([
    ["no names", { segmentNames: " \n" }, { segmentNames: like("at least one") }],
    ["too many", { segmentNames: many }, { segmentNames: like("20 at most") }],
    ["an invisible name", { segmentNames: "a\u202eb" }, { segmentNames: like("invisible") }],
    ["a long name", { segmentNames: "a".repeat(151) }, { segmentNames: like("150 characters") }],
    ["topics without a segment", { segmentId: " " }, { segmentId: like("Type an ID") }],
    ["a long segment", { segmentId: "a".repeat(151) }, { segmentId: like("150 characters") }],
    [
      "segments of two types",
      { segmentKind: "existing", segmentNames: "Job Application - Employee\nBenefits" },
      { segmentNames: like("one type only, and Job Application - Employee") },
    ],
    [
      "content for segments that exist",
      { segmentKind: "existing", content: "Code of conduct" },
      { content: like("topics or categories only") },
    ],
    ["too much content", { content: many }, { content: like("50 at most") }],
    ["the account's own group", { segmentGroup: "issg_viva" }, { segmentGroup: like("own group") }],
    ["no group", { segmentGroup: "" }, { segmentGroup: like("Type a name") }],
    [
      "no permission",
      { domains: { Get: "", Put: "", View: "", Modify: "" } },
      { Get: like("at least one domain") },
    ],
    [
      "an inactive group that administers security",
      {
        segmentInactive: true,
        domains: { Get: "", Put: "", View: "", Modify: "security  configuration" },
      },
      { segmentInactive: like("cannot be inactive") },
    ],
    ["no reason", { reason: "" }, { reason: like("Say why") }],
  ])("refuses %s, on its field", (_what, raw, problems) => {
    const tenant = aTenant({ refusedDomains: [] });

    expect(parseSegments(aRaw(raw), tenant)).toEqual({ ok: false, error: problems });
  });
});

describe("segments", () => {
  const segments = { kind: "topics", names: ["Compliance"], segment: "Viva topics" } as const;
  const segmented = { ...plain, segments, moved: noPermissions };

  it("are opened by the topics' segment, or each by itself", () => {
    expect(listSegments(segments)).toEqual(["Viva topics"]);
    expect(listSegments({ kind: "categories", names: ["A", "B"] })).toEqual(["A", "B"]);
  });

  it("add a group and what it may do to an account", () => {
    const account = { groupName: "ISSG_Viva", permissions: { ...noPermissions, Put: ["X"] } };

    expect(groupsOf(account)).toEqual(["ISSG_Viva"]);
    expect(groupsOf({ ...account, segmented })).toEqual(["ISSG_Viva", "ISSG_Viva segments"]);
    expect(heldBy(account)).toEqual(account.permissions);
    expect(heldBy({ ...account, segmented })).toEqual({
      ...noPermissions,
      Get: [content],
      Put: ["X"],
    });
  });
});
