import type { Config } from "../config/read-config.ts";
import { toTenant } from "../config/to-tenant.ts";
import { instant } from "../flows/model/ids.ts";
import type { Tenant } from "../flows/tenant/tenant.ts";
import { checkCatalogue } from "./catalogue.ts";
import { judgeChangeWindows } from "./change-windows.ts";
import { checkDatabase } from "./database.ts";
import type { VaultDeps } from "./deps.ts";
import type { Finding } from "./finding.ts";
import { judgeImplementation } from "./implementation.ts";
import { checkOwnSecrets, withoutOwnSecret } from "./own-secrets.ts";
import { checkPages } from "./pages.ts";
import { judgePlanFollows } from "./plan-follows.ts";
import type { Progress } from "./progress.ts";
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
  readonly progress: Pick<Progress, "watch">;
}

/**
 * Tries every part of a configuration side by side, and changes nothing (but for the one secret that is
 * asked for). A part that fails or hangs does not keep the others from being tried.
 */
export async function diagnose(
  config: Config,
  visit: Visit,
  deps: VaultDeps,
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
  const parts = await tryParts({ config, visit, deps, tenants, limitMs, folders });
  const notes = [
    ...tenants.flatMap((tenant) => judgeChangeWindows(tenant, instant(deps.now()))),
    ...entries.flatMap((entry) => judgePlanFollows(toTenant(entry, common), entry)),
    ...entries.flatMap((entry) => judgeImplementation(entry, toTenant(entry, common))),
  ];
  return [settingsAreGood(entries.length), ...known.findings, ...parts.flat(), ...notes];
}

interface Trying {
  readonly config: Config;
  readonly visit: Visit;
  readonly deps: VaultDeps;
  readonly tenants: readonly Tenant[];
  readonly limitMs: number;
  /** Of recipes. */
  readonly folders: readonly string[];
}

/** Each part of the configuration, side by side. */
async function tryParts({
  config,
  visit,
  deps,
  tenants,
  limitMs,
  folders,
}: Trying): Promise<readonly (readonly Finding[])[]> {
  function attempt(
    area: string,
    what: string,
    check: () => Promise<readonly Finding[]>,
  ): Promise<readonly Finding[]> {
    return visit.progress.watch(area, withLimit({ area, what, limitMs }, check));
  }
  const wanted = readManifestScopes(visit.manifest);
  return Promise.all([
    attempt("recipes", "folder", () => checkRecipes(folders, config.file, instant(deps.now()))),
    attempt("database", "PostgreSQL", () => checkDatabase(config, deps.limitMs)),
    attempt("Slack", "all", () => checkSlack(config, { tenants, wanted }, deps)),
    visit.progress.watch("Workday", checkTenants(config, deps, limitMs)),
    attempt("runner", "all", () => checkRunnerOf(config, tenants, deps)),
    attempt("pages", "all", () => checkPages(config, deps)),
    attempt("Key Vault", "all", () =>
      checkVault(config, deps, { mayWrite: visit.writeTestSecret }),
    ),
  ]);
}

/** What the bot signs on to Workday with may stand in the vault: it is read first. */
async function checkTenants(
  config: Config,
  deps: VaultDeps,
  limitMs: number,
): Promise<readonly Finding[]> {
  const { findings, lacking } = await checkOwnSecrets(config, deps, limitMs);
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
