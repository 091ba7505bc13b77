import type { App, types } from "@slack/bolt";
import { z } from "zod";
import { type PersonId, slackIdsOf } from "../../flows/model/ids.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Result } from "../../result.ts";
import { refusals } from "../blocks/messages.ts";
import { home, homeNotice, listShown } from "../list-views/home.ts";
import { actions } from "../payloads/action-ids.ts";
import { parseHomeOpened, parsePress } from "../payloads/parse-payload.ts";
import type { BotParts } from "../slack/deps.ts";
import { callSlack, type SlackFault } from "../slack/slack-call.ts";
import { personMs, waitOutLimit } from "../slack/wait-out-limit.ts";
import { createFromHome } from "./ask-for-user.ts";
import { findAddresses, readInbox } from "./inbox.ts";
import { createOpenHomes, type OpenHomes } from "./open-homes.ts";

/** The app's Home tab: what concerns a person, read whenever they open it, and shown anew while it may be open. */
export function registerHome(app: App, parts: BotParts, homes: OpenHomes): void {
  app.event("app_home_opened", async ({ body }) => {
    const { by, tab } = parseHomeOpened(body);
    if (tab !== "home") return;
    const view = await toHome(parts, by);
    await waitOutLimit(personMs, () => publish(parts, by, view));
    homes.opened(by, view);
  });
  app.action(actions.createFromHome, async ({ ack, body, action }) => {
    await ack();
    await createFromHome(parts, parsePress(body, action));
  });
}

/** Home tabs that are open, shown by this bot to whom it saw open theirs. */
export function openHomesOf(parts: BotParts): OpenHomes {
  return createOpenHomes({
    listOpen: parts.deps.store.listOpen,
    read: (by, requests) => toHome(parts, by, requests),
    show: (by, view) => publish(parts, by, view),
    elapsed: () => performance.now(),
  });
}

async function toHome(
  parts: BotParts,
  by: PersonId,
  requests?: readonly Request[],
): Promise<types.HomeView> {
  const standing = await parts.directory.findStanding(by);
  if (!standing.ok) return homeNotice(refusals["cannot-tell-who-you-are"]);
  if (standing.value !== "member") return homeNotice(refusals[standing.value]);
  const work = await readInbox(parts, by, requests);
  const addressOf = await findAddresses(parts, listShown(work));
  return home({ work, addressOf, at: parts.deps.now() });
}

/** Shows it to that person alone. Safe to repeat. One that fails is in the log as a trouble with views.publish. */
function publish(
  { slack }: BotParts,
  by: PersonId,
  view: types.HomeView,
): Promise<Result<unknown, SlackFault>> {
  const { id } = slackIdsOf(by);
  return callSlack(() => slack.repeating.views.publish({ user_id: id, view }), z.object({}));
}
