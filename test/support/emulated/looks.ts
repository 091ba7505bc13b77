import { onTestFinished } from "vitest";
import type { Verification } from "../../../src/flows/model/verification.ts";
import { lookAtRequest } from "../../../src/flows/verification/look-at-request.ts";
import { anActing } from "../fakes/a-step-context.ts";
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
export async function lookAgain({ world }: EmulatedWorld): Promise<JudgedVerdict> {
  const acting = anActing(world, { request: world.request() });
  const { verification } = await lookAtRequest(acting);
  return { facts: [], ...verification };
}

type JudgedVerdict = Verification & Required<Pick<Verification, "facts">>;

/** The facts that an eye showed as they were asked for. */
export function listSeen({ facts }: JudgedVerdict): readonly string[] {
  return facts.filter(({ seen }) => seen === "as-asked").map(({ fact }) => fact);
}

/** What was said now that was not said before. */
export function listNews(before: Verification, now: Verification): readonly string[] {
  const said = new Set(before.items.map(({ words }) => words));
  return now.items.map(({ words }) => words).filter((words) => !said.has(words));
}
