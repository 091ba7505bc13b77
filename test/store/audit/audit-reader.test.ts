import { type RawBuilder, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { judgeTrail, type TrailVerdict } from "../../../src/flows/ports/audit.ts";
import { ok } from "../../../src/result.ts";
import { createAuditReader } from "../../../src/store/audit/audit-reader.ts";
import { anId, ann, anOpened, noon } from "../support/an-opened.ts";
import { auditKey, useStore } from "../support/open-store.ts";

const openStore = useStore();

async function aReader() {
  const { store, database } = await openStore();
  await store.open(anOpened(anId(1)), noon);
  await store.open(
    anOpened(anId(2), { userName: "ISU_2", system: { kind: "new", name: "N2" } }),
    noon,
  );
  const change = { id: anId(1), key: "a", now: noon };
  await store.decide(change, () => ok([{ kind: "retried", by: ann }]));
  const reader = createAuditReader({ db: database.db, auditKey });
  async function judge(): Promise<TrailVerdict> {
    const story = await store.readStory(anId(1));
    return judgeTrail(await reader.verify(), await reader.read(anId(1)), story);
  }
  return { reader, judge, db: database.db };
}

describe("the audit reader", () => {
  it("reads one request's entries, and finds the chain intact", async () => {
    const { reader, judge } = await aReader();

    expect(await reader.read(anId(1))).toEqual([
      { seq: 1, entry: { at: noon, by: ann, event: anOpened(anId(1)) } },
      { seq: 3, entry: { at: noon, by: ann, event: { kind: "retried", by: ann } } },
    ]);
    expect(await judge()).toMatchObject({ kind: "intact", head: { seq: 3 } });
  });

  it.each<[what: string, statement: RawBuilder<unknown>, verdict: TrailVerdict]>([
    [
      "a row that was changed",
      sql`update audit set at = at + 1 where seq = 3`,
      { kind: "broken", seq: 3, why: "changed" },
    ],
    [
      "a row that holds something else",
      sql`update audit set by = 'nobody' where seq = 2`,
      { kind: "broken", seq: 2, why: "changed" },
    ],
    [
      "a row that was deleted",
      sql`delete from audit where seq = 2`,
      { kind: "broken", seq: 2, why: "missing" },
    ],
    [
      "an end that was cut together with the head beside it",
      sql`with gone as (delete from audit where seq = 3)
        update audit_head set seq = 2, mac = (select mac from audit where seq = 2)`,
      { kind: "story-differs", event: 2 },
    ],
    [
      "a story that was changed beside the trail",
      sql`update event set event = '{"kind":"ended"}' where request = ${anId(1)} and seq = 2`,
      { kind: "story-differs", event: 2 },
    ],
  ])("shows %s", async (_what, statement, verdict) => {
    const { judge, db } = await aReader();

    await statement.execute(db);

    expect(await judge()).toEqual(verdict);
  });

  it("reads a row that holds something else as an entry without content", async () => {
    const { reader, db } = await aReader();

    await sql`update audit set body = '{"kind":"approved"}' where seq = 3`.execute(db);

    expect((await reader.read(anId(1))).at(-1)).toEqual({ seq: 3 });
  });
});
