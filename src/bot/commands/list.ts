import type { App } from "@slack/bolt";
import { findReadable } from "../../flows/authorization/read-access.ts";
import {
  type InventoryEntry,
  listAskedBy,
  listDue,
  listInventory,
  narrow,
} from "../../flows/inventory/list-inventory.ts";
import type { Instant, PersonId } from "../../flows/model/ids.ts";
import { accountIn } from "../../flows/request/account-of-request.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { truncate } from "../../flows/text/truncate.ts";
import type { Message } from "../blocks/block.ts";
import { type InventoryContent, showInventory } from "../list-views/inventory.ts";
import { describeReadRefusal } from "../list-views/read-refusals.ts";
import { actions } from "../payloads/action-ids.ts";
import { parseInventoryMetadata } from "../payloads/metadata.ts";
import { parsePress } from "../payloads/parse-payload.ts";
import { type Caller, refuseCaller, toCaller } from "../slack/caller.ts";
import type { BotDeps, BotParts } from "../slack/deps.ts";
import { toMessage } from "../slack/send-directly.ts";
import { tellPrivately } from "../slack/tell-privately.ts";
import type { SlashCommand } from "./command.ts";

/** A text that narrows the list travels in a button. */
const longestText = 200;

export const list: SlashCommand = {
  name: "list",
  usage: "[tenant or text]",
  example: "overdue",
  summary: "passwords that are due",
  more: "Lists the accounts with their state, age and owner, to those who may read it. `list overdue` lists those whose password is due, `list mine` those that you asked for, `list waiting` those with an open request. A tenant or a part of a name narrows the list.",
  run: (parts, call, rest) =>
    answerInventory(parts, call, { text: truncate(rest, longestText), from: 0 }),
  register: registerInventory,
};

interface Wanted {
  /** A tenant's name, or a part of a name. */
  readonly text: string;
  /** How many entries were shown before. */
  readonly from: number;
}

/** The button that goes on with the list: who may read is asked again. */
function registerInventory(app: App, parts: BotParts): void {
  app.action(actions.nextAccounts, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    await answerInventory(parts, toCaller(press), parseInventoryMetadata(press.value));
  });
}

/** Answers privately, with accounts of those tenants only that the asker may read. */
async function answerInventory(parts: BotParts, asker: Caller, wanted: Wanted): Promise<void> {
  await tellPrivately(parts, asker.responseUrl, await toAnswer(parts, asker, wanted));
}

async function toAnswer(parts: BotParts, asker: Caller, wanted: Wanted): Promise<Message> {
  const refused = await refuseCaller(parts, asker);
  if (refused !== undefined) return toMessage(refused);
  const { tenants } = parts.deps;
  const { by } = asker;
  // Whoever asked for an account may read of it, as in `status`.
  if (wanted.text.toLowerCase() === "mine") return listAccounts(parts, { tenants, by }, wanted);
  const readable = await findReadable(parts.directory, { by, reading: "inventory" }, tenants);
  if (!readable.ok) {
    const words = describeReadRefusal(readable.error, "inventory", tenants);
    return toMessage(`${words}\n\`/workday-isu list mine\` lists the accounts that you asked for.`);
  }
  return listAccounts(parts, readable.value, wanted);
}

/** What may be listed; `by` is there where it is somebody's own accounts alone. */
interface Listable {
  readonly tenants: readonly Tenant[];
  readonly unclear?: readonly Tenant[];
  readonly by?: PersonId;
}

async function listAccounts(
  { deps: { store, now, findUses } }: BotParts,
  { tenants, unclear = [], by }: Listable,
  { text, from }: Wanted,
): Promise<Message> {
  const [done, unfinished] = await Promise.all([store.listDone(), store.listUnfinished()]);
  const all = listInventory({ done, unfinished, tenants });
  const at = now();
  const entries = by === undefined ? choose(all, text, at) : listAskedBy(by, all, done);
  const useOf = await readUses(findUses, tenants);
  return showInventory({ entries, text, from, unclear, now: at, useOf });
}

function choose(
  all: readonly InventoryEntry[],
  text: string,
  at: Instant,
): readonly InventoryEntry[] {
  const typed = text.toLowerCase();
  if (typed === "waiting") return all.filter(({ underWay }) => underWay !== undefined);
  return typed === "overdue" ? listDue(all, at) : narrow(all, text);
}

/** What the logs of sign-ons told of each account: one look at each tenant that the asker may read. */
async function readUses(
  findUses: BotDeps["findUses"],
  tenants: readonly Tenant[],
): Promise<InventoryContent["useOf"]> {
  const found = await Promise.all(
    tenants.map(async ({ name }) => [name, await findUses(name)] as const),
  );
  const byTenant = new Map(found);
  return ({ tenant: { name }, request }) => {
    const { read, uses = [] } = byTenant.get(name) ?? {};
    const key = accountIn(request).userName.toLowerCase();
    const use = uses.find(({ userName }) => userName === key);
    return read === undefined || use === undefined ? undefined : { read, last: use.last };
  };
}
