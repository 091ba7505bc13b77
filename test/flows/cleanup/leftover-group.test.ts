import { describe, expect, it } from "vitest";
import { findLeftoverGroup } from "../../../src/flows/cleanup/leftover-group.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { AccountDraft } from "../../../src/flows/request/draft.ts";
import type { StepName } from "../../../src/flows/tasks/step.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const groupName = "ISSG_Viva";
const group = { kind: "existing", isActive: true, members: [], holds: noPermissions } as const;
const joining = aDraft({ group });
const retiring: AccountDraft = { ...aDraft(), kind: "retire" };
const activating: AccountDraft = { ...aDraft(), kind: "activate-group" };
const members = ["isu_viva"];
const unseen = "the bot cannot see groups in this tenant. Look at it in Workday.";

interface Ended {
  readonly draft?: AccountDraft;
  readonly begun?: readonly StepName[];
  readonly gaveUp?: readonly StepName[];
}

const made: Ended = { begun: ["create-security-group"] };
const joined: Ended = { draft: joining, begun: ["add-group-member"] };
const activated: Ended = { draft: activating, begun: ["activate-security-group"] };
const out: Ended = { draft: retiring, gaveUp: ["add-group-member"] };

async function look({ deps }: World, ended: Ended): Promise<string | undefined> {
  const found = await findLeftoverGroup(deps, { draft: aDraft(), begun: [], gaveUp: [], ...ended });
  return found?.words;
}

function withGroup(named: readonly string[], isActive: boolean): World {
  const world = createWorld();
  world.workday.tenant.addGroup(groupName, named);
  if (!isActive) world.workday.tenant.perform({ name: "inactivate-security-group", groupName });
  return world;
}

describe("lookForGroup", () => {
  it.each<[what: string, ended: Ended, members: readonly string[], isActive: boolean]>([
    ["nothing was begun", {}, members, true],
    ["the account was put into a group of its own", { begun: ["add-group-member"] }, members, true],
    ["the account is not in the group that it joined", joined, [], true],
    ["the account is in the group that it should leave", out, members, true],
    ["the group is inactive", activated, members, false],
  ])("finds nothing where %s", async (_what, ended, named, isActive) => {
    expect(await look(withGroup(named, isActive), ended)).toBeUndefined();
  });

  it.each<[words: string, ended: Ended, members: readonly string[], isActive: boolean]>([
    [
      "The security group ISSG_Viva stays (active, with the user). Delete it in Workday when nothing needs it.",
      made,
      members,
      true,
    ],
    [
      "The security group ISSG_Viva stays (inactive, without the user). Delete it in Workday when nothing needs it.",
      made,
      [],
      false,
    ],
    [
      "ISU_Viva is still in the security group ISSG_Viva, which was there before this request. Take it out with Edit Integration System Security Group.",
      joined,
      members,
      true,
    ],
    [
      "ISU_Viva is out of the security group ISSG_Viva. Put it back with Edit Integration System Security Group, or retire the account.",
      out,
      [],
      true,
    ],
    [
      "The security group ISSG_Viva is active. Check Inactive with Edit Security Group.",
      activated,
      [],
      true,
    ],
  ])("says: %s", async (words, ended, named, isActive) => {
    expect(await look(withGroup(named, isActive), ended)).toBe(words);
  });

  it.each<[ended: Ended, words: string]>([
    [made, `The security group ISSG_Viva may be there: ${unseen}`],
    [joined, `ISU_Viva may be in the security group ISSG_Viva: ${unseen}`],
    [activated, `The security group ISSG_Viva may be active: ${unseen}`],
    [out, `ISU_Viva may be out of the security group ISSG_Viva: ${unseen}`],
  ])("counts what nobody sees as left", async (ended, words) => {
    const failing = createWorld();
    failing.mishaps.fail("workday.readSecurityGroups", { kind: "denied" });

    expect(await look(createWorld({ hasReports: false }), ended)).toBe(words);
    expect(await look(failing, ended)).toBe(words);
  });

  it("finds nothing of a group that is gone", async () => {
    expect(await look(createWorld(), made)).toBeUndefined();
  });
});
