import type { Person } from "../../../sandbox/slack/people/client.ts";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { type Opened, type Play, press } from "./play.ts";

/** What a request's message leaves out: presses *Show the plan* or *Show the details*, and reads the window. */
export async function readDetails(play: Play, request: Opened, who: Person): Promise<string> {
  const isOver = request.text().includes("[Show the details]");
  await press(request, who, isOver ? "Show the details" : "Show the plan");
  const view = await play.slack.until(
    () => {
      const shown = who.view();
      return shown !== undefined && textOf(shown).includes("Plan:") ? shown : undefined;
    },
    { what: "the details" },
  );
  const text = textOf(view);
  await who.closeAll();
  return text;
}
