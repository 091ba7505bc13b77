import { describe, expect, it } from "vitest";
import type { Implementation } from "../../../src/flows/ports/implementation.ts";
import { findShownGroup } from "../../../src/flows/verification/find-group.ts";
import { readImplemented, unite } from "../../../src/flows/verification/implemented-groups.ts";
import { createFakeImplementation } from "../../support/fakes/fake-implementation.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";

const denied = { ok: false, error: aFault("denied") } as const;

describe("readImplemented", () => {
  it("shows the groups of both kinds, each with its type", async () => {
    const service = createFakeImplementation();
    service.setGroup({ name: "ISSG_Plain", members: [{ account: "ISU_A", ids: [] }] });
    service.setConstrained({
      name: "ISSG_Narrow",
      isInactive: true,
      members: ["ISU_B"],
      organizations: [["Acme"]],
      scope: "current",
    });

    expect(await readImplemented(service)).toMatchObject({
      ok: true,
      value: {
        groups: [
          { name: "ISSG_Plain", active: true, members: ["ISU_A"], type: { kind: "unconstrained" } },
          {
            name: "ISSG_Narrow",
            active: false,
            members: ["ISU_B"],
            type: { kind: "constrained", organizations: [["Acme"]], scope: "current" },
          },
        ],
        isCut: false,
      },
    });
  });

  it.each<[list: string, broken: Partial<Implementation>]>([
    ["unconstrained", { listGroups: async () => denied }],
    ["constrained", { listConstrainedGroups: async () => denied }],
  ])(
    "shows none where the %s ones cannot be read: half of them would say too little",
    async (_list, broken) => {
      expect(await readImplemented({ ...createFakeImplementation(), ...broken })).toEqual(denied);
    },
  );
});

describe("unite", () => {
  const group = { name: "ISSG", active: true, members: ["ISU_A"] };
  const shown = { kind: "seen", part: [group] } as const;

  function listed(active: boolean): Parameters<typeof unite>[1] {
    const groups = [{ ...group, active, members: ["ISU_B"], by: "implementation" as const }];
    return { kind: "seen", part: { groups, isCut: false } };
  }

  it.each([
    [false, "seen"],
    [true, "cannot-see"],
  ])("shows its own alone only where it read all of them, cut: %j", (isCut, kind) => {
    const blind = { kind: "cannot-see", words: "No report.", isFailed: false } as const;
    const part = { groups: [{ ...group, by: "implementation" as const }], isCut };

    expect(unite(blind, { kind: "seen", part }).groups.kind).toBe(kind);
  });

  it("joins what two eyes show of a group", () => {
    expect(unite(shown, listed(true)).groups).toMatchObject({
      part: [{ name: "ISSG", members: ["ISU_A", "ISU_B"] }],
    });
  });

  it("keeps both where one shows active what is inactive for the other", () => {
    const united = unite(shown, listed(false));

    expect(united.groups).toMatchObject({ part: [{ active: true }, { active: false }] });
    expect(findShownGroup(united, "ISSG").kind).toBe("cannot-see");
  });
});
