import { sql } from "kysely";
import { expect, it } from "vitest";
import { ok } from "../../../src/result.ts";
import { up } from "../../../src/store/database/migrations/0007-groups.ts";
import { anId, anOpened, noon } from "../support/an-opened.ts";
import { useStore } from "../support/open-store.ts";

const open = useStore();

it("gives the requests that are open from before their security groups, in one spelling", async () => {
  const { database, store } = await open();
  const { db } = database;
  await store.open(anOpened(anId(1), { groupName: " ISSG  Viva" }), noon);
  await store.decide({ id: anId(1), key: "over", now: noon }, () => ok([{ kind: "done" }]));
  await store.open(anOpened(anId(2), { groupName: " ISSG   Hr" }), noon);
  await sql`delete from reservation where kind = 'group'`.execute(db);

  await up(db);

  const { rows } = await sql`select name, request from reservation where kind = 'group'`.execute(
    db,
  );
  expect(rows).toEqual([{ name: "issg hr", request: anId(2) }]);
});
