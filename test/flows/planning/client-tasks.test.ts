import { describe, expect, it } from "vitest";
import { kindOf } from "../../../src/flows/kinds/kinds.ts";
import { describeClientScope } from "../../../src/flows/model/api-client.ts";
import type { ClientDraft } from "../../../src/flows/request/draft.ts";
import { describeTask } from "../../../src/flows/step-kinds/describe-task.ts";
import type { ClientTask } from "../../../src/flows/tasks/client-task.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";

const client = {
  name: "Viva API Client",
  functionalAreas: ["System", "Learning"],
  nonExpiringRefreshTokens: true,
  includeWorkdayOwnedScope: false,
};
const { userName } = aDraft();
const needs = ["Security Administration (functional area System)"];

function asked(kind: ClientDraft["kind"]): ClientDraft {
  return { ...aDraft(), kind, client };
}

describe("describeScope", () => {
  it.each([
    [{}, "refresh tokens that do not expire, System, Learning"],
    [{ nonExpiringRefreshTokens: false }, "refresh tokens that expire, System, Learning"],
    [
      { includeWorkdayOwnedScope: true },
      "refresh tokens that do not expire, Workday-owned scope, System, Learning",
    ],
    [{ functionalAreas: [] }, "refresh tokens that do not expire"],
  ])("says %j", (changes, words) => {
    expect(describeClientScope({ ...client, ...changes })).toBe(words);
  });
});

describe("describeTask of an API client", () => {
  it.each<[task: ClientTask, title: string, fields: readonly (readonly [string, string])[]]>([
    [
      { name: "register-api-client", userName, client },
      "Register API Client for Integrations",
      [
        ["Client Name", "Viva API Client"],
        ["Non-Expiring Refresh Tokens", "checked"],
        ["Scope (Functional Areas)", "System\nLearning"],
        ["Include Workday Owned Scope", "not checked"],
        ["Workday Account (of the refresh token)", userName],
        ["Generate New Refresh Token", "checked"],
      ],
    ],
    [
      { name: "replace-refresh-token", userName, clientName: client.name },
      "Manage Refresh Tokens for Integrations",
      [
        ["API Client", "Viva API Client"],
        ["Workday Account", userName],
        ["Generate New Refresh Token", "checked"],
      ],
    ],
    [
      { name: "disable-api-client", clientName: client.name },
      "View API Clients",
      [
        ["Client Name", "Viva API Client"],
        ["Disabled", "checked"],
      ],
    ],
  ])("says $name in Workday's words", (task, title, fields) => {
    const said = describeTask(task);

    expect(said.title).toBe(title);
    expect(said.fields.map(({ field, value }) => [field, value])).toEqual(fields);
    expect(said.needs).toEqual(needs);
    expect(said.steps.length).toBeGreaterThan(0);
  });

  it("warns of Slack wherever a page shows a secret", () => {
    const shows: readonly ClientTask[] = [
      { name: "register-api-client", userName, client },
      { name: "replace-refresh-token", userName, clientName: client.name },
    ];

    for (const task of shows) expect(describeTask(task).steps.join("\n")).toContain("Slack");
  });
});

describe("the undoing of a client", () => {
  const stored = { name: "disable-client-secrets", hand: "api" };
  const disable = {
    name: "disable-api-client",
    hand: "person",
    task: { name: "disable-api-client", clientName: client.name },
  };

  it.each<[kind: ClientDraft["kind"], undo: unknown]>([
    [
      "api-client",
      [
        ["register-api-client", disable],
        ["register-api-client", stored],
      ],
    ],
    ["replace-token", [["replace-refresh-token", stored]]],
    ["disable-client", []],
  ])("undoes of %s what can be undone", (kind, undo) => {
    const draft = asked(kind);

    expect(kindOf(draft).undo?.(draft, aTenant()) ?? []).toEqual(undo);
  });
});
