import type { App } from "@slack/bolt";
import { type Modal, plain, plainSections } from "../blocks/block.ts";
import { actions } from "../payloads/action-ids.ts";
import { parseFoldedMetadata } from "../payloads/metadata.ts";
import { parsePress } from "../payloads/parse-payload.ts";
import type { BotParts } from "../slack/deps.ts";
import { pushView } from "../slack/show-view.ts";

/** Shows the whole of what a window has in short, upon that window. The button carries it: nothing is looked up. */
export function registerFolded(app: App, parts: BotParts): void {
  app.action(actions.showFolded, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    await pushView(parts, press, unfolded(parseFoldedMetadata(press.value)));
  });
}

function unfolded({ title, lines }: ReturnType<typeof parseFoldedMetadata>): Modal {
  return {
    type: "modal",
    title: plain(title, 24),
    close: plain("Back", 24),
    blocks: plainSections(lines),
  };
}
