import { hostname, userInfo } from "node:os";
import { createClock } from "../clock.ts";
import { describeProblems } from "../config/problems.ts";
import { type Config, readConfig } from "../config/read-config.ts";
import { toTenant } from "../config/to-tenant.ts";
import { createCatalogue } from "../flows/tenant/catalogue.ts";
import { createRandom } from "../random.ts";
import { createRedactor } from "../redact.ts";
import { createPasskeys } from "../store/passkeys/passkeys.ts";
import { type OperatorArguments, operatorUsage, parseOperatorArguments } from "./arguments.ts";
import { carryOutOrder } from "./carry-out.ts";
import { openBesideBot } from "./open.ts";

/** sysexits.h: EX_USAGE and EX_CONFIG. */
const badUsage = 64;
const badConfiguration = 78;

const wish = parseOperatorArguments(process.argv.slice(2));
if (!wish.ok) end(badUsage, wish.error);
else if (wish.value.kind === "help") end(0, operatorUsage);
else await obey(wish.value);

async function obey(asked: Exclude<OperatorArguments, { kind: "help" }>): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  if (!config.ok) return end(badConfiguration, describeProblems(config.error, "Nothing was done."));
  try {
    const [code, words] = await carry(config.value, asked);
    end(code, words);
  } catch (error) {
    const { scrub } = createRedactor(config.value.allSecrets);
    const words = error instanceof Error ? scrub(error.message) : "Something broke.";
    end(
      1,
      `Not done. ${words} If this version of the bot was never started, start it once, then try again.`,
    );
  }
}

async function carry(
  config: Config,
  asked: Exclude<OperatorArguments, { kind: "help" }>,
): Promise<readonly [code: number, words: string]> {
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
      asked,
    );
    return outcome.ok ? [0, outcome.value] : [1, outcome.error];
  } finally {
    await database.close();
  }
}

function end(code: number, words: string): void {
  const stream = code === 0 ? process.stdout : process.stderr;
  stream.write(`${words.trimEnd()}\n`, () => process.exit(code));
}
