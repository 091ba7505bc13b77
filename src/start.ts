import { fileURLToPath } from "node:url";
import { readCatalogue } from "./catalogue.ts";
import { createClock } from "./clock.ts";
import { checkRecipeNames } from "./config/check-recipe-names.ts";
import type { FileListener } from "./config/followed-files.ts";
import { describeProblems } from "./config/problems.ts";
import { type Config, readConfig } from "./config/read-config.ts";
import type { EngineLog } from "./engine/engine-log.ts";
import type { Log } from "./flows/ports/log.ts";
import { createHeadLog, createLog, toEngineLog } from "./log.ts";
import { openDatabase } from "./open-database.ts";
import { takeOwnSecrets } from "./open-vault.ts";
import { readRecipes } from "./recipes.ts";
import { createRedactor, type Redactor } from "./redact.ts";
import { type Running, run } from "./run.ts";

/** The configuration is at fault, not the program (sysexits.h: EX_CONFIG). */
const badConfiguration = 78;

/**
 * Starts the bot with the settings of an environment, or says on standard error why it cannot; paths in them are relative
 * to `folder`.
 */
export async function start(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): Promise<void> {
  const config = readConfig(env, folder);
  if (config.ok) await startWith(config.value);
  else refuse(describeProblems(config.error));
}

async function startWith(checked: Config): Promise<void> {
  const recipes = readRecipes(foldersOf("recipes", checked.recipesFolder));
  if (!recipes.ok) {
    refuse(`The bot cannot start. Recipes are wrong:\n  ${recipes.error.join("\n  ")}`);
    return;
  }
  const misnamed = checkRecipeNames(checked.file, recipes.value);
  if (misnamed.length > 0) {
    refuse(describeProblems(misnamed));
    return undefined;
  }
  const catalogue = readCatalogue(foldersOf("catalogue", checked.catalogueFolder));
  if (!catalogue.ok) {
    refuse(`The bot cannot start. The catalogue is wrong:\n  ${catalogue.error.join("\n  ")}`);
    return;
  }
  const scrubber = createRedactor(checked.allSecrets);
  const log = createLog(checked.logLevel, scrubber);
  const engineLog = toEngineLog(log);
  checked.followedFiles.follow(toListener("secret file", scrubber, log));
  checked.vaultSecrets.follow(toListener("secret of the vault", scrubber, log));
  const unread = await takeOwnSecrets(checked);
  if (unread.length > 0) {
    refuse(describeProblems(unread));
    return;
  }
  if (checked.clockFile !== undefined) log.warn({}, "the clock is set: this bot is only tried");
  endOnBug(engineLog);
  try {
    const database = await openDatabase(checked, engineLog);
    const files = { recipes: recipes.value, catalogue: catalogue.value };
    const clock = createClock(checked.clockFile);
    const logs = { log, engineLog, publishHead: createHeadLog() };
    const parts = { config: checked, ...files, ...logs, clock, scrubber, database };
    stopOnSignal(await run(parts));
  } catch (error) {
    engineLog({ level: "error", words: "The bot cannot start.", error });
    process.exit(1);
  }
}

function endOnBug(log: EngineLog): void {
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      log({ level: "error", words: "A bug ended the bot.", error });
      process.exit(1);
    });
  }
}

function toListener(what: string, { keep }: Redactor, log: Log): FileListener {
  return {
    changed: (setting, secret) => {
      keep(secret);
      log.info({}, `a changed ${what} was taken up: ${setting}`);
    },
    refused: (setting) => log.error({}, `a changed ${what} was not taken up: ${setting}`),
  };
}

/** What comes with the bot, then what is the company's own. */
function foldersOf(shipped: string, own: string | undefined): readonly string[] {
  const folder = fileURLToPath(new URL(`../${shipped}`, import.meta.url));
  return own === undefined ? [folder] : [folder, own];
}

/** The first signal drains; a second one ends at once. */
function stopOnSignal({ stop }: Running): void {
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function refuse(words: string): void {
  process.stderr.write(`${words}\n`);
  process.exitCode = badConfiguration;
}
