import { textOf } from "../slack/text-of.ts";
import { openForm, openRequest, untilPlan } from "./ask.ts";
import {
  allText,
  type Play,
  personOf,
  submitOf,
  untilAnswered,
  untilRequest,
  untilTold,
  untilView,
} from "./play.ts";

/** A request that is denied, with what was cleaned up and what is left. Gives its id. */
export async function playDeny(play: Play): Promise<string> {
  const { transcript, sandbox, tenant } = play;
  const bob = personOf(play, "approver");
  transcript.chapter("A second request, which Eve denies");
  transcript.tell(
    "Bob, who may ask as well as approve, types /workday-isu create kolleno, gives a reason, and opens the request.",
  );
  await openForm(play, bob, "kolleno");
  await bob.fill("reason", "Receivables want to try Kolleno.");
  await untilPlan(play, bob);
  const id = await openRequest(play, bob);
  await refuseOwn(play, id);
  transcript.see("Pending in the tenant", `${tenant.pending().length} policy changes`);
  await deny(play, id);
  const ended = await untilRequest(play, id, /left behind/);
  transcript.see("The request's message", textOf(ended), /^(Denied|Why|Left behind|.*stays|\[)/);
  transcript.see("Pending in the tenant", `${tenant.pending().length} policy changes`);
  const told = await untilTold(play, bob, { id, count: 2 });
  transcript.see("What the bot wrote to Bob directly", allText(told));
  transcript.see(
    "In the vault",
    `${sandbox.vault.secrets().length} secret, the first request's: none was made for this one`,
  );
  return id;
}

async function refuseOwn(play: Play, id: string): Promise<void> {
  const { transcript } = play;
  const bob = personOf(play, "approver");
  const card = await untilRequest(play, id, /\[Approve\]/);
  transcript.tell("Bob is an approver, and presses Approve on his own request.");
  const answers = await untilAnswered(play, bob, () =>
    bob.press(card, "Approve", { isConfirmed: true }),
  );
  transcript.see("Only Bob sees", allText(answers));
}

async function deny(play: Play, id: string): Promise<void> {
  const { transcript } = play;
  const eve = personOf(play, "secondApprover");
  const card = await untilRequest(play, id, /\[Deny\]/);
  transcript.tell("Eve of security presses Deny.");
  await eve.press(card, "Deny");
  const question = await untilView(play, eve, (view) => submitOf(view) === "Deny");
  transcript.see("It asks her for the reason", textOf(question));
  transcript.tell("She writes: No contract with this vendor yet.");
  await eve.fill("reason", "No contract with this vendor yet.");
  await eve.submit();
  const answer = await untilView(play, eve, (_view, text) => /is denied/.test(text));
  transcript.see("Eve's window", textOf(answer));
  await eve.closeAll();
}
