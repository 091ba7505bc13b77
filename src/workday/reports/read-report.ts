import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import { type Observe, toCallOutcome, unobserved } from "../../flows/ports/observe.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import { requireSafeUrl } from "../wire/base-url.ts";
import type { Pacer } from "../wire/pacer.ts";
import { createSend, type HttpReply } from "../wire/send.ts";
import type { Credentials } from "../wire/username-token.ts";

/** One row of a report: texts by column. A column that is absent, or holds no single value, has none. */
export type Row = Readonly<Record<string, string | undefined>>;

interface ReportAddress {
  readonly owner: string;
  readonly name: string;
}

/** Reads every row of a report: there is no paging. Changes nothing. */
export type ReadReport = (report: ReportAddress) => Promise<Result<readonly Row[], Fault>>;

interface ReportOptions {
  readonly servicesUrl: string;
  readonly tenant: string;
  readonly account: Credentials;
  readonly timeoutMs: number;
  readonly maxReplyBytes: number;
  readonly allowHttpOnLoopback?: boolean;
  readonly pacer?: Pacer;
  readonly fetch?: typeof globalThis.fetch;
  readonly observe?: Observe;
}

const outside = "Workday reports";

/** A number or a truth is read as its text. Anything deeper must not pass for an empty cell. */
const Cell = z
  .union([
    z.string(),
    z.number().transform(String),
    z.boolean().transform(String),
    z.null().transform(() => ""),
  ])
  .optional()
  .catch(undefined);
const Report = z.object({ Report_Entry: z.array(z.record(z.string(), Cell)) });

/**
 * Opens the tenant's reports as a service, signed on as the bot's account.
 *
 * @see Workday Reports as a Service: customreport2, format=json
 */
export function createReadReport(options: ReportOptions): ReadReport {
  const { tenant, account, observe = unobserved } = options;
  const base = requireSafeUrl(options.servicesUrl, options.allowHttpOnLoopback ?? false);
  const send = createSend({ ...options, outside });

  async function read({ owner, name }: ReportAddress): ReturnType<ReadReport> {
    const path = [tenant, owner, name].map(encodeURIComponent).join("/");
    const url = `${base}/ccx/service/customreport2/${path}?format=json`;
    if ("x509" in account) return err(noPassword);
    const headers = { accept: "application/json", authorization: toBasic(account) };
    const reply = await send({ method: "GET", url, headers });
    return reply.ok ? fromReply(reply.value, name) : reply;
  }

  // A report's name is the configuration's, and each tenant has others.
  return (report) =>
    observe({ service: "reports", method: "read" }, () => read(report), toCallOutcome);
}

const noPassword: Fault = {
  kind: "denied",
  outside,
  words:
    "Reports are read with a password, and the bot's account signs on with a key. Let WQL show what this report does, or give the account a password.",
};

function toBasic({
  userName,
  password,
}: Extract<Credentials, { readonly password: Secret }>): string {
  return `Basic ${Buffer.from(`${userName}:${password.reveal()}`, "utf8").toString("base64")}`;
}

function fromReply({ status, text }: HttpReply, name: string): Result<readonly Row[], Fault> {
  if (status === 401 || status === 403) {
    const words = `The bot's account may not read the report ${name} (${status}). Share the report with it.`;
    return err({ kind: "denied", outside, words });
  }
  if (status === 404) {
    const words = `The tenant has no report ${name} that is enabled as a web service (404). Correct its name or owner in the configuration.`;
    return err({ kind: "rejected", outside, words });
  }
  const rows = status === 200 ? parseRows(text) : undefined;
  if (rows !== undefined) return ok(rows);
  const words = `The report ${name} gave an answer that is not a report's (${status}).`;
  return err({ kind: status >= 500 ? "unknown" : "unreadable", outside, words });
}

function parseRows(text: string): readonly Row[] | undefined {
  try {
    return Report.safeParse(JSON.parse(text)).data?.Report_Entry;
  } catch {
    return undefined;
  }
}
