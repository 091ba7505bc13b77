import { randomBytes } from "node:crypto";
import { findAccount } from "./accounts.ts";
import {
  addressOf,
  basicCredentials,
  bearerToken,
  type HttpReply,
  type HttpRequest,
  jsonReply,
} from "./http/message.ts";
import type { Account, ApiClient, TenantState } from "./state.ts";

const lifetimeSeconds = 3600;

/**
 * Exchanges a refresh token for an access token, which is good for an hour. As a real tenant does, it does not say so.
 * @see RFC 6749, sections 2.3.1, 5 and 6
 */
export function answerToken(state: TenantState, request: HttpRequest): HttpReply {
  const form = formOf(request);
  if (form === undefined) return jsonReply(400, { error: "invalid_request" });
  const client = clientOf(state, request);
  if (client === undefined) {
    const challenge = { "www-authenticate": 'Basic realm="Workday"' };
    return jsonReply(401, { error: "invalid_client" }, challenge);
  }
  if (form.get("grant_type") !== "refresh_token") {
    return jsonReply(400, { error: "unsupported_grant_type" });
  }
  const refreshToken = form.get("refresh_token") ?? "";
  const account = findAccount(state, client.refreshTokens.get(refreshToken) ?? "");
  if (account === undefined) return jsonReply(400, { error: "invalid_grant" });
  logTokenSignOn(state, account, addressOf(request));
  if (account.isLocked) return jsonReply(400, { error: "invalid_grant" });

  return jsonReply(200, {
    access_token: issueAccessToken(state, account),
    token_type: "Bearer",
    refresh_token: refreshToken,
  });
}

function formOf({ method, headers, body }: HttpRequest): URLSearchParams | undefined {
  const type = headers["content-type"] ?? "";
  const isForm = method === "POST" && type.startsWith("application/x-www-form-urlencoded");
  return isForm ? new URLSearchParams(body) : undefined;
}

function clientOf(state: TenantState, request: HttpRequest): ApiClient | undefined {
  const credentials = basicCredentials(request);
  const client = state.apiClients.find(({ clientId }) => clientId === credentials?.userName);
  const isRight = client?.clientSecret === credentials?.password && client?.isDisabled !== true;
  return isRight ? client : undefined;
}

function issueAccessToken(state: TenantState, { userName }: Account): string {
  const token = randomBytes(32).toString("base64url");
  state.accessTokens.set(token, { userName, expiresAt: state.now() + lifetimeSeconds * 1000 });
  return token;
}

/** How the log calls a sign-on by token is a guess. */
function logTokenSignOn(
  state: TenantState,
  { userName, isLocked }: Account,
  address: string,
): void {
  state.signOns.push({
    userName,
    at: state.now(),
    ok: !isLocked,
    for: "oauth2/token",
    address,
    channel: "Web Services",
    type: "OAuth 2.0",
    ...(isLocked && { refusal: "locked" }),
  });
  state.changed();
}

/** Says who the bearer is: a harmless call to try an access token with. */
export function answerWorkersMe(state: TenantState, request: HttpRequest): HttpReply {
  if (request.method !== "GET") return jsonReply(405, { error: "Method Not Allowed" });
  const held = state.accessTokens.get(bearerToken(request) ?? "");
  const account = findAccount(state, held?.userName ?? "");
  if (held === undefined || account === undefined || held.expiresAt <= state.now()) {
    return jsonReply(401, { error: "invalid_token" }, { "www-authenticate": "Bearer" });
  }
  return jsonReply(200, { id: account.wid, descriptor: account.userName });
}
