import type { InventoryEntry } from "../../flows/inventory/list-inventory.ts";
import type { LogRead, Used } from "../../flows/model/account-use.ts";
import { dayMs, type Instant } from "../../flows/model/ids.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { count } from "../../flows/text/count.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Block, buttons, header, type Message, section } from "../blocks/block.ts";
import { code, escape, formatDay, mention } from "../blocks/mrkdwn.ts";
import { fillPage, phonePage } from "../blocks/page.ts";
import { nameOf } from "../blocks/request-titles.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { describeOrigin } from "../request-views/account-uses.ts";

export interface InventoryContent {
  /** All that fit, the most urgent first. */
  readonly entries: readonly InventoryEntry[];
  /** What they were narrowed with. */
  readonly text: string;
  /** How many were shown before. */
  readonly from: number;
  /** Tenants of which Slack did not say whether the reader may read them. */
  readonly unclear: readonly Tenant[];
  readonly now: Instant;
  /** When an account was used last, as far as its tenant's log was read; absent where nothing is known of it. */
  readonly useOf: (
    entry: InventoryEntry,
  ) => { readonly read: LogRead; readonly last: Used | undefined } | undefined;
}

/** Accounts with their state, their password's age and who asked for them: one page. */
export function showInventory(content: InventoryContent): Message {
  const { entries, text } = content;
  // Meanwhile so many may have gone that none is left behind the page before.
  const from = content.from < entries.length ? content.from : 0;
  const of = text === "" ? "" : ` with ${code(truncate(text, 100))}`;
  const title = `Integration users that the bot made: ${entries.length}`;
  if (entries.length === 0) {
    const words =
      nothing[text.toLowerCase()] ??
      `There is no account${of} that you can read. \`/workday-isu list\` without a text lists all of them.`;
    return { text: words, blocks: [section(words), ...describeUnclear(content)] };
  }
  const { blocks, shown } = fillPage(
    entries.slice(from).map((entry) => describeEntry(entry, content)),
    phonePage,
  );
  const left = entries.length - from - shown;
  return {
    text: title,
    blocks: [
      header(title),
      section(
        `${from + 1} to ${from + shown} of ${entries.length}${of}, by when the password is due.`,
      ),
      ...blocks,
      ...describeUnclear(content),
      ...(left > 0 ? goOn({ text, from: from + shown }, left) : []),
    ],
  };
}

/** What it means that none is left, by what they were narrowed with. */
const nothing: Readonly<Record<string, string | undefined>> = {
  mine: "You asked for none of the accounts that the bot knows.",
  waiting: "Of the accounts that you can read, none has an open request.",
  overdue: "Of the accounts that you can read, no password is overdue or due within 30 days.",
};

function describeEntry(
  entry: InventoryEntry,
  { now, useOf }: Pick<InventoryContent, "now" | "useOf">,
): string {
  const { request, tenant, state, password, isUnknown, underWay } = entry;
  const { id, draft, askedBy } = request;
  const open = underWay === undefined ? "" : ` *${underWay} is under way for it.*`;
  return `${code(truncate(nameOf(draft), 100))} in ${escape(tenant.label)}: *${state}*. ${isUnknown ? unknown : describePassword(password, now)}${describeUse(useOf(entry), now)} Asked for by ${mention(askedBy)}, ${id}.${open}`;
}

/** Nothing where the log was never read. */
function describeUse(use: ReturnType<InventoryContent["useOf"]>, now: Instant): string {
  if (use === undefined) return "";
  const { read, last } = use;
  const isOld = now - read.until > dayMs;
  const until = isOld ? ` The log was read until ${formatDay(read.until)}.` : "";
  return last === undefined
    ? ` Nobody used it since ${formatDay(read.since)}, as far as Workday's log shows.${until}`
    : ` Used last ${formatDay(last.at)}, from ${describeOrigin(last)}.${until}`;
}

const unknown = "Workday made its password and nobody knows it, so it is never due.";

function describePassword(password: InventoryEntry["password"], now: Instant): string {
  if (password === undefined) return "When its password was issued is not known.";
  const { issuedAt, dueAt } = password;
  const age = `Password ${count(Math.floor((now - issuedAt) / dayMs), "day")} old`;
  return now >= dueAt
    ? `*${age}: overdue since ${formatDay(dueAt)}.*`
    : `${age}, due ${formatDay(dueAt)}.`;
}

function describeUnclear({ unclear }: InventoryContent): Block[] {
  if (unclear.length === 0) return [];
  const labels = truncate(unclear.map(({ label }) => escape(label)).join(", "), 1000);
  return [
    section(
      `Slack did not say whether you may read these tenants, so they are left out: ${labels}.`,
    ),
  ];
}

function goOn(next: { readonly text: string; readonly from: number }, left: number): Block[] {
  return [
    section(
      `And ${left} more. \`/workday-isu list\` with a tenant or a part of a name narrows the list.`,
    ),
    buttons([{ id: actions.nextAccounts, text: "Next page", value: serializeMetadata(next) }]),
  ];
}
