import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { createPublisherLease } from "../../../src/store/requests/publisher-lease.ts";
import { useStore } from "../support/open-store.ts";

const openStore = useStore();

async function openTwo() {
  const { database } = await openStore();
  const { db } = database;
  return {
    db,
    one: createPublisherLease({ db, replica: "one" }),
    other: createPublisherLease({ db, replica: "other" }),
    expire: () => sql`update publisher_lease set until = '-infinity'`.execute(db),
  };
}

describe("the publisher's lease", () => {
  it("is one replica's at a time, which may hold on to it", async () => {
    const { one, other } = await openTwo();

    expect(await one.hold()).toBe(1);
    expect(await other.hold()).toBeUndefined();
    expect(await one.hold()).toBe(1);
  });

  it("goes to another once it is over, with another token, and not back", async () => {
    const { one, other, expire } = await openTwo();
    await one.hold();
    await expire();

    expect(await other.hold()).toBe(2);
    expect(await one.hold()).toBeUndefined();
  });

  it("stays with whoever had it as long as nobody else has taken it", async () => {
    const { one, expire } = await openTwo();
    await one.hold();
    await expire();

    expect(await one.hold()).toBe(1);
  });

  it("goes to one of two who ask at once", async () => {
    const { one, other } = await openTwo();

    const held = await Promise.all([one.hold(), other.hold()]);

    expect(held.filter((token) => token !== undefined)).toEqual([1]);
  });

  it("is another's at once when it is let go, and nobody lets go of another's", async () => {
    const { one, other, expire } = await openTwo();
    await one.hold();
    await one.release();
    expect(await other.hold()).toBe(2);
    await expire();
    expect(await one.hold()).toBe(3);

    await other.release();

    expect(await other.hold()).toBeUndefined();
  });
});
