import type { App } from "@slack/bolt";
import { actions } from "../payloads/action-ids.ts";
import { parseNextStepMetadata } from "../payloads/metadata.ts";
import { parsePress } from "../payloads/parse-payload.ts";
import { toCaller } from "../slack/caller.ts";
import type { BotParts } from "../slack/deps.ts";
import { expectRunning } from "./command-table.ts";
import { commands } from "./commands.ts";

/** The button of a request that is carried out: it opens what its command opens. */
export function registerFollowUp(app: App, parts: BotParts): void {
  app.action(actions.followUp, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const call = { ...toCaller(press), triggerId: press.triggerId };
    const { kind, userName, tenant = "" } = parseNextStepMetadata(press.value);
    const about = `${userName} ${tenant}`.trimEnd();
    await expectRunning(commands, kind).run(parts, call, about);
  });
}
