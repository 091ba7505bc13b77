import { z } from "zod";
import type { ClientTrial } from "../../flows/model/api-client.ts";
import { type CallOutcome, type Observe, unobserved } from "../../flows/ports/observe.ts";
import type { Workday } from "../../flows/ports/workday.ts";
import { Secret } from "../../secret.ts";
import { requireSafeUrl } from "../wire/base-url.ts";
import type { Pacer } from "../wire/pacer.ts";
import { createSend, type HttpReply } from "../wire/send.ts";

interface OauthOptions {
  readonly servicesUrl: string;
  readonly tenant: string;
  /** The REST call: service, version and what follows the tenant, such as `common/v1/workers/me`. */
  readonly apiClientProbe?: string;
  readonly timeoutMs: number;
  readonly maxReplyBytes: number;
  readonly allowHttpOnLoopback?: boolean;
  readonly pacer?: Pacer;
  readonly fetch?: typeof globalThis.fetch;
  readonly observe?: Observe;
}

const Token = z.object({ access_token: z.string().min(1).max(100_000) });

/** Codes of RFC 6749, section 5.2, in words of ours: nothing else of the answer is repeated. */
const refusals: Readonly<Record<string, string>> = {
  invalid_client: "Workday does not take the client id with this client secret.",
  invalid_grant:
    "Workday takes the client, and not the refresh token: it is another client's, or its account cannot sign on.",
  unauthorized_client: "Workday does not let this client use a refresh token.",
};

const Refusal = z.object({ error: z.string() });

/**
 * Tries a client's values: the token endpoint, then one REST call with the access token, which is thrown away.
 *
 * That the client signs on there with Basic authentication is an inference.
 * @see RFC 6749, sections 2.3.1, 5 and 6; Workday REST, `/ccx/oauth2/{tenant}/token` and `/ccx/api`
 */
export function createTryClient(options: OauthOptions): Workday["tryClient"] {
  const base = requireSafeUrl(options.servicesUrl, options.allowHttpOnLoopback ?? false);
  const send = createSend({ ...options, outside: "Workday" });
  const tenant = encodeURIComponent(options.tenant);
  const [service = "", version = "", ...rest] = (
    options.apiClientProbe ?? "common/v1/workers/me"
  ).split("/");
  const call = `${base}/ccx/api/${service}/${version}/${tenant}/${rest.join("/")}`;
  async function tryIt(client: Client): Promise<ClientTrial> {
    const reply = await send({
      method: "POST",
      url: `${base}/ccx/oauth2/${tenant}/token`,
      headers: {
        accept: "application/json",
        authorization: toBasic(client),
        "content-type": "application/x-www-form-urlencoded",
      },
      body: toBody(client.refreshToken),
    });
    if (!reply.ok) return { kind: "unanswered", words: reply.error.words };
    const token = readToken(reply.value);
    if (!(token instanceof Secret)) return token;
    const called = await send({
      method: "GET",
      url: call,
      headers: { accept: "application/json", authorization: `Bearer ${token.reveal()}` },
    });
    return called.ok ? judgeCall(called.value) : unanswered(called.error.words);
  }

  const { observe = unobserved } = options;
  return (client) =>
    observe({ service: "workday", method: "try-client" }, () => tryIt(client), judgeTrial);
}

function judgeTrial({ kind }: ClientTrial): CallOutcome {
  switch (kind) {
    case "verified":
      return "ok";
    case "unanswered":
      return "unknown";
    case "refused":
    case "call-refused":
      return "denied";
  }
}

type Client = Parameters<Workday["tryClient"]>[0];

/** Id and secret as they are: what RFC 6749 would encode in them, Workday's do not hold. */
function toBasic({ id, secret }: Client): string {
  return `Basic ${Buffer.from(`${id.reveal()}:${secret.reveal()}`, "utf8").toString("base64")}`;
}

function toBody(refreshToken: Secret): string {
  return new URLSearchParams({
    grant_type: "refresh_token",
    refresh_token: refreshToken.reveal(),
  }).toString();
}

function readToken({ status, text }: HttpReply): Secret | ClientTrial {
  if (status === 200) {
    const token = parse(Token, text);
    return token === undefined
      ? unanswered("Workday's token endpoint gave an answer that holds no access token.")
      : new Secret(token.access_token);
  }
  if (status !== 400 && status !== 401) {
    return unanswered(`Workday's token endpoint answered ${status}.`);
  }
  const code = parse(Refusal, text)?.error ?? "";
  const words = Object.hasOwn(refusals, code) ? refusals[code] : undefined;
  return {
    kind: "refused",
    words: words ?? `Workday's token endpoint does not take these values (${status}).`,
  };
}

function judgeCall({ status }: HttpReply): ClientTrial {
  if (status === 200) return { kind: "verified" };
  return status === 401 || status === 403
    ? {
        kind: "call-refused",
        words: `Workday gave an access token, and refused a REST call with it (${status}): look at the functional areas and at what the account may do.`,
      }
    : unanswered(`Workday gave an access token, and answered a REST call with ${status}.`);
}

function unanswered(words: string): ClientTrial {
  return { kind: "unanswered", words };
}

function parse<Shape>(schema: z.ZodType<Shape>, text: string): Shape | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
