import { toVariation } from "../bot-control.ts";
import { textOf } from "../slack/text-of.ts";
import { openForm, openRequest, untilPlan } from "./ask.ts";
import { type Play, personOf, pressAndConfirm, untilRequest, untilView } from "./play.ts";

const group = "ISSG_Badge_System";
const user = "ISU_Badge_System";
const domain = "Worker Data: Active and Terminated Workers";

/** A request whose tasks a person does in Workday. Gives its id. */
export async function playPerson(play: Play): Promise<string> {
  const { transcript, sandbox } = play;
  transcript.chapter("The same with a person's hands");
  transcript.tell(
    "The operator stops the bot, writes `hands: person` into the configuration, and starts it again.",
  );
  await sandbox.restart(toVariation({ hands: "person" }));
  const id = await ask(play);
  await carryOut(play, id, {
    title: "Create Security Group",
    task: "create-security-group",
    fields: { name: group, type: "Integration System Security Group (Unconstrained)" },
  });
  await carryOut(play, id, {
    title: "Edit Integration System Security Group",
    task: "add-group-member",
    fields: { group, user },
  });
  await carryOut(play, id, {
    title: "Maintain Permissions for Security Group",
    task: "maintain-permissions",
    fields: { group, grant: [{ domain, access: ["Get"] }] },
  });
  await approve(play, id);
  const comment = await readComment(play, id);
  await carryOut(play, id, {
    title: "Activate Pending Security Policy Changes",
    task: "activate-pending-security-policy-changes",
    fields: { comment, confirm: true },
  });
  const done = await untilRequest(play, id, /Done, verified|Unverified|Different from/);
  transcript.see("The request's message", textOf(done), /^(✅|⚠️|Done|Unverified|For |Looked at)/u);
  return id;
}

async function ask(play: Play): Promise<string> {
  const { transcript } = play;
  const ann = personOf(play, "requester");
  transcript.tell(
    "Ann types /workday-isu create, chooses no recipe, and finds the existing integration system by typing “badge”.",
  );
  await openForm(play, ann, "");
  const chooser = await untilView(play, ann, () => true);
  transcript.see("The bot asks what to begin with", textOf(chooser));
  await ann.fill("recipe", "Blank: fill in everything yourself");
  await ann.submit();
  await untilView(play, ann, (_view, text) => text.includes("User name of the new account"));
  const offered = await untilOffered(play);
  transcript.see("The list offers", offered.join("\n"));
  await ann.fill("existingSystem", offered[0] ?? "");
  await ann.fill("userName", user);
  await ann.fill("groupName", group);
  await ann.fill("Get", domain);
  await ann.fill("reason", "Door badges follow who works here.");
  await untilPlan(play, ann);
  const plan = await untilView(play, ann, () => true);
  transcript.see("The plan", textOf(plan), /^(\d+\.|By:)/);
  return openRequest(play, ann);
}

/** The list is cached; the first look after a start may come before it. */
async function untilOffered(play: Play): Promise<readonly string[]> {
  const ann = personOf(play, "requester");
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const options = await ann.suggest("existingSystem", "badge");
    const names = options.map(({ text }) => text.text);
    if (names.some((name) => name.includes("Badge"))) return names;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The list of integration systems did not load.");
}

async function carryOut(
  play: Play,
  id: string,
  {
    title,
    task,
    fields,
  }: { readonly title: string; readonly task: string; readonly fields: unknown },
): Promise<void> {
  const { transcript, tenant } = play;
  const dora = personOf(play, "doer");
  const asked = await untilRequest(
    play,
    id,
    new RegExp(`${title}[^\\n]*\\nWho may press[\\s\\S]*\\[Done\\]`),
  );
  const text = textOf(asked);
  transcript.see(
    "The request's message",
    text.slice(text.indexOf("*Waiting for a person")),
    /^(?!Who may)/,
  );
  const { detail } = tenant.perform(task, fields, "ddiaz");
  transcript.tell(`Dora does it in Workday (“${detail}”) and presses Done.`);
  const outcome = await dora.press(asked, "Done", { isConfirmed: true });
  if (outcome.kind === "trouble") throw new Error(outcome.message);
}

async function approve(play: Play, id: string): Promise<void> {
  const { transcript } = play;
  const bob = personOf(play, "approver");
  const card = await untilRequest(play, id, /\[Approve\]/);
  transcript.see(
    "Before the activation, an approver",
    textOf(card),
    /^(Goes live|Get: |Nothing else|.*by )/,
  );
  transcript.tell("Bob approves.");
  await pressAndConfirm(play, bob, card, "Approve");
}

/** Dora types the comment that the message gives, once she has pressed Start. */
async function readComment(play: Play, id: string): Promise<string> {
  const { transcript } = play;
  const dora = personOf(play, "doer");
  const asked = await untilRequest(play, id, /Comment: .*[\s\S]*\[Start\]/);
  transcript.tell(
    "Dora presses Start, and the bot looks whether what is pending is what was approved.",
  );
  const outcome = await dora.press(asked, "Start");
  if (outcome.kind === "trouble") throw new Error(outcome.message);
  return /Comment: `?([^`\n]*)/.exec(textOf(asked))?.[1] ?? "";
}
