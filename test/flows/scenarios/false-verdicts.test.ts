import { describe, expect, it } from "vitest";
import type { ShownGroupType } from "../../../src/flows/model/group-settings.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { Verification } from "../../../src/flows/model/verification.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { aRawGroup } from "../../support/data/a-group.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const beforeTheLook = "store.decide begin verify";
const { groupName, userName } = { groupName: "ISSG_Viva", userName: "ISU_Viva" };

const constrained = aRawDraft({
  group: aRawGroup({
    groupType: "constrained",
    organizations: "Acme Germany",
    groupScope: "current",
  }),
});

/** A request whose every step is done as asked, but for what happens right before the look at its end. */
async function endOf(
  world: World,
  meanwhile: (world: World) => void,
): Promise<Verification | undefined> {
  world.mishaps.meanwhile(beforeTheLook, async () => meanwhile(world));
  await world.open();
  const done = await world.live();
  return done.facts.verification;
}

describe("a constrained group that is another than was asked for", () => {
  it.each<[what: string, type: ShownGroupType, words: string]>([
    [
      "unconstrained",
      { kind: "unconstrained" },
      "The security group ISSG_Viva is unconstrained, and was asked to be constrained.",
    ],
    [
      "with what is below its organization",
      { kind: "constrained", organizations: [["Acme Germany"]], scope: "subordinates" },
      "ISSG_Viva reaches what is below its organizations too, and nobody asked for it.",
    ],
    [
      "over another organization",
      { kind: "constrained", organizations: [["Acme Switzerland"]], scope: "current" },
      "ISSG_Viva reaches Acme Switzerland, and nobody asked for it.",
    ],
  ])("is told: %s", async (_what, type, words) => {
    const verification = await endOf(createWorld({ raw: constrained }), ({ workday }) => {
      workday.tenant.setType(groupName, type);
    });

    expect(verification?.outcome).toBe("different");
    expect(verification?.items.map((item) => item.words)).toContain(words);
  });

  it.each<[what: string, type: ShownGroupType | undefined, words: string]>([
    ["nothing", undefined, "Whether the group ISSG_Viva is constrained to Acme Germany (only)"],
    ["not its organizations", { kind: "constrained", scope: "current" }, "The organizations of"],
    [
      "not its scope",
      { kind: "constrained", organizations: [["Acme Germany"]] },
      "Whether ISSG_Viva reaches what is below its organizations",
    ],
  ])("is unverified where the report shows %s", async (_what, type, words) => {
    const verification = await endOf(createWorld({ raw: constrained }), ({ workday }) => {
      workday.tenant.setType(groupName, type);
    });

    expect(verification).toMatchObject({ outcome: "unverified", items: [{ kind: "unseen" }] });
    expect(verification?.items[0]?.words).toContain(words);
  });

  it("is seen by the implementation service where no report shows it", async () => {
    const verification = await endOf(createWorld({ raw: constrained }), (world) => {
      world.workday.tenant.setType(groupName, undefined);
      world.implementation.setConstrained({
        name: groupName,
        isInactive: false,
        members: [userName],
        organizations: [["Acme Germany", "wid", "ACME_DE"]],
        scope: "current",
      });
    });

    expect(verification).toEqual({ outcome: "verified", items: [] });
  });
});

describe("another group of the account", () => {
  it("is told with what it gives", async () => {
    const verification = await endOf(createWorld(), ({ workday }) => {
      workday.tenant.addGroup("HR Everything", [userName.toLowerCase()]);
      workday.tenant.addActive("HR Everything", { ...noPermissions, Modify: ["Payroll"] });
    });

    expect(verification).toEqual({
      outcome: "different",
      items: [
        {
          kind: "too-much",
          words: "ISU_Viva is also in the group HR Everything, which gives Modify on Payroll.",
        },
      ],
    });
  });
});
