import type { App } from "@slack/bolt";
import { type PersonId, parseRequestId } from "../../flows/model/ids.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Message } from "../blocks/block.ts";
import { refusals } from "../blocks/messages.ts";
import { isNamed } from "../blocks/named-tenants.ts";
import {
  describeResting,
  filterInbox,
  type InboxFilter,
  type Listed,
  listStanding,
  listTurns,
} from "../list-views/inbox.ts";
import { type InboxPage, overview } from "../list-views/overview.ts";
import { tellRequest } from "../list-views/status.ts";
import { actions } from "../payloads/action-ids.ts";
import { parseInventoryMetadata } from "../payloads/metadata.ts";
import { parsePress } from "../payloads/parse-payload.ts";
import { type Caller, refuseCaller, toCaller } from "../slack/caller.ts";
import { type BotParts, findRecipe } from "../slack/deps.ts";
import { toMessage } from "../slack/send-directly.ts";
import { tellPrivately } from "../slack/tell-privately.ts";
import type { SlashCommand } from "./command.ts";
import { findAddresses, listSuspended, listWithTenants, maySee, readInbox } from "./inbox.ts";

export const status: SlashCommand = {
  name: "status",
  usage: "[request or ISU]",
  example: "ISU_Viva",
  summary: "where a request stands",
  more: "Lists your open requests, and those that wait for you; so does this app's Home tab. With a request's id or an account's name it tells the whole story of one. `status waiting` lists only what waits for you, `status mine` only yours, and a tenant's name only what is of it.",
  button: { text: "My requests", typed: "status" },
  run: (parts, call, text) => answerStatus(parts, call, { text, from: 0 }),
  register: registerStatus,
};

/** The button that goes on with the list: what concerns its reader is read again. */
function registerStatus(app: App, parts: BotParts): void {
  app.action(actions.nextRequests, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    await answerStatus(parts, toCaller(press), parseInventoryMetadata(press.value));
  });
}

/** Answers privately, with nothing that the asker may not see. */
async function answerStatus(parts: BotParts, call: Caller, asked: InboxPage): Promise<void> {
  for (const message of await toAnswer(parts, call, asked)) {
    await tellPrivately(parts, call.responseUrl, message);
  }
}

async function toAnswer(
  parts: BotParts,
  call: Caller,
  asked: InboxPage,
): Promise<readonly Message[]> {
  const about = asked.text;
  const refused = await refuseCaller(parts, call);
  if (refused !== undefined) return [toMessage(refused)];
  const filter = readFilter(parts, about);
  if (about !== "" && filter === undefined) return tellOne(parts, call.by, about);
  const all = await readInbox(parts, call.by);
  const work = filter === undefined ? all : filterInbox(all, filter);
  const shown = [...listTurns(work), ...listStanding(work)].flatMap(({ listed }) => listed);
  const from = asked.from < shown.length ? asked.from : 0;
  const linked = shown.slice(from, from + mostLinked);
  return [overview(work, await findAddresses(parts, linked), asked)];
}

/** A page holds no more requests. */
const mostLinked = 12;

/** What narrows the list, where it is not one request that is asked for. */
function readFilter({ deps }: BotParts, about: string): InboxFilter | undefined {
  const typed = about.toLowerCase();
  if (typed === "waiting" || typed === "mine") return { kind: typed };
  const tenant = deps.tenants.find((one) => isNamed(one, about));
  return tenant === undefined ? undefined : { kind: "tenant", tenant };
}

async function tellOne(parts: BotParts, by: PersonId, about: string): Promise<readonly Message[]> {
  const { store } = parts.deps;
  const found = await findRequests(parts, about);
  const seen: Listed[] = [];
  for (const listed of listWithTenants(parts, found)) {
    if (await maySee(parts, by, listed)) seen.push(listed);
  }
  const [newest, ...others] = seen;
  if (newest === undefined) {
    const [resting] = listSuspended(parts, by, found);
    return [toMessage(resting ? describeResting(resting) : refusals["no-such-request"])];
  }
  return tellRequest({
    ...newest,
    recipe: findRecipe(parts.deps, newest.request.draft),
    story: await store.readStory(newest.request.id),
    now: parts.deps.now(),
    others: others.map(({ request }) => request),
  });
}

async function findRequests({ deps }: BotParts, about: string): Promise<readonly Request[]> {
  const id = parseRequestId(about);
  if (!id.ok) return deps.store.listByUserName(about);
  const request = await deps.store.find(id.value);
  return request === undefined ? [] : [request];
}
