import { describe, expect, it } from "vitest";
import type { Account, ClientDraft } from "../../../src/flows/request/draft.ts";
import { compareClient } from "../../../src/flows/verification/compare-client.ts";
import { judge } from "../../../src/flows/verification/expectation.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { anOpening } from "../../support/data/a-request.ts";

const client = {
  name: "Viva API Client",
  functionalAreas: ["System", "Staffing"],
  nonExpiringRefreshTokens: true,
  includeWorkdayOwnedScope: false,
};
const account = aDraft({ system: existingSystem });

function look(kind: ClientDraft["kind"], changes: Partial<ClientDraft["client"]> = {}) {
  const draft: ClientDraft = { ...account, kind, client: { ...client, ...changes } };
  const { plan } = anOpening(draft);
  return judge(compareClient(draft, { plan, facts: {} }));
}

function questions(of: ReturnType<typeof look>): readonly string[] {
  return (of.facts ?? []).map(({ what }) => what);
}

const ofToken = [
  "Whether the API client's values work",
  "Whether the refresh token is of the account ISU_Viva",
  "Whether the refresh token is of the API client Viva API Client",
  "Whether the API client Viva API Client has no other refresh token",
  "Whether refresh tokens do not expire",
];
const ofClient = [
  "Whether the client's name is Viva API Client",
  "Whether it is a client for integrations, without another grant",
  "Whether the scope is exactly System, Staffing",
  "Whether Workday-owned scope is not included",
];

describe("what has to be true of an API client", () => {
  it.each<[kind: ClientDraft["kind"], asked: readonly string[]]>([
    ["api-client", [...ofToken, ...ofClient]],
    ["replace-token", ofToken],
    ["disable-client", ["Whether the API client is disabled"]],
  ])("is asked of a request, fact by fact, since no eye sees a client: %s", (kind, asked) => {
    const looked = look(kind);

    expect(questions(looked)).toEqual(asked);
    expect(looked.outcome).toBe("unverified");
  });

  it("goes by how the client was asked for", () => {
    const other = { nonExpiringRefreshTokens: false, includeWorkdayOwnedScope: true };

    expect(questions(look("api-client", other))).toEqual([
      ...ofToken.slice(0, -1),
      "Whether refresh tokens expire",
      ...ofClient.slice(0, -1),
      "Whether Workday-owned scope is included",
    ]);
  });

  it.each<[what: string, of: Account]>([
    ["without a client", account],
    ["whose client nobody touches", { ...account, client }],
  ])("is nothing of an account %s", (_what, of) => {
    const { plan } = anOpening({ ...account, kind: "rotate", tell: [] });

    expect(compareClient(of, { plan, facts: {} })).toEqual({ expected: [], findings: [] });
  });
});
