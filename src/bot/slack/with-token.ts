import type { webApi } from "@slack/bolt";
import type { Secret } from "../../secret.ts";

/** Sends each call with the token as it is now: Slack's client keeps the one that it was made with. */
export function withToken(fetch: webApi.FetchFunction, token: Secret): webApi.FetchFunction {
  return (url, init = {}) => {
    const headers = { ...init.headers, Authorization: `Bearer ${token.reveal()}` };
    return fetch(url, { ...init, headers });
  };
}
