import type { Config } from "../config/read-config.ts";
import { toTenant } from "../config/to-tenant.ts";
import { instant } from "../flows/model/ids.ts";
import { checkCatalogue } from "./catalogue.ts";
import { judgeChangeWindows } from "./change-windows.ts";
import { checkDatabase } from "./database.ts";
import type { DoctorDeps } from "./deps.ts";
import type { Finding } from "./finding.ts";
import { judgeImplementation } from "./implementation.ts";
import { checkOwnSecrets, withoutOwnSecret } from "./own-secrets.ts";
import { checkPages } from "./pages.ts";
import { judgePlanFollows } from "./plan-follows.ts";
import { checkRecipes } from "./recipes.ts";
import { checkRunnerOf } from "./runner.ts";
import { readManifestScopes } from "./scopes.ts";
import { settingsAreGood } from "./settings.ts";
import { checkSlack } from "./slack.ts";
import { checkVault } from "./vault.ts";
import { withLimit } from "./with-limit.ts";
import { checkWorkday } from "./workday.ts";

/** What comes with the bot, and what was asked for. */
export interface Visit {
  readonly recipes: string;
  readonly catalogue: string;
  readonly manifest: string;
  /** Whether a throw-away secret may be stored in the vault. */
  readonly writeTestSecret: boolean;
}

/**
 * Tries every part of a configuration side by side, and changes nothing (but for the one secret that is
 * asked for). A part that fails or hangs does not keep the others from being tried.
 */
export async function diagnose(
  config: Config,
  visit: Visit,
  deps: DoctorDeps,
): Promise<readonly Finding[]> {
  const { tenants: entries, slack } = config.file;
  const { recipesFolder, catalogueFolder } = config;
  const folders = listGiven(visit.recipes, recipesFolder);
  const known = checkCatalogue(listGiven(visit.catalogue, catalogueFolder));
  // Only who is on a list is looked at here: what a recipe covers is of no interest.
  const common = { team: slack.team, catalogue: known.catalogue, findRecipe: () => undefined };
  const tenants = entries.map((entry) => toTenant(entry, common));
  // Each step inside has a limit of its own; this one is for what nobody thought of.
  const limitMs = deps.limitMs * 6;
  const parts = await Promise.all([
    withLimit({ area: "recipes", what: "folder", limitMs }, () =>
      checkRecipes(folders, config.file, instant(deps.now())),
    ),
    withLimit({ area: "database", what: "PostgreSQL", limitMs }, () =>
      checkDatabase(config, deps.limitMs),
    ),
    withLimit({ area: "Slack", what: "all", limitMs }, () =>
      checkSlack(config, { tenants, wanted: readManifestScopes(visit.manifest) }, deps),
    ),
    checkTenants(config, deps, limitMs),
    withLimit({ area: "runner", what: "all", limitMs }, () => checkRunnerOf(config, tenants, deps)),
    withLimit({ area: "pages", what: "all", limitMs }, () => checkPages(config, deps)),
    withLimit({ area: "Key Vault", what: "all", limitMs }, () =>
      checkVault(config, deps, { mayWrite: visit.writeTestSecret }),
    ),
  ]);
  const notes = [
    ...tenants.flatMap((tenant) => judgeChangeWindows(tenant, instant(deps.now()))),
    ...entries.flatMap((entry) => judgePlanFollows(toTenant(entry, common), entry)),
    ...entries.flatMap((entry) => judgeImplementation(entry, toTenant(entry, common))),
  ];
  return [settingsAreGood(entries.length), ...known.findings, ...parts.flat(), ...notes];
}

/** What the bot signs on to Workday with may stand in the vault: it is read first. */
async function checkTenants(
  config: Config,
  deps: DoctorDeps,
  limitMs: number,
): Promise<readonly Finding[]> {
  const { findings, lacking } = await checkOwnSecrets(config, limitMs);
  const checked = await Promise.all(
    config.file.tenants.map((entry, index) =>
      withLimit({ area: `Workday ${entry.name}`, what: "all", limitMs }, async () =>
        lacking.has(index) ? [withoutOwnSecret(entry.name)] : checkWorkday(config, entry, deps),
      ),
    ),
  );
  return [...findings, ...checked.flat()];
}

function listGiven(shipped: string, own: string | undefined): readonly string[] {
  return own === undefined ? [shipped] : [shipped, own];
}
