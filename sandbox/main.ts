import { parseArgs } from "node:util";
import { createBotControl, createLineLog, type Hands, toPlayedVariation } from "./bot-control.ts";
import { openStage } from "./page/open-stage.ts";
import { startPage } from "./page/start-page.ts";
import { startSandbox } from "./start.ts";
import { readDeliveredDomains } from "./workday/delivered-domains.ts";

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

interface Wish {
  readonly hands: Hands;
  readonly wql?: "fine" | "coarse";
  readonly port: number;
}

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

async function play({ port, ...wanted }: Wish): Promise<void> {
  const asked = untilAskedToStop();
  const log = createLineLog();
  say("Starting emulators, database and bot …");
  const sandbox = await startSandbox({
    ...toPlayedVariation(wanted),
    tenantDefinition: { domains: readDeliveredDomains() },
    onLine: log.add,
  });
  const bot = createBotControl(sandbox, log, wanted);
  try {
    const page = await startPage(openStage(sandbox, bot), port);
    if (!page.isWantedPort && port !== 0) say(`Port ${port} is taken, so the page is elsewhere:`);
    say(`\n  ${page.url}\n\nThe bot runs with the ${wanted.hands} hand. Ctrl-C stops everything.`);
    await asked;
    say("\nStopping …");
    await page.stop();
  } finally {
    await sandbox.stop();
  }
  say("Stopped. Nothing was kept.");
}

/** Listens from the beginning, so that nothing asked for during the start is lost. */
function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve());
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

// oxlint-disable-next-line node/no-process-env -- a command reads its own settings
const wish = readWish(process.argv.slice(2), process.env);
if (typeof wish === "string") {
  (wish === usage ? process.stdout : process.stderr).write(wish);
  process.exitCode = wish === usage ? 0 : badUsage;
} else {
  await play(wish).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
