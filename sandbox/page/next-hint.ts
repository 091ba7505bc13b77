import { scene } from "../scene.ts";
import { placedElements } from "../slack/blocks/placed.ts";
import type { Message } from "../slack/shown.ts";
import type { Stage } from "./stage.ts";

/** What a newcomer may do next, and as whom. */
export interface Hint {
  readonly text: string;
  readonly person?: string;
  /** What the bot wrote last, when it has stopped. */
  readonly lines?: readonly string[];
}

type Cast = readonly { readonly id: string; readonly name: string }[];

const { requester, approver, doer } = scene.people;

/** Leads through the story by what is to be seen right now. */
export function nextHint(stage: Stage, cast: Cast): Hint {
  return (
    aboutBot(stage) ??
    aboutWindow(stage, cast) ??
    aboutButtons(stage) ??
    aboutOutcome(stage) ?? {
      text: "Begin as Ann, who asks for an account: type /workday-isu create viva-learning in #workday-access and press Enter.",
      person: requester.id,
    }
  );
}

function aboutBot({ bot }: Stage): Hint | undefined {
  const { isRunning, isStarting, lines } = bot.look();
  if (isStarting) return { text: "The bot is starting." };
  if (isRunning) return undefined;
  return {
    text: "The bot has stopped. Start it again under Bot: nothing it was told is lost. It wrote last:",
    lines: lines.slice(-3),
  };
}

function aboutWindow({ slack }: Stage, cast: Cast): Hint | undefined {
  for (const { id, name } of cast) {
    const content = slack.person(id).view()?.content;
    if (content === undefined || content.type === "home") continue;
    const window = `${name} has the window “${content.title.text}” open`;
    const text =
      content.submit === undefined
        ? `${window}: read it, then close it. It may change by itself.`
        : `${window}: complete it and press ${content.submit.text}. What is wrong is said at its field.`;
    return { text, person: id };
  }
  return undefined;
}

const byButton: readonly (readonly [string, Hint])[] = [
  [
    "start",
    {
      text: "An activation by hand is asked for: be Dora and press Start. The bot looks whether what is pending is still what was approved; then activate under By hand, within fifteen minutes.",
      person: doer.id,
    },
  ],
  [
    "report-done",
    {
      text: "A person's hand is asked for: be Dora, do the task under By hand exactly as the message says, then press Done.",
      person: doer.id,
    },
  ],
  [
    "approve",
    {
      text: "A request waits for an approver: be Bob and press Approve or Deny. Try it as Cy first, who learns privately why not.",
      person: approver.id,
    },
  ],
  [
    "retry",
    {
      text: "A request is stuck: its message says why. Remove the cause, then press Try again as Ann, or withdraw it.",
      person: requester.id,
    },
  ],
];

function aboutButtons({ slack }: Stage): Hint | undefined {
  const all = botMessages(slack.messages(scene.channel)).flatMap(({ ts }) =>
    slack.thread(scene.channel, ts),
  );
  const buttons = new Set(
    all.flatMap(({ blocks }) => placedElements(blocks).map(({ actionId }) => actionId)),
  );
  return byButton.find(([actionId]) => buttons.has(actionId))?.[1];
}

function aboutOutcome({ slack, vault }: Stage): Hint | undefined {
  const requests = botMessages(slack.messages(scene.channel));
  if (requests.length === 0) return undefined;
  const isIssued = vault.secrets().some(({ versions }) => versions.some(({ enabled }) => enabled));
  const text = isIssued
    ? "The account works: look at the reference in the channel, at Tenant and at Vault. Then try /workday-isu status, or a second request that Eve denies."
    : "The bot is at work: follow the request's message, its thread, and Tenant. When it stands still, look at Bot.";
  return { text, person: requester.id };
}

function botMessages(messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ isFromBot }) => isFromBot);
}
