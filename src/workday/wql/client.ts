import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import { type Observe, toCallOutcome, unobserved } from "../../flows/ports/observe.ts";
import { err, ok, type Result } from "../../result.ts";
import type { ClientCredentials } from "../oauth/token.ts";
import { requireSafeUrl } from "../wire/base-url.ts";
import { createSend, type HttpReply } from "../wire/send.ts";
import { createBearerGet } from "./bearer-get.ts";

export interface WqlClientOptions {
  readonly servicesUrl: string;
  readonly tenant: string;
  /** The bot's own API client. */
  readonly client: ClientCredentials;
  readonly timeoutMs: number;
  readonly maxReplyBytes: number;
  readonly allowHttpOnLoopback?: boolean;
  readonly fetch?: typeof globalThis.fetch;
  readonly observe?: Observe;
  /** Milliseconds since any moment; never goes back. */
  readonly elapsedMs: () => number;
}

/** One page of anything that WQL lists: how many there are in all, and these. */
export interface WqlPage {
  readonly total: number;
  readonly data: readonly unknown[];
}

/** Asks for one page below `/ccx/api/wql/v1/{tenant}/`. Changes nothing. */
export type GetPage = (
  path: string,
  query: Readonly<Record<string, string>>,
) => Promise<Result<WqlPage, Fault>>;

const WqlPage = z.object({ total: z.int().min(0), data: z.array(z.unknown()) });

/**
 * Asks a tenant's WQL, signed on as the bot's own API client. An access token is kept until it is refused or its time is
 * over: a real tenant's reply names no time. One that is refused is renewed once.
 *
 * `denied`: the client, its scopes or its account do not suffice. `rejected`: the tenant has no such source or field for it.
 * @throws where the configured address is not safe to send a secret to
 * @see Workday WQL REST, `/ccx/api/wql/v1/{tenant}`; GET needs View on *Workday Query Language*
 */
export function createGetPage(options: WqlClientOptions): GetPage {
  const { elapsedMs, observe = unobserved } = options;
  const base = requireSafeUrl(options.servicesUrl, options.allowHttpOnLoopback ?? false);
  const send = createSend({ ...options, outside: "Workday" });
  const tenant = encodeURIComponent(options.tenant);
  const ask = createBearerGet(options.client, {
    send,
    url: `${base}/ccx/oauth2/${tenant}/token`,
    elapsedMs,
  });

  async function get(url: string): Promise<Result<WqlPage, Fault>> {
    const reply = await ask(url);
    return reply.ok ? readPage(reply.value) : reply;
  }

  return (path, query) => {
    const url = `${base}/ccx/api/wql/v1/${tenant}/${path}?${toQueryString(query)}`;
    return observe({ service: "workday", method: "wql" }, () => get(url), toCallOutcome);
  };
}

/** Spaces as `%20`: that a plus sign is read as one in a query is not known. */
function toQueryString(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
}

const refused: Readonly<Record<number, Pick<Fault, "kind" | "words"> | undefined>> = {
  400: {
    kind: "rejected",
    words: "Workday does not take the WQL query (400): a source or a field may be gone.",
  },
  401: {
    kind: "denied",
    words: "Workday does not take the access token of the bot's own API client (401).",
  },
  403: {
    kind: "denied",
    words:
      "The bot's own API client may not ask WQL (403): it needs View on Workday Query Language, the scope System, and an authentication policy that allows API clients.",
  },
  404: { kind: "rejected", words: "The tenant has no such WQL source (404)." },
};

function readPage({ status, text }: HttpReply): Result<WqlPage, Fault> {
  const no = refused[status];
  if (no !== undefined) return err({ ...no, outside: "Workday" });
  const page = status === 200 ? parse(text) : undefined;
  if (page !== undefined) return ok(page);
  const kind = status >= 500 ? "unknown" : "unreadable";
  const words = `Workday's WQL gave an answer that cannot be read (${status}).`;
  return err({ kind, outside: "Workday", words });
}

function parse(text: string): WqlPage | undefined {
  try {
    return WqlPage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
