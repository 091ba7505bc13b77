import { describe, expect, it } from "vitest";
import { theBot } from "../../src/flows/model/ids.ts";
import type { Store } from "../../src/flows/ports/store.ts";
import type { Event } from "../../src/flows/request/event.ts";
import { err, ok } from "../../src/result.ts";
import { anId, ann, anOpened, noon } from "../store/support/an-opened.ts";

const retried: Event = { kind: "retried", by: ann };
const waits: Event = {
  kind: "release-awaited",
  heldAt: "approve",
  gathersUntil: noon,
  for: [],
};

/** What every `Store` keeps to when it decides on several requests of a tenant. `make` gives an empty one. */
export function describeTogether(name: string, make: () => Promise<Store>): void {
  const { tenant, reason } = anOpened(anId(1)).draft;
  const of = { tenant, now: noon };

  async function withTwo(): Promise<Store> {
    const store = await make();
    for (const at of [1, 2])
      await store.open(
        anOpened(anId(at), {
          userName: `ISU_${at}`,
          system: { kind: "new", name: `System ${at}` },
        }),
        noon,
      );
    return store;
  }

  describe(`${name}: decideTogether`, () => {
    it("looks at the tenant's unfinished requests alone, and records what is decided of each", async () => {
      const store = await withTwo();
      await store.decide({ id: anId(2), key: "end", now: noon }, () => ok([{ kind: "ended" }]));

      const decided = await store.decideTogether(of, (unfinished) => {
        expect(unfinished.map(({ id }) => id)).toEqual([anId(1)]);
        return ok([{ id: anId(1), key: "a", events: [retried] }]);
      });

      expect(decided).toMatchObject({ ok: true, value: [{ id: anId(1), version: 2 }] });
      expect(await store.find(anId(1))).toMatchObject({ version: 2 });
    });

    it("records one key once, and nothing where it is refused", async () => {
      const store = await withTwo();
      const recordings = [anId(1), anId(2)].map((id) => ({ id, key: "a", events: [retried] }));

      await store.decideTogether(of, () => ok(recordings));
      const again = await store.decideTogether(of, () => ok(recordings));
      const refused = await store.decideTogether(of, () => err("no"));

      expect(again).toEqual(ok([]));
      expect(refused).toEqual(err("no"));
      expect(await store.find(anId(2))).toMatchObject({ version: 2 });
    });

    it("opens a request in the same transaction, which nobody asked for", async () => {
      const store = await withTwo();
      const draft = { kind: "activate", tenant, reason, members: [{ id: anId(1) }] } as const;
      const opened = { kind: "opened", id: anId(3), by: theBot, draft, plan: [] } as const;

      const decided = await store.decideTogether(of, () =>
        ok([
          { id: anId(3), key: "opened", events: [opened] },
          { id: anId(1), key: "a", events: [retried] },
        ]),
      );

      expect(decided.ok && decided.value.map(({ id }) => id).toSorted()).toEqual([
        anId(1),
        anId(3),
      ]);
      expect(await store.find(anId(3))).toMatchObject({ members: [anId(1)], askedBy: theBot });
    });

    it("is decided by one at a time, each on what the others made of it", async () => {
      const store = await withTwo();

      await Promise.all(
        Array.from({ length: 8 }, (_, at) =>
          store.decideTogether(of, (unfinished) => {
            const isFree = unfinished.every(({ phase }) => phase.kind !== "waiting-for-release");
            return ok(isFree ? [{ id: anId(1), key: `try ${at}`, events: [waits] }] : []);
          }),
        ),
      );

      expect(await store.find(anId(1))).toMatchObject({ version: 2 });
    });

    it("decides anew where somebody changed one of them meanwhile", async () => {
      const store = await withTwo();

      const [, both] = await Promise.all([
        Promise.all(
          Array.from({ length: 5 }, (_, at) =>
            store.decide({ id: anId(1), key: `other ${at}`, now: noon }, () => ok([retried])),
          ),
        ),
        store.decideTogether(of, (unfinished) =>
          ok(unfinished.map(({ id }) => ({ id, key: "together", events: [retried] }))),
        ),
      ]);

      expect(both).toMatchObject({ ok: true, value: { length: 2 } });
      expect(await store.find(anId(1))).toMatchObject({ version: 7 });
    });

    it("knows whether anybody waits for a release", async () => {
      const store = await withTwo();
      expect(await store.isReleaseAwaited(tenant)).toBe(false);

      await store.decide({ id: anId(1), key: "wait", now: noon }, () => ok([waits]));

      expect(await store.isReleaseAwaited(tenant)).toBe(true);
    });
  });
}
