import type { TitledList } from "../text/titled-list.ts";
import { truncate } from "../text/truncate.ts";

/** An API client for integrations, as it is registered in Workday. */
export interface ApiClient {
  readonly name: string;
  readonly nonExpiringRefreshTokens: boolean;
  /** Its scope. */
  readonly functionalAreas: readonly string[];
  readonly includeWorkdayOwnedScope: boolean;
}

/** What Workday's pages show once. The id is kept as a secret too: the three belong together. */
export const clientValues = ["client-id", "client-secret", "refresh-token"] as const;

export type ClientValue = (typeof clientValues)[number];

/** What a stored secret is for. An integration user may have several. */
export type SecretKind = "password" | ClientValue;

/** The values that come from the pages of a person's task, by the step's name; none for every other step. */
export function valuesOf(step: string): readonly ClientValue[] {
  if (step === "register-api-client") return clientValues;
  return step === "replace-refresh-token" ? ["refresh-token"] : [];
}

/** What trying a client's values showed. `words` never quote what Workday answered. */
export type ClientTrial =
  /** The token endpoint took the values, and a call with its access token was answered. */
  | { readonly kind: "verified" }
  /** The token endpoint took the values, and the call was refused. */
  | { readonly kind: "call-refused"; readonly words: string }
  /** The token endpoint does not take the values. */
  | { readonly kind: "refused"; readonly words: string }
  /** No answer that says anything about the values. */
  | { readonly kind: "unanswered"; readonly words: string };

/** What is known of stored values. Those that are refused are not stored. */
export type ClientOutcome =
  | Exclude<ClientTrial, { kind: "refused" }>
  | { readonly kind: "not-tried"; readonly words: string };

export const notTriedByHand: ClientOutcome = {
  kind: "not-tried",
  words: "They were stored with a command, so the bot has never held them.",
};

export const notTriedAlone: ClientOutcome = {
  kind: "not-tried",
  words:
    "A refresh token alone cannot be tried: the bot writes secrets and cannot read the client's back.",
};

/** What a client may reach and how long its tokens live, in plain words. What weighs most comes first: a list may be cut. */
export function describeClientScope(client: ApiClient): string {
  return [...listFlags(client), ...client.functionalAreas].join(", ");
}

/** The client with its whole scope. What is never to be cut stands in the title. */
export function listClient(client: ApiClient): TitledList {
  const { name, functionalAreas: lines } = client;
  return {
    title: `The API client ${truncate(name, 300)}: ${listFlags(client).join(", ")}. Its functional areas (${lines.length}):`,
    lines,
  };
}

function listFlags({ nonExpiringRefreshTokens, includeWorkdayOwnedScope }: ApiClient): string[] {
  return [
    nonExpiringRefreshTokens ? "refresh tokens that do not expire" : "refresh tokens that expire",
    ...(includeWorkdayOwnedScope ? ["Workday-owned scope"] : []),
  ];
}
