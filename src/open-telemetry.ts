import { trace } from "@opentelemetry/api";
import type { BotWatch } from "./bot/app.ts";
import type { Config } from "./config/read-config.ts";
import type { DurableEngine } from "./engine/engine.ts";
import type { Clock } from "./flows/ports/clock.ts";
import type { OpenDatabase } from "./open-database.ts";
import { createReadFigures } from "./store/requests/figures.ts";
import { createTelemetry, type Telemetry } from "./telemetry/telemetry.ts";
import { checkX509Key } from "./workday/wire/x509-key.ts";

/** Numbers of this process, and spans for whichever SDK the operator has loaded before: none, unless they did. */
export function openTelemetry(): Telemetry {
  return createTelemetry({
    tracer: trace.getTracer("workday-isu-bot"),
    now: () => performance.now(),
  });
}

interface Watched {
  readonly config: Pick<Config, "tls"> & {
    readonly followedFiles: Pick<Config["followedFiles"], "countRefused">;
    readonly vaultSecrets: Pick<Config["vaultSecrets"], "countRefused">;
    readonly secrets: Pick<Config["secrets"], "workdayKeys">;
  };
  readonly database: Pick<OpenDatabase, "db">;
  readonly clock: Pick<Clock, "now">;
  readonly engine: Pick<DurableEngine, "countInFlight">;
}

/** What the bot's port needs of it. */
export function toBotWatch(
  telemetry: Telemetry,
  { config, database, clock, engine }: Watched,
): BotWatch {
  const { tls } = config;
  const readMetrics = telemetry.read({
    readFigures: createReadFigures({ db: database.db, now: clock.now }),
    workflowsInFlight: engine.countInFlight,
    secretFilesRefused: () =>
      config.followedFiles.countRefused() + config.vaultSecrets.countRefused(),
    listAccountCertificates: () => listCertificates(config),
    ...(tls && { certificateEndsAt: () => tls.read().endsAt }),
  });
  return { ...telemetry, readMetrics };
}

/** One that cannot be read is left out: the bot cannot sign on with it, which is counted already. */
export function listCertificates({
  secrets,
}: {
  readonly secrets: Pick<Config["secrets"], "workdayKeys">;
}): readonly { readonly tenant: string; readonly endsAt: number }[] {
  return [...secrets.workdayKeys].flatMap(([tenant, key]) => {
    const until = checkX509Key(key);
    return until.ok ? [{ tenant, endsAt: until.value }] : [];
  });
}
