import { onTestFinished } from "vitest";
import type { Comparison } from "../../../src/flows/verification/expectation.ts";
import { lookAtRequest } from "../../../src/flows/verification/verify.ts";
import { anActing } from "../fakes/a-step-context.ts";
import { valueIn } from "../value-in.ts";
import { type EmulatedWorld, startEmulated } from "./emulated-world.ts";
import type { HonestRun } from "./honest-runs.ts";

/** Plays an honest run to its end, in a tenant of its own for as long as the test runs. */
export async function playHonestly(
  { play }: HonestRun,
  options: Parameters<typeof startEmulated>[0] = { hand: "runner" },
): Promise<EmulatedWorld> {
  const on = await startEmulated(options);
  onTestFinished(() => on.stop());
  await play(on);
  const { phase } = on.world.request();
  if (phase.kind !== "done") throw new Error(`Honest, and ${JSON.stringify(phase)}`);
  return on;
}

/** Looks once more at a request that is done. */
export async function lookAgain({ world }: EmulatedWorld): Promise<Comparison> {
  return valueIn(await lookAtRequest(anActing(world, { request: world.request() })));
}

/** The facts that an eye showed as they were asked for. */
export function listSeen({ expected, findings }: Comparison): readonly string[] {
  const wrong = new Set(
    findings.filter(({ items }) => items.length > 0).flatMap(({ facts }) => facts),
  );
  const told = new Set(findings.flatMap(({ facts }) => facts));
  return expected.map(({ fact }) => fact).filter((fact) => told.has(fact) && !wrong.has(fact));
}

/** What was said now that was not said before. */
export function listNews(before: Comparison, now: Comparison): readonly string[] {
  const said = wordsOf(before);
  return [...wordsOf(now)].filter((words) => !said.has(words));
}

function wordsOf({ findings }: Comparison): ReadonlySet<string> {
  return new Set(findings.flatMap(({ items }) => items.map(({ words }) => words)));
}
