import { parseArgs } from "node:util";
import type { Extent } from "./measure-all.ts";

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

/** What is measured, and how. */
interface Wish {
  readonly extent: Extent;
  readonly isAtPace: boolean;
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
    return { extent: values.quick ? quick : full, isAtPace: values.pace };
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
    // Loaded only now: whoever asks for help needs none of it.
    const { measureAll, measureAtPace } = await import("./measure-all.ts");
    const measure = wish.isAtPace ? measureAtPace : measureAll;
    process.stdout.write(`${await measure(wish.extent)}\n`);
  } catch (error) {
    const [words] = String(error).split("\n");
    process.stderr.write(`${words}\n`);
    process.exitCode = 1;
  }
}
