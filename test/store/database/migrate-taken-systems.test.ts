import { sql } from "kysely";
import { expect, it } from "vitest";
import { ok } from "../../../src/result.ts";
import { up } from "../../../src/store/database/migrations/0015-taken-systems.ts";
import { anId, anOpened, noon } from "../support/an-opened.ts";
import { useStore } from "../support/open-store.ts";

const open = useStore();

it("knows the integration systems of requests from before, also before an edit, and whatever was pasted", async () => {
  const { database, store } = await open();
  const { db } = database;
  const opened = anOpened(anId(1), { reason: "\u0000 and more" });
  const { tenant } = opened.draft;
  await store.open(opened, noon);
  const { draft, plan } = anOpened(anId(1), {
    system: { kind: "existing", id: "INT_Later", name: "Later" },
  });
  const edited = { kind: "edited", by: opened.by, draft, typed: anId(9), plan } as const;
  await store.decide({ id: anId(1), key: "edit", now: noon }, () =>
    ok([{ ...edited, kept: [], changes: [] }, { kind: "ended" }]),
  );
  const made = { userName: "ISU_Two", system: { kind: "new", name: "INT_VIVA" } } as const;
  await store.open(anOpened(anId(2), made), noon);
  await sql`
    update event set event = replace(event::text, '"reason":', '"by":{"system":{"kind":"existing"}},"reason":')::json
    where request = ${anId(2)}`.execute(db);
  await sql`drop table taken_system`.execute(db);

  await up(db);

  const { rows } = await sql`select request from taken_system where request = ${anId(2)}`.execute(
    db,
  );
  expect(rows).toEqual([]);
  for (const systemId of ["int_viva", "INT_LATER"]) {
    const found = await store.listBySystem({ tenant, systemId });
    expect(found.map(({ id }) => id)).toEqual([anId(1)]);
  }
});
