import { sql } from "kysely";
import { expect, it } from "vitest";
import { ok } from "../../../src/result.ts";
import { createAnnouncementLog } from "../../../src/store/requests/announcement-log.ts";
import { anId, anOpened, noon } from "../support/an-opened.ts";
import { useStore } from "../support/open-store.ts";

const openStore = useStore();

const message = { channel: "C024BE91L", ts: "1764000000.000100" };

it("remembers where a request's message is and how much was posted, which never goes back", async () => {
  const { database } = await openStore();
  const log = createAnnouncementLog({ db: database.db });

  expect(await log.find(anId(1))).toBeUndefined();
  await log.keep(anId(1), { ...message, through: 3 });
  await log.keep(anId(1), { ...message, through: 2 });
  expect(await log.find(anId(1))).toEqual({ ...message, through: 3 });
  await log.keep(anId(1), { channel: "C2", ts: "2", through: 4 });
  expect(await log.find(anId(1))).toEqual({ channel: "C2", ts: "2", through: 4 });
});

it("takes a request off the list of the unshown once its channel has all of the story", async () => {
  const { store, database } = await openStore();
  const log = createAnnouncementLog({ db: database.db });
  await store.open(anOpened(anId(1)), noon);
  await log.keep(anId(1), { ...message, through: 1 });
  expect(await store.listUnshown()).toEqual([]);

  await store.decide({ id: anId(1), key: "over", now: noon }, () => ok([{ kind: "done" }]));
  expect(await store.listUnshown()).toEqual([anId(1)]);

  await sql`update request set changed_at = now() - interval '25 hours'`.execute(database.db);
  expect(await store.listUnshown()).toEqual([]);
});
