import type { Instant } from "../../flows/model/ids.ts";
import type { Recorded } from "../../flows/request/event.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import { truncate } from "../../flows/text/truncate.ts";
import {
  type Block,
  buttons,
  divider,
  header,
  type Message,
  paginate,
  section,
} from "../blocks/block.ts";
import { fitLines, messageBlocks, messageLimit } from "../blocks/slack-limits.ts";
import { typeCreate, typeStatus } from "../blocks/typed-commands.ts";
import { listDetails } from "../request-views/details.ts";
import { requestCard, requestMessage } from "../request-views/message.ts";
import { describeTimeline } from "../request-views/timeline.ts";
import { listVerdict } from "../request-views/verdict.ts";
import {
  type AddressOf,
  describeListed,
  describeResting,
  type Inbox,
  type List,
  type Listed,
  listStanding,
  listTurns,
} from "./inbox.ts";
import { plansButton } from "./plans-form.ts";

/** My open requests, and those that I can do something about with their buttons. */
export function overview(work: Inbox, addressOf: AddressOf): Message {
  const [turns, standing] = [listTurns(work), listStanding(work)];
  if (turns.length + standing.length + work.resting.length === 0) {
    return { text: nothing, blocks: [section(nothing)] };
  }
  const waiting = turns.map(({ listed }) => listed.length).reduce((sum, one) => sum + one, 0);
  return {
    text: `${work.mine.length} open, ${waiting} for you`,
    blocks: fill([
      ...listSeveral(work),
      ...turns.flatMap((list) => listCards(list, addressOf)),
      ...standing.flatMap((list) => listLines(list, addressOf)),
      ...listResting(work.resting),
    ]),
  };
}

const nothing = `You have no open request, and none waits for you. ${typeCreate()} asks for an integration user.`;

/** Laid out only where there is room: of hundreds a message holds a few. */
type Entry = () => Block[];

function listSeveral({ toApprove }: Inbox): readonly Entry[] {
  const several = plansButton(toApprove);
  return several.length === 0 ? [] : [() => [buttons(several)]];
}

function listLines({ title, listed }: List, addressOf: AddressOf): readonly Entry[] {
  return [
    () => [divider, header(`${title} (${listed.length})`)],
    ...listed.map((one) => () => [section(describeListed(one, addressOf))]),
  ];
}

function listCards({ title, listed }: List, addressOf: AddressOf): readonly Entry[] {
  return [
    () => [header(`${title} (${listed.length})`)],
    ...listed.map((one) => () => [
      section(describeListed(one, addressOf)),
      ...requestCard({ ...one, story: [] }),
    ]),
  ];
}

function listResting(resting: readonly Request[]): readonly Entry[] {
  if (resting.length === 0) return [];
  return [
    () => [divider, header(`At rest (${resting.length})`)],
    ...resting.map((request) => () => [section(describeResting(request))]),
  ];
}

/** As many entries as fit into one message, whole; the rest is counted. */
function fill(entries: readonly Entry[]): Block[] {
  const blocks: Block[] = [];
  let weight = 200;
  for (const [index, layOut] of entries.entries()) {
    const entry = layOut();
    weight += JSON.stringify(entry).length;
    const isFull = blocks.length + entry.length >= messageBlocks || weight > messageLimit;
    if (isFull) {
      const left = entries.length - index;
      return [
        ...blocks,
        section(`And ${left} more. ${typeStatus()} with a request's id shows each of them.`),
      ];
    }
    blocks.push(...entry);
  }
  return blocks;
}

export interface Told extends Listed {
  readonly recipe?: Recipe | undefined;
  readonly story: readonly Recorded[];
  readonly now?: Instant;
  /** Other requests for the same name, newest first. */
  readonly others: readonly Request[];
}

/**
 * One request as its message shows it, its plan and whole verdict, and its whole story: each has Slack's limit for a
 * message.
 */
export function tellRequest({ others, ...told }: Told): readonly Message[] {
  const { request, story } = told;
  const text = `The story of ${request.id}`;
  const also =
    others.length === 0
      ? []
      : [
          section(
            truncate(
              `Other requests for this name: ${others.map(({ id }) => id).join(", ")}`,
              1000,
            ),
          ),
        ];
  const verdict = paginate([...listDetails(told), ...listVerdict(request)]).map((blocks) => ({
    text: `The plan and the verdict of ${request.id}`,
    blocks,
  }));
  return [
    requestMessage(told),
    ...verdict,
    { text, blocks: [header(text), ...tellLines(describeTimeline(story)), ...also] },
  ];
}

/** The newest lines matter most: what does not fit is cut at the beginning. */
function tellLines(lines: readonly string[]): Block[] {
  const { left } = fitLines(lines.toReversed(), messageLimit - 2000);
  const kept = lines.slice(left);
  const earlier =
    left === 0 ? [] : [section(`${left} earlier events are in the request's thread.`)];
  return [...earlier, ...toSections(kept)];
}

function toSections(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let text = "";
  for (const line of lines) {
    if (text !== "" && text.length + line.length > 2900) {
      blocks.push(section(text));
      text = "";
    }
    text = text === "" ? line : `${text}\n${line}`;
  }
  return text === "" ? blocks : [...blocks, section(text)];
}
