import { describe, expect, it } from "vitest";
import { like } from "../../bot/support/like.ts";
import { aRawJoining } from "../../support/data/a-group.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { ann, ben } from "../../support/data/people.ts";
import { createWorld } from "../../support/fakes/world.ts";

describe("a security group that the configuration protects", () => {
  it.each<[typed: string, rule: string]>([
    ["ISSG_HR", "issg_hr"],
    ["issg_hr ", "ISSG_HR"],
    ["Security\u00a0Administrators", "Security  Administrators"],
  ])("is not joined by the name %j where %j is protected", async (groupName, rule) => {
    const tenant = aTenant({ protectedGroups: [rule] });
    const world = createWorld({ tenant });
    world.workday.tenant.addGroup("ISSG_HR", ["somebody"]);
    world.workday.tenant.addGroup("Security Administrators", ["somebody"]);

    expect(await world.open(aRawJoining({ groupName }))).toMatchObject({
      kind: "not-opened",
      check: { problems: { groupName: like("protected") } },
    });
  });
});

describe("an account that the configuration protects since it was made", () => {
  const rules = aTenant({ protectedAccounts: ["isu_viva"] });

  it.each(["rotate", "retire"] as const)("is not asked to %s", async (kind) => {
    const world = await withAccount();
    world.configure((place) => ({ ...place, tenant: rules }));

    expect(await world.openNext(aRawChange({ kind }))).toMatchObject({
      kind: "not-opened",
      check: { problems: { userName: like("protected") } },
    });
  });

  it.each([rules, aTenant({ protectedGroups: ["ISSG_Viva"] })])(
    "is not touched by what was approved before",
    async (tenant) => {
      const world = await withAccount();
      const { length } = world.workday.puts;
      await world.openNext(aRawChange());
      await world.work();
      await world.click(ben, { kind: "approve", digest: world.shownDigest() });
      world.configure((place) => ({ ...place, tenant }));

      expect((await world.work()).phase).toMatchObject({
        kind: "stuck",
        words: like("protected"),
      });
      expect(world.workday.puts).toHaveLength(length);
      await world.click(ann, { kind: "withdraw" });
      expect((await world.work()).phase).toEqual({ kind: "ended" });
    },
  );
});

describe("a runner that the configuration names no more", () => {
  it("leaves the request waiting for somebody, and its clean-up goes on to the end", async () => {
    const world = createWorld();
    const { runner } = world;
    await world.open();
    world.configure(({ runner: _none, ...place }) => place);

    expect((await world.work()).phase).toMatchObject({
      kind: "stuck",
      words: like("names no runner"),
    });

    world.configure((place) => ({ ...place, runner }));
    await world.click(ann, { kind: "retry" });
    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    world.configure(({ runner: _none, ...place }) => place);
    await world.click(ann, { kind: "withdraw" });
    expect((await world.work()).phase).toEqual({ kind: "ended" });
  });
});
