import { z } from "zod";
import type { ActivationRun } from "../../flows/model/activity.ts";
import type { Fault } from "../../flows/model/fault.ts";
import { instant } from "../../flows/model/ids.ts";
import type { TimeSpan } from "../../flows/model/sign-on-log.ts";
import { toCallOutcome, unobserved } from "../../flows/ports/observe.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { err, ok, type Result } from "../../result.ts";
import { requireSafeUrl } from "../wire/base-url.ts";
import { quoteForeign } from "../wire/foreign-text.ts";
import { createSend } from "../wire/send.ts";
import { createBearerGet } from "./bearer-get.ts";
import type { WqlClientOptions } from "./client.ts";

const pageSize = 1_000;
/** More than this is not read: the log has what everybody does in the tenant. */
const mostPages = 10;
/** One reading may take so many times as long as one call. */
const callsForALog = 4;

const activation = /^activate pending security policy changes$/i;

const Named = z.object({ descriptor: z.string() }).transform(({ descriptor }) => descriptor);
const Entry = z.object({
  systemAccount: z.union([z.string(), Named]),
  taskDisplayName: z.string().nullish(),
  requestTime: z.string(),
});
const Page = z.object({ data: z.array(Entry) });

export type ReadActivationRuns = (
  span: TimeSpan,
) => Promise<Result<readonly ActivationRun[], Fault>>;

/**
 * Reads from the tenant's activity log who ran the activation of pending security policy changes within a time. Changes
 * nothing. _Untried_: form and needs are what others write of it.
 *
 * `denied`: the client lacks the scope System or Get and View on *System Auditing*. A log that is switched off may answer
 * with nothing.
 * @throws where the configured address is not safe to send a secret to
 * @see Workday Privacy REST v1, activityLogging
 */
export function createReadActivationRuns(options: WqlClientOptions): ReadActivationRuns {
  const { client, elapsedMs, timeoutMs, observe = unobserved } = options;
  const base = requireSafeUrl(options.servicesUrl, options.allowHttpOnLoopback ?? false);
  const tenant = encodeURIComponent(options.tenant);
  const send = createSend({ ...options, outside: "Workday" });
  const url = `${base}/ccx/oauth2/${tenant}/token`;
  const get = createBearerGet(client, { send, url, elapsedMs });

  async function read({ from, to }: TimeSpan): Promise<Result<readonly ActivationRun[], Fault>> {
    const untilMs = elapsedMs() + timeoutMs * callsForALog;
    const runs: ActivationRun[] = [];
    for (let page = 0; page < mostPages && elapsedMs() < untilMs; page += 1) {
      const span = `from=${write(from)}&to=${write(to)}&type=userActivity`;
      const reply = await get(
        `${base}/ccx/api/privacy/v1/${tenant}/activityLogging?${span}&limit=${pageSize}&offset=${page * pageSize}`,
      );
      if (!reply.ok) return reply;
      const entries = readEntries(reply.value);
      if (!entries.ok) return entries;
      const found = toRuns(entries.value);
      if (found === undefined) return err(unreadable);
      runs.push(...found);
      if (entries.value.length < pageSize) return ok(runs);
    }
    return err(tooMuch);
  }

  return (span) =>
    observe({ service: "workday", method: "activity-log" }, () => read(span), toCallOutcome);
}

/** Without milliseconds, which the log does not take. */
function write(at: number): string {
  return encodeURIComponent(new Date(at).toISOString().replace(/\.\d+Z$/, "Z"));
}

function readEntries({
  status,
  text,
}: {
  readonly status: number;
  readonly text: string;
}): Result<readonly z.infer<typeof Entry>[], Fault> {
  if (status === 401 || status === 403) return err(denied);
  if (status === 400 || status === 404) return err(absent);
  const page = status === 200 ? parse(text) : undefined;
  return page === undefined ? err(unreadable) : ok(page.data);
}

/** `undefined` where one of them says no moment. */
function toRuns(entries: readonly z.infer<typeof Entry>[]): readonly ActivationRun[] | undefined {
  const own = entries.filter(({ taskDisplayName }) => activation.test(taskDisplayName ?? ""));
  const runs = own.map(({ systemAccount, requestTime }) => ({
    at: instant(Date.parse(requestTime)),
    by: truncate(quoteForeign(systemAccount, []) ?? "", 100),
  }));
  return runs.some(({ at }) => Number.isNaN(at)) ? undefined : runs;
}

function parse(text: string): z.infer<typeof Page> | undefined {
  try {
    return Page.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const outside = "Workday";

const denied: Fault = {
  kind: "denied",
  outside,
  words:
    "The bot's own API client may not read the activity log: it needs the scope System, and its account Get and View on System Auditing.",
};
const absent: Fault = { kind: "rejected", outside, words: "The tenant has no activity log." };
const unreadable: Fault = {
  kind: "unreadable",
  outside,
  words: "Workday's activity log gave an answer that cannot be read.",
};
const tooMuch: Fault = {
  kind: "unreadable",
  outside,
  words: "Workday's activity log has more of this time than the bot reads.",
};
