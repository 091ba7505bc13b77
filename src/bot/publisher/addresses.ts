import type { RequestId } from "../../flows/model/ids.ts";
import type { DirectMessage, MessagePlace } from "../../flows/ports/outbox.ts";
import type { Request } from "../../flows/request/request.ts";
import { link } from "../blocks/mrkdwn.ts";
import type { SlackFault } from "../slack/slack-call.ts";
import type { ReadWorkspace } from "../slack/workspace.ts";

/**
 * The address of a message; `undefined` where there is none, or where the workspace's own is not known. The shape is
 * that of `chat.getPermalink`, which would take a call for each.
 *
 * @see Slack: chat.getPermalink
 */
export async function toAddress(
  { workspace }: { readonly workspace: ReadWorkspace },
  place: MessagePlace | undefined,
): Promise<string | undefined> {
  if (place === undefined) return undefined;
  const known = await workspace();
  const url = known.ok ? known.value.url : undefined;
  if (typeof url !== "string") return undefined;
  return `${url}archives/${place.channel}/p${place.ts.replace(".", "")}`;
}

/** Says where the request is that the words are about. */
export function withAddress(words: string, id: RequestId, address: string | undefined): string {
  return address === undefined
    ? `${words} (${id}: \`/workday-isu status ${id}\` shows where it stands, with its buttons.)`
    : `${words} (${link(address, id)})`;
}

const unseen: ReadonlySet<Request["phase"]["kind"]> = new Set([
  "waiting-for-approval",
  "waiting-for-answer",
  "waiting-for-person",
]);

/** Where nobody sees that it is somebody's turn, the requester hears of it once. What is stuck they hear of anyway. */
export function describeUnseen(
  { id, phase, askedBy }: Request,
  fault: SlackFault,
): readonly DirectMessage[] {
  if (!unseen.has(phase.kind)) return [];
  const words = `I cannot post in the channel of ${id}. ${fault.words} Nothing is lost: \`/workday-isu status ${id}\` shows where it stands, with its buttons.`;
  return [{ key: `unseen ${id}`, person: askedBy, words }];
}
