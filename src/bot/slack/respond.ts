import type { webApi } from "@slack/bolt";
import { type Observe, toCallOutcome, unobserved } from "../../flows/ports/observe.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Message } from "../blocks/block.ts";
import { withoutToken } from "./call-troubles.ts";
import type { HearCall, SlackFault } from "./slack-call.ts";
import { type ShownHow, toShown } from "./to-shown.ts";
import { personMs, waitOutLimit } from "./wait-out-limit.ts";

/** Answers privately where a command or a button was used. Slack takes five answers within 30 minutes. */
export type Respond = (url: string, message: Message) => Promise<Result<void, SlackFault>>;

export interface RespondWatch extends ShownHow {
  readonly observe?: Observe;
  readonly troubles?: { readonly hear: HearCall };
}

const timeoutMs = 5000;

/** Where Slack limits it, it is sent again after the wait: what was limited was not shown. */
export function createRespond(
  fetch: webApi.FetchFunction,
  { observe = unobserved, troubles, ...showing }: RespondWatch = {},
): Respond {
  const method = withoutToken;
  const call = { service: "slack", method } as const;
  return (url, message) =>
    waitOutLimit(personMs, async () => {
      const content = toShown({ ...message }, showing);
      const sent = await observe(call, () => respond(fetch, url, content), toCallOutcome);
      troubles?.hear(method, sent.ok ? undefined : sent.error);
      return sent;
    });
}

async function respond(
  fetch: webApi.FetchFunction,
  url: string,
  message: Record<string, unknown>,
): Promise<Result<void, SlackFault>> {
  const answer = await post(fetch, url, {
    response_type: "ephemeral",
    replace_original: false,
    ...message,
  });
  if (answer?.ok === true) return ok(undefined);
  if (answer?.status === 429) return err(toLimit(answer.headers.get("retry-after")));
  const words = "Slack did not take the private answer.";
  const code = answer === undefined ? "no_answer" : `http_${answer.status}`;
  return err({ kind: "unknown", outside: "Slack", words, code });
}

function toLimit(retryAfter: string | null): SlackFault {
  const seconds = Number.parseInt(retryAfter ?? "", 10);
  return {
    kind: "unreachable",
    outside: "Slack",
    words: "Slack asks the bot to slow down.",
    code: "ratelimited",
    ...(Number.isNaN(seconds) ? {} : { retryAfterMs: seconds * 1000 }),
  };
}

async function post(
  fetch: webApi.FetchFunction,
  url: string,
  body: object,
): Promise<Awaited<ReturnType<webApi.FetchFunction>> | undefined> {
  try {
    return await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch {
    return undefined;
  }
}
