import type { Bot } from "./bot/app.ts";
import { parseClick } from "./bot/payloads/parse-click.ts";
import { parseDelegationOrder } from "./bot/payloads/parse-delegation.ts";
import { parsePasskeyOrder } from "./bot/payloads/parse-passkey-order.ts";
import { type Callers, createCallers } from "./callers.ts";
import { createEngine, type DurableEngine } from "./engine/engine.ts";
import { createTicker, type Ticker } from "./engine/ticker.ts";
import { parseWork } from "./flows/lifecycle/start-work.ts";
import { warnOfUnconfiguredTenants } from "./flows/lifecycle/warn-of-unconfigured-tenants.ts";
import type { FlowDeps } from "./flows/ports/deps.ts";
import type { Observe } from "./flows/ports/observe.ts";
import { withoutStoring } from "./flows/ports/without-hands.ts";
import { watchDrift } from "./flows/watch/drift.ts";
import { remindRotation } from "./flows/watch/remind-rotation.ts";
import { sweep, sweepLeftBehind } from "./flows/watch/sweep.ts";
import { tellRules } from "./flows/watch/tell-rules.ts";
import { watchActivations } from "./flows/watch/watch-activations.ts";
import { watchSignOns } from "./flows/watch/watch-sign-ons.ts";
import { advance } from "./flows/workflows/advance.ts";
import { giveUpDelegation, handleDelegation } from "./flows/workflows/delegate.ts";
import { giveUpClick, handleClick } from "./flows/workflows/handle-click.ts";
import { giveUpPasskey, handlePasskey } from "./flows/workflows/refuse-passkey.ts";
import type { Foundation } from "./foundation.ts";
import type { HttpServer } from "./http-server.ts";
import { logAtStart } from "./log-at-start.ts";
import { openBot } from "./open-bot.ts";
import { openTelemetry, toBotWatch } from "./open-telemetry.ts";
import { openOwnSecrets, openVault } from "./open-vault.ts";
import { openWeb, toPageLink } from "./open-web.ts";
import { createRandom } from "./random.ts";
import { secretNameFor } from "./secrets/secret-name.ts";
import { createVaultCommand } from "./secrets/vault-command.ts";
import { createPasskeys } from "./store/passkeys/passkeys.ts";
import { createDelegations } from "./store/requests/delegations.ts";
import { createOutbox } from "./store/requests/outbox.ts";
import { createStore } from "./store/requests/store.ts";
import { createTenantRules } from "./store/requests/tenant-rules.ts";
import { createWatch } from "./store/requests/watch.ts";
import type { Occurrence } from "./telemetry/count-events.ts";
import type { Telemetry } from "./telemetry/telemetry.ts";
import { createTenantContexts, type TenantContexts } from "./tenant-contexts.ts";

/**
 * Workflows go on only under the version that began them. It changes when the order of a workflow's steps
 * does, and then what waits is carried on by the sweep from the request's own events.
 */
const workflowVersion = "2";

export interface Running {
  /** Takes nothing new, lets what is in flight end, and stops. */
  readonly stop: () => Promise<void>;
}

/** Builds every part, joins them, and starts. */
export async function run(foundation: Foundation): Promise<Running> {
  const { config, clock, log } = foundation;
  const telemetry = openTelemetry();
  const { observe } = telemetry;
  const callers = createCallers();
  const places = openTenants(foundation, observe, callers);
  logAtStart(places, log);
  const keeping = {
    ...toStoreOptions(foundation),
    onRecorded: (recorded: Occurrence) => {
      telemetry.occurred(recorded);
      bot.publisher.wake();
    },
  };
  const outbox = createOutbox(foundation.database);
  const store = createStore(keeping);
  const delegations = createDelegations(keeping);
  const engine = openEngine(foundation, { ...telemetry, callers }, () => flows);
  const watch = toBotWatch(telemetry, { ...foundation, engine });
  const kept = { places, store, delegations, engine, outbox };
  const bot = openBot(foundation, watch, { ...kept, flows: () => flows });
  const flows: FlowDeps = {
    ...places,
    vault: withoutStoring(openVault(config, { observe }), places.tenants),
    ...toNames(foundation),
    store,
    watch: createWatch(foundation.database),
    delegations,
    passkeys: createPasskeys(keeping),
    directory: bot.directory,
    outbox,
    channels: bot.channels,
    answerer: bot.answerer,
    engine,
    clock,
    random: createRandom(foundation.scrubber),
    log,
  };
  return start(foundation, flows, { bot, engine, observe });
}

function openTenants(
  { config, recipes, catalogue, clock }: Foundation,
  observe: Observe,
  callers: Callers,
): TenantContexts {
  const around = { clock, observe, caller: callers.current };
  return createTenantContexts(config, { catalogue, recipes }, around);
}

async function start(
  foundation: Foundation,
  flows: FlowDeps,
  {
    bot,
    engine,
    observe,
  }: { readonly bot: Bot; readonly engine: DurableEngine; readonly observe: Observe },
): Promise<Running> {
  await warnOfUnconfiguredTenants(flows);
  await tellRules({ ...flows, rules: createTenantRules(toStoreOptions(foundation)) });
  await engine.launch();
  const ticker = startLooks(flows, foundation, observe);
  const web = openWeb(foundation.config, flows, foundation.scrubber);
  await web.start();
  bot.publisher.start();
  await bot.start();
  foundation.log.info({ count: flows.tenants.length }, "ready");
  return { stop: () => stop(foundation, { bot, web, engine, ticker }) };
}

function toNames({
  config,
  recipes,
}: Foundation): Pick<FlowDeps, "nameSecret" | "describeVaultCommand" | "pageLink" | "recipes"> {
  const { web, vault } = config.file;
  return {
    recipes,
    nameSecret: ({ name, secrets }, userName, kind = "password") =>
      secretNameFor(secrets.prefix, { tenant: name, userName }, kind),
    ...(web === undefined
      ? { describeVaultCommand: createVaultCommand(vault.url) }
      : { pageLink: toPageLink(web.url) }),
  };
}

function toStoreOptions({
  config,
  database,
  clock: { now },
  publishHead,
}: Foundation): Parameters<typeof createStore>[0] {
  return { now, db: database.db, auditKey: config.secrets.auditKey, onAudit: publishHead };
}

function openEngine(
  { config, database, engineLog }: Foundation,
  { observeMove, tookOver, callers }: Telemetry & { readonly callers: Callers },
  flows: () => FlowDeps,
): DurableEngine {
  return createEngine({
    databaseUrl: database.url.reveal(),
    executorId: config.replica,
    version: workflowVersion,
    workflows: {
      advance: (durable, input) => {
        const work = parseWork(input);
        return callers.as(work.id, () => advance(flows(), durable, work));
      },
      click: {
        run: (durable, input) => {
          const click = parseClick(input);
          return callers.as(click.request, () => handleClick(flows(), durable, click));
        },
        giveUp: (input) => giveUpClick(flows(), parseClick(input)),
      },
      delegation: {
        run: (durable, input) => handleDelegation(flows(), durable, parseDelegationOrder(input)),
        giveUp: (input) => giveUpDelegation(flows(), parseDelegationOrder(input)),
      },
      passkey: {
        run: (durable, input) => handlePasskey(flows(), durable, parsePasskeyOrder(input)),
        giveUp: (input) => giveUpPasskey(flows(), parsePasskeyOrder(input)),
      },
    },
    log: engineLog,
    observeMove,
    onTakeOver: tookOver,
  });
}

const ownSecretsEveryMs = 300_000;

function startLooks(
  flows: FlowDeps,
  { config, clock, engineLog }: Foundation,
  observe: Observe,
): Ticker {
  const { file, vaultSecrets } = config;
  const ticker = createTicker({ after: clock.after, log: engineLog });
  ticker.every("The sweep", file.sweepEverySeconds * 1_000, () => sweep(flows));
  // Whoever restarts the bot often is not unwatched.
  const watchMs = file.watchActivationsEveryMinutes * 60_000;
  ticker.every("The look at who activated", { ms: watchMs, firstMs: 15_000 }, () =>
    watchActivations(flows),
  );
  const driftMs = file.driftCheckEveryHours * 3_600_000;
  // The turn counts over restarts: it is asked for more often than it comes.
  ticker.every("The look for drift", Math.min(driftMs, 600_000), () => watchDrift(flows, driftMs));
  const signOnsMs = file.watchSignOnsEveryMinutes * 60_000;
  ticker.every("The look at who signed on", { ms: signOnsMs, firstMs: 60_000 }, () =>
    watchSignOns(flows, signOnsMs),
  );
  const rotationMs = file.rotationCheckEveryHours * 3_600_000;
  ticker.every("The look at what is due", Math.min(rotationMs, 600_000), () =>
    remindRotation(flows, rotationMs),
  );
  ticker.every("The look at what is left behind", file.leftBehindEveryMinutes * 60_000, () =>
    sweepLeftBehind(flows),
  );
  if (vaultSecrets.wanted.length > 0) {
    const read = openOwnSecrets(config, { observe });
    ticker.every("The look at the bot's own secrets", ownSecretsEveryMs, async () => {
      await vaultSecrets.take(read);
    });
  }
  return ticker;
}

const drainForMs = 20_000;

async function stop(
  { database, log }: Foundation,
  {
    bot,
    web,
    engine,
    ticker,
  }: Readonly<{ bot: Bot; web: HttpServer; engine: DurableEngine; ticker: Ticker }>,
): Promise<void> {
  log.info({}, "draining");
  await Promise.all([bot.drain(drainForMs), web.stop()]);
  await ticker.stop();
  await engine.stop();
  await bot.publisher.stop();
  await database.close();
  log.info({}, "stopped");
}
