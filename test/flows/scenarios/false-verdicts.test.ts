import { describe, expect, it } from "vitest";
import type { ShownGroupType } from "../../../src/flows/model/group-settings.ts";
import { dayMs } from "../../../src/flows/model/ids.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { TitledList } from "../../../src/flows/model/titled-list.ts";
import type { Verification } from "../../../src/flows/model/verification.ts";
import { watchDrift } from "../../../src/flows/watch/drift.ts";
import { listApproval } from "../../../src/flows/wording/describe-approval.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { aRawGroup } from "../../support/data/a-group.ts";
import { ben } from "../../support/data/people.ts";
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

    expect(verification).toMatchObject({ outcome: "verified", items: [] });
  });
});

function joinHr({ workday }: World): void {
  workday.tenant.addGroup("HR Everything", [userName.toLowerCase()]);
  workday.tenant.addActive("HR Everything", { ...noPermissions, Modify: ["Payroll"] });
}

function cardOf(world: World): readonly TitledList[] {
  const { phase } = world.request();
  if (phase.kind !== "waiting-for-approval") throw new Error(`No card while ${phase.kind}`);
  return listApproval(world.request(), { ...phase, unseen: [], tenant: world.tenant });
}

describe("another group of the account", () => {
  it("stands on the card, with what it gives", async () => {
    const world = createWorld();
    joinHr(world);
    await world.open();
    await world.work();

    expect(cardOf(world)).toContainEqual({
      title: "ISU_Viva is also a member of (1), and may do what they give as well:",
      lines: ["HR Everything, which gives Modify on Payroll"],
    });
  });

  it("voids an approval of a card that did not show it", async () => {
    const world = createWorld();
    await world.open();
    await world.work();
    const digest = world.shownDigest();
    joinHr(world);

    const reply = await world.click(ben, { kind: "approve", digest });
    await world.work();

    expect(reply.kind).toBe("voided");
    expect(JSON.stringify(cardOf(world))).toContain("HR Everything, which gives");
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("says on the card that it could not be read", async () => {
    const world = createWorld();
    world.mishaps.meanwhile("store.decide finish grant-permissions", async () => {
      world.mishaps.fail("workday.readSecurityGroups", { kind: "unreachable" });
    });
    await world.open();
    await world.work();

    expect(JSON.stringify(cardOf(world))).toContain("could not read which other groups");
  });

  it("is told as drift", async () => {
    const world = createWorld();
    await world.open();
    await world.live();
    joinHr(world);

    await watchDrift(world.deps, dayMs);

    expect(world.request().drift).toMatchObject([{ kind: "too-much" }]);
  });

  it("is told with what it gives", async () => {
    const verification = await endOf(createWorld(), ({ workday }) => {
      workday.tenant.addGroup("HR Everything", [userName.toLowerCase()]);
      workday.tenant.addActive("HR Everything", { ...noPermissions, Modify: ["Payroll"] });
    });

    expect(verification).toMatchObject({
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
