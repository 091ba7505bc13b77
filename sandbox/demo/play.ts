import type { LineLog } from "../bot-control.ts";
import { scene } from "../scene.ts";
import type { Person, Where } from "../slack/people/client.ts";
import type { Ephemeral, Message, View } from "../slack/shown.ts";
import { textOf } from "../slack/text-of.ts";
import type { Sandbox } from "../start.ts";
import type { TenantView } from "../workday/tenant.ts";
import { type Transcript, withoutMarkup } from "./transcript.ts";

/** What every scene of the demo works with. */
export interface Play {
  readonly sandbox: Sandbox;
  readonly log: LineLog;
  readonly tenant: TenantView;
  readonly transcript: Transcript;
}

/** Milliseconds that any one thing may take. */
const patience = 15_000;

export function personOf({ sandbox }: Play, who: keyof typeof scene.people): Person {
  return sandbox.slack.person(scene.people[who].id);
}

export function untilView(
  { sandbox }: Play,
  person: Person,
  isIt: (view: View, text: string) => boolean,
): Promise<View> {
  return sandbox.slack.until(
    () => {
      const view = person.view();
      return view !== undefined && isIt(view, textOf(view)) ? view : undefined;
    },
    { within: patience, what: `${person.name}'s next window` },
  );
}

/** The submit button's words of a window; empty for one that only says something. */
export function submitOf({ content }: View): string {
  return content.type === "modal" ? (content.submit?.text ?? "") : "";
}

/** A request's one message in the channel. */
export function findRequest({ sandbox }: Play, id: string): Message | undefined {
  const messages = sandbox.slack.messages(scene.channel);
  return messages.findLast((message) => message.isFromBot && textOf(message).includes(id));
}

export function untilRequest(play: Play, id: string, says: RegExp): Promise<Message> {
  return play.sandbox.slack.until(
    () => {
      const message = findRequest(play, id);
      const text = message === undefined ? "" : textOf(message);
      if (says.test(text)) return message;
      if (/^\*.*Stuck at/m.test(text)) throw new Error(`${id} is stuck:\n${withoutMarkup(text)}`);
      return undefined;
    },
    { within: patience, what: `the message of ${id} that says ${says.source}` },
  );
}

/** Does something and gives the private answers that come of it, so many of them. */
export async function untilAnswered(
  { sandbox }: Play,
  person: Person,
  act: () => Promise<unknown>,
  count = 1,
): Promise<readonly Ephemeral[]> {
  const before = sandbox.slack.ephemerals(person.id).length;
  await act();
  return sandbox.slack.until(
    () => {
      const answers = sandbox.slack.ephemerals(person.id).slice(before);
      return answers.length >= count ? answers : undefined;
    },
    { within: patience, what: `${count} private answers to ${person.name}` },
  );
}

/** What a person reads in several messages. */
export function allText(messages: readonly (Message | Ephemeral)[]): string {
  return messages.map((message) => textOf(message)).join("\n");
}

/** Waits until the bot has written to a person directly about a request, so many times. */
export function untilTold(
  { sandbox }: Play,
  person: Person,
  { id, count }: { readonly id: string; readonly count: number },
): Promise<readonly Message[]> {
  return sandbox.slack.until(
    () => {
      const told = sandbox.slack
        .directMessages(person.id)
        .filter((message) => textOf(message).includes(id));
      return told.length >= count ? told : undefined;
    },
    { within: patience, what: `${count} direct messages to ${person.name} about ${id}` },
  );
}

/** Presses a button and says yes where it asks to confirm; the question is shown. */
export async function pressAndConfirm(
  { transcript }: Play,
  person: Person,
  where: Where,
  button: string,
): Promise<void> {
  const outcome = await person.press(where, button);
  if (outcome.kind === "trouble") throw new Error(outcome.message);
  if (outcome.kind !== "confirm") return;
  const { title, text, confirm, deny } = outcome.dialog;
  transcript.see("It asks to confirm", `${title}\n${text}\n[${deny}] [${confirm}]`);
  const confirmed = await outcome.yes();
  if (confirmed.kind === "trouble") throw new Error(confirmed.message);
}
