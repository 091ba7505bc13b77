import { createHolder, type Holder } from "../../../src/bot/publisher/holder.ts";
import type { PublisherParts, Shown } from "../../../src/bot/publisher/parts.ts";
import { createPosting } from "../../../src/bot/publisher/posting.ts";
import type { Subject } from "../../../src/bot/publisher/request-calls.ts";
import { fromCode } from "../../../src/bot/slack/slack-call.ts";
import { createReadWorkspace } from "../../../src/bot/slack/workspace.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import type { Display } from "../../../src/flows/ports/outbox.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { err, ok } from "../../../src/result.ts";
import { anOpening, given, recorded } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { createFakeLog, type FakeLog } from "../../support/fakes/fake-log.ts";
import {
  createFakeOutbox,
  type FakeOutbox,
  nothingShown,
} from "../../support/fakes/fake-outbox.ts";
import {
  type Answers,
  authTest,
  createFakeSlack,
  type FakeSlack,
  says,
} from "../support/fake-slack.ts";

export interface PublisherScene {
  readonly parts: PublisherParts;
  readonly slack: FakeSlack;
  readonly outbox: FakeOutbox;
  readonly log: FakeLog;
  readonly shown: readonly Shown[];
}

const well: Answers = {
  "auth.test": authTest,
  "chat.postMessage": () => says({ ok: true, ts: "7.7" }),
  "chat.update": () => says({ ok: true, ts: "7.7" }),
  "chat.delete": () => says({ ok: true }),
  "conversations.open": () => says({ ok: true, channel: { id: "D1" } }),
  "conversations.history": () => says({ ok: true, messages: [] }),
  "conversations.replies": () => says({ ok: true, messages: [] }),
};

/** What the publisher works with, on a Slack in memory that does what it is asked unless it is told otherwise. */
export function aPublisher(
  answers: Answers = {},
  changes: Partial<PublisherParts> = {},
): PublisherScene {
  const slack = createFakeSlack({ ...well, ...answers });
  const outbox = createFakeOutbox();
  const log = createFakeLog();
  const shown: Shown[] = [];
  const parts: PublisherParts = {
    outbox,
    ledger: { ...outbox, beginNotice: async () => true },
    log,
    slack,
    store: { readStory: async () => [] },
    elapsed: () => 5,
    now: () => instant(0),
    tenants: [aTenant()],
    recipes: { find: () => undefined, list: () => [] },
    isDatabaseAway: () => false,
    posting: createPosting(slack),
    workspace: createReadWorkspace(slack),
    holder: aHolder(1, 1),
    checkPostable: async () => ok(undefined),
    onShown: async (one) => void shown.push(one),
    ...changes,
  };
  return { parts, slack, outbox, log, shown };
}

/** Whoever holds the lease, with the token that it has at each question; the last one stays. */
export function aHolder(...tokens: readonly (number | undefined)[]): Holder {
  let asked = 0;
  const holder = createHolder(createFakeOutbox().lease, () => 0);
  return {
    ...holder,
    token: () => {
      asked += 1;
      return tokens[Math.min(asked, tokens.length) - 1];
    },
  };
}

/** The channel is not there any more. */
export async function checkGone(): ReturnType<PublisherParts["checkPostable"]> {
  return err(fromCode("channel_not_found"));
}

export const place = { channel: "C1", ts: "1.5" };

/** A request of which Slack shows this. */
export function aSubject(display: Partial<Display> = {}, ...events: readonly Event[]): Subject {
  const story = recorded([anOpening(), ...events]);
  return {
    request: given(anOpening(), ...events),
    story,
    display: { ...nothingShown, ...display },
    tenant: aTenant(),
    recipe: undefined,
  };
}
