import type { App, types } from "@slack/bolt";
import { z } from "zod";
import { type PersonId, type RequestId, slackIdsOf } from "../../flows/model/ids.ts";
import { refusals } from "../blocks/messages.ts";
import { home, homeNotice, listShown } from "../list-views/home.ts";
import type { Inbox } from "../list-views/inbox.ts";
import { actions } from "../payloads/action-ids.ts";
import { parseHomeOpened, parsePress } from "../payloads/parse-payload.ts";
import { toAddress } from "../publisher/addresses.ts";
import type { BotParts } from "../slack/deps.ts";
import { callSlack } from "../slack/slack-call.ts";
import { personMs, waitOutLimit } from "../slack/wait-out-limit.ts";
import { createFromHome } from "./ask-for-user.ts";
import { readInbox } from "./inbox.ts";

/** The app's Home tab: what concerns a person, read whenever they open it. */
export function registerHome(app: App, parts: BotParts): void {
  app.event("app_home_opened", async ({ body }) => {
    const { by, tab } = parseHomeOpened(body);
    if (tab === "home") await publish(parts, by, await toHome(parts, by));
  });
  app.action(actions.createFromHome, async ({ ack, body, action }) => {
    await ack();
    await createFromHome(parts, parsePress(body, action));
  });
}

async function toHome(parts: BotParts, by: PersonId): Promise<types.HomeView> {
  const standing = await parts.directory.findStanding(by);
  if (!standing.ok) return homeNotice(refusals["cannot-tell-who-you-are"]);
  if (standing.value !== "member") return homeNotice(refusals[standing.value]);
  const work = await readInbox(parts, by);
  const addresses = await findAddresses(parts, work);
  return home({ work, addressOf: (id) => addresses.get(id), at: parts.deps.now() });
}

/** Where the requests' messages are. */
async function findAddresses(
  { deps, workspace }: BotParts,
  work: Inbox,
): Promise<ReadonlyMap<RequestId, string>> {
  const addresses = new Map<RequestId, string>();
  for (const { request } of listShown(work)) {
    const display = await deps.outbox.findDisplay(request.id);
    const address = await toAddress({ workspace }, display?.place);
    if (address !== undefined) addresses.set(request.id, address);
  }
  return addresses;
}

/** Shows it to that person alone. Safe to repeat. */
async function publish({ slack }: BotParts, by: PersonId, view: types.HomeView): Promise<void> {
  const { id } = slackIdsOf(by);
  // One that fails is in the log as a trouble with views.publish.
  await waitOutLimit(personMs, () =>
    callSlack(() => slack.repeating.views.publish({ user_id: id, view }), z.object({})),
  );
}
