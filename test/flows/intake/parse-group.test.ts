import { describe, expect, it } from "vitest";
import { parseGroup } from "../../../src/flows/intake/parse-group.ts";
import { toRawDraft } from "../../../src/flows/intake/to-raw-draft.ts";
import {
  type GroupSettings,
  type RawGroup,
  toRawGroup,
} from "../../../src/flows/model/group-settings.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import { like } from "../../bot/support/like.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { aRawGroup } from "../../support/data/a-group.ts";

const permissions = { ...noPermissions, Get: ["Worker Data: Workers"] };
const guarding = { ...noPermissions, View: ["security  configuration"] };
const constrained = { groupType: "constrained", organizations: "Acme Germany" } as const;

describe("parseGroup", () => {
  it("takes nothing where nothing was asked", () => {
    expect(parseGroup(undefined, permissions)).toEqual({ ok: true, value: {} });
  });

  it.each<[what: string, raw: Partial<RawGroup>, value: GroupSettings]>([
    ["an unconstrained one", {}, {}],
    ["an inactive one", { groupInactive: true }, { isGroupInactive: true }],
    [
      "a constrained one, each organization once",
      { ...constrained, organizations: " Acme  Germany\n\nAcme Switzerland\r\nAcme Germany" },
      {
        group: {
          kind: "constrained",
          organizations: ["Acme Germany", "Acme Switzerland"],
          scope: "current",
        },
      },
    ],
    [
      "a constrained and inactive one with subordinates",
      { ...constrained, groupScope: "subordinates", groupInactive: true },
      {
        group: { kind: "constrained", organizations: ["Acme Germany"], scope: "subordinates" },
        isGroupInactive: true,
      },
    ],
    [
      "one that exists",
      { groupType: "existing" },
      { group: { kind: "existing", isActive: true, members: [], holds: noPermissions } },
    ],
  ])("reads %s", (_what, raw, value) => {
    expect(parseGroup(aRawGroup(raw), permissions)).toEqual({ ok: true, value });
  });

  it.each<[what: string, raw: Partial<RawGroup>, problems: object]>([
    [
      "a constrained group without organizations",
      { ...constrained, organizations: " \n" },
      { organizations: like("at least one organization") },
    ],
    [
      "organizations of an unconstrained group",
      { organizations: "Acme Germany" },
      { organizations: like("only with a constrained group") },
    ],
    [
      "more organizations than anybody means",
      {
        ...constrained,
        organizations: Array.from({ length: 101 }, (_, at) => `O${at}`).join("\n"),
      },
      { organizations: like("100 organizations at most") },
    ],
    [
      "an organization with an invisible character",
      { ...constrained, organizations: "Acme\u202eGermany" },
      { organizations: like("none of them invisible") },
    ],
    [
      "a name longer than any",
      { ...constrained, organizations: "x".repeat(151) },
      { organizations: like("150 characters at most") },
    ],
    [
      "an existing group that should become inactive",
      { groupType: "existing", groupInactive: true },
      { groupInactive: like("inactivates no group that was there before") },
    ],
  ])("refuses %s", (_what, raw, error) => {
    expect(parseGroup(aRawGroup(raw), permissions)).toEqual({ ok: false, error });
  });

  it("refuses an inactive group with permission to Security Configuration, in any spelling", () => {
    const raw = aRawGroup({ groupInactive: true });

    expect(parseGroup(raw, guarding)).toEqual({
      ok: false,
      error: { groupInactive: like("cannot be inactive") },
    });
    expect(parseGroup(aRawGroup(), guarding)).toMatchObject({ ok: true });
    expect(parseGroup(raw, undefined)).toMatchObject({ ok: true });
  });
});

describe("toRawGroup", () => {
  it.each<Partial<RawGroup>>([
    { groupInactive: true },
    { ...constrained, organizations: "Acme Germany\nAcme Switzerland", groupScope: "subordinates" },
    { groupType: "existing" },
  ])("gives back what was typed: %o", (changes) => {
    const raw = aRawGroup(changes);
    const parsed = parseGroup(raw, permissions);

    expect(parsed.ok && toRawGroup(parsed.value)).toEqual(raw);
    expect(parsed.ok && toRawDraft(aDraft(parsed.value)).group).toEqual(raw);
  });

  it("shows nothing where nothing was asked", () => {
    expect(toRawGroup({})).toBeUndefined();
    expect(toRawDraft(aDraft())).not.toHaveProperty("group");
  });
});
