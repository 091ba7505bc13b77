import { describe, expect, it, onTestFinished } from "vitest";
import { kinds } from "../../../src/flows/kinds/kinds.ts";
import type { Task } from "../../../src/flows/tasks/task.ts";
import { type EmulatedWorld, startEmulated } from "../../support/emulated/emulated-world.ts";
import { type HonestRun, honestRuns } from "../../support/emulated/honest-runs.ts";
import { playHonestly } from "../../support/emulated/looks.ts";
import { services, swallow } from "../../support/emulated/silent-services.ts";
import { listWrongDeeds } from "../../support/emulated/wrong-deeds.ts";

/** Whoever lied is asked once more: what was said to be done was not believed. */
class AskedAgain extends Error {}

function isItsOwn({ world }: EmulatedWorld, { kind }: HonestRun): boolean {
  return world.request().draft.kind === kind;
}

async function endOf(run: HonestRun, on: EmulatedWorld): Promise<string> {
  try {
    await run.play(on);
  } catch (error) {
    if (error instanceof AskedAgain) return "asked again";
    throw error;
  }
  const { phase, facts } = on.world.request();
  return phase.kind === "done" ? (facts.verification?.outcome ?? "done") : phase.kind;
}

/** How a request ends where one task is done in another way than it was asked for, and said to be done. */
async function endWith(
  run: HonestRun,
  { hand, task, deeds }: { hand: "runner" | "person"; task: Task; deeds: readonly Task[] },
): Promise<string> {
  let lies = 0;
  const on = await startEmulated({
    hand,
    deeds: (asked) => {
      if (asked.name !== task.name || !isItsOwn(on, run)) return [asked];
      lies += 1;
      if (lies > 1) throw new AskedAgain();
      return deeds;
    },
  });
  onTestFinished(() => on.stop());
  return endOf(run, on);
}

interface Asked {
  readonly run: HonestRun;
  readonly task: Task;
}

/** Each task that requests of a kind ask for, once, with a request that asks for it. */
async function listAsked(kind: string, hand: "runner" | "person"): Promise<readonly Asked[]> {
  const asked = new Map<string, Asked>();
  for (const run of honestRuns.filter((one) => one.kind === kind)) {
    const { world } = await playHonestly(run, { hand });
    for (const step of world.request().plan) {
      if ("task" in step) asked.set(toKey(step.task), { run, task: step.task });
    }
  }
  return [...asked.values()];
}

/** A group that is constrained is made and looked at in another way. */
function toKey(task: Task): string {
  return `${task.name} ${"constrained" in task}`;
}

describe("whoever is asked for a task, does another thing and says that it is done", () => {
  it.each(Object.keys(kinds))("is not believed, a person: %s", async (kind) => {
    const believed: string[] = [];
    for (const { run, task } of await listAsked(kind, "person")) {
      for (const deeds of listWrongDeeds(task)) {
        const end = await endWith(run, { hand: "person", task, deeds });
        if (end === "verified") believed.push(`${task.name}: ${JSON.stringify(deeds)}`);
      }
    }

    expect(believed).toEqual([]);
  });

  it.each(Object.keys(kinds))("is not believed, a runner that does nothing: %s", async (kind) => {
    const believed: string[] = [];
    for (const { run, task } of await listAsked(kind, "runner")) {
      const end = await endWith(run, { hand: "runner", task, deeds: [] });
      if (end === "verified") believed.push(task.name);
    }

    expect(believed).toEqual([]);
  });
});

describe("a service that answers and does nothing", () => {
  it.each(services)("is not believed: $port $name", async (service) => {
    const ends: string[] = [];
    let times = 0;
    for (const run of honestRuns.filter(({ kind }) => service.kinds.includes(kind))) {
      const on = await startEmulated({ hand: "implementation" });
      onTestFinished(() => on.stop());
      const isAsked = swallow(on, service, () => isItsOwn(on, run));
      const end = await endOf(run, on);
      if (!isAsked()) continue;
      times += 1;
      ends.push(end);
    }

    expect(times).toBeGreaterThan(0);
    expect(ends).not.toContain("verified");
  });
});
