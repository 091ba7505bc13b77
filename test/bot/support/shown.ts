import type { Person } from "../../../sandbox/slack/people/client.ts";
import type { Message } from "../../../sandbox/slack/shown.ts";
import type { Slack } from "../../../sandbox/slack/slack.ts";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { instant, parseRequestId, type RequestId } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { ok } from "../../../src/result.ts";
import { anOpening, requestId } from "../../support/data/a-request.ts";
import type { FakeStore } from "../../support/fakes/fake-store.ts";
import { valueIn } from "../../support/value-in.ts";

/** Waits until somebody can read this in private, and gives the whole answer. */
export async function privately(
  slack: Slack,
  who: Person,
  words: string | RegExp,
): Promise<string> {
  return slack.until(
    () =>
      [...slack.ephemerals(who.id), ...slack.directMessages(who.id)]
        .map(textOf)
        .find((text) => (typeof words === "string" ? text.includes(words) : words.test(text))),
    { what: `${who.name} to read ${String(words)}` },
  );
}

/** Waits until somebody's window shows this, and gives the whole of it. */
export async function viewWith(slack: Slack, who: Person, words: string): Promise<string> {
  return slack.until(
    () => {
      const view = who.view();
      const text = view === undefined ? "" : textOf(view);
      return text.includes(words) ? text : undefined;
    },
    { what: `${who.name}'s window to show ${words}` },
  );
}

/** A request that was opened, and what happened to it since. */
export async function keepRequest(store: FakeStore, ...events: Event[]): Promise<Request> {
  // The emulated Slack goes by the wall's clock, and the bot looks for its message since the opening.
  const now = instant(Date.now());
  await store.open(anOpening(), now);
  const change = { id: requestId, key: `test ${events.length}`, now };
  const decided = await store.decide(change, () => ok(events));
  if (!decided.ok) throw new Error(decided.error);
  return decided.value.request;
}

/** The one message of the tenant's channel. */
export function onlyMessage(slack: Slack): Message {
  const [message, ...others] = slack.messages("workday");
  if (message === undefined || others.length > 0) throw new Error("Not one message");
  return message;
}

/** The request that somebody's form or plan is for. */
export function draftIdOf(person: Person): RequestId {
  const content = person.view()?.content;
  const metadata = content?.type === "modal" ? (content.private_metadata ?? "") : "";
  return valueIn(parseRequestId(/ISU-[0-9A-Z]{8}/.exec(metadata)?.[0] ?? ""));
}
