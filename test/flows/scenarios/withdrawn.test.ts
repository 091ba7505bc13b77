import { describe, expect, it } from "vitest";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben } from "../../support/data/people.ts";
import { canary } from "../../support/fakes/fake-random.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

/** Every call of a story that changes or reads the outside. */
async function listCalls(): Promise<readonly (readonly [call: string, nth: number])[]> {
  const world = createWorld();
  await world.open();
  const before = world.mishaps.calls.length;
  await world.live();
  const all = world.mishaps.calls;
  return all
    .map(
      (call, index) =>
        [call, all.slice(0, index + 1).filter((one) => one === call).length] as const,
    )
    .slice(before)
    .filter(([call]) => /^(workday|runner|vault)\./.test(call));
}

/** What of this request is in the tenant and the vault, by the names of the list of what is left. */
function listLeft({ workday, vault }: World): readonly string[] {
  const { tenant } = workday;
  const left: readonly (readonly [what: string, isThere: boolean])[] = [
    ["account", workday.users().length > 0],
    ["integration-system", workday.systems().length > 0],
    ["permissions", tenant.pending().length + tenant.active().length > 0],
    ["secret", vault.all().some(({ enabled }) => enabled)],
    ["security-group", tenant.groups().length > 0],
  ];
  return left.flatMap(([what, isThere]) => (isThere ? [what] : []));
}

interface Ending {
  readonly at: string;
  readonly reply: string;
  readonly phase: string;
  readonly isListed: boolean;
  readonly doneAfter: readonly string[];
}

async function withdrawAt(call: string, nth: number): Promise<Ending> {
  const world = createWorld();
  await world.open();
  let reply = "";
  let tasks = 0;
  world.mishaps.meanwhile(
    call,
    async () => {
      const answer = await world.click(ann, { kind: "withdraw" });
      reply = answer.kind === "refused" ? answer.refusal : answer.kind;
      tasks = world.workday.tenant.performed.length;
    },
    nth,
  );
  const { phase, leftBehind } = await world.live();
  const listed = leftBehind.map(({ what }) => what).toSorted();
  const making = /^(create|add|grant|activate)/;
  // The task in flight is finished; another one that makes something must not follow.
  const inFlight = call === "runner.perform" ? 1 : 0;
  const performed = world.workday.tenant.performed.slice(tasks + inFlight).map(({ name }) => name);
  return {
    at: `${call} ${nth}`,
    reply,
    phase: phase.kind,
    isListed: listed.join() === listLeft(world).join() && !world.everything().includes(canary),
    doneAfter: reply === "accepted" ? performed.filter((name) => making.test(name)) : [],
  };
}

describe("a withdrawal while a step is in flight", () => {
  it("lets nothing more be made, and cleans up what the step made", async () => {
    const endings: Ending[] = [];

    for (const [call, nth] of await listCalls()) endings.push(await withdrawAt(call, nth));

    const accepted = endings.filter(({ reply }) => reply === "accepted");
    const refused = endings.filter(({ reply }) => reply === "activating-already");
    expect(accepted.length + refused.length).toBe(endings.length);
    expect(accepted.filter(({ phase }) => phase !== "ended")).toEqual([]);
    expect(accepted.filter(({ doneAfter }) => doneAfter.length > 0)).toEqual([]);
    expect(accepted.filter(({ isListed }) => !isListed)).toEqual([]);
    expect(refused.filter(({ phase }) => phase !== "done")).toEqual([]);
    expect([accepted.length > 10, refused.length > 8]).toEqual([true, true]);
  });

  it("hands no task to a person any more", async () => {
    const world = createWorld({
      tenant: aTenant({ hands: { ...allBy("runner"), activate: "person" } }),
    });
    await world.open();
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    world.mishaps.meanwhile("workday.readPendingChanges", async () => {
      await world.click(ann, { kind: "withdraw" });
    });

    const ended = await world.live();

    expect(ended).toMatchObject({ phase: { kind: "ended" }, closing: { kind: "withdrawn" } });
    expect(world.events().map(({ kind }) => kind)).not.toContain("handed-over");
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it.each(["create-user", "grant-permissions", "activate"])(
    "lets %s not begin when it comes between two statements",
    async (step) => {
      const world = createWorld();
      await world.open();
      world.mishaps.meanwhile(`store.decide begin ${step}`, async () => {
        await world.click(ann, { kind: "withdraw" });
      });

      const ended = await world.live();

      expect(ended.phase).toEqual({ kind: "ended" });
      expect(ended.begun).not.toContain(step);
      expect(world.workday.tenant.activations).toEqual([]);
    },
  );

  it.each<[call: string]>([["workday.putIntegrationSystemUser"], ["runner.perform"]])(
    "goes on with the clean-up when %s fails then",
    async (call) => {
      const world = createWorld();
      await world.open();
      world.mishaps.fail(call, { kind: "rejected", times: 1 });
      world.mishaps.meanwhile(call, async () => {
        await world.click(ann, { kind: "withdraw" });
      });

      const ended = await world.live();

      expect(ended.phase).toEqual({ kind: "ended" });
      expect(world.events().map(({ kind }) => kind)).not.toContain("step-failed");
      expect(ended.leftBehind.map(({ what }) => what).toSorted()).toEqual(listLeft(world));
    },
  );

  it("asks nobody to approve any more", async () => {
    const world = createWorld();
    await world.open();
    world.mishaps.meanwhile("workday.readPendingChanges", async () => {
      await world.click(ann, { kind: "withdraw" });
    });

    const ended = await world.live();

    expect(ended.phase).toEqual({ kind: "ended" });
    expect(world.events().map(({ kind }) => kind)).not.toContain("approval-asked");
  });
});

async function withdrawn(prepare: (world: World) => void): Promise<World> {
  const world = createWorld();
  await world.open();
  await world.work();
  prepare(world);
  await world.click(ann, { kind: "withdraw" });
  await world.work();
  return world;
}

describe("a clean-up", () => {
  it("does the rest when one step cannot be done, and says why", async () => {
    const world = await withdrawn(({ runner }) =>
      runner.refuseNext("revoke-permissions", {
        kind: "failed",
        reason: "error",
        words: "Stuck robot.",
      }),
    );

    expect(world.events()).toContainEqual({
      kind: "gave-up",
      step: "revoke-permissions",
      words: "Stuck robot.",
    });
    expect(world.workday.tenant.groups()).toMatchObject([{ active: false, members: [] }]);
    expect(world.request().leftBehind.map(({ what }) => what)).toContain("permissions");
  });

  it("is done again under other keys, and takes what is gone off the list", async () => {
    const world = await withdrawn(({ runner }) =>
      runner.refuseNext("revoke-permissions", {
        kind: "failed",
        reason: "error",
        words: "Stuck robot.",
      }),
    );

    const reply = await world.click(ann, { kind: "clean-up-again" });
    const ended = await world.work();

    expect(reply.kind).toBe("accepted");
    expect(ended.phase).toEqual({ kind: "ended" });
    expect(world.workday.tenant.pending()).toEqual([]);
    expect(ended.leftBehind.map(({ what }) => what)).not.toContain("permissions");
  });

  it("looks once more when there was nothing to undo", async () => {
    const world = createWorld();
    world.channels.become("gone");
    await world.open();
    await world.work();

    await world.click(ann, { kind: "withdraw" });

    expect((await world.work()).leftBehind).toEqual([]);
  });
});
