import { createLedger } from "./ledger.ts";
import {
  type Bench,
  measureAudit,
  measureCreates,
  measureForm,
  measureMemory,
  measureRestart,
} from "./measures.ts";
import { toTable } from "./numbers.ts";
import { describePaced, measurePace } from "./pace.ts";
import { openStage, type Stage } from "./stage.ts";

/** What is measured, how often. */
export interface Extent {
  readonly forms: number;
  readonly singly: number;
  /** How many at once, and how often. */
  readonly atOnce: readonly { readonly atOnce: number; readonly rounds: number }[];
  readonly restart: { readonly waiting: number; readonly times: number };
  readonly audits: number;
}

async function measure(bench: Bench, extent: Extent): Promise<void> {
  measureMemory(bench, "idle");
  await measureForm(bench, extent.forms);
  say("one after the other");
  await measureCreates(bench, { atOnce: 1, rounds: extent.singly });
  await measureAudit(bench, extent.audits);
  for (const group of extent.atOnce) {
    say(`${group.atOnce} at once`);
    await measureCreates(bench, group);
    await measureAudit(bench, extent.audits);
  }
  measureMemory(bench, "after them");
  say("kill -9");
  await measureRestart(bench, extent.restart);
  measureMemory(bench, "after a restart");
}

/** Measures everything as fast as the bot can. @returns the table */
export async function measureAll(extent: Extent): Promise<string> {
  const most = Math.max(extent.restart.waiting, ...extent.atOnce.map(({ atOnce }) => atOnce));
  say("emulators, database and bot");
  // What is measured is the bot: Slack's limits would hide it.
  const ledger = createLedger();
  await onStage(await openStage(most, Number.POSITIVE_INFINITY), (stage) =>
    measure({ stage, ledger }, extent),
  );
  return toTable(ledger.series());
}

/**
 * Ten requests at once, and fifty, as Slack lets them through. Each number has a stage of its own: what Slack counts of
 * the one would slow down the other.
 */
export async function measureAtPace(extent: Extent): Promise<string> {
  const texts: string[] = [];
  for (const { atOnce } of extent.atOnce) {
    say(`${atOnce} at once, at Slack's pace`);
    await onStage(await openStage(atOnce, 1), async (stage) => {
      texts.push(...(await measurePace(stage, atOnce)).map(describePaced));
    });
  }
  return texts.join("\n\n");
}

/** Takes the stage down again, however it ends. */
async function onStage(stage: Stage, act: (stage: Stage) => Promise<void>): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stage.sandbox.stop().finally(() => process.exit(130)));
  }
  try {
    await act(stage);
  } finally {
    await stage.sandbox.stop();
  }
}

/** How far it is; the table alone goes to standard output. */
function say(what: string): void {
  process.stderr.write(`${what} …\n`);
}
