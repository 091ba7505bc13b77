import { describe, expect, it } from "vitest";
import { isAboutSegments, isEdit, makesOwnGroup } from "../../../src/flows/kinds/facts.ts";
import { kindOf } from "../../../src/flows/kinds/kinds.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { Draft, DraftKind } from "../../../src/flows/request/draft.ts";
import { describeAtOnce } from "../../../src/flows/wording/describe-at-once.ts";
import {
  aDraft,
  anEditDraft,
  anEndOfSegments,
  aSegmentDraft,
  existingSystem,
} from "../../support/data/a-draft.ts";
import { aRollback } from "../../support/data/a-rollback.ts";
import { acme } from "../../support/data/a-tenant.ts";

const client = {
  name: "Viva API Client",
  functionalAreas: ["System"],
  nonExpiringRefreshTokens: true,
  includeWorkdayOwnedScope: false,
};
const account = aDraft({ system: existingSystem });
const shared = { kind: "existing", isActive: true, members: [], holds: noPermissions } as const;

/** One request of each kind. */
const drafts: { readonly [K in DraftKind]: Draft & { readonly kind: K } } = {
  create: aDraft(),
  rotate: { ...account, kind: "rotate", tell: [] },
  retire: { ...account, kind: "retire" },
  activate: { kind: "activate", tenant: acme, reason: "Time to" },
  "activate-group": { ...account, kind: "activate-group" },
  rollback: aRollback(),
  permissions: anEditDraft(),
  settings: { ...account, kind: "settings", shown: {}, change: { doNotAllowUiSessions: false } },
  "api-client": { ...account, kind: "api-client", client },
  "replace-token": { ...account, kind: "replace-token", client },
  "disable-client": { ...account, kind: "disable-client", client },
  segment: aSegmentDraft(),
  "end-segments": anEndOfSegments(),
};

function kindsWhere(holds: (draft: Draft) => boolean): readonly string[] {
  return Object.values(drafts)
    .filter(holds)
    .map(({ kind }) => kind);
}

describe("what a plan says besides its steps", () => {
  it.each<[kind: DraftKind, note: string]>([
    ["create", "no person sees it"],
    ["rotate", "whatever still uses the old one cannot sign on"],
    ["retire", "An approval comes before anything is done"],
    ["activate", "everything that is pending in the tenant, at once"],
    ["activate-group", "counts from the moment it is active"],
    ["rollback", "The next activation makes the later changes live again"],
    ["permissions", "pending until one activation"],
    ["settings", "no password"],
    ["api-client", "never in Slack"],
    ["replace-token", "Workday shows the new token once"],
    ["disable-client", "cannot sign on any more"],
    ["segment", "before it nothing is restricted"],
    ["end-segments", "The learning content stays marked"],
  ])("is what a person has to know: %s", (kind, note) => {
    expect(kindOf(drafts[kind]).note(drafts[kind])).toContain(note);
  });
});

describe("what is made already", () => {
  it("is edited where all of it is pending until one activation", () => {
    const edited = kindsWhere((draft) => kindOf(draft).editableWhenMade !== undefined);

    expect(edited).toEqual(["create", "permissions", "segment", "end-segments"]);
  });
});

describe("what an approval of the whole plan lets happen at once", () => {
  it.each<[kind: DraftKind, words: string]>([
    ["create", ""],
    ["rotate", "whatever still uses the old one cannot sign on."],
    ["retire", "The account leaves its group at once."],
    ["activate", ""],
    ["activate-group", "What the group is granted counts at once."],
    ["rollback", "It takes effect at once."],
    ["permissions", ""],
    ["settings", "The settings change at once."],
    ["api-client", "the refresh token signs on as the account"],
    ["replace-token", "signs on as the account as soon as it is generated."],
    ["disable-client", "Whatever uses the client cannot sign on any more."],
    ["segment", "Marking learning content counts at once"],
    ["end-segments", ""],
  ])("is said, and nothing where an activation comes first: %s", (kind, words) => {
    const said = describeAtOnce(drafts[kind]);

    expect(said).toContain(words);
    expect(said === "").toBe(words === "");
  });
});

describe("what a kind of request does", () => {
  it("is known of each: whose group is made, whose is edited, what is about segments", () => {
    expect(kindsWhere(makesOwnGroup)).toEqual(["create"]);
    expect(kindsWhere(isEdit)).toEqual(["permissions", "segment", "end-segments"]);
    expect(kindsWhere(isAboutSegments)).toEqual(["segment", "end-segments"]);
  });

  it("makes no group where the account joins one that is there", () => {
    expect(makesOwnGroup(aDraft({ group: shared }))).toBe(false);
  });
});
