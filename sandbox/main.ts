import { parseArgs } from "node:util";
import { createBotControl, createLineLog, type Hands, toPlayedVariation } from "./bot-control.ts";
import { openStage } from "./page/open-stage.ts";
import { startPage } from "./page/start-page.ts";
import { scene } from "./scene.ts";
import { type Sandbox, startSandbox } from "./start.ts";
import { readDeliveredDomains } from "./workday/delivered-domains.ts";

const usage = `npm run sandbox -- [options]

The whole bot in a workspace of its own, on this machine: emulated Slack, Workday and Key Vault,
an embedded PostgreSQL, the real bot, and a page to play on. Nothing leaves the machine, nothing is kept.

  --hands runner   an automation does the Workday tasks that have no web service (the default)
  --hands person   the bot asks a person: be Dora, do the task under By hand, press Done
  --passkeys       approvers confirm with a passkey, in your browser; their first codes are printed
  --production     the tenant is in production: its name is typed, changes have a window, the clock is this machine's;
                   needs DATABASE_URL, since no embedded database serves a tenant in production
  --wql fine       the tenant tells by WQL what its reports would; --wql coarse: that something is pending, and not what
  --help           this text

  PORT             where the page is, 4000 unless set; a free port when it is taken
  DATABASE_URL     with --production, an empty PostgreSQL of yours

Ends with 0 when it is stopped, with 1 when something breaks, with 64 when these options cannot be read.
`;

/** sysexits.h: EX_USAGE. */
const badUsage = 64;

interface Wish {
  readonly hands: Hands;
  readonly asksForPasskey: boolean;
  readonly isProduction: boolean;
  readonly wql?: "fine" | "coarse";
  readonly port: number;
  readonly databaseUrl?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the command line; a string is what to say instead of starting. */
function readWish(args: readonly string[], env: Environment): Wish | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        hands: { type: "string", default: "runner" },
        passkeys: { type: "boolean", default: false },
        production: { type: "boolean", default: false },
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
  readonly passkeys: boolean;
  readonly production: boolean;
  readonly wql?: string | undefined;
}

function isHands(text: string): text is Hands {
  return text === "runner" || text === "person";
}

function toWish({ hands, passkeys, production, wql }: Typed, env: Environment): Wish | string {
  const databaseUrl = env["DATABASE_URL"] ?? "";
  if (!isHands(hands)) {
    return `--hands is runner or person, not ${hands}.\n\n${usage}`;
  }
  if (wql !== undefined && wql !== "fine" && wql !== "coarse") {
    return `--wql is fine or coarse, not ${wql}.\n\n${usage}`;
  }
  if (production && databaseUrl === "") {
    return `--production needs DATABASE_URL, an empty PostgreSQL of yours.\n\n${usage}`;
  }
  const wanted: Omit<Wish, "port"> = {
    hands,
    asksForPasskey: passkeys,
    isProduction: production,
    ...(wql !== undefined && { wql }),
    ...(production && { databaseUrl }),
  };
  return readPort(wanted, env["PORT"]);
}

function readPort(wanted: Omit<Wish, "port">, text = "4000"): Wish | string {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return { ...wanted, port };
  return `PORT is a number from 0 to 65535, not ${text}.\n\n${usage}`;
}

async function play({ port, databaseUrl, ...wanted }: Wish): Promise<void> {
  const { hands, asksForPasskey } = wanted;
  const asked = untilAskedToStop();
  const log = createLineLog();
  say("Starting emulators, database and bot …");
  const sandbox = await startSandbox({
    ...toPlayedVariation(wanted),
    ...(databaseUrl !== undefined && { databaseUrl }),
    tenantDefinition: { domains: readDeliveredDomains() },
    onLine: log.add,
  });
  const bot = createBotControl(sandbox, log, wanted);
  try {
    const page = await startPage(openStage(sandbox, bot), port);
    if (!page.isWantedPort && port !== 0) say(`Port ${port} is taken, so the page is elsewhere:`);
    say(`\n  ${page.url}\n\nThe bot runs with the ${hands} hand. Ctrl-C stops everything.`);
    if (asksForPasskey) say(await issueCodes(sandbox));
    await asked;
    say("\nStopping …");
    await page.stop();
  } finally {
    await sandbox.stop();
  }
  say("Stopped. Nothing was kept.");
}

/** What an operator would hand to the two approvers. */
async function issueCodes({ operate }: Sandbox): Promise<string> {
  const { approver, secondApprover } = scene.people;
  const lines: string[] = [];
  for (const { id, name } of [approver, secondApprover]) {
    const { said } = await operate(["code", "--person", id, "--tenant", "acme_dpt1"]);
    lines.push(`  ${name}: ${said.split("\n")[0] ?? ""}`);
  }
  return `\nCodes for a passkey, for an hour. As each of them type /workday-isu passkey, register, and confirm the other:\n${lines.join("\n")}`;
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
