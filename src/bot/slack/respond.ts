import type { webApi } from "@slack/bolt";
import type { Fault } from "../../flows/model/fault.ts";
import { type Observe, toCallOutcome, unobserved } from "../../flows/ports/observe.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Message } from "../blocks/block.ts";

/** Answers privately where a command or a button was used. Slack takes five answers within 30 minutes. */
export type Respond = (url: string, message: Message) => Promise<Result<void, Fault>>;

const timeoutMs = 5000;

export function createRespond(fetch: webApi.FetchFunction, observe: Observe = unobserved): Respond {
  const call = { service: "slack", method: "response_url" } as const;
  return (url, message) => observe(call, () => respond(fetch, url, message), toCallOutcome);
}

async function respond(
  fetch: webApi.FetchFunction,
  url: string,
  message: Message,
): Promise<Result<void, Fault>> {
  const sent = await post(fetch, url, {
    response_type: "ephemeral",
    replace_original: false,
    ...message,
  });
  if (sent) return ok(undefined);
  const words = "Slack did not take the private answer.";
  return err({ kind: "unknown", outside: "Slack", words });
}

async function post(fetch: webApi.FetchFunction, url: string, body: object): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
