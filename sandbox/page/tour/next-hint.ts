import { scene } from "../../scene.ts";
import { placedElements } from "../../slack/blocks/placed.ts";
import type { Message } from "../../slack/shown.ts";
import type { Stage } from "../stage.ts";
import type { Offer } from "./offer.ts";

/** What a newcomer may do next, and as whom. */
export interface Hint {
  readonly text: string;
  readonly person?: string;
  readonly offers?: readonly Offer[];
  /** What the bot complained of last, when it has stopped. */
  readonly lines?: readonly string[];
}

type Cast = readonly { readonly id: string; readonly name: string }[];

const { requester, approver, doer } = scene.people;

/** What waits for somebody right now; nothing where nothing does. */
export function nextHint(stage: Stage, cast: Cast): Hint | undefined {
  return aboutBot(stage) ?? aboutWindow(stage, cast) ?? aboutButtons(stage) ?? aboutOutcome(stage);
}

function aboutBot({ bot }: Stage): Hint | undefined {
  const { isRunning, isStarting, lines } = bot.look();
  if (isStarting) return { text: "The bot is starting." };
  if (isRunning) return undefined;
  const trouble = lines.slice(-3).filter((line) => !line.includes('"level":"info"'));
  return {
    text: "The bot has stopped. Start it again: nothing it was told is lost.",
    offers: [{ kind: "start-bot", label: "Start the bot" }],
    ...(trouble.length > 0 && { lines: trouble }),
  };
}

function aboutWindow({ slack }: Stage, cast: Cast): Hint | undefined {
  for (const { id, name } of cast) {
    const content = slack.person(id).view()?.content;
    if (content === undefined || content.type === "home" || content.submit === undefined) continue;
    return {
      text: `${name} has the window “${content.title.text}” open: complete it and press ${content.submit.text}. What is wrong is said at its field.`,
      person: id,
    };
  }
  return undefined;
}

const byHand: Offer = { kind: "look", label: "Show By hand", panel: "hand" };

const byButton: readonly (readonly [string, Hint])[] = [
  [
    "start",
    {
      text: "Dora has to activate: be Dora and press Start. The bot looks whether what is pending is still what was approved. Then activate under By hand, within fifteen minutes.",
      person: doer.id,
      offers: [byHand],
    },
  ],
  [
    "report-done",
    {
      text: "Dora has a task: be Dora, do it under By hand exactly as the message says, then press Done.",
      person: doer.id,
      offers: [byHand],
    },
  ],
  [
    "enter-values",
    {
      text: "Dora has an API client to register: be Dora, do that under By hand and make a refresh token, then press Enter the values and paste what Workday shows.",
      person: doer.id,
      offers: [byHand],
    },
  ],
  [
    "approve",
    {
      text: "A request waits for an approver: be Bob, then press Approve or Deny.",
      person: approver.id,
    },
  ],
  [
    "retry",
    {
      text: "A request is stuck: its message says why. Remove the cause and press Try again as Ann, or withdraw it.",
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
  if (isIssued) return undefined;
  return {
    text: "The bot is at work: follow the request's message, its thread, and Tenant. When it stands still, look at Bot.",
    person: requester.id,
  };
}

function botMessages(messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ isFromBot }) => isFromBot);
}
