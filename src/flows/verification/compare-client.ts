import { type ApiClient, valuesOf } from "../model/api-client.ts";
import { toItem, unseen, type VerificationItem } from "../model/verification.ts";
import type { Account } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import {
  byEye,
  type ComparedFacts,
  type Comparison,
  type Expectation,
  expectThat,
  found,
} from "./expectation.ts";

/** Where a person sees each fact of a client: no web service shows a client, and a token does not say whose it is. */
const viewClients = "No web service shows it. Look at View API Clients.";
const manageTokens = "No web service shows it. Look at Manage Refresh Tokens for Integrations.";

/**
 * What has to be true of the API client that a request is about, or ends. A call with the token shows that the values
 * work, and nothing of the client: not even which account they sign on as.
 */
export function compareClient(
  { userName, client }: Pick<Account, "userName" | "client">,
  { facts, plan }: Pick<Request, "facts" | "plan">,
): Comparison {
  const steps = plan.map(({ name }) => name);
  const values = new Set(steps.flatMap(valuesOf));
  return {
    expected: [
      ...(client !== undefined && values.has("refresh-token") ? expectToken(userName, client) : []),
      ...(client !== undefined && values.has("client-id") ? expectRegistered(client) : []),
      ...(steps.includes("disable-api-client")
        ? [expectThat("client-disabled", "Whether the API client is disabled", viewClients)]
        : []),
    ],
    findings: findTrial(facts.client),
  };
}

function expectToken(userName: string, client: ApiClient): readonly Expectation[] {
  const named = `the API client ${client.name}`;
  return [
    expectThat(
      "client-values",
      "Whether the API client's values work",
      "Nobody tried them. Try a call with them.",
    ),
    expectThat(
      "client-owner",
      `Whether the refresh token is of the account ${userName}`,
      manageTokens,
    ),
    expectThat("client-of-token", `Whether the refresh token is of ${named}`, manageTokens),
    expectThat("client-other-tokens", `Whether ${named} has no other refresh token`, manageTokens),
    expectThat(
      "client-expiry",
      client.nonExpiringRefreshTokens
        ? "Whether refresh tokens do not expire"
        : "Whether refresh tokens expire",
      viewClients,
    ),
  ];
}

function expectRegistered({
  name,
  functionalAreas,
  includeWorkdayOwnedScope,
}: ApiClient): readonly Expectation[] {
  const owned = includeWorkdayOwnedScope ? "is included" : "is not included";
  return [
    expectThat("client-name", `Whether the client's name is ${name}`, viewClients),
    expectThat(
      "client-grant",
      "Whether it is a client for integrations, without another grant",
      viewClients,
    ),
    expectThat(
      "client-scopes",
      `Whether the scope is exactly ${functionalAreas.join(", ")}`,
      viewClients,
    ),
    expectThat("client-owned-scope", `Whether Workday-owned scope ${owned}`, viewClients),
  ];
}

function findTrial(client: Request["facts"]["client"]): readonly ComparedFacts[] {
  return client === undefined
    ? []
    : byEye("client-call", [found("client-values", describeTrial(client.outcome))]);
}

function describeTrial(
  outcome: NonNullable<Request["facts"]["client"]>["outcome"],
): readonly VerificationItem[] {
  switch (outcome.kind) {
    case "verified":
      return [];
    case "call-refused":
      return [toItem("other", outcome.words)];
    case "unanswered":
    case "not-tried":
      return [unseen("Whether the API client's values work", outcome.words)];
  }
}
