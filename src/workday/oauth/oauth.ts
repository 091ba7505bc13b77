import type { ClientTrial } from "../../flows/model/api-client.ts";
import { type CallOutcome, type Observe, unobserved } from "../../flows/ports/observe.ts";
import type { Workday } from "../../flows/ports/workday.ts";
import { requireSafeUrl } from "../wire/base-url.ts";
import type { Pacer } from "../wire/pacer.ts";
import { createSend, type HttpReply } from "../wire/send.ts";
import { askForToken, type ClientCredentials } from "./token.ts";

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
  async function tryIt(client: ClientCredentials): Promise<ClientTrial> {
    const answer = await askForToken(send, `${base}/ccx/oauth2/${tenant}/token`, client);
    if (answer.kind === "unanswered") return unanswered(answer.fault.words);
    if (answer.kind === "refused") return answer;
    const called = await send({
      method: "GET",
      url: call,
      headers: { accept: "application/json", authorization: `Bearer ${answer.token.reveal()}` },
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
