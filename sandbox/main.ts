import { parseArgs } from "node:util";
import type { Hands } from "./bot-control.ts";
import type { Wish } from "./play-on-page.ts";

const usage = `npm run sandbox -- [options]

The whole bot in a workspace of its own, on this machine: emulated Slack, Workday and Key Vault,
an embedded PostgreSQL, the real bot, and a page to play on. Nothing leaves the machine, nothing is kept.

  --hands runner   an automation does the Workday tasks that have no web service (the default)
  --hands person   the bot asks a person: be Dora, do the task under By hand, press Done
  --wql fine       Acme preview tells by WQL what its reports would; --wql coarse: that something is pending, and not what
  --help           this text

  PORT             where the page is, 4000 unless set; a free port when it is taken

Ends with 0 when it is stopped, with 1 when something breaks, with 64 when these options cannot be read.
`;

/** sysexits.h: EX_USAGE. */
const badUsage = 64;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the command line; a string is what to say instead of starting. */
function readWish(args: readonly string[], env: Environment): Wish | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        hands: { type: "string", default: "runner" },
        wql: { type: "string" },
        help: { type: "boolean" },
      },
    });
    return values.help === true ? usage : toWish(values, env);
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  }
}

interface Typed {
  readonly hands: string;
  readonly wql?: string | undefined;
}

function isHands(text: string): text is Hands {
  return text === "runner" || text === "person";
}

function toWish({ hands, wql }: Typed, env: Environment): Wish | string {
  if (!isHands(hands)) {
    return `--hands is runner or person, not ${hands}.\n\n${usage}`;
  }
  if (wql !== undefined && wql !== "fine" && wql !== "coarse") {
    return `--wql is fine or coarse, not ${wql}.\n\n${usage}`;
  }
  return readPort({ hands, ...(wql !== undefined && { wql }) }, env["PORT"]);
}

function readPort(wanted: Omit<Wish, "port">, text = "4000"): Wish | string {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return { ...wanted, port };
  return `PORT is a number from 0 to 65535, not ${text}.\n\n${usage}`;
}

// oxlint-disable-next-line node/no-process-env -- a command reads its own settings
const wish = readWish(process.argv.slice(2), process.env);
if (typeof wish === "string") {
  (wish === usage ? process.stdout : process.stderr).write(wish);
  process.exitCode = wish === usage ? 0 : badUsage;
} else {
  // Loaded only now: whoever asks for help needs none of it.
  const { playOnPage } = await import("./play-on-page.ts");
  await playOnPage(wish).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
