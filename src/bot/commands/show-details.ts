import type { App } from "@slack/bolt";
import type { RequestId } from "../../flows/model/ids.ts";
import type { Modal } from "../blocks/block.ts";
import { refusals } from "../blocks/messages.ts";
import { notice } from "../blocks/notice.ts";
import { typeStatus } from "../blocks/typed-commands.ts";
import { actions } from "../payloads/action-ids.ts";
import { parseRequestMetadata } from "../payloads/metadata.ts";
import { type Press, parsePress, windowOf } from "../payloads/parse-payload.ts";
import { detailsWindow } from "../request-views/details.ts";
import type { BotParts } from "../slack/deps.ts";
import { openWindow } from "../slack/show-view.ts";
import { listWithTenants, maySee } from "./inbox.ts";

/** *Show the plan* and *Show the details*: what a request's message leaves out. Changes nothing. */
export function registerDetails(app: App, parts: BotParts): void {
  app.action(actions.showDetails, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const { request: id } = parseRequestMetadata(press.value);
    const opening = {
      call: { ...press, ...windowOf(press) },
      again: { id: actions.showDetails, value: press.value },
      otherwise: `${typeStatus(id)} tells the same.`,
    };
    await openWindow(parts, opening, () => toWindow(parts, press, id));
  });
}

/** Whoever reads the tenant's channel may; elsewhere whoever may see the request. */
async function toWindow(parts: BotParts, { by, channel }: Press, id: RequestId): Promise<Modal> {
  const { store, catalogue } = parts.deps;
  const request = await store.find(id);
  const [listed] = listWithTenants(parts, request === undefined ? [] : [request]);
  if (listed === undefined) return notice(refusals["no-such-request"]);
  const isInChannel = channel === listed.tenant.channel;
  if (!isInChannel && !(await maySee(parts, by, listed)))
    return notice(refusals["no-such-request"]);
  return detailsWindow({ ...listed, story: await store.readStory(id) }, catalogue);
}
