import type { Problem } from "../config/problems.ts";
import type { Config } from "../config/read-config.ts";
import { takeOwnSecrets, toIdentity } from "../open-vault.ts";
import type { VaultDeps } from "./deps.ts";
import { type Finding, findingsOf } from "./finding.ts";
import { withLimit } from "./with-limit.ts";

const area = "Key Vault";
const { ok, failed } = findingsOf(area);

interface OwnSecrets {
  readonly findings: readonly Finding[];
  /** Tenants, by their place in the file, of which nothing can be tried without it. */
  readonly lacking: ReadonlySet<number>;
}

/** Reads the bot's own secrets that stand in the vault, so that everything else can be tried with them. */
export async function checkOwnSecrets(
  config: Config,
  { createCredential }: Pick<VaultDeps, "createCredential">,
  limitMs: number,
): Promise<OwnSecrets> {
  const { wanted } = config.vaultSecrets;
  if (wanted.length === 0) return { findings: [], lacking: new Set() };
  let problems: readonly Problem[] = wanted.map(({ key }) => toUnread(key));
  const broken = await withLimit({ area, what: "own secrets", limitMs }, async () => {
    problems = await takeOwnSecrets(config, { credential: createCredential(toIdentity(config)) });
    return [];
  });
  return {
    findings: [...broken, ...judgeOwnSecrets(wanted, problems)],
    lacking: listLacking(problems),
  };
}

function toUnread(key: string): Problem {
  return { key, found: "It was not read.", expected: "a secret of the vault" };
}

/** What reading them came to, setting by setting. */
export function judgeOwnSecrets(
  wanted: Config["vaultSecrets"]["wanted"],
  problems: readonly Problem[],
): readonly Finding[] {
  const others = problems.filter(({ key }) => wanted.every((one) => one.key !== key));
  return [
    ...wanted.map(({ key, name }) => {
      const problem = problems.find((one) => one.key === key);
      if (problem === undefined) return ok(key, `The secret ${name} of the vault is read.`);
      const remedy = `Assign the identity a role with Microsoft.KeyVault/vaults/secrets/getSecret/action on the secret ${name} alone: docs/setup/key-vault.md says how.`;
      return failed(key, problem.found, remedy);
    }),
    ...others.map(({ key, found, expected }) => failed(key, found, `It has to be ${expected}.`)),
  ];
}

/** Tenants, by their place in the file, that lack one. */
export function listLacking(problems: readonly Problem[]): ReadonlySet<number> {
  return new Set(problems.map(({ key }) => Number(/^tenants\[(\d+)\]/.exec(key)?.[1])));
}

export function withoutOwnSecret(tenant: string): Finding {
  return findingsOf(`Workday ${tenant}`).notTried(
    "all",
    "What the bot signs on with could not be read from the vault.",
  );
}
