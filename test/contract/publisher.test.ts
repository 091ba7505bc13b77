import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Slack } from "../../sandbox/slack/slack.ts";
import { startSlack } from "../../sandbox/slack/start-slack.ts";
import { textOf } from "../../sandbox/slack/text-of.ts";
import { createHolder } from "../../src/bot/publisher/holder.ts";
import { createPosting } from "../../src/bot/publisher/posting.ts";
import { createPublisher, type Publisher } from "../../src/bot/publisher/publisher.ts";
import { createBoltLog } from "../../src/bot/slack/bolt-log.ts";
import { createCheckPostable } from "../../src/bot/slack/check-postable.ts";
import { createSlackClients } from "../../src/bot/slack/slack-call.ts";
import { createReadWorkspace } from "../../src/bot/slack/workspace.ts";
import { type Instant, instant } from "../../src/flows/model/ids.ts";
import type { Event } from "../../src/flows/request/event.ts";
import { ok } from "../../src/result.ts";
import { createOutbox } from "../../src/store/requests/outbox.ts";
import { createPublisherLease } from "../../src/store/requests/publisher-lease.ts";
import { createPublisherLedger } from "../../src/store/requests/publisher-ledger.ts";
import { workspace } from "../bot/support/an-office.ts";
import { onlyMessage } from "../bot/support/shown.ts";
import { useStore } from "../store/support/open-store.ts";
import { anAsking, anOpening, requestId } from "../support/data/a-request.ts";
import { aTenant } from "../support/data/a-tenant.ts";
import { ben } from "../support/data/people.ts";
import { createFakeLog } from "../support/fakes/fake-log.ts";

const openStore = useStore();
const approved: Event = { kind: "approved", by: ben, digest: "sha256:shown" };

/** The calls of one method arrive only when they are let go, as those of a process that is frozen and woken. */
function createGate(method: string) {
  const held = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();

  async function through(...[url, init]: Parameters<typeof fetch>): Promise<Response> {
    if (typeof url === "string" && url.endsWith(method)) {
      held.resolve();
      await gate.promise;
    }
    // The client's own time limit was over long ago; a frozen process has sent all the same.
    return fetch(url, { ...init, signal: null });
  }

  return { through, whenHeld: held.promise, letGo: gate.resolve };
}

interface Stage {
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
async function setStage(): Promise<Stage> {
  const slack = await startSlack(workspace);
  onTestFinished(() => slack.stop());
  const { store, database } = await openStore();
  const { db } = database;
  const outbox = createOutbox(database);
  await store.open(anOpening(), now());
  let changes = 0;

  return {
    slack,
    replica: (replica, { through, onConclude = concludeAtOnce } = {}) => {
      const ledger = createPublisherLedger({ db });
      const log = createFakeLog();
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
      await expect.poll(() => outbox.listBehind(), { timeout: 15_000 }).toEqual([]);
    },
    doubts: async () => (await outbox.findDisplay(requestId))?.doubts ?? 0,
  };
}

describe("two replicas", () => {
  it("show in the end what the database says, though one is frozen and writes an older text late", async () => {
    const { slack, replica, record, loseLease, whenSettled, doubts } = await setStage();
    await record(anAsking());
    const gate = createGate("chat.update");
    replica("frozen", { through: gate.through });
    await slack.until(() => slack.messages("workday")[0]);
    await record(approved);
    await gate.whenHeld;

    await loseLease();
    replica("other");
    await record({ kind: "done" });
    await slack.until(() => textOf(onlyMessage(slack)).includes("Now: unverified"), {
      within: 15_000,
    });
    await whenSettled();
    const before = await doubts();
    gate.letGo();
    await expect.poll(doubts, { timeout: 15_000 }).toBeGreaterThan(before);
    await whenSettled();

    expect(textOf(onlyMessage(slack))).toContain("Now: unverified");
  });

  it("leave one message, though the first post of a frozen one arrives late", async () => {
    const { slack, replica, record, loseLease, whenSettled, doubts } = await setStage();
    const gate = createGate("chat.postMessage");
    replica("frozen", { through: gate.through });
    await gate.whenHeld;

    await loseLease();
    replica("other");
    await record(anAsking());
    await slack.until(() => slack.messages("workday")[0], { within: 15_000 });
    await whenSettled();
    const before = await doubts();
    gate.letGo();
    await expect.poll(doubts, { timeout: 15_000 }).toBeGreaterThan(before);
    await whenSettled();

    await slack.until(() => slack.messages("workday").length === 1);
    expect(textOf(onlyMessage(slack))).toContain("waiting for an approver");
  });

  it.each([
    ["the message", 1],
    ["its reply", 2],
  ])(
    "post nothing twice, though one died before it wrote down that it had posted %s",
    async (_what, nth) => {
      const { slack, replica, record, loseLease, whenSettled } = await setStage();
      await record(anAsking());
      const death = Promise.withResolvers<boolean>();
      const died = Promise.withResolvers<void>();
      let calls = 0;
      replica("dying", {
        onConclude: async (conclude) => {
          calls += 1;
          if (calls < nth) return conclude();
          died.resolve();
          return death.promise;
        },
      });
      await died.promise;

      await loseLease();
      replica("other");
      await whenSettled();
      death.resolve(false);

      expect(slack.thread("workday", onlyMessage(slack).ts)).toHaveLength(2);
    },
  );
});
