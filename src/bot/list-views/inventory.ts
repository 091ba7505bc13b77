import type { InventoryEntry } from "../../flows/inventory/list-inventory.ts";
import type { Instant } from "../../flows/model/ids.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { count } from "../../flows/text/count.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Block, buttons, header, type Message, section } from "../blocks/block.ts";
import { code, escape, formatDay, mention } from "../blocks/mrkdwn.ts";
import { fillPage } from "../blocks/page.ts";
import { nameOf } from "../blocks/request-titles.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";

const dayMs = 86_400_000;

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
}

/** Accounts with their state, their password's age and who asked for them: one page. */
export function showInventory(content: InventoryContent): Message {
  const { entries, text, from, now } = content;
  const of = text === "" ? "" : ` with ${code(truncate(text, 100))}`;
  const title = `Integration users that the bot made: ${entries.length}`;
  if (entries.length === 0) {
    const words = `There is no account${of} that you can read. \`/workday-isu list\` without a text lists all of them.`;
    return { text: words, blocks: [section(words), ...describeUnclear(content)] };
  }
  const { blocks, shown } = fillPage(entries.slice(from).map((entry) => describeEntry(entry, now)));
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

function describeEntry(
  { request, tenant, state, password, isUnknown, underWay }: InventoryEntry,
  now: Instant,
): string {
  const { id, draft, askedBy } = request;
  const open = underWay === undefined ? "" : ` *${underWay} is under way for it.*`;
  return `${code(truncate(nameOf(draft), 100))} in ${escape(tenant.label)}: *${state}*. ${isUnknown ? unknown : describePassword(password, now)} Asked for by ${mention(askedBy)}, ${id}.${open}`;
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
