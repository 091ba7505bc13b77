import { describe, expect, it } from "vitest";
import {
  aFile,
  aTenantEntry,
  canaries,
  leastEnvironment,
  ownPublicKey,
  problemsOf,
  runnerPublicKey,
} from "./a-config.ts";

type Change = Record<string, unknown>;
type Found = readonly [key: string, found: string, expected: string];

const schema = "another form; docs/reference/config.schema.json has it";
const noKey = [
  "a key that does not exist",
  "one of the keys in docs/reference/config.schema.json",
] as const;
const hidden = "a value (not shown)";
const activating =
  "runner or person: Workday has no operation that activates security policy changes, not even its implementation service";
const people = "at least one Slack user id or user group id";
const noLookaround = "a regular expression without lookaround or back reference";

describe("the problems of a file", () => {
  it.each<[what: string, change: Change, problems: readonly Found[]]>([
    ["no workspace", { slack: { delivery: "http" } }, [["slack.team", "nothing", "string"]]],
    [
      "a workspace's name",
      { slack: { team: "acme", delivery: "http" } },
      [["slack.team", '"acme"', "a workspace id, such as T024BE7LD"]],
    ],
    [
      "another delivery",
      { slack: { team: "T1", delivery: "pigeon" } },
      [["slack.delivery", '"pigeon"', 'one of "http"|"socket"']],
    ],
    [
      "no port",
      { slack: { team: "T1", delivery: "http", port: 0 } },
      [["slack.port", "0", "number to be >=1"]],
    ],
    [
      "a token in the file",
      { slack: { team: "T1", delivery: "http", botToken: "xoxb-canary" } },
      [["slack.botToken", ...noKey]],
    ],
    [
      "another database",
      { database: "sqlite" },
      [["database", '"sqlite"', 'one of "embedded"|"url"']],
    ],
    [
      "a foreign vault",
      { vault: { url: "https://vault.example.com", identity: { kind: "azure-cli" } } },
      [["vault.url", '"https://vault.example.com"', "https://{vault}.vault.azure.net"]],
    ],
    [
      "another identity",
      { vault: { url: "https://isu-secrets.vault.azure.net", identity: { kind: "magic" } } },
      [
        [
          "vault.identity.kind",
          '"magic"',
          "'managed-identity' | 'workload-identity' | 'client-secret' | 'azure-cli'",
        ],
      ],
    ],
    ["no tenant", { tenants: [] }, [["tenants", "a list", "array to have >=1 items"]]],
    ["tenants that are no list", { tenants: "acme" }, [["tenants", '"acme"', "array"]]],
    ["nothing where something must be", { vault: null }, [["vault", "nothing", "object"]]],
    ["a misspelled key", { tennants: [] }, [["tennants", ...noKey]]],
    [
      "plain http to a runner",
      { runner: { url: "http://rpa.example.com", publicKey: runnerPublicKey } },
      [
        [
          "RUNNER_SIGNING_KEY (environment)",
          "nothing",
          "the bot's key for signing, since the file names a runner",
        ],
        ["runner.url", '"http://rpa.example.com"', "an address that begins with https://"],
      ],
    ],
    [
      "plain http to another machine, though loopback is allowed",
      {
        allowLoopbackHttp: true,
        slack: { team: "T1", delivery: "http", apiUrl: "http://127.0.0.1.example.com/" },
      },
      [["slack.apiUrl", '"http://127.0.0.1.example.com/"', "an address that begins with https://"]],
    ],
    [
      "plain http to this machine that nobody allowed",
      { slack: { team: "T1", delivery: "http", apiUrl: "http://127.0.0.1:1/" } },
      [["slack.apiUrl", '"http://127.0.0.1:1/"', "an address that begins with https://"]],
    ],
    [
      "two tenants of one name",
      { tenants: [aTenantEntry(), aTenantEntry({ name: "ACME_dpt1" })] },
      [["tenants[1].name", '"acme_dpt1" again', "a name used once"]],
    ],
  ])("tell of %s", (_what, change, problems) => {
    expect(problemsOf(aFile(change))).toEqual(problems);
  });

  it.each<[what: string, change: Change, problems: readonly Found[]]>([
    [
      "a name that no URL has",
      { name: "1x" },
      [["name", '"1x"', "the tenant's name, as it stands in URLs"]],
    ],
    ["no label", { label: "" }, [["label", '""', "string to have >=1 characters"]]],
    ["a maybe", { production: "maybe" }, [["production", '"maybe"', "boolean"]]],
    [
      "a channel's name",
      { channel: "general" },
      [["channel", '"general"', "a channel id, such as C024BE91L"]],
    ],
    ["another protocol", { servicesUrl: "ftp://x" }, [["servicesUrl", '"ftp://x"', schema]]],
    [
      "plain http",
      { servicesUrl: "http://services.example.com" },
      [["servicesUrl", '"http://services.example.com"', "an address that begins with https://"]],
    ],
    ["a version without its v", { version: "31.2" }, [["version", '"31.2"', schema]]],
    [
      "a password in the file",
      { account: { userName: "ISU", password: "canary" } },
      [["account.password", hidden, "{env}, {file} or {vaultSecret}, never the value itself"]],
    ],
    [
      "a password from nowhere",
      { account: { userName: "ISU", password: { env: "NO_SUCH" } } },
      [
        [
          "account.password",
          "no NO_SUCH in the environment",
          "the password of the bot's own account",
        ],
      ],
    ],
    ["nobody who may ask", { requesters: {} }, [["requesters", "a group of keys", people]]],
    [
      "a person's name",
      { doers: { people: ["bob"] } },
      [["doers.people[0]", '"bob"', "a user id, such as U024BE7LH"]],
    ],
    [
      "a group's handle",
      { approvers: { groups: ["@admins"] } },
      [["approvers.groups[0]", '"@admins"', "a user group id, such as S0614TZR7"]],
    ],
    ["another hand", { hands: { activate: "robot" } }, [["hands.activate", '"robot"', activating]]],
    [
      "a runner that nobody named",
      { hands: { activate: "runner" } },
      [["hands.activate", '"runner"', "person, or a runner's address under runner.url"]],
    ],
    [
      "a link in plain http",
      { taskLinks: { activate: "http://x" } },
      [["taskLinks.activate", '"http://x"', schema]],
    ],
    [
      "a short password",
      { passwordRules: { length: 8 } },
      [["passwordRules.length", "8", "number to be >=12"]],
    ],
    [
      "a session too short",
      { maxSessionTimeoutMinutes: 5 },
      [["maxSessionTimeoutMinutes", "5", "number to be >=6"]],
    ],
    [
      "a broken pattern",
      { userNameRule: { pattern: "(", words: "x" } },
      [["userNameRule.pattern", '"("', noLookaround]],
    ],
    [
      "another probe",
      { probes: [{ domain: "x", operation: "Get_All" }] },
      [
        [
          "probes[0].operation",
          '"Get_All"',
          'one of "Get_Workers"|"Get_Integration_System_Users"|"Get_Integration_Systems"|"Get_Learning_Topics"',
        ],
      ],
    ],
    [
      "reminders that do not grow",
      { remindAfterHours: [4, 4] },
      [["remindAfterHours", "a list", "hours that grow, such as [4, 12, 24]"]],
    ],
    [
      "fewer approvers where nobody sees",
      { approvals: { needed: 2, neededWhenUnseen: 1 } },
      [["approvals.neededWhenUnseen", "1", "as many as needed, or more"]],
    ],
    [
      "a domain both refused and allowed",
      {
        refusedDomains: ["Integration Security"],
        sensitiveDomains: ["integration  security", "Audit"],
      },
      [
        [
          "sensitiveDomains",
          '"integration  security"',
          "a domain that refusedDomains does not list",
        ],
      ],
    ],
    [
      "true where a number must be",
      { timeoutSeconds: true },
      [["timeoutSeconds", "true", "number"]],
    ],
  ])("tell of a tenant with %s", (_what, change, problems) => {
    const found = problemsOf(aFile({ tenants: [aTenantEntry(change)] }));

    expect(found).toEqual(problems.map(([key, ...rest]) => [`tenants[0].${key}`, ...rest]));
  });

  it.each<[what: string, publicKey: unknown, found: string, expected: string]>([
    [
      "no key of the runner's",
      undefined,
      "nothing",
      "the runner's Ed25519 public key, as PEM or base64",
    ],
    [
      "a private key where the public one belongs",
      canaries.RUNNER_SIGNING_KEY,
      "a value (not shown)",
      "the runner's Ed25519 public key, as PEM or base64",
    ],
    [
      "the bot's own key as the runner's",
      ownPublicKey,
      "the public half of RUNNER_SIGNING_KEY",
      "a key that the runner alone holds",
    ],
  ])("tell of %s", (_what, publicKey, found, expected) => {
    const file = aFile({ runner: { url: "https://rpa.example.com", publicKey } });
    const { RUNNER_SIGNING_KEY } = canaries;

    expect(problemsOf(file, { ...leastEnvironment, RUNNER_SIGNING_KEY })).toEqual([
      ["runner.publicKey", found, expected],
    ]);
  });
});
