import { Secret } from "../secret.ts";
import { parseVaultAddress } from "../secrets/vault-address.ts";
import { isListed } from "../unicode/look-alike.ts";
import { parseSigningKey, parseVerifyingKey } from "../workday/runner/signing-keys.ts";
import { checkImplementation } from "./check-implementation.ts";
import { checkWeb } from "./check-web.ts";
import { findProduction, isLoopback } from "./own-machine.ts";
import type { Problem } from "./problems.ts";
import type { ReadableConfig } from "./readable.ts";

interface Together {
  readonly environment: readonly Problem[];
  readonly file: readonly Problem[];
}

type Env = Readonly<Record<string, string | undefined>>;

/** Checks what one setting demands of another, as far as each can be read. */
export function checkTogether(file: ReadableConfig, env: Env): Together {
  return {
    environment: [
      ...needs(file.slack?.delivery === "http" && env["SLACK_SIGNING_SECRET"] === undefined, {
        key: "SLACK_SIGNING_SECRET",
        expected: "the app's signing secret, since slack.delivery is http",
      }),
      ...needs(file.slack?.delivery === "socket" && env["SLACK_APP_TOKEN"] === undefined, {
        key: "SLACK_APP_TOKEN",
        expected: "an app-level token, since slack.delivery is socket",
      }),
      ...needs(file.database === "url" && env["DATABASE_URL"] === undefined, {
        key: "DATABASE_URL",
        expected:
          "a PostgreSQL address, or `database: embedded` in the file for a trial on one machine",
      }),
      ...needs(file.runner !== undefined && env["RUNNER_SIGNING_KEY"] === undefined, {
        key: "RUNNER_SIGNING_KEY",
        expected: "the bot's key for signing, since the file names a runner",
      }),
      ...needs(isMissingClientSecret(file, env), {
        key: "AZURE_CLIENT_SECRET",
        expected: "the application's secret, since vault.identity is client-secret",
      }),
    ],
    file: [
      ...checkAddresses(file),
      ...checkDatabase(file),
      ...checkVault(file),
      ...checkRunner(file),
      ...checkRunnerKey(file, env),
      ...checkWeb(file),
      ...checkNames(file),
      ...checkDomains(file),
      ...checkImplementation(file),
      ...checkReportsOfKeys(file),
      ...checkFollowing(file),
    ],
  };
}

/** In production an activation without a click of its own is at least inside of a window that somebody set. */
function checkFollowing({ tenants }: ReadableConfig): readonly Problem[] {
  return tenants.flatMap((tenant, index) =>
    tenant?.production === true &&
    tenant.approvals.activation === "follows" &&
    tenant.changeWindows.length === 0
      ? [
          {
            key: `tenants[${index}].approvals.activation`,
            found: '"follows", and no change windows',
            expected: "changeWindows, since the tenant is production; or no activation",
          },
        ]
      : [],
  );
}

/** Reports are read with a password, which an account with a key has not. */
function checkReportsOfKeys({ tenants }: ReadableConfig): readonly Problem[] {
  return tenants.flatMap((tenant, index) =>
    tenant?.account.x509 === undefined || tenant.reports === undefined
      ? []
      : [
          {
            key: `tenants[${index}].reports`,
            found: "reports, and an account that signs on with x509",
            expected: "no reports, since they are read with a password: wql takes their place",
          },
        ],
  );
}

function isMissingClientSecret({ vault }: ReadableConfig, env: Env): boolean {
  return vault?.identity.kind === "client-secret" && env["AZURE_CLIENT_SECRET"] === undefined;
}

function needs(isMissing: boolean, problem: Omit<Problem, "found">): readonly Problem[] {
  return isMissing ? [{ ...problem, found: "nothing" }] : [];
}

/** Secrets travel to each of these: plain http is for this machine's own addresses, when said so. */
function checkAddresses(file: ReadableConfig): readonly Problem[] {
  const addresses: readonly (readonly [string, string | undefined])[] = [
    ["slack.apiUrl", file.slack?.apiUrl],
    ["runner.url", file.runner?.url],
    ["web.url", file.web?.url],
    ...file.tenants.map(
      (entry, index) => [`tenants[${index}].servicesUrl`, entry?.servicesUrl] as const,
    ),
  ];
  return addresses.flatMap(([key, address]) => {
    if (address === undefined || address.startsWith("https://")) return [];
    if (file.allowLoopbackHttp === true && isLoopback(address)) return [];
    return [{ key, found: `"${address}"`, expected: "an address that begins with https://" }];
  });
}

/** The embedded one is as closed as the bot's own machine, and nobody backs it up: not enough for production. */
function checkDatabase(file: ReadableConfig): readonly Problem[] {
  const index = findProduction(file);
  if (file.database !== "embedded" || index === undefined) return [];
  const expected = `url, and a PostgreSQL at DATABASE_URL, since tenants[${index}] is production`;
  return [{ key: "database", found: '"embedded"', expected }];
}

/** Secrets go to a vault of Azure's, or with `allowLoopbackHttp` to one on this machine. */
function checkVault({ vault, allowLoopbackHttp = false }: ReadableConfig): readonly Problem[] {
  if (vault === undefined) return [];
  const address = parseVaultAddress(vault.url, { allowLoopback: allowLoopbackHttp });
  const expected = "https://{vault}.vault.azure.net";
  return address.ok ? [] : [{ key: "vault.url", found: `"${vault.url}"`, expected }];
}

function checkRunner(file: ReadableConfig): readonly Problem[] {
  if (file.runner !== undefined) return [];
  return file.tenants.flatMap((entry, index) =>
    Object.entries(entry?.hands ?? {})
      .filter(([, hand]) => hand === "runner")
      .map(([task]) => ({
        key: `tenants[${index}].hands.${task}`,
        found: '"runner"',
        expected: "person, or a runner's address under runner.url",
      })),
  );
}

/** What is refused stays refused: a domain on both lists is a contradiction that somebody has to solve. */
function checkDomains(file: ReadableConfig): readonly Problem[] {
  return file.tenants.flatMap((entry, index) =>
    (entry?.sensitiveDomains ?? [])
      .filter((domain) => isListed(domain, entry?.refusedDomains ?? []))
      .map((domain) => ({
        key: `tenants[${index}].sensitiveDomains`,
        found: `"${domain}"`,
        expected: "a domain that refusedDomains does not list",
      })),
  );
}

/** A runner that signs with the bot's key could be anybody who saw it there. */
export function checkRunnerKey(
  { runner }: Pick<ReadableConfig, "runner">,
  env: Env,
): readonly Problem[] {
  const own = parseSigningKey(new Secret(env["RUNNER_SIGNING_KEY"] ?? ""));
  const its = parseVerifyingKey(runner?.publicKey ?? "");
  if (!own.ok || !its.ok || own.value.id !== its.value.id) return [];
  const expected = "a key that the runner alone holds";
  return [{ key: "runner.publicKey", found: "the public half of RUNNER_SIGNING_KEY", expected }];
}

function checkNames(file: ReadableConfig): readonly Problem[] {
  const names = file.tenants.map((entry) => entry?.name.toLowerCase());
  return names.flatMap((name, index) =>
    name === undefined || names.indexOf(name) === index
      ? []
      : [{ key: `tenants[${index}].name`, found: `"${name}" again`, expected: "a name used once" }],
  );
}
