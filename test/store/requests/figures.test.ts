import { sql } from "kysely";
import { expect, it } from "vitest";
import { brand } from "../../../src/brand.ts";
import { type Instant, later } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { ok } from "../../../src/result.ts";
import { up } from "../../../src/store/database/migrations/0009-figures.ts";
import { createReadFigures } from "../../../src/store/requests/figures.ts";
import { createPublisherLedger } from "../../../src/store/requests/publisher-ledger.ts";
import { createWatch } from "../../../src/store/requests/watch.ts";
import { StoredEvent, toStoredEvent } from "../../../src/store/stored/stored-event.ts";
import { anId, anOpened, bob, noon } from "../support/an-opened.ts";
import { everyEvent } from "../support/every-event.ts";
import { useStore } from "../support/open-store.ts";

const now: Instant = noon;
const openStore = useStore(() => now);

type Opened = Awaited<ReturnType<typeof openStore>>;

async function record({ store }: Opened, n: number, events: readonly Event[], at = noon) {
  await store.decide({ id: anId(n), key: `${at}`, now: at }, () => ok(events));
}

function aSystem(n: number) {
  return { kind: "existing", id: `INT_${n}`, name: `System ${n}` } as const;
}

const expiresAt = later(noon, 1_000_000);
const asked: Event = {
  kind: "approval-asked",
  asked: {
    step: "approve",
    digest: "sha256:00",
    needed: 2,
    askedAt: noon,
    expiresAt,
    pending: { kind: "cannot-see" },
    others: [],
  },
  unseen: [],
};

it("counts nothing in an empty database", async () => {
  const { database } = await openStore();

  expect(await createReadFigures({ ...database, now: () => now })()).toEqual({
    requests: [],
    leftBehind: [],
    waits: [],
    backlog: { waiting: 0, oldestMs: 0, aside: 0 },
    tallies: [],
    audit: { seq: 0 },
  });
});

it("counts requests by tenant, kind and state, and what they left behind", async () => {
  const opened = await openStore();
  const { store, database } = opened;
  await store.open(anOpened(anId(1)), noon);
  await store.open(anOpened(anId(2), { tenant: brand("acme_prod") }), noon);
  const left: Event = { kind: "left-behind", item: { what: "account", words: "It stays." } };
  const closing: Event = { kind: "closing", closing: { kind: "expired" }, plan: [] };
  await record(opened, 2, [closing, left, { kind: "ended" }]);

  const { requests, leftBehind, audit } = await createReadFigures({
    ...database,
    now: () => later(noon, 500),
  })();

  expect(requests).toEqual(
    expect.arrayContaining([
      { tenant: "acme_dpt1", kind: "create", state: "working", count: 1 },
      { tenant: "acme_prod", kind: "create", state: "ended", count: 1 },
    ]),
  );
  expect(leftBehind).toEqual(
    expect.arrayContaining([
      { tenant: "acme_dpt1", count: 0 },
      { tenant: "acme_prod", count: 1 },
    ]),
  );
  expect(audit).toEqual({ seq: 5, ageMs: 500 });
});

it("tells since when the oldest waits, whatever came to pass meanwhile and whatever people pasted", async () => {
  const opened = await openStore();
  const { store, database } = opened;
  for (const n of [1, 2, 3]) {
    await store.open(
      anOpened(anId(n), { userName: `ISU_${n}`, system: aSystem(n), reason: "\u0000" }),
      noon,
    );
  }
  await record(opened, 1, [asked], noon);
  await record(opened, 2, [asked], later(noon, 5000));
  await record(opened, 1, [{ kind: "reminded", due: 1, expiresAt }], later(noon, 8000));
  await record(
    opened,
    3,
    [{ kind: "handed-over", step: "activate", expiresAt }],
    later(noon, 6000),
  );
  await record(
    opened,
    3,
    [{ kind: "person-refused", step: "activate", by: bob, why: "\u0000", expiresAt }],
    later(noon, 7000),
  );

  const { waits } = await createReadFigures({ ...database, now: () => later(noon, 10_000) })();

  expect(waits.toSorted((one, other) => one.oldestMs - other.oldestMs)).toEqual([
    { tenant: "acme_dpt1", for: "operator", oldestMs: 3000 },
    { tenant: "acme_dpt1", for: "approver", oldestMs: 10_000 },
  ]);
});

it("counts a wait for a service from the first try that was in vain, whatever it said", async () => {
  const opened = await openStore();
  const { store, database } = opened;
  await store.open(anOpened(anId(1), { reason: "\u0000" }), noon);
  const delayed = {
    kind: "step-delayed",
    step: "create-user",
    outside: "Workday",
    words: 'It said "since":1, and {"kind":"step-delayed","since":2,',
    since: later(noon, 1000),
    retryAt: later(noon, 2000),
  } as const;
  await record(opened, 1, [{ ...delayed, attempt: 1 }], later(noon, 1000));
  await record(opened, 1, [{ kind: "resumed" }, { ...delayed, attempt: 2 }], later(noon, 8000));

  const { waits } = await createReadFigures({ ...database, now: () => later(noon, 10_000) })();

  expect(waits).toEqual([{ tenant: "acme_dpt1", for: "service", oldestMs: 9000 }]);
});

it("tells how much Slack does not show, and since when", async () => {
  const { store, database } = await openStore();
  await store.open(anOpened(anId(1)), noon);
  await store.open(anOpened(anId(2), { userName: "ISU_2", system: aSystem(2) }), later(noon, 1000));
  const read = createReadFigures({ ...database, now: () => later(noon, 4000) });
  await age(3000);

  const { backlog } = await read();
  expect(backlog.waiting).toBe(2);
  expect(backlog.oldestMs).toBeGreaterThanOrEqual(3000);

  const ledger = createPublisherLedger(database);
  await ledger.settle(anId(1), 0);
  await ledger.settle(anId(2), 0);

  expect((await read()).backlog).toEqual({ waiting: 0, oldestMs: 0, aside: 0 });

  function age(ms: number) {
    return sql`update announcement set behind_since = behind_since - make_interval(secs => ${ms / 1000})`.execute(
      database.db,
    );
  }
});

it("keeps the newest tally of each tenant", async () => {
  const { database } = await openStore();
  const watch = createWatch(database);
  const tally = { name: "drifted", tenant: "acme" } as const;
  await watch.keepTallies([{ ...tally, count: 3, at: noon }]);
  await watch.keepTallies([{ ...tally, count: 1, at: later(noon, 1000) }]);
  await watch.keepTallies([]);

  const { tallies } = await createReadFigures({ ...database, now: () => later(noon, 3000) })();

  expect(tallies).toEqual([{ ...tally, count: 1, ageMs: 2000 }]);
});

it("learns the kind of requests from before, whatever people pasted", async () => {
  const { store, database } = await openStore();
  const { db } = database;
  const paste = `"draft":{"kind":"retire"} \u0000`;
  await store.open(anOpened(anId(1), { reason: paste }), noon);
  await sql`alter table request drop column kind`.execute(db);
  await sql`drop table tally`.execute(db);

  await up(db);

  const { rows } = await sql`select kind from request`.execute(db);
  expect(rows).toEqual([{ kind: "create" }]);
});

it("finds each event by how its text begins", () => {
  for (const event of everyEvent) {
    expect(JSON.stringify(StoredEvent.parse(toStoredEvent(event)))).toMatch(
      `{"kind":"${event.kind}"`,
    );
  }
});
