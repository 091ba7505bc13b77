import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeProblems, type Problem } from "../../src/config/problems.ts";
import { readConfig } from "../../src/config/read-config.ts";
import {
  aFile,
  aFolder,
  aTenantEntry,
  canaries,
  leastEnvironment,
  problemsOf,
} from "./a-config.ts";

describe("all problems", () => {
  it("come at once, the environment's and the file's, and show no secret", () => {
    const found = problemsOf(
      aFile({
        tenants: [aTenantEntry({ account: { userName: "", password: "canary-typed" }, label: "" })],
      }),
      { ...canaries, SLACK_BOT_TOKEN: "canary-wrong" },
    );

    expect(found.map(([key]) => key)).toEqual([
      "SLACK_BOT_TOKEN (environment)",
      "tenants[0].label",
      "tenants[0].account.userName",
      "tenants[0].account.password",
    ]);
    expect(JSON.stringify(found)).not.toContain("canary");
  });

  it.each([
    ["a list", "[]", "the file", "a list", "object"],
    ["nothing", "", "the file", "nothing", "object"],
    ["a word", "canary", "the file", '"canary"', "object"],
  ])("tell of a file that is %s", (_what, text, key, found, expected) => {
    expect(problemsOf(text)).toEqual([[key, found, expected]]);
  });

  it("tell of a file that is no YAML, without quoting it", () => {
    const [problem] = problemsOf("a: [\npassword: canary");

    expect(problem?.[0]).toMatch(/^CONFIG \(.*config\.yml\)$/);
    expect(problem?.[2]).toBe("a YAML file; config.example.yml shows every key");
    expect(JSON.stringify(problem)).not.toContain("canary");
  });

  it("tell of a file that is not there, and of the environment", () => {
    const folder = aFolder();
    const { SLACK_BOT_TOKEN: _none, ...env } = leastEnvironment;

    expect(readConfig(env, folder)).toMatchObject({
      ok: false,
      error: [
        { key: "SLACK_BOT_TOKEN (environment)" },
        { key: `CONFIG (${join(folder, "config.yml")})`, found: "no file there" },
      ],
    });
  });

  it.each([
    ["no file", undefined, /^no readable file .*password$/],
    ["an empty file", "\n", /^an empty file .*password$/],
  ])("tell of %s for a password", (_what, content, found) => {
    const folder = aFolder();
    const account = { userName: "ISU", password: { file: "password" } };
    writeFileSync(
      join(folder, "config.yml"),
      JSON.stringify(aFile({ tenants: [aTenantEntry({ account })] })),
    );
    if (content !== undefined) writeFileSync(join(folder, "password"), content);

    const answer = readConfig(leastEnvironment, folder);

    expect(answer.ok ? [] : answer.error.map(({ key }) => key)).toEqual([
      "tenants[0].account.password",
    ]);
    expect(answer.ok ? "" : answer.error[0]?.found).toMatch(found);
  });
});

const withMistakes = `slack:
  team: T024BE7LD
  delivery: http
vault:
  url: https://isu-secrets.vault.azure.net
  identity: { kind: managed-identity }
tenants:
  - name: acme_dpt1
    labell: Acme preview
    production: false
    chanel: C024BE91L
    servicesUrl: https://impl-services1.example.com
    version: v31.2
    account:
      userName: ISU_Slack_Bot
      pasword: { env: WORKDAY_PASSWORD }
    reports:
      owner: ISU_Slack_Bot
      securityGroup: { name: Groups }
    requesters: { groups: [S0614TZR7] }
    doers: { people: [dora] }
    approvers: { people: [U0G9QF9C6] }
    hands: { defalt: person }
    perRecipe: { viva-learning: { approval: { needed: 1 } } }
    zzzzzz: 1
webb: {}
`;

describe("the problems of a file", () => {
  it("have their line, and the key that is nearest to one that does not exist", () => {
    const folder = aFolder();
    writeFileSync(join(folder, "config.yml"), withMistakes);

    const answer = readConfig(leastEnvironment, folder);
    const said = answer.ok ? "" : describeProblems(answer.error);

    const guesses = [
      ...said.matchAll(/line (\d+), (\S+): found a key .*?\. Did you mean (\S+)\?/g),
    ];
    expect(guesses.map(([, line, key, meant]) => [Number(line), key, meant])).toEqual([
      [16, "tenants[0].account.pasword", "password"],
      [19, "tenants[0].reports.securityGroup", "securityGroups"],
      [23, "tenants[0].hands.defalt", "default"],
      [24, "tenants[0].perRecipe.viva-learning.approval", "approvals"],
      [9, "tenants[0].labell", "label"],
      [11, "tenants[0].chanel", "channel"],
      [26, "webb", "web"],
    ]);
    expect(said).toContain('line 21, tenants[0].doers.people[0]: found "dora"');
    expect(said).toMatch(/line 8, tenants\[0\]\.channel: found nothing/);
    expect(said).toMatch(/line 25, tenants\[0\]\.zzzzzz: .*schema\.json$/m);
  });

  it("have no line where nothing of them stands in the file", () => {
    const folder = aFolder();
    writeFileSync(join(folder, "config.yml"), "slack: { team: T024BE7LD, delivery: http }\n");

    const answer = readConfig(leastEnvironment, folder);

    expect(answer.ok ? "" : describeProblems(answer.error)).toContain("\n  vault: found nothing");
  });
});

describe("describeProblems", () => {
  it.each<[count: number, first: string]>([
    [1, "The bot cannot start. One setting is missing or wrong:"],
    [2, "The bot cannot start. 2 settings are missing or wrong:"],
  ])("says %i on lines of their own", (count, first) => {
    const problem: Problem = { key: "slack.port", found: "0", expected: "a port" };

    const said = describeProblems(Array.from({ length: count }, () => problem)).split("\n");

    expect(said[0]).toBe(first);
    expect(said.slice(1)).toEqual(
      Array.from({ length: count }, () => "  slack.port: found 0; expected a port"),
    );
  });

  it("says first what comes of them, which an operator's command has words of its own for", () => {
    const problem: Problem = { key: "slack.port", found: "0", expected: "a port" };

    expect(describeProblems([problem], "Nothing was done.")).toMatch(/^Nothing was done\. One/);
  });
});
