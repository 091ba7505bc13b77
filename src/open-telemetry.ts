import { trace } from "@opentelemetry/api";
import type { BotWatch } from "./bot/app.ts";
import type { Config } from "./config/read-config.ts";
import type { DurableEngine } from "./engine/engine.ts";
import type { Clock } from "./flows/ports/clock.ts";
import type { OpenDatabase } from "./open-database.ts";
import { createReadFigures } from "./store/requests/figures.ts";
import { createTelemetry, type Telemetry } from "./telemetry/telemetry.ts";

/** Numbers of this process, and spans for whichever SDK the operator has loaded before: none, unless they did. */
export function openTelemetry(): Telemetry {
  return createTelemetry({
    tracer: trace.getTracer("workday-isu-bot"),
    now: () => performance.now(),
  });
}

interface Watched {
  readonly config: Pick<Config, "tls" | "followedFiles">;
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
    secretFilesRefused: config.followedFiles.countRefused,
    ...(tls && { certificateEndsAt: () => tls.read().endsAt }),
  });
  return { ...telemetry, readMetrics };
}
