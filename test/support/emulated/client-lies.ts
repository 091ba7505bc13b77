import type { ApiClient } from "../../../sandbox/workday/state.ts";
import { type Lie, own, toState } from "./lie.ts";

/** What no web service shows of a client: a request about one ends unverified, whatever is true. */
export const clientLies: readonly Lie[] = [
  {
    fact: /^client-owner$/,
    what: "the token is another account's",
    tell: toClient(({ refreshTokens }) => {
      for (const token of refreshTokens.keys()) refreshTokens.set(token, "ISU_Other");
    }),
  },
  {
    fact: /^client-of-token$/,
    what: "the token is another client's",
    tell: toClient(({ refreshTokens }) => refreshTokens.clear()),
  },
  {
    fact: /^client-other-tokens$/,
    what: "it has another token as well",
    tell: toClient(({ refreshTokens }) => refreshTokens.set("other", "ISU_Other")),
  },
  { fact: /^client-name$/, what: "another name", tell: replaceClient({ name: "Other" }) },
  {
    fact: /^client-scopes$/,
    what: "more scopes",
    tell: replaceClient({ scopes: ["System", "Staffing"] }),
  },
  {
    fact: /^client-expiry$/,
    what: "its refresh tokens expire",
    tell: replaceClient({ nonExpiringRefreshTokens: false }),
  },
  {
    fact: /^client-grant$/,
    what: "another grant",
    tell: replaceClient({ isForIntegrations: false }),
  },
  {
    fact: /^client-owned-scope$/,
    what: "with Workday-owned scope",
    tell: replaceClient({ includeWorkdayOwnedScope: true }),
  },
  { fact: /^client-disabled$/, what: "it is not disabled", tell: replaceClient({}) },
  {
    fact: /^refresh-tokens$/,
    what: "a client has a token of the account still",
    tell: toState(({ apiClients }) => {
      const refreshTokens = new Map([["left", own.userName]]);
      apiClients.push({
        clientId: "left",
        clientSecret: "x",
        name: "Left",
        scopes: [],
        nonExpiringRefreshTokens: true,
        includeWorkdayOwnedScope: false,
        isForIntegrations: true,
        refreshTokens,
      });
    }),
  },
];

function toClient(act: (client: ApiClient) => unknown): Lie["tell"] {
  return toState(({ apiClients }) => {
    for (const client of apiClients) act(client);
  });
}

function replaceClient(changes: Partial<ApiClient>): Lie["tell"] {
  return toState(({ apiClients }) => {
    const clients = apiClients.splice(0);
    for (const { isDisabled: _gone, ...client } of clients)
      apiClients.push({ ...client, ...changes });
  });
}
