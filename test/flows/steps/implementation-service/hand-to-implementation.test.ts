import { describe, expect, it } from "vitest";
import { noPermissions } from "../../../../src/flows/model/permissions.ts";
import {
  findProtected,
  handToImplementation,
} from "../../../../src/flows/steps/implementation-service/hand-to-implementation.ts";
import type { Task } from "../../../../src/flows/tasks/task.ts";
import { allBy, aTenant } from "../../../support/data/a-tenant.ts";
import { anActing } from "../../../support/fakes/a-step-context.ts";
import { createWorld } from "../../../support/fakes/world.ts";
import { matching } from "../../../workday/support/matching.ts";

const groupName = "ISSG_Viva";
const userName = "ISU_Viva";
const permissions = { ...noPermissions, Get: ["Security Administration"] };
const tenant = aTenant({
  hands: { ...allBy("implementation"), activate: "person" },
  protectedGroups: ["issg_bot"],
  protectedAccounts: ["ISU_Bot"],
  refusedDomains: ["security  administration"],
});

describe("findProtected", () => {
  it.each<[task: Task, words: RegExp | undefined]>([
    [{ name: "create-security-group", groupName }, undefined],
    [{ name: "inactivate-security-group", groupName: "ISSG_Bot" }, /group ISSG_Bot is protected/],
    [{ name: "add-group-member", groupName, userName }, undefined],
    [{ name: "remove-group-member", groupName, userName: "isu_bot" }, /isu_bot is protected/],
    [{ name: "grant-permissions", groupName, permissions: noPermissions }, undefined],
    [{ name: "grant-permissions", groupName, permissions }, /Security Administration is refused/],
    [{ name: "revoke-permissions", groupName, permissions }, undefined],
    [{ name: "activate", comment: "ISU-1" }, undefined],
  ])("judges %o", (task, words) => {
    const found = findProtected(task, tenant);

    expect(found).toEqual(words === undefined ? undefined : matching(words));
  });
});

describe("handToImplementation", () => {
  it("touches nothing that is protected", async () => {
    const world = createWorld({ tenant });

    const acted = await handToImplementation(anActing(world), {
      name: "create-security-group",
      groupName: "ISSG_BOT",
    });

    expect(acted).toMatchObject({ ok: false, error: { words: matching(/Nothing was touched/) } });
    expect(world.mishaps.calls).toEqual([]);
  });

  it("activates nothing", async () => {
    const world = createWorld({ tenant });

    const acted = await handToImplementation(anActing(world), { name: "activate", comment: "x" });

    expect(acted).toMatchObject({ ok: false, error: { words: matching(/no operation that/) } });
    expect(world.mishaps.calls).toEqual([]);
  });

  it("stops where the service is not switched on any more", async () => {
    const acting = anActing(createWorld({ tenant }));
    const { implementation: _none, ...place } = acting.place;

    const acted = await handToImplementation(
      { ...acting, place },
      { name: "create-security-group", groupName },
    );

    expect(acted).toMatchObject({ ok: false, error: { words: matching(/does not switch/) } });
  });
});
