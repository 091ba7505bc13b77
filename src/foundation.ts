import type { BotClock } from "./clock.ts";
import type { Config } from "./config/read-config.ts";
import type { EngineLog } from "./engine/engine-log.ts";
import type { Log } from "./flows/ports/log.ts";
import type { Recipes } from "./flows/ports/recipes.ts";
import type { Catalogue } from "./flows/tenant/catalogue.ts";
import type { OpenDatabase } from "./open-database.ts";
import type { Redactor } from "./redact.ts";
import type { AuditHead } from "./store/audit/audit-chain.ts";

/** What the parts are made from. */
export interface Foundation {
  readonly config: Config;
  readonly recipes: Recipes;
  readonly catalogue: Catalogue;
  readonly database: OpenDatabase;
  readonly clock: BotClock;
  readonly log: Log;
  readonly engineLog: EngineLog;
  readonly publishHead: (head: AuditHead) => void;
  readonly scrubber: Redactor;
}
