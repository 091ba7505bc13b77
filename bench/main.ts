import { parseArgs } from "node:util";
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

const usage = `npm run bench -- [options]

Measures the real bot between the emulators of the sandbox, on an embedded PostgreSQL, and prints one table.
Nothing leaves the machine, nothing is kept. How to read it: docs/operate.md.

  --quick   fewer times, and ten requests at once at the most: under a minute
  --pace    in place of the table: ten requests at once, and fifty, at Slack's own pace; about six minutes
            (with --quick ten only: one minute)
  --help    this text

Ends with 0 when everything was measured, with 1 when something broke, with 64 when these options cannot be read.
`;

/** sysexits.h: EX_USAGE. */
const badUsage = 64;

interface Extent {
  readonly forms: number;
  readonly singly: number;
  /** How many at once, and how often. */
  readonly atOnce: readonly { readonly atOnce: number; readonly rounds: number }[];
  readonly restart: { readonly waiting: number; readonly times: number };
  readonly audits: number;
}

const full: Extent = {
  forms: 50,
  singly: 20,
  atOnce: [
    { atOnce: 10, rounds: 5 },
    { atOnce: 50, rounds: 2 },
  ],
  restart: { waiting: 50, times: 5 },
  audits: 20,
};

const quick: Extent = {
  forms: 5,
  singly: 3,
  atOnce: [{ atOnce: 10, rounds: 1 }],
  restart: { waiting: 10, times: 1 },
  audits: 3,
};

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

async function run(extent: Extent): Promise<string> {
  const most = Math.max(extent.restart.waiting, ...extent.atOnce.map(({ atOnce }) => atOnce));
  say("emulators, database and bot");
  // What is measured is the bot: Slack's limits would hide it.
  const ledger = createLedger();
  await onStage(await openStage(most, Number.POSITIVE_INFINITY), (stage) =>
    measure({ stage, ledger }, extent),
  );
  return toTable(ledger.series());
}

/** Each number of requests on a stage of its own: what Slack counts of the one would slow down the other. */
async function runAtPace(extent: Extent): Promise<string> {
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

/** What is measured, and how. */
interface Wish {
  readonly extent: Extent;
  readonly run: (extent: Extent) => Promise<string>;
}

/** Reads the command line; a text is what to say instead. */
function readWish(args: readonly string[]): Wish | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        quick: { type: "boolean", default: false },
        pace: { type: "boolean", default: false },
        help: { type: "boolean" },
      },
    });
    if (values.help === true) return usage;
    return { extent: values.quick ? quick : full, run: values.pace ? runAtPace : run };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  }
}

const wish = readWish(process.argv.slice(2));
if (typeof wish === "string") {
  (wish === usage ? process.stdout : process.stderr).write(wish);
  process.exitCode = wish === usage ? 0 : badUsage;
} else {
  try {
    process.stdout.write(`${await wish.run(wish.extent)}\n`);
  } catch (error) {
    const [words] = String(error).split("\n");
    process.stderr.write(`${words}\n`);
    process.exitCode = 1;
  }
}
