import type { Fault } from "../../flows/model/fault.ts";
import type { Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import type { ClientCredentials } from "../oauth/token.ts";
import type { HttpReply, Send } from "../wire/send.ts";
import { createAccessToken } from "./access-token.ts";

/** Asks for an address below the tenant's, signed on as the bot's own API client. */
export type BearerGet = (url: string) => Promise<Result<HttpReply, Fault>>;

/**
 * Asks by GET with an access token that is kept until it is refused or its time is over; one that is refused is renewed
 * once. What the answer means is the caller's to say.
 */
export function createBearerGet(
  client: ClientCredentials,
  place: Parameters<typeof createAccessToken>[1] & { readonly send: Send },
): BearerGet {
  const tokens = createAccessToken(client, place);

  function call(url: string, token: Secret): Promise<Result<HttpReply, Fault>> {
    const headers = { accept: "application/json", authorization: `Bearer ${token.reveal()}` };
    return place.send({ method: "GET", url, headers });
  }

  return async (url) => {
    const token = await tokens.find();
    if (!token.ok) return token;
    const first = await call(url, token.value);
    if (!first.ok || first.value.status !== 401) return first;
    const renewed = await tokens.find(token.value);
    return renewed.ok ? call(url, renewed.value) : renewed;
  };
}
