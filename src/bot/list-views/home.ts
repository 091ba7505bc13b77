import type { types } from "@slack/bolt";
import type { Instant } from "../../flows/model/ids.ts";
import type { Request } from "../../flows/request/request.ts";
import { type Block, buttons, context, divider, header, section } from "../blocks/block.ts";
import { moment } from "../blocks/mrkdwn.ts";
import { typeStatus } from "../blocks/typed-commands.ts";
import { actions } from "../payloads/action-ids.ts";
import {
  type AddressOf,
  describeListed,
  describeResting,
  describeTurn,
  type Inbox,
  type List,
  type Listed,
  listStanding,
  listTurns,
} from "./inbox.ts";
import { plansButton } from "./plans-form.ts";

/** Most requests of one list; a Home tab holds 100 blocks. */
const mostListed = 5;

export interface Home {
  readonly work: Inbox;
  readonly addressOf: AddressOf;
  readonly at: Instant;
}

/** What concerns a person, each request with the way to its message and its buttons. */
export function home({ work, addressOf, at }: Home): types.HomeView {
  const lists = listWork(work);
  return toHome([
    header(title),
    ...(lists.length + work.resting.length === 0 ? [section(nothing)] : []),
    ...lists.flatMap(({ title: above, listed, describe }) => [
      header(`${above} (${listed.length})`),
      ...listed.slice(0, mostListed).map((one) => section(describe(one, addressOf))),
      ...describeRest(listed.length - mostListed),
    ]),
    ...listResting(work.resting),
    divider,
    buttons([
      { id: actions.createFromHome, text: "Ask for an integration user", value: "create" },
      ...plansButton(work.toApprove),
    ]),
    context(
      `As of ${moment(at)}, kept up to date for an hour. \`/workday-isu help\` lists every command.`,
    ),
  ]);
}

function listResting(resting: readonly Request[]): Block[] {
  if (resting.length === 0) return [];
  return [
    header(`At rest (${resting.length})`),
    ...resting.slice(0, mostListed).map((request) => section(describeResting(request))),
    ...describeRest(resting.length - mostListed),
  ];
}

/** The requests that a Home tab shows: those that need an address. */
export function listShown(work: Inbox): readonly Listed[] {
  return listWork(work).flatMap(({ listed }) => listed.slice(0, mostListed));
}

interface Described extends List {
  readonly describe: (listed: Listed, addressOf: AddressOf) => string;
}

function listWork(work: Inbox): readonly Described[] {
  return [
    ...listTurns(work).map((list) => ({ ...list, describe: describeTurn })),
    ...listStanding(work).map((list) => ({ ...list, describe: describeListed })),
  ];
}

/** A Home tab that only says something. */
export function homeNotice(words: string): types.HomeView {
  return toHome([header(title), section(words)]);
}

function toHome(blocks: Block[]): types.HomeView {
  return { type: "home", blocks };
}

const title = "Workday integration users";

const nothing = "You have no open request, and none waits for you.";

function describeRest(number: number): Block[] {
  return number <= 0 ? [] : [context(`And ${number} more: ${typeStatus()} lists them.`)];
}
