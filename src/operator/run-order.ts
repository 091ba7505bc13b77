import { hostname, userInfo } from "node:os";
import { createClock } from "../clock.ts";
import { describeProblems } from "../config/problems.ts";
import { type Config, readConfig } from "../config/read-config.ts";
import { toTenant } from "../config/to-tenant.ts";
import { createCatalogue } from "../flows/tenant/catalogue.ts";
import { createRandom } from "../random.ts";
import { createRedactor } from "../redact.ts";
import { createPasskeys } from "../store/passkeys/passkeys.ts";
import type { OperatorOrder } from "./arguments.ts";
import { carryOutOrder } from "./carry-out.ts";
import { openBesideBot } from "./open.ts";

/** sysexits.h: EX_CONFIG. */
const badConfiguration = 78;

/** How an order ends: the exit code, and what to say. */
type Ended = readonly [code: number, words: string];

/** Carries out an order by the settings of an environment; paths in them are relative to `folder`. */
export async function runOrder(
  order: OperatorOrder,
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): Promise<Ended> {
  const config = readConfig(env, folder);
  if (!config.ok) {
    return [badConfiguration, describeProblems(config.error, "Nothing was done.")];
  }
  try {
    return await carry(config.value, order);
  } catch (error) {
    const { scrub } = createRedactor(config.value.allSecrets);
    const words = error instanceof Error ? scrub(error.message) : "Something broke.";
    return [
      1,
      `Not done. ${words} If this version of the bot was never started, start it once, then try again.`,
    ];
  }
}

async function carry(config: Config, order: OperatorOrder): Promise<Ended> {
  const common = {
    team: config.file.slack.team,
    catalogue: createCatalogue([]),
    findRecipe: () => undefined,
  };
  const database = await openBesideBot(config);
  if (database === undefined)
    return [1, "The embedded database runs with the bot: start it first."];
  try {
    const { slack, tenants } = config.file;
    const outcome = await carryOutOrder(
      {
        tenants: tenants.map((entry) => toTenant(entry, common)),
        team: slack.team,
        operator: `${userInfo().username}@${hostname()}`,
        passkeys: createPasskeys({ db: database.db, auditKey: config.secrets.auditKey }),
        random: createRandom(createRedactor([])),
        clock: createClock(config.clockFile),
      },
      order,
    );
    return outcome.ok ? [0, outcome.value] : [1, outcome.error];
  } finally {
    await database.close();
  }
}
