import type { Instant } from "../../flows/model/ids.ts";
import type { Recorded } from "../../flows/request/event.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Block, header, type Message, paginate, section } from "../blocks/block.ts";
import { fitLines, messageLimit } from "../blocks/slack-limits.ts";
import { listDetails } from "../request-views/details.ts";
import { requestMessage } from "../request-views/message.ts";
import { describeTimeline } from "../request-views/timeline.ts";
import { listVerdict } from "../request-views/verdict.ts";
import type { Listed } from "./inbox.ts";

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
