import { type Kysely, type RawBuilder, sql } from "kysely";
import { expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import type { Notice } from "../../src/flows/request/notice.ts";
import { ok } from "../../src/result.ts";
import type { Tables } from "../../src/store/database/tables.ts";
import { createOutbox, readBacklog } from "../../src/store/requests/outbox.ts";
import { createPublisherLease } from "../../src/store/requests/publisher-lease.ts";
import { createPublisherLedger } from "../../src/store/requests/publisher-ledger.ts";
import { createWatch } from "../../src/store/requests/watch.ts";
import { anId, anOpened, noon } from "../store/support/an-opened.ts";
import { useStore } from "../store/support/open-store.ts";
import { anAsking, requestId } from "../support/data/a-request.ts";
import { aTenant } from "../support/data/a-tenant.ts";
import { ann } from "../support/data/people.ts";
import { setPublisherStage } from "./a-publisher-stage.ts";

const openStore = useStore();
const { name: tenant } = aTenant();
const other = anId(7);

function aNotice(key: string): Notice {
  const matter = { kind: "refreshed", missing: 1, of: 9 } as const;
  return { key, tenant, madeAt: noon, matter };
}

/** Two of each kind wait, and one of each is made what no release can read. */
async function setBrokenStage(breakRequest: RawBuilder<unknown>) {
  const stage = await setPublisherStage(openStore);
  const { store, database } = stage.opened;
  const { db } = database;
  const outbox = createOutbox(database);
  const system = { kind: "existing", id: "INT_OTHER", name: "Other" } as const;
  await store.open(anOpened(other, { tenant, userName: "ISU_Other", system }), noon);
  await createWatch(database).queue([aNotice("a bad one"), aNotice("a good one")]);
  await outbox.tell([
    { key: "bad", person: ann, words: "Never" },
    { key: "good", person: ann, words: "You are told" },
  ]);
  await breakRequest.execute(db);
  await sql`update notice set matter = '{"kind":"of-tomorrow"}' where key = 'a bad one'`.execute(
    db,
  );
  await sql`update direct_message set person = 'nobody' where key = 'bad'`.execute(db);
  return { ...stage, db, outbox, ledger: createPublisherLedger(database) };
}

const badEvent = sql`update event set event = '{"kind":"of-tomorrow"}' where request = ${other}`;
const badDisplay = sql`update announcement set writing = '{"kind":"odd"}' where request = ${other}`;

async function asideOf(db: Kysely<Tables>): Promise<number> {
  return (await readBacklog(db)).aside;
}

it.each([
  ["its story", badEvent],
  ["what Slack shows of it", badDisplay],
])(
  "sets aside a notice, a private message and a request of which nobody can read %s, and shows the others",
  async (_what, breakRequest) => {
    const stage = await setBrokenStage(breakRequest);
    const { slack, db, log } = stage;
    await stage.record(anAsking());

    stage.replica("one");
    await stage.whenSettled();
    await expect.poll(() => readBacklog(db)).toMatchObject({ waiting: 0 });

    const texts = slack.messages("workday").map(textOf);
    expect(texts).toHaveLength(2);
    expect(texts.join()).toContain(requestId);
    expect(slack.directMessages("ann").map(textOf)).toContain("You are told");
    expect(await readBacklog(db)).toEqual({ waiting: 0, oldestMs: 0, aside: 3 });
    const said = log.lines.filter(({ level }) => level === "error").map(({ facts }) => facts);
    expect(said).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "request", key: other }),
        expect.objectContaining({ kind: "notice", key: "a bad one" }),
        expect.objectContaining({ kind: "direct", key: "bad" }),
      ]),
    );
    expect(said).toHaveLength(3);
  },
);

it("tries what is set aside again when something happens to it, when hands change, and in the end", async () => {
  const { opened, db, outbox, ledger } = await setBrokenStage(badDisplay);
  const rows = [
    { kind: "request", key: other },
    { kind: "notice", key: "a good one" },
    { kind: "direct", key: "good" },
  ] as const;

  await Promise.all(rows.map(ledger.setAside));
  expect(await outbox.listBehind()).toMatchObject([{ request: requestId }]);
  expect(await outbox.listNotices()).toEqual([]);
  expect(await outbox.listDirect()).toEqual([]);
  await opened.store.decide({ id: other, key: "more", now: noon }, () => ok([{ kind: "done" }]));
  expect(await outbox.listBehind()).toHaveLength(2);
  expect(await asideOf(db)).toBe(2);
  const token = await createPublisherLease({ db, replica: "next" }).hold();
  await ledger.takeOver(token ?? 0);
  expect(await asideOf(db)).toBe(0);
  expect(await outbox.listNotices()).toHaveLength(1);

  await Promise.all(rows.map(ledger.setAside));
  await sql`update direct_message set aside_until = clock_timestamp() where key = 'good'`.execute(
    db,
  );
  expect(await outbox.listDirect()).toHaveLength(1);
});
