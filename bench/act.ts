import { scene } from "../sandbox/scene.ts";
import type { Person } from "../sandbox/slack/people/client.ts";
import type { Ephemeral, Message } from "../sandbox/slack/shown.ts";
import { textOf } from "../sandbox/slack/text-of.ts";
import type { Stage } from "./stage.ts";

/** Types the command, and waits for the form. */
export async function openForm(stage: Stage, person: Person): Promise<void> {
  await person.closeAll();
  await insist(stage, () =>
    person.command("/workday-isu", "create viva-learning", { channel: scene.channel }),
  );
  await stage.until(`the form of ${person.name}`, () =>
    person.view()?.content.blocks.some(({ block_id: id }) => id === "userName"),
  );
}

/** Sends the form, and waits for the plan. */
export async function sendForm(stage: Stage, person: Person, userName: string): Promise<void> {
  await person.fill("userName", userName);
  await person.fill("groupName", `Group of ${userName}`);
  await person.fill("newSystem", `System of ${userName}`);
  await person.fill("reason", "To see how long it takes");
  const sent = await insist(stage, () => person.submit());
  if (sent.kind !== "updated") throw new Error(`The form was not taken: ${JSON.stringify(sent)}`);
  await stage.until(`the plan of ${person.name}`, () => titleOf(person) === "Check the plan");
}

/** Does again what the bot did not acknowledge in Slack's three seconds, as Slack asks people to; and counts it. */
async function insist<Outcome extends { readonly kind: string }>(
  { late }: Stage,
  act: () => Promise<Outcome>,
): Promise<Outcome> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await act();
    if (!isLate(outcome)) return outcome;
    if (tries === mostTries) throw new Error(`Not acknowledged ${tries} times`);
    late.count += 1;
  }
}

const mostTries = 5;

function isLate({ kind }: { readonly kind: string }): boolean {
  return kind === "trouble" || kind === "failed";
}

function titleOf(person: Person): string | undefined {
  const content = person.view()?.content;
  return content?.type === "modal" ? content.title.text : undefined;
}

/** Confirms the plan, and waits for the card that an approver decides on. */
export async function confirmPlan(
  stage: Stage,
  person: Person,
  userName: string,
): Promise<Message> {
  // Written down before it is acknowledged: late or not, it counts.
  if (isLate(await person.submit())) stage.late.count += 1;
  return untilCard(stage, userName);
}

/** Confirms the plan, and waits for the acknowledgement alone. */
export async function confirmAtOnce(stage: Stage, person: Person): Promise<void> {
  if (isLate(await person.submit())) stage.late.count += 1;
}

/** Presses Withdraw on one's own request. */
export async function withdraw(stage: Stage, person: Person, userName: string): Promise<void> {
  const message = stage.seen().get(userName);
  if (message === undefined) throw new Error(`${userName} has no message`);
  await person.closeAll();
  const pressed = await person.press(message, "Withdraw");
  if (isLate(pressed)) stage.late.count += 1;
  await stage.until(`the question to ${person.name}`, () =>
    titleOf(person)?.startsWith("Withdraw"),
  );
  if (isLate(await person.submit())) stage.late.count += 1;
}

export function isAtCard({ seen }: Stage, userName: string): boolean {
  return seen().get(userName)?.text.endsWith(": waiting for an approver") === true;
}

export function isWithdrawn({ seen }: Stage, userName: string): boolean {
  return seen().get(userName)?.text.includes(": ended") === true;
}

/** Waits for the card of a request; where one is known, for another in its place. */
function untilCard(stage: Stage, userName: string, known?: Message): Promise<Message> {
  return stage.until(`a card for ${userName}`, () => findCard(stage, userName, known));
}

/**
 * The card as it is now, unless it is the known one: each holds what an approval would count for. A request that goes live
 * with others has that of their release.
 */
export function findCard({ seen }: Stage, userName: string, known?: Message): Message | undefined {
  const own = seen().get(userName);
  const [, release] = /: waiting for the release (ISU-\S+)$/.exec(own?.text ?? "") ?? [];
  const message = release === undefined ? own : seen().get(release);
  if (message?.text.endsWith(": waiting for an approver") !== true) return undefined;
  return known !== undefined && digestIn(message) === digestIn(known) ? undefined : message;
}

/** What tells one card from every other. */
export function digestIn({ blocks }: Message): string | undefined {
  return /sha256:[0-9a-f]+/.exec(JSON.stringify(blocks))?.[0];
}

export function isDone({ seen }: Stage, userName: string): boolean {
  return seen().get(userName)?.text.endsWith(": done, verified") === true;
}

/** Presses Approve; over when it is acknowledged, or not in time, which is counted. */
export async function press({ approver, late }: Stage, card: Message): Promise<void> {
  if (isLate(await approver.press(card, "Approve", { isConfirmed: true }))) late.count += 1;
}

/** Whether an approval counted: what is pending may be another than what its card showed. */
export function isCounted({ text }: Ephemeral): boolean {
  return text.startsWith("Your approval counts");
}

/** Asks for a request's audit trail, and gives what the approver, who is an auditor too, is shown. */
export async function readAudit(stage: Stage, id: string): Promise<string> {
  const { approver } = stage;
  const answer = await stage.untilAnswered(() =>
    approver.command("/workday-isu", `audit ${id}`, { channel: scene.channel }),
  );
  return textOf(answer);
}
