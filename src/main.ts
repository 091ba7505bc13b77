import { fileURLToPath } from "node:url";
import { readCatalogue } from "./catalogue.ts";
import { checkRecipeNames } from "./config/check-recipe-names.ts";
import { describeProblems } from "./config/problems.ts";
import { type Config, readConfig } from "./config/read-config.ts";
import { createLog, toEngineLog } from "./log.ts";
import { openDatabase } from "./open-database.ts";
import { readRecipes } from "./recipes.ts";
import { createRedactor } from "./redact.ts";
import { type Running, run } from "./run.ts";

/** The configuration is at fault, not the program (sysexits.h: EX_CONFIG). */
const badConfiguration = 78;

const config = readConfig(process.env, process.cwd());
if (config.ok) await start(config.value);
else refuse(describeProblems(config.error));

async function start(checked: Config): Promise<void> {
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
  const scrubber = createRedactor();
  for (const secret of checked.allSecrets) scrubber.know(secret);
  const log = createLog(checked.logLevel, scrubber);
  const engineLog = toEngineLog(log);
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      engineLog({ level: "error", words: "A bug ended the bot.", error });
      process.exit(1);
    });
  }
  try {
    const database = await openDatabase(checked, engineLog);
    const files = { recipes: recipes.value, catalogue: catalogue.value };
    const parts = { config: checked, ...files, log, engineLog, scrubber, database };
    stopOnSignal(await run(parts));
  } catch (error) {
    engineLog({ level: "error", words: "The bot cannot start.", error });
    process.exit(1);
  }
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
