import { describe, expect, it } from "vitest";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { GroupPermission } from "../../../src/flows/model/tenant-reports.ts";
import type { SecurityGroup } from "../../../src/flows/ports/workday.ts";
import { compareAccount } from "../../../src/flows/verification/compare-account.ts";
import type { Expected, Observed } from "../../../src/flows/verification/observed.ts";
import { asHeld, expected, group, line, shown } from "../../support/data/a-shown-account.ts";

describe("what a tenant shows in other words, or not whole", () => {
  it.each<[what: string, tenant: Observed]>([
    [
      "Get, which Workday shows in one word with the Put that was asked for",
      asHeld(line({ access: "Put" }), line({ isJoined: true })),
    ],
    [
      "View, which Workday shows in one word with the Modify that was asked for",
      asHeld(line({ access: "Modify" }), line({ access: "View", isJoined: true })),
    ],
  ])("verifies %s", (_what, tenant) => {
    const permissions = { ...noPermissions, Put: ["Workers"], Modify: ["Workers"] };
    const asked = expected({ permissions, probes: [] });
    const isPut =
      tenant.permissions.kind === "seen" && tenant.permissions.part[0]?.access === "Put";
    const { Put, Modify } = permissions;

    const only = isPut ? { ...noPermissions, Put } : { ...noPermissions, Modify };
    const { outcome } = compareAccount({ ...asked, permissions: only }, tenant);

    expect(outcome).toBe("verified");
  });

  it.each<[what: string, held: readonly GroupPermission[]]>([
    ["Get by itself", [line(), line({ access: "Put" })]],
    ["a word for Get and Put", [line({ isJoined: true }), line({ access: "Put" })]],
  ])("calls it different where only one of two was asked for: %s", (_what, part) => {
    const isJoined = part.some((one) => one.isJoined === true);
    const asked = isJoined ? { Get: ["Workers"] } : { Put: ["Workers"] };
    const permissions = { ...noPermissions, ...asked };

    const { items } = compareAccount(expected({ permissions }), asHeld(...part));

    expect(items).toMatchObject([{ kind: "too-much" }]);
  });

  it("calls a permission unverified of which nothing tells that its policy is enabled, unless a read proves it", () => {
    const part = [
      line({ isPerhapsDisabled: true }),
      line({ access: "Put", isPerhapsDisabled: true }),
    ];

    const { outcome, items } = compareAccount(expected(), asHeld(...part));
    const twice = compareAccount(expected(), asHeld(...part, line({ access: "Put" })));

    expect(outcome).toBe("unverified");
    expect(items.map(({ words }) => words)).toEqual([
      "Whether the policy that gives Put on Workers is enabled: not seen. What shows it does not tell. Look at the domain's policy in Workday.",
    ]);
    expect(twice.outcome).toBe("verified");
  });

  it.each<[what: string, other: Partial<SecurityGroup>]>([
    ["in the same spelling", {}],
    ["in another spelling", { name: "issg_viva " }],
    ["that is inactive and empty", { active: false, members: [] }],
  ])("calls a group unverified that has the name of another %s", (_what, other) => {
    const groups = { kind: "seen", part: [group, { ...group, ...other }] } as const;

    const { outcome, facts = [] } = compareAccount(expected(), shown({ groups }));

    expect(outcome).toBe("unverified");
    expect(facts.filter(({ seen }) => seen === "unseen").map(({ fact }) => fact)).toEqual([
      "group",
      "group-type",
      "group-administered",
      "group-included",
      "ISSG_Viva: no other business process",
    ]);
  });

  it("does not say that there is no way round segments where groups of some types are not listed", () => {
    const segmented: NonNullable<Expected["segmented"]> = {
      groupName: "ISSG_Viva segments",
      segments: { kind: "existing", names: ["EMEA"] },
      content: [],
      permissions: { ...noPermissions, Get: ["Learning"] },
      moved: noPermissions,
    };
    const asked = expected({ segmented });

    const whole = compareAccount(asked, shown()).facts;
    const cut = compareAccount(asked, shown({ unlisted: "Only some types are listed." })).facts;

    expect(whole).toContainEqual(expect.objectContaining({ fact: "ways", seen: "as-asked" }));
    expect(cut).toContainEqual(expect.objectContaining({ fact: "ways", seen: "unseen" }));
  });

  it("says of which groups not every member shows: the account may be one of them", () => {
    const one = { kind: "seen", part: [group, hidden("HR")] } as const;
    const many = { kind: "seen", part: [group, ..."ABCDEFG".split("").map(hidden)] } as const;

    const { outcome, items } = compareAccount(expected(), shown({ groups: one }));
    const [rest] = compareAccount(expected(), shown({ groups: many })).items;

    expect(outcome).toBe("unverified");
    expect(items.map(({ words }) => words)).toEqual([
      "Which other groups ISU_Viva is in: not seen. Not every member shows of HR.",
    ]);
    expect(rest?.words).toContain("of A, B, C, D, E and 2 more.");
  });
});

/** A group that shows nobody in it, and hides somebody. */
function hidden(name: string): SecurityGroup {
  return { ...group, name, members: [], hidesMembers: true };
}
