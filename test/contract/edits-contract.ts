import { describe, expect, it } from "vitest";
import type { Store } from "../../src/flows/ports/store.ts";
import type { CreateDraft } from "../../src/flows/request/draft.ts";
import type { Event } from "../../src/flows/request/event.ts";
import type { RawActivation } from "../../src/flows/request/raw-draft.ts";
import { err, ok } from "../../src/result.ts";
import { anId, ann, anOpened, noon } from "../store/support/an-opened.ts";

const raw: RawActivation = { kind: "activate", tenant: "acme_dpt1", reason: "one", ticket: "" };

function anEdit(n: number, changes: Partial<CreateDraft>): Event {
  const { draft, plan } = anOpened(anId(n), changes);
  const typed = anId(30 + n);
  return { kind: "edited", by: ann, draft, typed, plan, kept: [], changes: ["another"] };
}

const another = {
  userName: "ISU_Other",
  system: { kind: "new", name: "Other system" },
  groupName: "ISSG_Other",
} as const;

/** What every `Store` keeps to when an open request is edited. `make` gives an empty one. */
export function describeEdits(name: string, make: () => Promise<Store>): void {
  const { tenant } = anOpened(anId(1)).draft;

  async function withEdited(changes: Partial<CreateDraft> = another): Promise<Store> {
    const store = await make();
    await store.open(anOpened(anId(1)), noon);
    const edited = anEdit(1, changes);
    await store.decide({ id: anId(1), key: "edit", now: noon }, () => ok([edited]));
    return store;
  }

  describe(`${name}: an edit`, () => {
    it("takes its new names, and lets go of those that it had", async () => {
      const store = await withEdited();

      expect(await store.find(anId(1))).toMatchObject({ edits: 1, draft: another });
      const group = { tenant, groupName: "issg_other" };
      expect(await store.findReservation({ tenant, userName: "isu_other" })).toBe(anId(1));
      expect(await store.findGroupReservation(group)).toBe(anId(1));
      expect((await store.open(anOpened(anId(2)), noon)).ok).toBe(true);
      expect(await store.open(anOpened(anId(3), another), noon)).toEqual(
        err({ kind: "reserved", by: anId(1) }),
      );
    });

    it("keeps the names that it has still, and lets all of them go at its end", async () => {
      const store = await withEdited({ reason: "Another reason", groupName: "ISSG_Other" });
      expect(await store.findReservation({ tenant, userName: "ISU_Viva" })).toBe(anId(1));

      await store.decide({ id: anId(1), key: "end", now: noon }, () => ok([{ kind: "ended" }]));

      expect(await store.findReservation({ tenant, userName: "ISU_Viva" })).toBe(undefined);
      const group = { tenant, groupName: "ISSG_Other" };
      expect(await store.findGroupReservation(group)).toBe(undefined);
    });

    it("is recorded not at all where another request holds one of its names", async () => {
      const store = await make();
      await store.open(anOpened(anId(1)), noon);
      await store.open(anOpened(anId(2), another), noon);
      const taken = anEdit(1, { ...another, userName: "ISU_Third" });

      const decided = await store.decide({ id: anId(1), key: "edit", now: noon }, () =>
        ok([taken]),
      );

      expect(decided).toEqual(err("names-taken"));
      expect(await store.readStory(anId(1))).toHaveLength(1);
      expect(await store.findReservation({ tenant, userName: "ISU_Viva" })).toBe(anId(1));
      expect(await store.findReservation({ tenant, userName: "ISU_Third" })).toBe(undefined);
    });

    it("is found by its new account and group, and for good by the group that it had", async () => {
      const store = await withEdited();

      expect(await store.listByUserName("isu_other")).toHaveLength(1);
      expect(await store.listByUserName("ISU_Viva")).toEqual([]);
      const found = await store.listByGroups({ tenant, groupNames: ["ISSG_Other"] });
      expect(found.map(({ id }) => id)).toEqual([anId(1)]);
    });

    it("is found for good by the integration system that it took over before, and by the one that it takes now", async () => {
      const system = { kind: "existing", id: "INT_OTHER", name: "Other" } as const;
      const store = await withEdited({ ...another, system });

      for (const systemId of ["INT_VIVA", "INT_OTHER"]) {
        const found = await store.listBySystem({ tenant, systemId });
        expect(found.map(({ id }) => id)).toEqual([anId(1)]);
      }
    });

    it("looks for the names of others than itself", async () => {
      const store = await withEdited();
      const names = { tenant, userName: "ISU_Other", groupName: "ISSG_Other" };

      expect(await store.findReservation({ ...names, except: anId(1) })).toBe(undefined);
      expect(await store.findGroupReservation({ ...names, except: anId(1) })).toBe(undefined);
      expect(await store.findReservation({ ...names, except: anId(2) })).toBe(anId(1));
    });

    it("is kept with the request that it is of, however often it is typed anew", async () => {
      const store = await make();
      const edits = { request: anId(1), edits: 2 };
      await store.keepDraft(anId(9), { by: ann, raw, edits });

      await store.keepDraft(anId(9), { by: ann, raw: { ...raw, reason: "two" } });

      const kept = await store.findDraft(anId(9));
      expect(kept).toEqual({ by: ann, raw: { ...raw, reason: "two" }, edits });
    });
  });
}
