import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import { Secret } from "../../secret.ts";
import type { HttpReply, Send } from "../wire/send.ts";

/** What an API client signs on with. */
export interface ClientCredentials {
  readonly id: Secret;
  readonly secret: Secret;
  readonly refreshToken: Secret;
}

/** What the token endpoint says. Its words are ours: nothing of a refusal but its code is read. */
export type TokenAnswer =
  /** `lifetimeMs` is absent where the reply names none, as a real tenant's did not. */
  | { readonly kind: "given"; readonly token: Secret; readonly lifetimeMs?: number }
  | { readonly kind: "refused"; readonly words: string }
  | { readonly kind: "unanswered"; readonly fault: Fault };

const Token = z.object({
  access_token: z.string().min(1).max(100_000),
  expires_in: z.number().positive().optional().catch(undefined),
});

/** Codes of RFC 6749, section 5.2, in words of ours. */
const refusals: Readonly<Record<string, string>> = {
  invalid_client: "Workday does not take the client id with this client secret.",
  invalid_grant:
    "Workday takes the client, and not the refresh token: it is another client's, or its account cannot sign on.",
  unauthorized_client: "Workday does not let this client use a refresh token.",
};

const Refusal = z.object({ error: z.string() });

/**
 * Exchanges a refresh token for an access token. Safe to repeat. That id and secret go by Basic authentication is one of
 * two ways that clients of a real tenant use.
 *
 * @see RFC 6749, sections 2.3.1, 5 and 6; Workday REST, `/ccx/oauth2/{tenant}/token`
 */
export async function askForToken(
  send: Send,
  url: string,
  client: ClientCredentials,
): Promise<TokenAnswer> {
  const reply = await send({
    method: "POST",
    url,
    headers: {
      accept: "application/json",
      authorization: toBasic(client),
      "content-type": "application/x-www-form-urlencoded",
    },
    body: toBody(client.refreshToken),
  });
  return reply.ok ? readToken(reply.value) : { kind: "unanswered", fault: reply.error };
}

/** Id and secret as they are: what RFC 6749 would encode in them, Workday's do not hold. */
function toBasic({ id, secret }: ClientCredentials): string {
  return `Basic ${Buffer.from(`${id.reveal()}:${secret.reveal()}`, "utf8").toString("base64")}`;
}

function toBody(refreshToken: Secret): string {
  return new URLSearchParams({
    grant_type: "refresh_token",
    refresh_token: refreshToken.reveal(),
  }).toString();
}

function readToken({ status, text }: HttpReply): TokenAnswer {
  if (status === 200) {
    const token = parse(Token, text);
    if (token === undefined) {
      const words = "Workday's token endpoint gave an answer that holds no access token.";
      return unanswered("unreadable", words);
    }
    const { access_token: value, expires_in: seconds } = token;
    const lifetime = seconds === undefined ? {} : { lifetimeMs: seconds * 1_000 };
    return { kind: "given", token: new Secret(value), ...lifetime };
  }
  if (status !== 400 && status !== 401) {
    return unanswered("unknown", `Workday's token endpoint answered ${status}.`);
  }
  const code = parse(Refusal, text)?.error ?? "";
  const words = Object.hasOwn(refusals, code) ? refusals[code] : undefined;
  return {
    kind: "refused",
    words: words ?? `Workday's token endpoint does not take these values (${status}).`,
  };
}

function unanswered(kind: "unknown" | "unreadable", words: string): TokenAnswer {
  return { kind: "unanswered", fault: { kind, outside: "Workday", words } };
}

function parse<Shape>(schema: z.ZodType<Shape>, text: string): Shape | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
