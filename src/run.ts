import { type Bot, createBot } from "./bot/app.ts";
import { parseClick } from "./bot/parse-click.ts";
import type { Config } from "./config/read-config.ts";
import { createDice, wallClock } from "./dice.ts";
import { createEngine, type DurableEngine } from "./engine/engine.ts";
import type { EngineLog } from "./engine/engine-log.ts";
import { createTicker, type Ticker } from "./engine/ticker.ts";
import { afterOnTheWall } from "./engine/timers.ts";
import { advance, parseWork } from "./flows/advance.ts";
import { checkTenant } from "./flows/check-tenant.ts";
import type { FlowDeps } from "./flows/deps.ts";
import { checkDrift } from "./flows/drift.ts";
import { handleClick } from "./flows/handle-click.ts";
import type { Log, Recipes, Store } from "./flows/ports.ts";
import { sweep, sweepLeftBehind } from "./flows/sweep.ts";
import { watchActivations } from "./flows/watch-activations.ts";
import type { OpenDatabase } from "./open-database.ts";
import { openVault } from "./open-vault.ts";
import { createPlaces, type Places } from "./places.ts";
import type { Scrubber } from "./scrub.ts";
import { secretNameFor } from "./secrets/secret-name.ts";
import { createAnnouncementLog } from "./store/announcement-log.ts";
import { createStore } from "./store/store.ts";
import { createWatch } from "./store/watch.ts";

/**
 * Workflows go on only under the version that began them. It changes when the order of a workflow's steps
 * does, and then what waits is carried on by the sweep from the request's own events.
 */
const workflowVersion = "1";

/** What the parts are made from. */
export interface Foundation {
  readonly config: Config;
  readonly recipes: Recipes;
  readonly database: OpenDatabase;
  readonly log: Log;
  readonly engineLog: EngineLog;
  readonly scrubber: Scrubber;
}

export interface Running {
  /** Takes nothing new, lets what is in flight end, and stops. */
  readonly stop: () => Promise<void>;
}

/** Builds every part, joins them, and starts. */
export async function run(foundation: Foundation): Promise<Running> {
  const { config, log, engineLog } = foundation;
  const places = createPlaces(config, wallClock);
  const store = openStore(foundation);
  const engine = openEngine(foundation, () => flows);
  const bot = openBot(foundation, { places, store, engine });
  const flows: FlowDeps = {
    ...places,
    vault: openVault(config),
    nameSecret: ({ name, secrets }, userName) =>
      secretNameFor(secrets.prefix, { tenant: name, userName }, "password"),
    store,
    watch: createWatch(foundation.database),
    directory: bot.directory,
    announcer: bot.announcer,
    answerer: bot.answerer,
    engine,
    clock: wallClock,
    dice: createDice(foundation.scrubber),
    log,
  };
  await engine.launch();
  const ticker = watch(flows, config, engineLog);
  await bot.start();
  log.info({ count: places.tenants.length }, "ready");
  return { stop: () => stop(foundation, { bot, engine, ticker }) };
}

function openStore({ config, database, log }: Foundation): Store {
  return createStore({
    db: database.db,
    auditKey: config.secrets.auditKey,
    onAudit: ({ seq, mac }) => log.info({ seq, head: mac }, "audit head"),
  });
}

function openEngine(
  { config, database, engineLog }: Foundation,
  flows: () => FlowDeps,
): DurableEngine {
  return createEngine({
    databaseUrl: database.url.reveal(),
    executorId: config.replica,
    version: workflowVersion,
    workflows: {
      advance: (durable, input) => advance(flows(), durable, parseWork(input)),
      click: (durable, input) => handleClick(flows(), durable, parseClick(input)),
    },
    log: engineLog,
  });
}

function openBot(
  { config, recipes, database, log, scrubber }: Foundation,
  parts: { readonly places: Places; readonly store: Store; readonly engine: DurableEngine },
): Bot {
  const { places, store, engine } = parts;
  const { slack } = config.file;
  const { botToken, signingSecret, appToken } = config.secrets;
  const dice = createDice(scrubber);
  return createBot(
    {
      botToken,
      ...(signingSecret && { signingSecret }),
      ...(appToken && { appToken }),
      ...(slack.apiUrl !== undefined && { apiUrl: slack.apiUrl }),
      delivery:
        slack.delivery === "http"
          ? { kind: "http", port: slack.port, host: slack.host }
          : { kind: "socket", healthPort: slack.port },
    },
    {
      tenants: places.tenants,
      recipes,
      store,
      engine,
      announcements: createAnnouncementLog(database),
      searchSystems: places.searchSystems,
      checkTenant: (draft, tenant) =>
        checkTenant({ store, workday: places.placeOf(tenant.name).workday }, draft, tenant),
      newRequestId: dice.requestId,
      now: wallClock.now,
      isReady: database.isReady,
      log,
    },
  );
}

function watch(flows: FlowDeps, { file }: Config, log: EngineLog): Ticker {
  const ticker = createTicker({ after: afterOnTheWall, log });
  ticker.every("The sweep", file.sweepEverySeconds * 1_000, () => sweep(flows));
  ticker.every("The look at who activated", file.watchActivationsEveryMinutes * 60_000, () =>
    watchActivations(flows),
  );
  const driftMs = file.driftCheckEveryHours * 3_600_000;
  // The turn counts over restarts: it is asked for more often than it comes.
  ticker.every("The look for drift", Math.min(driftMs, 600_000), () => checkDrift(flows, driftMs));
  ticker.every("The look at what is left behind", file.leftBehindEveryMinutes * 60_000, () =>
    sweepLeftBehind(flows),
  );
  return ticker;
}

const drainForMs = 20_000;

async function stop(
  { database, log }: Foundation,
  { bot, engine, ticker }: Readonly<{ bot: Bot; engine: DurableEngine; ticker: Ticker }>,
): Promise<void> {
  log.info({}, "draining");
  await bot.drain(drainForMs);
  await ticker.stop();
  await engine.stop();
  await database.close();
  log.info({}, "stopped");
}
