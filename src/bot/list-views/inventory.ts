import { cut } from "../../flows/text/truncate.ts";
import type { Instant } from "../../flows/model/ids.ts";
import type { InventoryEntry } from "../../flows/inventory/list-inventory.ts";
import { count } from "../../flows/wording/step-text.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { actions } from "../payloads/action-ids.ts";
import { write } from "../payloads/metadata.ts";
import { code, escape, mention, sayDay } from "../blocks/mrkdwn.ts";
import { type Block, buttons, header, type Message, section } from "../blocks/block.ts";
import { fillPage } from "../blocks/page.ts";
import { nameOf } from "../blocks/request-titles.ts";

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
  const of = text === "" ? "" : ` with ${code(cut(text, 100))}`;
  const title = `Integration users that the bot made: ${entries.length}`;
  if (entries.length === 0) {
    const words = `There is no account${of} that you can read. \`/workday-isu list\` without a text lists all of them.`;
    return { text: words, blocks: [section(words), ...sayUnclear(content)] };
  }
  const { blocks, shown } = fillPage(entries.slice(from).map((entry) => sayEntry(entry, now)));
  const left = entries.length - from - shown;
  return {
    text: title,
    blocks: [
      header(title),
      section(
        `${from + 1} to ${from + shown} of ${entries.length}${of}, by when the password is due.`,
      ),
      ...blocks,
      ...sayUnclear(content),
      ...(left > 0 ? goOn({ text, from: from + shown }, left) : []),
    ],
  };
}

function sayEntry(
  { request, tenant, state, password, isUnknown, underWay }: InventoryEntry,
  now: Instant,
): string {
  const { id, draft, askedBy } = request;
  const open = underWay === undefined ? "" : ` *${underWay} is under way for it.*`;
  return `${code(cut(nameOf(draft), 100))} in ${escape(tenant.label)}: *${state}*. ${isUnknown ? unknown : sayPassword(password, now)} Asked for by ${mention(askedBy)}, ${id}.${open}`;
}

const unknown = "Workday made its password and nobody knows it, so it is never due.";

function sayPassword(password: InventoryEntry["password"], now: Instant): string {
  if (password === undefined) return "When its password was issued is not known.";
  const { issuedAt, dueAt } = password;
  const age = `Password ${count(Math.floor((now - issuedAt) / dayMs), "day")} old`;
  return now >= dueAt
    ? `*${age}: overdue since ${sayDay(dueAt)}.*`
    : `${age}, due ${sayDay(dueAt)}.`;
}

function sayUnclear({ unclear }: InventoryContent): Block[] {
  if (unclear.length === 0) return [];
  const labels = cut(unclear.map(({ label }) => escape(label)).join(", "), 1000);
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
    buttons([{ id: actions.nextAccounts, text: "Next page", value: write(next) }]),
  ];
}
