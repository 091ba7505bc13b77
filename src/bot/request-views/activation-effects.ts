import type { ActivationEffects, LiveList } from "../../flows/model/activation-effects.ts";
import { count } from "../../flows/text/count.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Block, plainSections, section } from "../blocks/block.ts";
import { escape } from "../blocks/mrkdwn.ts";

/** What an activation did beside what was asked, in one sentence. */
export function describeLive(live: ActivationEffects): string {
  if (live.kind === "cannot-see") {
    return `What else this activation made live cannot be seen. ${escape(truncate(live.words, 500))}`;
  }
  const { shown, strange, gone, seesProcesses } = live;
  const known = shown.count === 0 ? "nothing that the card showed" : describeShown(shown);
  const unknown = strange.count + gone;
  return unknown === 0
    ? `Beside ours, this activation made live: ${known}. Nothing went live that the card did not show${seesProcesses === true ? "" : ", but for business processes, which nothing showed"}.`
    : `Beside ours, this activation made live: ${known}. *${count(unknown, "change")} went live that the card did not show.*`;
}

function describeShown({ count: number }: LiveList): string {
  return `${count(number, "change")} that the card showed`;
}

/** Item by item, for the thread. */
export function listLive(live: ActivationEffects): Block[] {
  if (live.kind === "cannot-see") return [];
  const { shown, strange, gone, uncompared, isShared } = live;
  return [
    ...showList("As the card showed", shown),
    ...strangeLive(strange, gone),
    ...(isShared ? [section(sharedWords)] : []),
    ...(uncompared === 0 ? [] : [section(describeUncompared(uncompared))]),
  ];
}

/** What nobody was shown, for the thread and for the channel. */
export function strangeLive(strange: LiveList, gone: number): Block[] {
  return [
    ...showList("Not shown on the card", strange),
    ...(gone === 0
      ? []
      : [
          section(
            `${count(gone, "permission")} of other groups ${gone === 1 ? "is" : "are"} gone, and the card did not show that. The bot keeps no names of what was there before.`,
          ),
        ]),
  ];
}

const sharedWords =
  "Somebody else activated in the meantime, so it cannot be told whose activation did it. Theirs is told by itself, by its own request or by an alarm in the channel.";

function describeUncompared(number: number): string {
  return `${count(number, "change")} of business processes that the card showed cannot be compared: no report tells whether they are live.`;
}

/** A list of changes, as much of it as was kept. */
export function showList(title: string, { count: number, lines }: LiveList): Block[] {
  if (number === 0) return [];
  const rest = number - lines.length;
  const more = rest === 0 ? [] : [`and ${rest} more`];
  return plainSections([
    `${title} (${number}):`,
    ...lines.map((line) => truncate(line, 500)),
    ...more,
  ]);
}
