import type { ReceiverEvent } from "@slack/bolt";
import { expect, it } from "vitest";
import { timeAcknowledgements } from "../../../src/bot/slack/acknowledgements.ts";

it.each<[body: ReceiverEvent["body"], payload: string]>([
  [{ command: "/workday-isu" }, "command"],
  [{ type: "block_actions" }, "action"],
  [{ type: "block_suggestion" }, "options"],
  [{ type: "event_callback" }, "event"],
  [{ type: "view_submission" }, "view"],
  [{ type: "view_closed" }, "view"],
  [{ type: "shortcut" }, "other"],
  [{}, "other"],
])("counts the acknowledgement of %j as one of %s, once it is out", async (body, payload) => {
  const heard: string[] = [];
  const app = {
    processEvent: async ({ ack }: ReceiverEvent) => {
      heard.push("begun");
      await ack("said");
    },
  };
  timeAcknowledgements(app, (of, seconds) => heard.push(`${of} ${seconds >= 0 && seconds < 60}`));

  await app.processEvent({ body, ack: async (said) => void heard.push(`out: ${String(said)}`) });

  expect(heard).toEqual(["begun", "out: said", `${payload} true`]);
});
