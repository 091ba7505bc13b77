import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { accountIn } from "../../../src/flows/request/account-of-request.ts";
import { ann, ben } from "../../support/data/people.ts";
import { canary } from "../../support/fakes/fake-random.ts";
import { faultWords, type PlannedFault } from "../../support/fakes/fault-injection.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

type Mishap = readonly [call: string, from: number, fault: PlannedFault];

const kinds: readonly PlannedFault[] = [
  { kind: "rejected" },
  { kind: "denied" },
  { kind: "unreachable" },
  { kind: "unknown" },
  { kind: "unknown", isDone: true },
  { kind: "unreadable" },
  { kind: "unreadable", isDone: true },
];

/** Every call that the story makes once the request is open, with each way it can fail. */
async function listMishaps(): Promise<readonly Mishap[]> {
  const world = createWorld();
  await world.open();
  const before = world.mishaps.calls.length;
  await world.live();
  const all = world.mishaps.calls;
  return all.slice(before).flatMap((call, index) => {
    if (!/^(workday|vault|runner)\./.test(call)) return [];
    const nth = all.slice(0, before + index + 1).filter((one) => one === call).length;
    return kinds.map((fault): Mishap => [call, nth, fault]);
  });
}

/** Carries the request on until the fault stops it, or has not. Whoever approves tries again. */
async function meet(world: World, [call, from, fault]: Mishap): Promise<void> {
  await world.open();
  world.mishaps.fail(call, { ...fault, from });
  await world.live(async (digest) => {
    const reply = await world.click(ben, { kind: "approve", digest });
    if (reply.kind === "fault") world.mishaps.clear();
  });
  world.mishaps.clear();
}

function say([call, from, { kind, isDone }]: Mishap): string {
  return `${kind}${isDone === true ? ", and yet done," : ""} from call ${from} of ${call}`;
}

/** What waits is tried again by itself, what is stuck by somebody. */
async function mend(world: World): Promise<void> {
  const { phase } = world.request();
  if (phase.kind === "stuck") await world.click(ann, { kind: "retry" });
  if (phase.kind !== "waiting-for-outside") return;
  world.clock.goOn(phase.retryAt - world.clock.now());
  await world.sweep();
}

/** What is really there of this request. */
function listLeft({ workday, vault, request }: World): readonly string[] {
  const { groupName } = accountIn(request());
  const pending = workday.tenant.pending().some((one) => one.securityGroup === groupName);
  const left: readonly (readonly [what: string, isThere: boolean])[] = [
    ["account", workday.users().length > 0],
    ["integration-system", workday.systems().length > 0],
    ["permissions", pending || workday.tenant.active().length > 0],
    ["secret", vault.all().some(({ enabled }) => enabled)],
    ["security-group", workday.tenant.groups().length > 0],
  ];
  return left.flatMap(([what, isThere]) => (isThere ? [what] : []));
}

/** What is wrong with a request that should have been carried out. */
function flawsOf(world: World): readonly string[] {
  const { phase } = world.request();
  const puts = new Set(world.workday.puts);
  const enabled = world.vault.all().filter((version) => version.enabled);
  const rules: readonly (readonly [flaw: string, isKept: boolean])[] = [
    ["it is not done", phase.kind === "done"],
    ["it was not activated once", world.workday.tenant.activations.length === 1],
    ["not one version is enabled", enabled.length === 1],
    ["another account was put", puts.size === 1 && puts.has("ISU_Viva")],
    ["a secret leaked", !world.everything().includes(canary)],
  ];
  return rules.flatMap(([flaw, isKept]) => (isKept ? [] : [flaw]));
}

describe("a request whose outside fails", () => {
  it("is finished by itself, or after Try again", async () => {
    const flaws: string[] = [];

    for (const mishap of await listMishaps()) {
      const world = createWorld();
      await meet(world, mishap);
      const { phase } = world.request();
      if (phase.kind === "stuck" && !phase.words.endsWith(".")) flaws.push("no sentence");
      await mend(world);
      await world.live();
      flaws.push(...flawsOf(world).map((flaw) => `${say(mishap)}: ${flaw}`));
    }

    expect(flaws).toEqual([]);
  });

  it("is cleaned up after a withdrawal, and lists what is left", async () => {
    const differences: unknown[] = [];

    for (const mishap of await listMishaps()) {
      const world = createWorld();
      await meet(world, mishap);
      if (!["stuck", "waiting-for-outside"].includes(world.request().phase.kind)) continue;
      await world.click(ann, { kind: "withdraw" });
      const { phase, leftBehind } = await world.live();
      const listed = leftBehind.map(({ what }) => what).toSorted();
      const left = listLeft(world);
      if (phase.kind !== "ended" || !isDeepStrictEqual(listed, left)) {
        differences.push({ mishap: say(mishap), phase, listed, left });
      }
      if (world.everything().includes(canary)) differences.push(`${say(mishap)}: a secret leaked`);
    }

    expect(differences).toEqual([]);
  });

  it("is stuck with the fault's own words", async () => {
    const world = createWorld();

    await meet(world, ["workday.putIntegrationSystem", 1, { kind: "denied" }]);

    expect(world.request().phase).toMatchObject({
      kind: "stuck",
      step: "create-integration-system",
      words: faultWords,
    });
  });
});
