import { rmSync } from "node:fs";
import { type BotProcess, spawnBot, untilReady } from "./bot-process.ts";
import { createClockFile } from "./clock-file.ts";
import { stopLeftDatabase } from "./embedded-database.ts";
import { findFreePort } from "./free-port.ts";
import { type KeyVault, startKeyVault } from "./key-vault/key-vault.ts";
import { readManifest } from "./manifest.ts";
import { type Operated, operate } from "./operator.ts";
import type { Saved } from "./saved.ts";
import { makeTokens, type Tokens, toSlackOptions } from "./scene.ts";
import { ownSecret, type Variation, writeSettings } from "./settings.ts";
import type { Slack } from "./slack/slack.ts";
import { startSlack } from "./slack/start-slack.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";
import { acmeProduction } from "./workday/acme-production.ts";
import { acmeTenant } from "./workday/acme-tenant.ts";
import type { TenantDefinition } from "./workday/definition.ts";
import { startWorkday, type Workday } from "./workday/workday.ts";
import { withWql } from "./workday/wql/with-wql.ts";

export interface SandboxOptions extends Variation {
  /** Keeps configuration and database; a temporary folder, removed at the end, when left out. */
  readonly folder?: string;
  readonly databaseUrl?: string;
  readonly tenantDefinition?: Partial<TenantDefinition>;
  readonly ackTimeoutMs?: number;
  /** How fast the bot may call Slack, 1 for Slack's own limits; {@link usualPace} unless said. */
  readonly pace?: number;
  /** How many more people are in the channel, each a {@link crowdOf}; nobody unless said. */
  readonly crowd?: number;
  /** How often the runner says that it is at work yet; once unless said. */
  readonly runnerDelayPolls?: number;
  /** The bot token's scopes, where they differ from what `manifest.yml` asks for. */
  readonly scopes?: readonly string[];
  readonly onLine?: (line: string) => void;
  /** Where the services outside go on from. */
  readonly saved?: Saved;
}

/** The three emulators, and the settings that lead a program to them. No bot runs. */
export interface Outside {
  readonly slack: Slack;
  readonly workday: Workday;
  readonly vault: KeyVault;
  readonly tokens: Tokens;
  readonly port: number;
  /** Where the bot's own pages are, if it has any. */
  readonly pagesPort: number;
  readonly folder: string;
  /** Writes the configuration file and returns the environment that names it. */
  readonly settle: (variation?: Variation) => Readonly<Record<string, string>>;
  /** Moves the clock of a bot that `hasSetClock`, and of nothing else: the services outside keep their own time. */
  readonly moveClock: (byMs: number) => void;
  /** How far it was moved: milliseconds that it is ahead of this machine's. */
  readonly clockAheadMs: () => number;
  /** What the services outside hold now. */
  readonly save: () => Saved;
  readonly stop: () => Promise<void>;
}

/** The three emulators and the real bot, joined by settings alone. */
export interface Sandbox extends Omit<Outside, "settle"> {
  /** The bot that runs now; `restart` brings a new one. */
  readonly bot: () => BotProcess;
  /** Runs an operator's command on the bot's database, such as `["list"]`. */
  readonly operate: (args: readonly string[]) => Promise<Operated>;
  /** Starts the bot again with the same settings, or with others. */
  readonly restart: (variation?: Variation) => Promise<void>;
  /** Starts one more bot on the same database, on a port of its own. Whoever starts it stops it. */
  readonly startReplica: (name: string) => Promise<Replica>;
}

/** A bot beside the first one. */
interface Replica extends BotProcess {
  readonly port: number;
}

/** How fast a bot may call Slack: by Slack's own limits. */
const usualPace = 1;

/** Starts the emulators alone. Nothing leaves this machine. */
export async function startOutside(options: SandboxOptions = {}): Promise<Outside> {
  const folder = options.folder ?? makeTemporaryFolder("isu-sandbox-");
  const tokens = makeTokens();
  const slack = await openSlack(tokens, options);
  const workday = await startWorkday({
    tenants: toDefinitions(options),
    runner: {
      botPublicKey: tokens.botKeys.publicKey,
      privateKey: tokens.runnerKeys.privateKey,
      delayPolls: options.runnerDelayPolls ?? 1,
    },
  });
  const vault = await startKeyVault();
  if (options.wql !== undefined) vault.share(ownSecret.name, ownSecret.value);
  const port = await findFreePort();
  const pagesPort = await findFreePort();
  const { databaseUrl } = options;
  const around = {
    slack,
    workday,
    vault,
    tokens,
    folder,
    port,
    pagesPort,
    ...(databaseUrl !== undefined && { databaseUrl }),
  };
  slack.pointAt(toDelivery(options, port));
  const { saved } = options;
  const clock = createClockFile(folder);
  clock.move(saved === undefined ? 0 : saved.at - Date.now());
  if (saved !== undefined) {
    for (const name of ["slack", "workday", "vault"] as const) around[name].restore(saved[name]);
  }
  return {
    slack,
    workday,
    vault,
    tokens,
    port,
    pagesPort,
    folder,
    settle: (variation = options) => writeSettings(around, variation),
    moveClock: clock.move,
    clockAheadMs: clock.aheadMs,
    save: () => ({
      at: Date.now(),
      slack: slack.save(),
      workday: workday.save(),
      vault: vault.save(),
    }),
    stop: async () => {
      await stopLeftDatabase(folder);
      await Promise.all([slack.stop(), workday.stop(), vault.stop()]);
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts everything and waits until the bot is ready. Nothing leaves this machine. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { settle, ...outside } = await startOutside(options);
  const { port } = outside;
  let bot = await startFirst();

  async function start(variation: Variation): Promise<BotProcess> {
    const started = spawnBot(settle(variation), options.onLine);
    try {
      await untilReady(started, port);
      return started;
    } catch (error) {
      await started.kill();
      throw error;
    }
  }

  /** A bot that does not start takes everything down again: nothing is left running, and nothing on the disk. */
  async function startFirst(): Promise<BotProcess> {
    try {
      return await start(options);
    } catch (error) {
      await outside.stop();
      throw error;
    }
  }

  return {
    ...outside,
    bot: () => bot,
    operate: (args) => operate(settle(), args),
    restart: async (variation = options) => {
      await bot.stop();
      bot = await start(variation);
    },
    startReplica: async (name) => {
      const own = await findFreePort();
      const slack = { ...options.slack, port: own };
      const another = spawnBot(
        settle({ ...options, slack, env: { ...options.env, REPLICA: name } }),
      );
      await untilReady(another, own);
      return { ...another, port: own };
    },
    stop: async () => {
      await bot.stop();
      await outside.stop();
    },
  };
}

/** What a scene says of WQL goes before what the option does. A tenant in production has the same domains. */
function toDefinitions(options: SandboxOptions): readonly TenantDefinition[] {
  const { wql, production, tenantDefinition } = options;
  const tenant = wql === undefined ? acmeTenant : withWql(acmeTenant, wql);
  const first = { ...tenant, ...tenantDefinition };
  return production === undefined
    ? [first]
    : [first, { ...acmeProduction, domains: first.domains }];
}

function openSlack(
  tokens: Tokens,
  { crowd, scopes, ackTimeoutMs, pace = usualPace }: SandboxOptions,
): Promise<Slack> {
  return startSlack({
    ...toSlackOptions(tokens, readManifest(), crowd),
    pace,
    ...(scopes !== undefined && { scopes }),
    ...(ackTimeoutMs !== undefined && { ackTimeoutMs }),
  });
}

function toDelivery(options: SandboxOptions, port: number): Parameters<Slack["pointAt"]>[0] {
  if (options.slack?.["delivery"] === "socket") return { kind: "socket" };
  return { kind: "http", url: `http://127.0.0.1:${port}/slack/events` };
}
