import type { App } from "@slack/bolt";
import { actions } from "../payloads/action-ids.ts";
import { toAsker } from "../slack/caller.ts";
import { parseOfFollowUp } from "../payloads/metadata.ts";
import { change } from "./change.ts";
import type { BotParts } from "../slack/deps.ts";
import { readPress } from "../payloads/parse-payload.ts";
import { segmentAccess } from "./segments.ts";

/** The button of a request that is carried out: it opens what its command opens. */
export function registerFollowUp(app: App, parts: BotParts): void {
  app.action(actions.followUp, async ({ ack, body, action }) => {
    await ack();
    const press = readPress(body, action);
    const call = { ...toAsker(press), triggerId: press.triggerId };
    const { kind, userName, tenant = "" } = parseOfFollowUp(press.value);
    const about = `${userName} ${tenant}`.trimEnd();
    await (kind === "segments"
      ? segmentAccess(parts, call, about)
      : change(parts, call, { kind, about }));
  });
}
