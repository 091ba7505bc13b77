import type { App } from "@slack/bolt";
import { pressChosen } from "../payloads/menu.ts";

/** Listeners hear of buttons alone: a choice in a menu comes to them as the press of its button. */
export function pressWhatIsChosen(app: Pick<App, "processEvent">): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = (event) => processEvent({ ...event, body: pressChosen(event.body) });
}
