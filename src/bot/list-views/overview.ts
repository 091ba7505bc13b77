import type { Request } from "../../flows/request/request.ts";
import {
  type Block,
  buttons,
  context,
  divider,
  header,
  type Message,
  section,
} from "../blocks/block.ts";
import { messageBlocks, messageLimit } from "../blocks/slack-limits.ts";
import { typeCreate } from "../blocks/typed-commands.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { requestCard } from "../request-views/message.ts";
import {
  type AddressOf,
  describeListed,
  describeResting,
  describeTurn,
  type Inbox,
  type List,
  listStanding,
  listTurns,
} from "./inbox.ts";
import { plansButton } from "./plans-form.ts";

/** Which requests of an inbox an answer shows. */
export interface InboxPage {
  /** What the inbox was narrowed with. */
  readonly text: string;
  /** How many were shown before. */
  readonly from: number;
}

/** A request of a list, and how much of a page it takes: a card some six times what a line takes. */
interface Entry {
  readonly title: string;
  readonly weight: number;
  /** Called only where there is room: of hundreds a page holds a few. */
  readonly layOut: () => readonly Block[];
}

interface LaidOut {
  readonly title: string;
  readonly weight: number;
  readonly blocks: readonly Block[];
}

/** Two cards or a dozen lines: what a phone shows on two screens. */
const mostWeight = 12;
const cardWeight = 6;

/** My open requests, and those that I can do something about with their buttons: one page. */
export function overview(
  work: Inbox,
  addressOf: AddressOf,
  asked: InboxPage = { text: "", from: 0 },
): Message {
  const turns = listTurns(work);
  const entries = [
    ...turns.flatMap((list) => toCards(list, addressOf)),
    ...listStanding(work).flatMap((list) => toLines(list, addressOf)),
    ...toResting(work.resting),
  ];
  if (entries.length === 0) return { text: nothing, blocks: [section(nothing)] };
  const { text } = asked;
  // Meanwhile so much may be done that nothing is left behind the page before.
  const from = asked.from < entries.length ? asked.from : 0;
  const shown = fillPage(entries.slice(from));
  const waiting = turns.map(({ listed }) => listed.length).reduce((sum, one) => sum + one, 0);
  const several = from === 0 ? plansButton(work.toApprove) : [];
  return {
    text: `${work.mine.length} open, ${waiting} for you`,
    blocks: [
      ...(several.length === 0 ? [] : [buttons(several)]),
      ...putTitles(shown),
      ...goOn({ text, from: from + shown.length }, { from, of: entries.length }),
    ],
  };
}

const nothing = `You have no open request, and none waits for you. ${typeCreate()} asks for an integration user.`;

function toCards({ title, listed }: List, addressOf: AddressOf): readonly Entry[] {
  return listed.map((one) => ({
    title: `${title} (${listed.length})`,
    weight: cardWeight,
    layOut: () => [section(describeTurn(one, addressOf)), ...requestCard({ ...one, story: [] })],
  }));
}

function toLines({ title, listed }: List, addressOf: AddressOf): readonly Entry[] {
  return listed.map((one) => ({
    title: `${title} (${listed.length})`,
    weight: 1,
    layOut: () => [section(describeListed(one, addressOf))],
  }));
}

function toResting(resting: readonly Request[]): readonly Entry[] {
  return resting.map((request) => ({
    title: `At rest (${resting.length})`,
    weight: 1,
    layOut: () => [section(describeResting(request))],
  }));
}

/** As many entries as a page takes, whole; one at least. */
function fillPage(entries: readonly Entry[]): readonly LaidOut[] {
  const shown: LaidOut[] = [];
  for (const { title, weight, layOut } of entries) {
    const next = { title, weight, blocks: layOut() };
    if (shown.length > 0 && !fits([...shown, next])) return shown;
    shown.push(next);
  }
  return shown;
}

function fits(page: readonly LaidOut[]): boolean {
  const blocks = putTitles(page);
  return (
    page.reduce((sum, { weight }) => sum + weight, 0) <= mostWeight &&
    blocks.length <= messageBlocks - 3 &&
    JSON.stringify(blocks).length <= messageLimit - 1000
  );
}

/** Each list below its title, also where it goes on from the page before. */
function putTitles(entries: readonly LaidOut[]): Block[] {
  return entries.flatMap(({ title, blocks }, at) => [
    ...(entries[at - 1]?.title === title ? [] : [...(at === 0 ? [] : [divider]), header(title)]),
    ...blocks,
  ]);
}

/** Nothing where one page holds all. */
function goOn(
  next: InboxPage,
  { from, of }: { readonly from: number; readonly of: number },
): Block[] {
  if (from === 0 && next.from === of) return [];
  return [
    context(`${from + 1} to ${next.from} of ${of}`),
    ...(next.from < of
      ? [buttons([{ id: actions.nextRequests, text: "Next page", value: serializeMetadata(next) }])]
      : []),
  ];
}
