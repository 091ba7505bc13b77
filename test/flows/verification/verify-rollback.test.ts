import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import type { PendingChange } from "../../../src/flows/model/pending.ts";
import type { RollbackDraft } from "../../../src/flows/request/draft.ts";
import { toNetChanges, toNewestKey } from "../../../src/flows/request/rollback.ts";
import { compareTimestamps } from "../../../src/flows/verification/verify-rollback.ts";
import { foreignChange, requestId } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ben, dan } from "../../support/data/people.ts";
import { rollbackStep as step, waiting } from "../../support/scenes/rollback.ts";

describe("the verification of a roll back", () => {
  it("is different where a person said done and did nothing", async () => {
    const world = await waiting({ tenant: aTenant({ hands: allBy("person") }) });
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();

    await world.click(dan, { kind: "start", step });
    await world.click(dan, { kind: "report-done", step });
    const done = await world.work();

    expect(done.facts.verification).toMatchObject({ outcome: "different" });
    const words = done.facts.verification?.items.map((item) => item.words).join("\n");
    expect(words).toContain("lists the later activations still");
    expect(words).toContain("is not pending again");
    expect(words).toContain("is still in force");
  });

  it.each(["readTimestamps", "readPendingChanges", "readGroupPermissions"] as const)(
    "is unverified where %s fails",
    async (read) => {
      const world = await waiting({ tenant: aTenant({ hands: allBy("person") }) });
      await world.click(ben, { kind: "approve", digest: world.shownDigest() });
      const { plan } = await world.work();
      await world.click(dan, { kind: "start", step });
      for (const one of plan) if ("task" in one) world.workday.tenant.perform(one.task);
      world.mishaps.fail(`workday.${read}`, { kind: "denied", times: 9 });

      await world.click(dan, { kind: "report-done", step });
      const done = await world.work();

      expect(done.facts.verification).toMatchObject({ outcome: "unverified", items: [{}] });
    },
  );
});

describe("the arithmetic of a roll back", () => {
  const added: PendingChange = { ...foreignChange, change: "Added" };
  const removed: PendingChange = { ...foreignChange, change: "Removed" };

  it.each<[what: string, lists: PendingChange[][], net: PendingChange[]]>([
    ["one change", [[added]], [added]],
    ["the same change twice", [[added], [added]], [added]],
    ["a change and its opposite", [[added], [removed]], []],
    ["a change, its opposite and the change", [[added], [removed], [added]], [added]],
  ])("nets %s", (_what, lists, net) => {
    expect(toNetChanges(lists)).toEqual(net);
  });

  it("knows the newest of the very moment by all of them, in whatever order", () => {
    const one = { at: instant(2), by: "a", comment: "one" };
    const two = { at: instant(2), by: "b", comment: "two" };

    expect(toNewestKey([one, two])).toBe(toNewestKey([{ ...one, at: instant(1) }, two, one]));
    expect(toNewestKey([])).toBe("");
  });

  const to = { at: instant(1), by: "", comment: "to" };
  const draft: RollbackDraft = {
    kind: "rollback",
    tenant: aTenant().name,
    reason: "R",
    to,
    undone: [{ at: instant(2), by: "", comment: "later" }],
    again: [],
    affected: [],
  };

  it.each<[what: string, comments: readonly [number, string][], kinds: string[]]>([
    ["nothing at all", [], ["unseen"]],
    ["the timestamp as the newest", [[1, "to"]], []],
    [
      "a line of the roll back's own",
      [
        [1, "to"],
        [2, "later"],
        [3, `${requestId}: back`],
      ],
      [],
    ],
    [
      "the later ones still",
      [
        [1, "to"],
        [2, "later"],
      ],
      ["unseen"],
    ],
    [
      "a stranger's activation",
      [
        [1, "to"],
        [3, "quick fix"],
      ],
      ["other"],
    ],
  ])("takes a report that lists %s for what it is", (_what, comments, kinds) => {
    const timestamps = comments.map(([at, comment]) => ({ at: instant(at), by: "", comment }));

    const items = compareTimestamps(draft, timestamps, requestId);

    expect(items.map(({ kind }) => kind)).toEqual(kinds);
  });
});
