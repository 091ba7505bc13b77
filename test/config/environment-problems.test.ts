import { describe, expect, it } from "vitest";
import {
  aFile,
  aTenantEntry,
  canaries,
  leastEnvironment,
  problemsOf,
  runnerPublicKey,
} from "./a-config.ts";

type Change = Record<string, unknown>;
type Found = readonly [key: string, found: string, expected: string];

const hidden = "a value (not shown)";
const audit = "32 characters or more of randomness, such as: openssl rand -hex 32";

describe("the problems of the environment", () => {
  it.each<[what: string, file: Change, env: Record<string, string>, problems: readonly Found[]]>([
    [
      "nothing at all",
      {},
      {},
      [
        ["SLACK_BOT_TOKEN (environment)", "nothing", "a bot token, which begins with xoxb-"],
        ["AUDIT_KEY (environment)", "nothing", audit],
        [
          "SLACK_SIGNING_SECRET (environment)",
          "nothing",
          "the app's signing secret, since slack.delivery is http",
        ],
        [
          "DATABASE_URL (environment)",
          "nothing",
          "a PostgreSQL address, or `database: embedded` in the file for a trial on one machine",
        ],
        [
          "tenants[0].account.password",
          "no WORKDAY_PASSWORD in the environment",
          "the password of the bot's own account",
        ],
      ],
    ],
    [
      "values of another form",
      {},
      {
        SLACK_BOT_TOKEN: "canary",
        SLACK_SIGNING_SECRET: "canary",
        SLACK_APP_TOKEN: "canary",
        DATABASE_URL: "mysql://bot:canary@h",
        AUDIT_KEY: "canary",
        RUNNER_SIGNING_KEY: "canary",
        LOG_LEVEL: "loud",
      },
      [
        ["LOG_LEVEL (environment)", '"loud"', 'one of "debug"|"info"|"warn"|"error"'],
        ["SLACK_BOT_TOKEN (environment)", hidden, "a bot token, which begins with xoxb-"],
        [
          "SLACK_SIGNING_SECRET (environment)",
          hidden,
          "the app's signing secret, 16 characters or more",
        ],
        ["SLACK_APP_TOKEN (environment)", hidden, "an app-level token, which begins with xapp-"],
        ["DATABASE_URL (environment)", hidden, "an address that begins with postgresql://"],
        ["AUDIT_KEY (environment)", hidden, audit],
        [
          "RUNNER_SIGNING_KEY (environment)",
          hidden,
          "an Ed25519 private key, as npm run runner:keys makes one",
        ],
        [
          "tenants[0].account.password",
          "no WORKDAY_PASSWORD in the environment",
          "the password of the bot's own account",
        ],
      ],
    ],
    [
      "what the file demands",
      {
        runner: { url: "https://rpa.example.com", publicKey: runnerPublicKey },
        vault: {
          url: "https://isu-secrets.vault.azure.net",
          identity: { kind: "client-secret", clientId: "c", tenantId: "t" },
        },
      },
      { SLACK_BOT_TOKEN: canaries.SLACK_BOT_TOKEN, AUDIT_KEY: canaries.AUDIT_KEY },
      [
        [
          "SLACK_SIGNING_SECRET (environment)",
          "nothing",
          "the app's signing secret, since slack.delivery is http",
        ],
        [
          "DATABASE_URL (environment)",
          "nothing",
          "a PostgreSQL address, or `database: embedded` in the file for a trial on one machine",
        ],
        [
          "RUNNER_SIGNING_KEY (environment)",
          "nothing",
          "the bot's key for signing, since the file names a runner",
        ],
        [
          "AZURE_CLIENT_SECRET (environment)",
          "nothing",
          "the application's secret, since vault.identity is client-secret",
        ],
        [
          "tenants[0].account.password",
          "no WORKDAY_PASSWORD in the environment",
          "the password of the bot's own account",
        ],
      ],
    ],
    [
      "what a production tenant demands",
      { database: "embedded", tenants: [aTenantEntry({ production: true })] },
      leastEnvironment,
      [
        [
          "database",
          '"embedded"',
          "url, and a PostgreSQL at DATABASE_URL, since tenants[0] is production",
        ],
      ],
    ],
    [
      "what Socket Mode demands",
      { slack: { team: "T1", delivery: "socket" } },
      leastEnvironment,
      [
        [
          "SLACK_APP_TOKEN (environment)",
          "nothing",
          "an app-level token, since slack.delivery is socket",
        ],
      ],
    ],
  ])("tell of %s", (_what, file, env, problems) => {
    expect(problemsOf(aFile(file), env)).toEqual(problems);
  });
});
