import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { anId, anOpened, noon } from "../support/an-opened.ts";
import { useStore } from "../support/open-store.ts";

const openStore = useStore();

describe("the store", () => {
  it("has nothing to list when it is empty", async () => {
    const { store } = await openStore();

    expect([await store.listOpen(), await store.listDone()]).toEqual([[], []]);
  });

  it.each([
    ["a person that is none", '"T024BE7LD:U024BE7LA"', '"nobody"'],
    ["a key that it does not know", '"reason"', '"because"'],
    ["a kind that it does not know", '"opened"', '"closed"'],
  ])("throws when it finds %s among what it has written", async (_what, from, to) => {
    const { store, database } = await openStore();
    await store.open(anOpened(anId(1)), noon);

    await sql`update event set event = replace(event::text, ${from}, ${to})::json`.execute(
      database.db,
    );

    await expect(store.find(anId(1))).rejects.toThrow(/not-a-person|invalid|unrecognized/i);
  });

  it("throws for a request without a story", async () => {
    const { store, database } = await openStore();
    await store.open(anOpened(anId(1)), noon);
    await sql`delete from event`.execute(database.db);

    const decided = store.decide({ id: anId(1), key: "a", now: noon }, () => {
      throw new Error("It asks");
    });

    await expect(decided).rejects.toThrow("ISU-00000001 has no events");
  });
});
