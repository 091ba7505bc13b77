import { describe, expect, it } from "vitest";
import { listPlaced, readMemberships } from "../../../src/flows/inventory/other-groups.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const request = given(anOpening());

/** A tenant in which somebody put the account into a group besides. */
function aWorld(): World {
  const world = createWorld();
  world.workday.tenant.addGroup("ISSG_Viva", ["ISU_Viva"]);
  world.workday.tenant.addGroup("HR Everything", ["isu_viva", "lmcneil"]);
  world.workday.tenant.addActive("HR Everything", { ...noPermissions, Get: ["Payroll"] });
  return world;
}

describe("listPlaced", () => {
  const created = given(anOpening());
  const { draft } = created;
  if (draft.kind !== "create") throw new Error(draft.kind);
  const retired: Request = { ...created, draft: { ...draft, kind: "retire" } };
  const again: Request = { ...created, draft: { ...draft, groupName: "ISSG_New" } };

  it("knows the groups of requests, and none from before the account ended", () => {
    expect(listPlaced([created, again], draft)).toEqual(["ISSG_Viva", "ISSG_New"]);
    expect(listPlaced([created, retired, again], draft)).toEqual(["ISSG_New"]);
    expect(listPlaced([created, retired], draft)).toEqual([]);
  });
});

describe("readMemberships", () => {
  it("shows what else the account is in, and what that gives", async () => {
    expect(await readMemberships(aWorld().deps, request)).toEqual({
      ok: true,
      value: {
        kind: "seen",
        groups: [{ groupName: "HR Everything", gives: ["Get on Payroll"] }],
      },
    });
  });

  it("says of an inactive one that it is", async () => {
    const world = aWorld();
    world.workday.tenant.perform({ name: "inactivate-security-group", groupName: "HR Everything" });

    expect(await readMemberships(world.deps, request)).toMatchObject({
      value: { groups: [{ groupName: "HR Everything (inactive)" }] },
    });
  });

  it("names it alone where nobody can read what it gives", async () => {
    const world = aWorld();
    world.mishaps.fail("workday.readGroupPermissions", { kind: "denied" });

    expect(await readMemberships(world.deps, request)).toEqual({
      ok: true,
      value: { kind: "seen", groups: [{ groupName: "HR Everything" }] },
    });
  });

  it("shows nothing where the account is in no other group", async () => {
    const world = createWorld();
    world.workday.tenant.addGroup("ISSG_Viva", ["ISU_Viva"]);

    expect(await readMemberships(world.deps, request)).toEqual({ ok: true, value: undefined });
  });

  it("hands on that the groups cannot be read", async () => {
    const world = aWorld();
    world.mishaps.fail("workday.readSecurityGroups", { kind: "denied" });

    expect(await readMemberships(world.deps, request)).toEqual({
      ok: false,
      error: aFault("denied"),
    });
  });
});
