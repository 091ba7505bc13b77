import { describe, expect, it } from "vitest";
import type { Implementation } from "../../../src/flows/ports/implementation.ts";
import { readImplemented } from "../../../src/flows/verification/implemented-groups.ts";
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
