import { describe, expect, it } from "vitest";
import { brand } from "../../src/brand.ts";
import { instant, type TenantName } from "../../src/flows/model/ids.ts";
import type { Store } from "../../src/flows/ports/store.ts";
import type { Event } from "../../src/flows/request/event.ts";
import type { RawDraft } from "../../src/flows/request/raw-draft.ts";
import { ok } from "../../src/result.ts";
import { anId, ann, anOpened, noon } from "../store/support/an-opened.ts";

const ended: Event = { kind: "ended" };

/** What every `Store` keeps to when it is asked. `make` gives an empty one. */
export function describeStoreLists(name: string, make: () => Promise<Store>): void {
  describe(`${name}: lists`, () => {
    it("lists open requests, then ended ones that left something, newest first", async () => {
      const store = await make();
      for (const n of range(4)) {
        await store.open(
          anOpened(anId(n), { userName: `ISU_${n}`, system: aSystem(`INT_${n}`) }),
          instant(noon + n),
        );
      }
      const left: Event = { kind: "left-behind", item: { what: "account", words: "It stays." } };
      await store.decide({ id: anId(3), key: "over", now: noon }, () => ok([left, ended]));
      await store.decide({ id: anId(1), key: "over", now: noon }, () => ok([ended]));
      await store.decide({ id: anId(2), key: "over", now: noon }, () => ok([left, ended]));
      await store.decide({ id: anId(2), key: "gone", now: noon }, () =>
        ok([{ kind: "gone", what: "account" }]),
      );

      const open = await store.listOpen();
      const unfinished = await store.listUnfinished();
      const leftBehind = await store.listLeftBehind();

      expect(open.map(({ id }) => id)).toEqual([anId(0), anId(3)]);
      expect(open[0]).toEqual(await store.find(anId(0)));
      expect(unfinished.map(({ id }) => id)).toEqual([anId(0)]);
      expect(leftBehind.map(({ id }) => id)).toEqual([anId(3)]);
    });

    it("lists what was carried out, oldest first", async () => {
      const store = await make();
      for (const n of range(3)) {
        await store.open(
          anOpened(anId(n), { userName: `ISU_${n}`, system: aSystem(`INT_${n}`) }),
          instant(noon + n),
        );
      }
      for (const n of [2, 0]) {
        await store.decide({ id: anId(n), key: "over", now: noon }, () => ok([{ kind: "done" }]));
      }
      await store.decide({ id: anId(1), key: "over", now: noon }, () => ok([ended]));

      const done = await store.listDone();

      expect(done.map(({ id }) => id)).toEqual([anId(0), anId(2)]);
    });

    it("lists at most 200", async () => {
      const store = await make();
      // One after the other: all at once they wait for a connection longer than the product does.
      for (const n of range(201)) {
        const names = { userName: `ISU_${n}`, system: aSystem(`INT_${n}`) };
        await store.open(anOpened(anId(n), names), instant(noon + n));
      }

      const open = await store.listOpen();

      expect(await store.listUnfinished()).toHaveLength(201);
      expect(open).toHaveLength(200);
      expect(open[0]?.id).toBe(anId(200));
    });

    it("lists the requests for a user name in any tenant, newest first", async () => {
      const store = await make();
      await store.open(anOpened(anId(1)), noon);
      await store.open(anOpened(anId(2), { tenant: brand("acme_prod") }), instant(noon + 1));
      await store.open(anOpened(anId(3), { userName: "ISU_X", system: aSystem("INT_X") }), noon);

      const found = await store.listByUserName("isu_viva");

      expect(found.map(({ id }) => id)).toEqual([anId(2), anId(1)]);
    });

    it("finds who holds an account or a system", async () => {
      const store = await make();
      await store.open(anOpened(anId(1)), noon);
      const tenant = brand<TenantName>("acme_dpt1");

      const found = await Promise.all([
        store.findReservation({ tenant, userName: "isu_viva" }),
        store.findReservation({ tenant, userName: "ISU_X", systemId: "int_viva" }),
        store.findReservation({ tenant, userName: "ISU_X", systemId: "INT_X" }),
        store.findReservation({ tenant: brand("acme_prod"), userName: "ISU_Viva" }),
      ]);

      expect(found).toEqual([anId(1), anId(1), undefined, undefined]);
    });

    it("finds who makes or changes a security group, until that is over", async () => {
      const store = await make();
      await store.open(anOpened(anId(1), { groupName: "ISSG Viva" }), noon);
      const tenant = brand<TenantName>("acme_dpt1");
      const group = { tenant, groupName: "issg  viva" };

      expect(await store.findGroupReservation(group)).toBe(anId(1));
      expect(await store.findGroupReservation({ tenant, groupName: "ISSG" })).toBeUndefined();
      await store.decide({ id: anId(1), key: "over", now: noon }, () => ok([{ kind: "done" }]));
      expect(await store.findGroupReservation(group)).toBeUndefined();
    });

    it("lists who ever made or changed some groups of a tenant, however the names are spelt", async () => {
      const store = await make();
      const group = { groupName: "ISSG  Viva" };
      await store.open(anOpened(anId(1), { ...anAccount(1), ...group }), noon);
      await store.decide({ id: anId(1), key: "over", now: noon }, () => ok([ended]));
      await store.open(anOpened(anId(2), { ...anAccount(2), ...group }), noon);
      await store.open(
        anOpened(anId(3), { ...anAccount(3), ...group, tenant: brand("acme_prod") }),
        noon,
      );
      await store.open(anOpened(anId(4), anAccount(4)), noon);
      await store.open(anOpened(anId(5), { ...anAccount(5), ...group }), noon);

      const groupNames = ["issg viva", "ISSG Viva ", "ISSG Nobody's"];
      const found = await store.listByGroups({ tenant: brand("acme_dpt1"), groupNames });

      expect(found.map(({ id }) => id).toSorted()).toEqual([anId(1), anId(2)]);
      expect(found).toContainEqual(await store.find(anId(2)));
      expect(await store.listByGroups({ tenant: brand("acme_dpt1"), groupNames: [] })).toEqual([]);
    });

    it("lists who ever asked for an integration system of a tenant that was there", async () => {
      const store = await make();
      const taken = aSystem("ISU_BOT_1");
      await store.open(anOpened(anId(1), { userName: "ISU_1", system: taken }), noon);
      await store.decide({ id: anId(1), key: "over", now: noon }, () => ok([ended]));
      const elsewhere = {
        userName: "ISU_2",
        system: taken,
        tenant: brand<TenantName>("acme_prod"),
      };
      await store.open(anOpened(anId(2), elsewhere), noon);
      await store.open(anOpened(anId(3), { userName: "ISU_3", system: aSystem("INT_3") }), noon);
      const made = { kind: "new", name: "ISU_BOT_1" } as const;
      await store.open(anOpened(anId(4), { userName: "ISU_4", system: made }), noon);

      const of = { tenant: brand<TenantName>("acme_dpt1"), systemId: "isu_bot_1" };
      const found = await store.listBySystem(of);

      expect(found).toEqual([await store.find(anId(1))]);
    });

    it("keeps a draft as it was typed, and the last of two", async () => {
      const store = await make();
      const raw: RawDraft = {
        kind: "create",
        tenant: "acme_dpt1",
        recipe: "",
        userName: "ISU \u0000 \ud83d\ude00 \ud800",
        existingSystem: { id: "INT", name: "Int" },
        newSystem: "",
        sessionTimeoutMinutes: "0",
        doNotAllowUiSessions: true,
        groupName: "ISSG",
        domains: { Get: "One\nTwo", Put: "", View: "", Modify: "" },
        choices: {
          optional: { Put: ["Workday Accounts"] },
          open: [{ domain: "Job Information", choice: "Get+Put" }],
        },
        reason: "first",
        ticket: "",
      };
      await store.keepDraft(anId(1), { by: ann, raw });

      await store.keepDraft(anId(1), { by: ann, raw: { ...raw, reason: "second" } });

      expect(await store.findDraft(anId(1))).toEqual({
        by: ann,
        raw: { ...raw, reason: "second" },
      });
      expect(await store.findDraft(anId(2))).toBeUndefined();
    });
  });
}

function anAccount(n: number) {
  return { userName: `ISU_${n}`, system: aSystem(`INT_${n}`) };
}

function aSystem(id: string) {
  return { kind: "existing", id, name: id } as const;
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, n) => n);
}
