import { sql } from "kysely";
import { expect, onTestFinished } from "vitest";
import type { Slack } from "../../sandbox/slack/slack.ts";
import { startSlack } from "../../sandbox/slack/start-slack.ts";
import { createHolder } from "../../src/bot/publisher/holder.ts";
import { createPosting } from "../../src/bot/publisher/posting.ts";
import { createPublisher, type Publisher } from "../../src/bot/publisher/publisher.ts";
import { createBoltLog } from "../../src/bot/slack/bolt-log.ts";
import { createCheckPostable } from "../../src/bot/slack/check-postable.ts";
import { createSlackClients } from "../../src/bot/slack/slack-call.ts";
import { createReadWorkspace } from "../../src/bot/slack/workspace.ts";
import { isDatabaseAway } from "../../src/engine/database-away.ts";
import { type Instant, instant } from "../../src/flows/model/ids.ts";
import type { Event } from "../../src/flows/request/event.ts";
import { ok } from "../../src/result.ts";
import { createOutbox } from "../../src/store/requests/outbox.ts";
import { createPublisherLease } from "../../src/store/requests/publisher-lease.ts";
import { createPublisherLedger } from "../../src/store/requests/publisher-ledger.ts";
import { workspace } from "../bot/support/an-office.ts";
import type { OpenStore } from "../store/support/open-store.ts";
import { anOpening, requestId } from "../support/data/a-request.ts";
import { aTenant } from "../support/data/a-tenant.ts";
import { createFakeLog, type FakeLog } from "../support/fakes/fake-log.ts";

export interface PublisherStage {
  readonly slack: Slack;
  readonly replica: (
    name: string,
    changes?: {
      readonly through?: typeof fetch;
      /** Instead of writing down what came of a call. */
      readonly onConclude?: (conclude: () => Promise<boolean>) => Promise<boolean>;
    },
  ) => Publisher;
  readonly record: (...events: Event[]) => Promise<void>;
  readonly loseLease: () => Promise<unknown>;
  readonly whenSettled: () => Promise<void>;
  readonly doubts: () => Promise<number>;
  readonly log: FakeLog;
  readonly opened: OpenStore;
}

function concludeAtOnce(conclude: () => Promise<boolean>): Promise<boolean> {
  return conclude();
}

function now(): Instant {
  return instant(Date.now());
}

function elapsed(): number {
  return performance.now();
}

/** One request, and as many replicas as a test starts. */
export async function setPublisherStage(
  openStore: () => Promise<OpenStore>,
): Promise<PublisherStage> {
  const slack = await startSlack(workspace);
  onTestFinished(() => slack.stop());
  const opened = await openStore();
  const { store, database } = opened;
  const { db } = database;
  const outbox = createOutbox(database);
  await store.open(anOpening(), now());
  const log = createFakeLog();
  let changes = 0;

  return {
    slack,
    replica: (replica, { through, onConclude = concludeAtOnce } = {}) => {
      const ledger = createPublisherLedger({ db });
      const clients = createSlackClients("xoxb-office", {
        apiUrl: slack.apiUrl,
        logger: createBoltLog(log),
        ...(through !== undefined && { fetch: through }),
      });
      const publisher = createPublisher({
        tenants: [aTenant()],
        recipes: { find: () => undefined, list: () => [] },
        log,
        now,
        store,
        outbox,
        ledger: {
          ...ledger,
          conclude: async (...[id, of, concluded]) =>
            onConclude(() => ledger.conclude(id, of, concluded)),
        },
        holder: createHolder(createPublisherLease({ db, replica }), elapsed),
        posting: createPosting(clients),
        slack: clients,
        workspace: createReadWorkspace(clients),
        checkPostable: createCheckPostable({ now, log }, clients),
        onShown: async () => undefined,
        elapsed,
        isDatabaseAway,
      });
      publisher.start();
      onTestFinished(() => publisher.stop());
      return publisher;
    },
    record: async (...events) => {
      changes += 1;
      await store.decide({ id: requestId, key: `${changes}`, now: now() }, () => ok(events));
    },
    loseLease: () => sql`update publisher_lease set until = '-infinity'`.execute(db),
    whenSettled: async () => {
      await expect.poll(() => outbox.listBehind()).toEqual([]);
    },
    doubts: async () => (await outbox.findDisplay(requestId))?.doubts ?? 0,
    log,
    opened,
  };
}
