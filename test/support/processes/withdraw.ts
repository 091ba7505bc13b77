import type { Person } from "../../../sandbox/slack/people/client.ts";
import { type Opened, type Play, press, titleOf } from "./play.ts";

/** Chooses Withdraw in the menu of the request's message, and says in the window that it is meant. */
export async function withdraw(play: Play, request: Opened, who: Person): Promise<void> {
  await press(request, who, "Withdraw");
  await play.slack.until(() => titleOf(who)?.startsWith("Withdraw") === true, {
    what: "the window that asks whether it is meant",
  });
  await who.submit();
  await who.closeAll();
}
