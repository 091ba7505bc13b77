import { theBot } from "../../flows/model/ids.ts";
import type { Draft } from "../../flows/request/draft.ts";
import type { Event, Recorded } from "../../flows/request/event.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import { tellRequester } from "../request-views/timeline.ts";

/** Events after which the requester is told directly. */
const kinds: ReadonlySet<Event["kind"]> = new Set<Event["kind"]>([
  "step-failed",
  "person-refused",
  "sent-back",
  "answer-reminded",
  "closing",
  "done",
  "ended",
]);

/** What the requester has yet to hear. That it was stuck is over once it goes on. */
export function listNews(story: readonly Recorded[], toldSeq: number): readonly Recorded[] {
  // Nobody asked for what the bot opened itself.
  if (story[0]?.event.kind === "opened" && story[0].event.by === theBot) return [];
  const wentOn = story.findLast(
    ({ event }) => event.kind === "retried" || event.kind === "closing",
  );
  return story.filter(
    ({ seq, event }) => seq > toldSeq && isNews(event) && !isOver(event, seq, wentOn?.seq),
  );
}

/** An approval is, where its approver said something with it. */
function isNews(event: Event): boolean {
  return kinds.has(event.kind) || (event.kind === "approved" && event.note !== undefined);
}

function isOver(event: Event, seq: number, wentOnAt = 0): boolean {
  return (event.kind === "step-failed" || event.kind === "person-refused") && seq < wentOnAt;
}

/** All of it in one private message, in `mrkdwn`; `undefined` where there is nothing. */
export function describeNews(
  story: readonly Recorded[],
  { toldSeq, draft, recipe }: { toldSeq: number; draft: Draft; recipe: Recipe | undefined },
): string | undefined {
  const closed = story.find(({ event }) => event.kind === "closing");
  const sentences = listNews(story, toldSeq).flatMap((recorded) => {
    const isCleaningUp = closed !== undefined && closed.seq < recorded.seq;
    return tellRequester(recorded, { draft, recipe, isCleaningUp }) ?? [];
  });
  return sentences.length === 0 ? undefined : sentences.join("\n");
}
