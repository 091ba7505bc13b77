import type { App, types } from "@slack/bolt";
import { z } from "zod";
import { type PersonId, slackIdsOf } from "../../flows/model/ids.ts";
import { refusals } from "../blocks/messages.ts";
import { home, homeNotice, listShown } from "../list-views/home.ts";
import { actions } from "../payloads/action-ids.ts";
import { parseHomeOpened, parsePress } from "../payloads/parse-payload.ts";
import type { BotParts } from "../slack/deps.ts";
import { callSlack } from "../slack/slack-call.ts";
import { personMs, waitOutLimit } from "../slack/wait-out-limit.ts";
import { createFromHome } from "./ask-for-user.ts";
import { findAddresses, readInbox } from "./inbox.ts";

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
  const addressOf = await findAddresses(parts, listShown(work));
  return home({ work, addressOf, at: parts.deps.now() });
}

/** Shows it to that person alone. Safe to repeat. */
async function publish({ slack }: BotParts, by: PersonId, view: types.HomeView): Promise<void> {
  const { id } = slackIdsOf(by);
  // One that fails is in the log as a trouble with views.publish.
  await waitOutLimit(personMs, () =>
    callSlack(() => slack.repeating.views.publish({ user_id: id, view }), z.object({})),
  );
}
