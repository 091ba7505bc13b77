import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { KeyVault } from "./key-vault/key-vault.ts";
import { scene, type Tokens } from "./scene.ts";
import type { Slack } from "./slack/slack.ts";
import { productionPassword } from "./workday/acme-production.ts";
import type { Workday } from "./workday/workday.ts";
import { wqlClient } from "./workday/wql/with-wql.ts";

type Group = Readonly<Record<string, unknown>>;

/** What may differ from the sandbox's own settings. */
export interface Variation {
  /** Replaces keys at the top of the configuration file. */
  readonly file?: Group;
  /** Replaces keys of the first tenant. */
  readonly tenant?: Group;
  /** A second tenant stands beside the first, in production, with passkeys; these replace keys of it. */
  readonly production?: Group;
  readonly slack?: Group;
  readonly env?: Readonly<Record<string, string>>;
  /** Names of secrets that the bot reads of files in its folder, each called as its secret. */
  readonly secretFiles?: readonly string[];
  /** Approvers of the tenant need a passkey, on the bot's own pages. */
  readonly asksForPasskey?: boolean;
  /** The bot has pages of its own, and asks nobody for a passkey. */
  readonly hasPages?: boolean;
  /** The tenant answers WQL to a client of the bot's own, which the settings name: finely, or as coarsely as recorded. */
  readonly wql?: "fine" | "coarse";
  /** The bot goes by a clock that `moveClock` moves. */
  readonly hasSetClock?: boolean;
}

export interface Surroundings {
  readonly slack: Slack;
  readonly workday: Workday;
  readonly vault: KeyVault;
  readonly tokens: Tokens;
  /** Where the configuration file and the embedded database go. */
  readonly folder: string;
  readonly port: number;
  /** Where the bot's own pages are, in a sandbox that asks for passkeys. */
  readonly pagesPort: number;
  /** An existing PostgreSQL; without one the bot brings its own. */
  readonly databaseUrl?: string;
}

/**
 * Writes the configuration file and returns the environment, as an operator would write them: the bot
 * learns of the emulators in no other way.
 */
export function writeSettings(
  around: Surroundings,
  variation: Variation = {},
): Readonly<Record<string, string>> {
  const path = join(around.folder, "config.yml");
  writeFileSync(path, `${JSON.stringify(toFile(around, variation), null, 2)}\n`, { mode: 0o600 });
  const { tokens, vault, databaseUrl } = around;
  const env = {
    CONFIG: path,
    SLACK_BOT_TOKEN: tokens.bot,
    SLACK_SIGNING_SECRET: tokens.signingSecret,
    SLACK_APP_TOKEN: tokens.app,
    AUDIT_KEY: tokens.auditKey,
    RUNNER_SIGNING_KEY: tokens.botKeys.privateKey,
    WORKDAY_PASSWORD: "Sandbox-bot-9Kd2",
    ...(variation.production !== undefined && { PRODUCTION_PASSWORD: productionPassword }),
    ...(variation.wql !== undefined && {
      WORKDAY_CLIENT_ID: wqlClient.clientId,
      WORKDAY_REFRESH_TOKEN: wqlClient.refreshToken,
    }),
    IDENTITY_ENDPOINT: vault.identityEndpoint,
    IDENTITY_HEADER: vault.identityHeader,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    ...variation.env,
  };
  return intoFiles(env, around, variation.secretFiles ?? []);
}

/** Secrets of these names stand in files of the folder, called as they are, and no longer in the environment. */
function intoFiles(
  env: Readonly<Record<string, string>>,
  { folder }: Pick<Surroundings, "folder">,
  names: readonly string[],
): Readonly<Record<string, string>> {
  const others = Object.entries(env).filter(([name]) => !names.includes(name));
  const files = names.map((name) => {
    const path = join(folder, name);
    writeFileSync(path, `${env[name] ?? ""}\n`, { mode: 0o600 });
    return [`${name}_FILE`, path] as const;
  });
  return Object.fromEntries([...others, ...files]);
}

function toFile(around: Surroundings, variation: Variation): Group {
  const { file, production, slack, asksForPasskey = false } = variation;
  const { hasPages = asksForPasskey || production !== undefined, hasSetClock = false } = variation;
  return {
    slack: {
      team: scene.team.id,
      delivery: "http",
      port: around.port,
      host: "127.0.0.1",
      apiUrl: around.slack.apiUrl,
      ...slack,
    },
    database: around.databaseUrl === undefined ? "embedded" : "url",
    databaseFolder: join(around.folder, "postgres"),
    vault: { url: around.vault.url, identity: { kind: "managed-identity" } },
    runner: {
      url: around.workday.runnerUrl,
      publicKey: around.tokens.runnerKeys.publicKey,
      pollEverySeconds: 0.05,
      timeoutMinutes: 1,
    },
    allowLoopbackHttp: true,
    sweepEverySeconds: 1,
    leftBehindEveryMinutes: 0.05,
    watchActivationsEveryMinutes: 0.02,
    ...(hasSetClock && { clockFile: "clock" }),
    ...(hasPages && {
      // A passkey belongs to a name: 127.0.0.1 has none. Browsers take localhost for safe without TLS.
      web: {
        url: `http://localhost:${around.pagesPort}`,
        listen: { port: around.pagesPort, host: "127.0.0.1" },
      },
    }),
    tenants: toTenants(around, variation),
    ...file,
  };
}

function toTenants(around: Surroundings, variation: Variation): readonly Group[] {
  const { tenant, production, asksForPasskey = false, wql } = variation;
  const first = {
    ...toTenant(around),
    ...(asksForPasskey && { approvals: withPasskey }),
    ...(wql !== undefined && { wql: wqlEntry }),
    ...tenant,
  };
  return production === undefined ? [first] : [first, { ...toProduction(around), ...production }];
}

const withPasskey = { at: "activation", secondFactor: "passkey" };

/** What WQL does not tell. */
export const reportsBesideWql = {
  owner: "ISU_Slack_Bot",
  securityTimestamps: { name: "ISU_Bot_Security_Timestamps" },
  passwordExemptions: { name: "ISU_Bot_Password_Exemptions" },
};

/** What the bot reads of its own in the vault, where it has a client. */
export const ownSecret = { name: "bot-client-secret", value: wqlClient.clientSecret };

const wqlEntry = {
  clientId: { env: "WORKDAY_CLIENT_ID" },
  clientSecret: { vaultSecret: ownSecret.name },
  refreshToken: { env: "WORKDAY_REFRESH_TOKEN" },
};

/** The same people and the same hands; approvals count with a passkey alone. */
function toProduction(around: Surroundings): Group {
  return {
    ...toTenant(around),
    ...scene.tenants.production,
    production: true,
    account: { userName: "ISU_Slack_Bot", password: { env: "PRODUCTION_PASSWORD" } },
    approvals: withPasskey,
  };
}

function toTenant({ workday }: Surroundings): Group {
  const { requester, approver, doer } = scene.people;
  return {
    ...scene.tenants.preview,
    production: false,
    channel: scene.channel,
    servicesUrl: workday.url,
    version: "v31.2",
    // This Workday is nobody's, and has no other callers.
    callsPerSecond: 100,
    account: { userName: "ISU_Slack_Bot", password: { env: "WORKDAY_PASSWORD" } },
    reports: {
      ...reportsBesideWql,
      pendingDomainPolicies: { name: "ISU_Bot_Pending_Domain_Policies" },
      pendingBusinessProcessPolicies: { name: "ISU_Bot_Pending_Business_Process_Policies" },
      securityGroups: {
        name: "ISU_Bot_Security_Groups",
        columns: {
          Group_Type: "Group_Type",
          Organizations: "Organizations",
          Organization_Scope: "Organization_Scope",
          Administered_By: "Administered_By",
          Included_In: "Included_In",
          Business_Processes: "Business_Processes",
          Initiates: "Initiates",
        },
      },
      groupPermissions: { name: "ISU_Bot_Group_Permissions" },
      accounts: {
        name: "ISU_Bot_Accounts",
        columns: { Expires: "Expires", New_Password: "New_Password" },
      },
    },
    requesters: { people: [requester.id, approver.id] },
    doers: { people: [doer.id] },
    approvers: { people: [approver.id], groups: [scene.groups.security] },
    auditors: { people: [approver.id] },
    approvals: { at: "activation" },
    hands: { default: "runner" },
    integrationTemplate: "Cloud Integration Template",
    protectedAccounts: ["rpa-runner"],
    protectedGroups: ["ISSG_Slack_Bot", "ISSG_RPA_Runner"],
  };
}
