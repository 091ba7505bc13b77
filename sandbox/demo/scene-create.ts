import { scene } from "../scene.ts";
import type { Message } from "../slack/shown.ts";
import { textOf } from "../slack/text-of.ts";
import { openForm, openRequest, untilPlan } from "./ask.ts";
import {
  allText,
  type Play,
  personOf,
  pressAndConfirm,
  untilAnswered,
  untilRequest,
  untilTold,
  untilView,
} from "./play.ts";

/** Somebody else's change, which waits in the tenant when the request comes. */
export const othersChange = {
  policy: "Worker Data: Compensation",
  securityGroup: "ISSG_Payroll_Benefits",
  access: "Put",
  change: "Added",
  by: "lmcneil",
} as const;

/** The whole way, from the command to an account that is proven to work. Gives the request's id. */
export async function playCreate(play: Play): Promise<string> {
  await prepare(play);
  await correct(play);
  const id = await confirm(play);
  await refuse(play, id);
  await approve(play, id);
  await lookBack(play, id);
  return id;
}

async function prepare(play: Play): Promise<void> {
  const { transcript, tenant } = play;
  const ann = personOf(play, "requester");
  transcript.chapter("Ann asks for an account for Microsoft Viva Learning");
  tenant.seedPendingDomainChange(othersChange);
  transcript.tell(
    `Meanwhile ${othersChange.by} of payroll has left a change pending in the tenant: ${othersChange.access} on ${othersChange.policy}.`,
  );
  transcript.tell("Ann types /workday-isu create viva-learning in #workday-access.");
  await openForm(play, ann, "viva-learning");
  const view = await untilView(play, ann, () => true);
  transcript.see("A form opens, filled from the recipe", textOf(view), /^(#|Tenant|[A-Z].*: [{☑])/);
}

async function correct(play: Play): Promise<void> {
  const { transcript } = play;
  const ann = personOf(play, "requester");
  transcript.tell("She names the account ISU:Viva_Learning, gives her reason, and presses Check.");
  await ann.fill("userName", "ISU:Viva_Learning");
  await ann.fill(
    "reason",
    "Viva Learning shows people the courses they have taken. <!channel> *now*",
  );
  await ann.fill("ticket", "https://tickets.acme.example/HR-4711");
  const outcome = await ann.submit();
  const view = ann.view();
  if (outcome.kind !== "errors" || view === undefined) throw new Error("The form took the colon.");
  transcript.see("The form stays, with the error at its field", textOf(view), /^(!|User name)/);
  transcript.tell("She takes the colon out and presses Check again.");
  await ann.fill("userName", "ISU_Viva_Learning");
  await untilPlan(play, ann);
}

async function confirm(play: Play): Promise<string> {
  const { transcript, tenant } = play;
  const ann = personOf(play, "requester");
  const plan = await untilView(play, ann, () => true);
  transcript.see(
    "The bot has read the tenant and shows its plan",
    textOf(plan),
    /^(#|Nothing|[*+]|\d+\.|By:)/,
  );
  const isThere = tenant.accounts().some(({ userName }) => userName === "ISU_Viva_Learning");
  if (isThere) throw new Error("The account was made before the plan was confirmed.");
  transcript.tell("The tenant is untouched so far. Ann presses Open request.");
  const id = await openRequest(play, ann);
  const card = await untilRequest(play, id, /\[Approve\]/);
  transcript.see(
    "The request's message in #workday-access",
    textOf(card),
    /^(#|!|⚠️|Waiting|Who may|Reason|Goes live|Get: |.*Approving also|.*, by |\[)/u,
  );
  transcript.see(
    "Its thread",
    play.sandbox.slack.thread(scene.channel, card.ts).slice(1).map(textOf).join("\n"),
  );
  return id;
}

async function refuse(play: Play, id: string): Promise<void> {
  const { transcript } = play;
  const cy = personOf(play, "outsider");
  transcript.chapter("An outsider presses Approve");
  const card = await untilRequest(play, id, /\[Approve\]/);
  transcript.tell("Cy of marketing, who is in the channel too, presses Approve.");
  const answers = await untilAnswered(play, cy, () =>
    cy.press(card, "Approve", { isConfirmed: true }),
  );
  transcript.see("Only Cy sees", allText(answers));
}

async function approve(play: Play, id: string): Promise<void> {
  const { transcript, tenant, sandbox } = play;
  const bob = personOf(play, "approver");
  transcript.chapter("Bob approves, and the account goes live");
  const card = await untilRequest(play, id, /\[Approve\]/);
  transcript.tell("Bob of security has read what would go live, and presses Approve.");
  const answers = await untilAnswered(play, bob, () => pressAndConfirm(play, bob, card, "Approve"));
  transcript.see("Only Bob sees", allText(answers));
  await approveLate(play, card);
  const done = await untilRequest(play, id, /Done, verified|Unverified|Different from/);
  transcript.see(
    "The request's message",
    textOf(done),
    /^(✅|⚠️|Done|Unverified|The password|For |Looked at)/u,
  );
  const last = tenant.timestamps().at(-1);
  transcript.see(
    "The tenant",
    `Activated by ${last?.by}: ${last?.comment}\n${(last?.changes ?? []).map(({ change, access, policy, securityGroup }) => `${change} ${access}: ${policy}, for ${securityGroup}`).join("\n")}`,
  );
  const secrets = sandbox.vault
    .secrets()
    .flatMap(({ name, versions }) =>
      versions.map(
        ({ version, enabled, tags, exp = 0 }) =>
          `${name}/${version}: ${enabled ? "enabled" : "disabled"}, expires ${new Date(exp * 1000).toISOString().slice(0, 10)}, ${JSON.stringify(tags)}`,
      ),
    );
  transcript.see("The vault", secrets.join("\n"));
}

/** Somebody whose screen still shows the buttons. */
async function approveLate(play: Play, card: Message): Promise<void> {
  const { transcript } = play;
  const eve = personOf(play, "secondApprover");
  transcript.tell("Eve's screen is a moment behind, and she presses Approve as well.");
  const answers = await untilAnswered(play, eve, () =>
    eve.press(card, "Approve", { isConfirmed: true, isStale: true }),
  );
  transcript.see("Only Eve sees", allText(answers));
}

async function lookBack(play: Play, id: string): Promise<void> {
  const { transcript } = play;
  const ann = personOf(play, "requester");
  transcript.chapter("Ann looks back");
  const told = await untilTold(play, ann, { id, count: 1 });
  transcript.see("What the bot wrote to her directly", allText(told));
  for (const [text, count] of [
    ["status", 1],
    [`status ${id}`, 3],
    ["help", 1],
    ["destroy everything", 1],
  ] as const) {
    transcript.tell(`Ann types /workday-isu ${text}.`);
    const answers = await untilAnswered(
      play,
      ann,
      () => ann.command("/workday-isu", text, { channel: scene.channel }),
      count,
    );
    transcript.see("Only Ann sees", allText(answers.slice(-1)));
  }
}
