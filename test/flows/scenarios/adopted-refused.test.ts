import { describe, expect, it } from "vitest";
import type { RawChange, RawClient } from "../../../src/flows/request/raw-draft.ts";
import { ok } from "../../../src/result.ts";
import { like } from "../../bot/support/like.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange } from "../../support/data/changes.ts";
import { withTheirs } from "../../support/fakes/theirs.ts";
import type { World } from "../../support/fakes/world.ts";
import { aRawClient } from "../../support/scenes/client-scene.ts";

const userName = "ISU_Theirs";

const kinds: readonly (RawChange | RawClient)[] = [
  aRawChange({ userName }),
  aRawChange({ userName, kind: "retire" }),
  aRawChange({ userName, kind: "activate-group" }),
  aRawClient({ userName }),
];

function changed(change: (world: World) => void): World {
  const world = withTheirs();
  change(world);
  return world;
}

describe.each(kinds.map((raw) => [raw.kind, raw] as const))(
  "%s of an account that the bot did not make",
  (_kind, raw) => {
    it.each<[what: string, world: () => World, words: string]>([
      [
        "that is protected",
        () => withTheirs({ tenant: aTenant({ protectedAccounts: ["isu_theirs"] }) }),
        "protected",
      ],
      [
        "whose group is protected",
        () => withTheirs({ tenant: aTenant({ protectedGroups: ["issg_theirs"] }) }),
        "protected",
      ],
      [
        "whose group others are in",
        () =>
          changed(({ workday }) =>
            workday.tenant.perform({
              name: "add-group-member",
              groupName: "ISSG_Theirs",
              userName: "lmcneil",
            }),
          ),
        "lmcneil",
      ],
      [
        "whose group is shown twice, once with others in it",
        () => changed(({ workday }) => workday.tenant.addGroup("ISSG_Theirs", ["lmcneil"])),
        "lmcneil",
      ],
      [
        "belongs to no integration system",
        () =>
          changed(({ workday }) => {
            workday.deleteUser("INT_Theirs");
            workday.addAccount(userName);
          }),
        "belongs to no integration system",
      ],
      [
        "whose group's permissions no report tells",
        () =>
          changed(({ workday }) =>
            Object.assign(workday, {
              readGroupPermissions: async () => ok({ kind: "cannot-see" }),
            }),
          ),
        "no report of what its groups may do",
      ],
    ])("is refused for one %s", async (_what, world, words) => {
      expect(await world().open(raw)).toMatchObject({
        kind: "not-opened",
        check: { problems: { userName: like(words) } },
      });
    });

    it("is refused while a report fails", async () => {
      const world = withTheirs();
      world.mishaps.fail("workday.readGroupPermissions", { kind: "unreachable" });

      expect(await world.open(raw)).toMatchObject({ check: { kind: "fault" } });
    });

    it("waits for another request at it", async () => {
      const world = withTheirs();
      await world.open(aRawChange({ userName }));

      expect(await world.openNext(raw)).toMatchObject({
        check: { problems: { userName: like("The open request") } },
      });
    });

    it("asks which group where it is in several, and takes the one that is named", async () => {
      const world = withTheirs();
      const more = "ISSG_More";
      world.workday.tenant.addGroup(more, [userName]);
      world.workday.tenant.perform({ name: "inactivate-security-group", groupName: more });

      expect(await world.open(raw)).toMatchObject({
        check: { problems: { userName: like("ISSG_Theirs; ISSG_More") } },
      });
      expect(await world.openNext({ ...raw, groupName: "issg_more" })).toMatchObject({
        kind: "accepted",
      });
      expect(world.request().draft).toMatchObject({ groupName: more });
    });
  },
);
