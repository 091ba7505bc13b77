import { type RawBuilder, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { ok } from "../../../src/result.ts";
import { Secret } from "../../../src/secret.ts";
import { createAuditTrail } from "../../../src/store/audit/audit-trail.ts";
import type { Tables } from "../../../src/store/database/tables.ts";
import { anId, ann, anOpened, bob, noon } from "../support/an-opened.ts";
import { auditKey, type OpenStore, useStore } from "../support/open-store.ts";

const openStore = useStore();

describe("the audit trail", () => {
  it("has an entry for each event, with who did it", async () => {
    const { trail, heads } = await aTrail();

    const entries = await trail.read(anId(1));

    expect(entries.map(({ seq, kind, by }) => [seq, kind, by])).toEqual([
      [1, "opened", ann],
      [2, "step-begun", "bot"],
      [3, "approved", bob],
      [4, "closing", ann],
      [5, "ended", "bot"],
    ]);
    expect(entries[0]?.body).toEqual(anOpened(anId(1)));
    expect(heads.map(({ seq }) => seq)).toEqual([1, 3, 4, 5]);
    expect(await trail.verify(heads.at(-1))).toEqual({ kind: "intact", head: heads.at(-1) });
  });

  it("stays one chain when many requests change at once, over more than one page", async () => {
    const { store, database, heads } = await openStore();
    const trail = createAuditTrail({ db: database.db, auditKey });
    const retried = Array.from({ length: 120 }, () => ({ kind: "retried", by: ann }) as const);
    await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        const system = { kind: "new", name: `N${n}` } as const;
        await store.open(anOpened(anId(n), { userName: `ISU_${n}`, system }), noon);
        await store.decide({ id: anId(n), key: "a", now: noon }, () => ok(retried));
      }),
    );
    const head = heads.toSorted((one, other) => one.seq - other.seq).at(-1);

    const verdict = await trail.verify(head);

    expect(verdict).toEqual({ kind: "intact", head });
    expect(head?.seq).toBe(1210);
  });

  it.each<[what: string, statement: RawBuilder<unknown>, seq: number, why: string]>([
    ["a row that was changed", sql`update audit set by = 'bot' where seq = 3`, 3, "changed"],
    ["a row that was deleted", sql`delete from audit where seq = 2`, 2, "missing"],
    ["a tail that was cut", sql`delete from audit where seq > 3`, 4, "cut"],
    [
      "two rows that changed places",
      sql`update audit set seq = case seq when 12 then 3 else 2 end where seq in (12, 13)`,
      2,
      "unlinked",
    ],
  ])("shows %s", async (what, statement, seq, why) => {
    const { trail, database } = await aTrail();
    if (what.startsWith("two")) {
      await sql`update audit set seq = seq + 10 where seq in (2, 3)`.execute(database.db);
    }

    await statement.execute(database.db);

    expect(await trail.verify()).toEqual({ kind: "broken", seq, why });
  });

  it("shows a tail that was cut together with the head beside it, by the published head", async () => {
    const { trail, database, heads } = await aTrail();
    await sql`delete from audit where seq > 3`.execute(database.db);
    await sql`update audit_head set seq = 3, mac = (select mac from audit where seq = 3)`.execute(
      database.db,
    );

    const verdict = await trail.verify(heads.at(-1));

    expect((await trail.verify()).kind).toBe("intact");
    expect(verdict).toEqual({ kind: "broken", seq: 4, why: "cut" });
  });

  it("does not fit another key", async () => {
    const { database } = await aTrail();
    const other = createAuditTrail({ db: database.db, auditKey: new Secret("another key") });

    const verdict = await other.verify();

    expect(verdict).toEqual({ kind: "broken", seq: 1, why: "changed" });
  });

  it("has no entry when there is no event, and no event when there can be no entry", async () => {
    const { store, database, trail } = await aTrail();
    await database.db.schema.alterTable("audit").renameTo("audit_away").execute();

    const decided = store.decide({ id: anId(1), key: "b", now: noon }, () =>
      ok([{ kind: "retried", by: ann }]),
    );

    await expect(decided).rejects.toThrow('relation "audit" does not exist');
    expect(await store.readStory(anId(1))).toHaveLength(5);
    await database.db.schema.alterTable("audit_away").renameTo("audit").execute();
    expect((await trail.verify()).kind).toBe("intact");
  });
});

describe("a secret", () => {
  it("cannot be stored: what is not of an event's shape is refused", async () => {
    const { store, database } = await openStore();
    await store.open(anOpened(anId(1)), noon);
    const note = new Secret("canary-4711");

    const decided = store.decide({ id: anId(1), key: "a", now: noon }, () =>
      // @ts-expect-error -- the types forbid it; this shows what happens where they are got round
      ok([{ kind: "step-finished", step: "create-user", facts: {}, note }]),
    );

    await expect(decided).rejects.toThrow("expected string");
    expect(await readAll(database)).not.toContain("canary-4711");
  });
});

async function readAll({ db }: OpenStore["database"]): Promise<string> {
  const tables: readonly (keyof Tables)[] = ["request", "event", "draft", "audit", "reservation"];
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}

async function aTrail() {
  const opened = await openStore();
  const { store, database } = opened;
  const id = anId(1);
  await store.open(anOpened(id), noon);
  await store.decide({ id, key: "a", now: noon }, () =>
    ok([
      { kind: "step-begun", step: "create-user" },
      { kind: "approved", by: bob, digest: "sha256:00" },
    ]),
  );
  await store.decide({ id, key: "c", now: noon }, () =>
    ok([{ kind: "closing", closing: { kind: "withdrawn", by: ann }, plan: [] }]),
  );
  await store.decide({ id, key: "d", now: noon }, () => ok([{ kind: "ended" }]));
  return { ...opened, trail: createAuditTrail({ db: database.db, auditKey }) };
}
