import { describe, expect, it } from "vitest";
import { checkTrace, type TaskSight } from "../../../src/flows/verification/check-task.ts";

const unseen = { kind: "cannot-see", words: "Denied.", isFailed: true } as const;
const nothing: TaskSight = { groups: unseen, permissions: unseen, exemptions: unseen };
const trace = { kind: "token-sign-on", userName: "ISU_Viva" } as const;
const user = { systemId: "INT_1", systemWid: "a1", userName: "ISU_Viva" };

describe("checkTrace, of x509 and SAML that are to be off", () => {
  it.each<[what: string, sight: Pick<TaskSight, "user">, kind: string]>([
    ["nobody looked", {}, "on-trust"],
    ["the account cannot be read", { user: unseen }, "on-trust"],
    ["Workday does not say", { user: { kind: "seen", part: user } }, "on-trust"],
    ["the account is gone", { user: { kind: "seen", part: undefined } }, "shown"],
    [
      "all is off",
      { user: { kind: "seen", part: { ...user, tokens: [{ off: { x509: { key: [] } } }] } } },
      "shown",
    ],
    [
      "a key is on",
      { user: { kind: "seen", part: { ...user, tokens: [{ x509: { key: [] } }] } } },
      "not-shown",
    ],
  ])("where %s", (_what, sight, kind) => {
    expect(checkTrace(trace, { ...nothing, ...sight })).toMatchObject({ kind });
  });
});
