import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Concluded, Writing } from "../../../src/flows/ports/outbox.ts";
import { err, ok } from "../../../src/result.ts";
import { createOutbox, readBacklog } from "../../../src/store/requests/outbox.ts";
import { createPublisherLease } from "../../../src/store/requests/publisher-lease.ts";
import { createPublisherLedger } from "../../../src/store/requests/publisher-ledger.ts";
import { createWatch } from "../../../src/store/requests/watch.ts";
import { anId, ann, anOpened, bob, noon } from "../support/an-opened.ts";
import { useStore } from "../support/open-store.ts";

const openStore = useStore();
const id = anId(1);
const place = { channel: "C024BE91L", ts: "1764000000.000100" };
const shown = { version: 1, phase: "working", at: noon } as const;

/** One request is open, and this replica holds the lease. */
async function openOne() {
  const { store, database } = await openStore();
  const { db } = database;
  const outbox = createOutbox(database);
  const ledger = createPublisherLedger(database);
  const lease = createPublisherLease({ db, replica: "one" });
  const token = (await lease.hold()) ?? 0;
  await store.open(anOpened(id), noon);

  async function take(): Promise<number> {
    await sql`update publisher_lease set until = '-infinity'`.execute(db);
    return (await createPublisherLease({ db, replica: "other" }).hold()) ?? 0;
  }

  async function call(by: number, writing: Writing, concluded: Concluded): Promise<boolean> {
    const doubts = (await outbox.findDisplay(id))?.doubts ?? 0;
    await ledger.begin(id, by, writing);
    return ledger.conclude(id, { token: by, doubts }, concluded);
  }

  async function record(): Promise<void> {
    await store.decide({ id, key: "more", now: noon }, () => ok([{ kind: "done" }]));
  }

  return { store, db, outbox, ledger, token, take, call, record, watch: createWatch({ db }) };
}

describe("what Slack is behind with", () => {
  it("is written with the event that made it true, or not at all", async () => {
    const { store, db, outbox, ledger } = await openOne();
    const first = await outbox.listBehind();
    await ledger.settle(id, first[0]?.round ?? 0);

    await store.decide({ id, key: "no", now: noon }, () => err("no"));
    expect(await outbox.listBehind()).toEqual([]);
    await store.decide({ id, key: "yes", now: noon }, () => ok([{ kind: "done" }]));

    expect(first).toMatchObject([{ request: id, tenant: "acme_dpt1", round: 0 }]);
    expect(await outbox.listBehind()).toMatchObject([{ request: id, round: 1 }]);
    expect(await readBacklog(db)).toMatchObject({ waiting: 1 });
  });

  it("is not settled by who has not seen what happened since", async () => {
    const { db, outbox, ledger, record } = await openOne();
    const [seen] = await outbox.listBehind();
    await record();

    await ledger.settle(id, seen?.round ?? 0);
    expect(await outbox.listBehind()).toHaveLength(1);
    await ledger.settle(id, 1);

    expect(await outbox.listBehind()).toEqual([]);
    expect(await readBacklog(db)).toEqual({ waiting: 0, oldestMs: 0, aside: 0 });
  });
});

describe("a call", () => {
  it("is there from before it is made until it is known how it ended", async () => {
    const { outbox, ledger, token } = await openOne();

    expect(await ledger.begin(id, token, { kind: "post" })).toBe(true);
    const during = await outbox.findDisplay(id);
    const of = { token, doubts: 0 };
    expect(await ledger.conclude(id, of, { place, posted: 1, shown })).toBe(true);

    expect(during).toMatchObject({ writing: { kind: "post" }, shownVersion: 0 });
    expect(await outbox.findDisplay(id)).toEqual({
      place,
      postedVersion: 1,
      shownVersion: 1,
      shownPhase: "working",
      shownAt: noon,
      isDoubtful: false,
      throughSeq: 0,
      toldSeq: 0,
      round: 0,
      doubts: 0,
    });
  });

  it("keeps how far a reply in parts has come", async () => {
    const { outbox, token, call } = await openOne();
    const reply = { kind: "reply", through: 3, part: 0 } as const;

    await call(token, reply, { reply: { through: 3, part: 1 } });
    expect(await outbox.findDisplay(id)).toMatchObject({ reply: { through: 3, part: 1 } });
    await call(token, reply, { reply: "whole", throughSeq: 3, toldSeq: 2, place: "lost" });

    const display = await outbox.findDisplay(id);
    expect(display).toMatchObject({ throughSeq: 3, toldSeq: 2 });
    expect(display).not.toHaveProperty("reply");
    expect(display).not.toHaveProperty("place");
  });

  it("is not begun by who holds the lease no more", async () => {
    const { ledger, token, take, watch } = await openOne();
    const matter = { kind: "refreshed", missing: 2, of: 3 } as const;
    await watch.queue([{ key: "n", tenant: anOpened(id).draft.tenant, madeAt: noon, matter }]);
    await take();

    expect(await ledger.begin(id, token, { kind: "update" })).toBe(false);
    expect(await ledger.beginNotice("n", token)).toBe(false);
  });

  it("that ends after another has written is doubted: the request is shown again", async () => {
    const { outbox, ledger, token, take, call } = await openOne();
    await ledger.begin(id, token, { kind: "update" });
    const other = await take();
    await call(other, { kind: "update" }, { shown: { ...shown, version: 2 } });
    await ledger.settle(id, 0);

    expect(await ledger.conclude(id, { token, doubts: 0 }, { shown })).toBe(false);

    expect(await outbox.listBehind()).toHaveLength(1);
    expect(await outbox.findDisplay(id)).toMatchObject({ shownVersion: 2, isDoubtful: true });
  });

  it("does not take away a doubt that came up while it was made", async () => {
    const { outbox, ledger, token } = await openOne();
    await ledger.begin(id, token, { kind: "update" });
    await outbox.doubt(id);

    await ledger.conclude(id, { token, doubts: 0 }, { shown });

    expect(await outbox.findDisplay(id)).toMatchObject({ shownVersion: 1, isDoubtful: true });
  });

  it("of an earlier holder is shown again after a change of hands, at once and later", async () => {
    const { db, outbox, ledger, token, take } = await openOne();
    await ledger.begin(id, token, { kind: "update" });
    const other = await take();
    await ledger.takeOver(other);
    await ledger.settle(id, 0);

    await ledger.markAgain();
    const first = await outbox.listBehind();
    await ledger.settle(id, 1);
    await ledger.markAgain();
    const tooSoon = await outbox.listBehind();
    await sql`update announcement set again_at = again_at - interval '30 seconds'`.execute(db);
    await ledger.markAgain();

    expect([first.length, tooSoon.length]).toEqual([1, 0]);
    expect(await outbox.listBehind()).toMatchObject([{ round: 2 }]);
  });

  it("is shown again for five minutes, and then no more", async () => {
    const { db, outbox, ledger, token, take } = await openOne();
    await ledger.begin(id, token, { kind: "update" });
    await ledger.takeOver(await take());
    const ago = sql`update announcement set again_at = '-infinity', again_until = again_until - interval '6 minutes'`;
    await ago.execute(db);

    await ledger.markAgain();
    await ledger.markAgain();
    await ago.execute(db);
    await ledger.markAgain();

    expect(await outbox.findDisplay(id)).toMatchObject({ doubts: 1 });
  });
});

describe("private messages", () => {
  it("are queued once under a key, and sent once, also those of a notice", async () => {
    const { outbox, ledger } = await openOne();
    const message = { key: "one", person: ann, words: "Hello \u0000", request: id };
    await outbox.tell([message, { ...message, words: "Again" }]);
    await outbox.tell([]);
    await ledger.settleNotice("a notice", [{ key: "two", person: bob, words: "Due" }]);

    const before = await outbox.listDirect();
    await ledger.settleDirect("one");

    expect(before).toEqual([message, { key: "two", person: bob, words: "Due" }]);
    expect((await outbox.listDirect()).map(({ key }) => key)).toEqual(["two"]);
  });
});
