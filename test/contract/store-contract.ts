import { describe, expect, it } from "vitest";
import { brand } from "../../src/brand.ts";
import { instant } from "../../src/flows/model/ids.ts";
import type { Store } from "../../src/flows/ports/store.ts";
import type { Event } from "../../src/flows/request/event.ts";
import { err, ok } from "../../src/result.ts";
import { anId, ann, anOpened, bob, noon } from "../store/support/an-opened.ts";
import { everyEvent } from "../store/support/every-event.ts";

const approved: Event = { kind: "approved", by: bob, digest: "sha256:00" };
const ended: Event = { kind: "ended" };

/** What every `Store` keeps to when it opens and decides. `make` gives an empty one. */
export function describeStore(name: string, make: () => Promise<Store>): void {
  describe(`${name}: open`, () => {
    it("keeps the request and its story", async () => {
      const store = await make();

      const opened = await store.open(anOpened(anId(1)), noon);

      const request = await store.find(anId(1));
      expect(opened).toEqual(ok(request));
      expect(request).toMatchObject({ id: anId(1), version: 1, openedAt: noon, askedBy: ann });
      expect(await store.readStory(anId(1))).toEqual([
        { seq: 1, at: noon, event: anOpened(anId(1)) },
      ]);
    });

    it("keeps a request about no account, which reserves no name", async () => {
      const store = await make();
      const { draft, ...opened } = anOpened(anId(1));
      const { tenant, reason } = draft;
      const activation = { ...opened, draft: { kind: "activate", tenant, reason } } as const;

      await store.open(activation, noon);
      const other = await store.open({ ...activation, id: anId(2) }, noon);

      expect(other).toMatchObject({ ok: true, value: { id: anId(2), draft: activation.draft } });
      expect((await store.listUnfinished()).map(({ id }) => id).toSorted()).toEqual([
        anId(1),
        anId(2),
      ]);
    });

    it("answers with the request as it is when it is open already", async () => {
      const store = await make();
      await store.open(anOpened(anId(1)), noon);
      await store.decide({ id: anId(1), key: "a", now: noon }, () => ok([approved]));

      const again = await store.open(anOpened(anId(1)), instant(noon + 1));

      expect(again).toMatchObject({ ok: true, value: { version: 2, openedAt: noon } });
      expect(await store.readStory(anId(1))).toHaveLength(2);
    });

    it.each([
      ["the account, whatever its case", { userName: "isu_VIVA", system: aSystem("INT_X") }],
      [
        "the integration system, whatever its case",
        { userName: "ISU_X", system: aSystem("int_viva") },
      ],
      [
        "the security group, whatever its case and spacing",
        { userName: "ISU_X", system: aSystem("INT_X"), groupName: `issg  ${anId(1)}` },
      ],
    ])("reserves %s", async (_what, draft) => {
      const store = await make();
      await store.open(anOpened(anId(1)), noon);

      const second = await store.open(anOpened(anId(2), draft), noon);

      expect(second).toEqual(err({ kind: "reserved", by: anId(1) }));
      expect(await store.find(anId(2))).toBeUndefined();
      expect(await store.listOpen()).toHaveLength(1);
    });

    it("reserves the name of a system that is yet to be made", async () => {
      const store = await make();
      const system = { kind: "new", name: "Viva Feed" } as const;
      await store.open(anOpened(anId(1), { system }), noon);

      const same = await store.open(
        anOpened(anId(2), { userName: "ISU_X", system: { kind: "new", name: "VIVA feed" } }),
        noon,
      );
      const existing = await store.open(
        anOpened(anId(3), { userName: "ISU_Y", system: aSystem("Viva Feed") }),
        noon,
      );

      expect(same).toEqual(err({ kind: "reserved", by: anId(1) }));
      expect(existing.ok).toBe(true);
    });

    it("lets the same names be asked for in another tenant", async () => {
      const store = await make();
      await store.open(anOpened(anId(1)), noon);

      const other = await store.open(anOpened(anId(2), { tenant: brand("acme_prod") }), noon);

      expect(other.ok).toBe(true);
    });

    it("opens one of ten that ask for the same account at once, and names it to the others", async () => {
      const store = await make();

      const answers = await Promise.all(range(10).map((n) => store.open(anOpened(anId(n)), noon)));

      const won = answers.flatMap((answer) => (answer.ok ? [answer.value.id] : []));
      expect(won).toHaveLength(1);
      expect(answers.filter(({ ok: isOk }) => !isOk)).toEqual(
        Array(9).fill(err({ kind: "reserved", by: won[0] })),
      );
      expect(await store.listOpen()).toHaveLength(1);
    });

    it("opens once when the same request comes ten times at once", async () => {
      const store = await make();

      const answers = await Promise.all(range(10).map(() => store.open(anOpened(anId(1)), noon)));

      expect(answers).toEqual(Array(10).fill(ok(await store.find(anId(1)))));
      expect(await store.readStory(anId(1))).toHaveLength(1);
    });

    it.each([["done"], ["ended"]] as const)(
      "lets the names go when the request is %s",
      async (kind) => {
        const store = await make();
        await store.open(anOpened(anId(1)), noon);
        await store.decide({ id: anId(1), key: "over", now: noon }, () =>
          ok([{ kind: "left-behind", item: { what: "account", words: "It stays." } }, { kind }]),
        );

        const next = await store.open(anOpened(anId(2)), noon);

        expect(next.ok).toBe(true);
      },
    );
  });

  describe(`${name}: decide`, () => {
    it("records what is decided, in order, and evolves the request", async () => {
      const store = await make();
      await store.open(anOpened(anId(1)), noon);
      const at = instant(noon + 5);

      const decided = await store.decide({ id: anId(1), key: "a", now: at }, (request, now) => {
        expect([request.version, now]).toEqual([1, at]);
        return ok([{ kind: "step-begun", step: "create-user" }, approved]);
      });

      const request = await store.find(anId(1));
      expect(decided).toEqual(ok({ request, isRepeat: false }));
      expect(request?.approval).toEqual({
        given: [{ by: bob, at }],
        digest: "sha256:00",
        pending: { kind: "cannot-see" },
      });
      expect((await store.readStory(anId(1))).slice(1)).toEqual([
        { seq: 2, at, event: { kind: "step-begun", step: "create-user" } },
        { seq: 3, at, event: approved },
      ]);
    });

    it("does not ask again for a key that was recorded", async () => {
      const store = await make();
      await store.open(anOpened(anId(1)), noon);
      const change = { id: anId(1), key: "a", now: noon };
      await store.decide(change, () => ok([approved, { kind: "retried", by: ann }]));

      const again = await store.decide(change, () => {
        throw new Error("It asks again");
      });

      expect(again).toMatchObject({ ok: true, value: { isRepeat: true, request: { version: 3 } } });
    });

    it("records nothing when the decision is a refusal, is empty or breaks", async () => {
      const store = await make();
      await store.open(anOpened(anId(1)), noon);
      const change = { id: anId(1), key: "a", now: noon };

      const refused = await store.decide(change, () => err("own-request"));
      const empty = await store.decide(change, () => ok([]));
      const broken = store.decide(change, () => {
        throw new Error("A bug");
      });

      await expect(broken).rejects.toThrow("A bug");
      expect(refused).toEqual(err("own-request"));
      expect(empty).toMatchObject({ ok: true, value: { isRepeat: false } });
      expect(await store.readStory(anId(1))).toHaveLength(1);
    });

    it("knows no request that was not opened", async () => {
      const store = await make();

      const decided = await store.decide({ id: anId(9), key: "a", now: noon }, () => ok([ended]));

      expect(decided).toEqual(err("no-such-request"));
    });

    it("lets exactly one of ten approvals at once count", async () => {
      const store = await make();
      await store.open(anOpened(anId(1)), noon);

      const answers = await Promise.all(
        range(10).map((n) =>
          store.decide({ id: anId(1), key: `click ${n}`, now: noon }, (request) =>
            request.approval === undefined ? ok([approved]) : err("already-settled"),
          ),
        ),
      );

      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect(await store.readStory(anId(1))).toHaveLength(2);
    });

    it("counts one click once, however often and wherever it arrives", async () => {
      const store = await make();
      await store.open(anOpened(anId(1)), noon);

      const answers = await Promise.all(
        range(10).map(() =>
          store.decide({ id: anId(1), key: "click", now: noon }, () =>
            ok([approved, { kind: "retried", by: ann }]),
          ),
        ),
      );

      expect(answers.filter((answer) => answer.ok && !answer.value.isRepeat)).toHaveLength(1);
      expect(await store.readStory(anId(1))).toHaveLength(3);
    });

    it.each(everyEvent.map((event) => [event.kind, event] as const))(
      "gives %s back as it was",
      async (_kind, event) => {
        const store = await make();
        await store.open(anOpened(anId(1)), noon);
        await store.decide({ id: anId(1), key: "a", now: noon }, () => ok([event]));

        const story = await store.readStory(anId(1));

        expect(story[1]?.event).toStrictEqual(event);
      },
    );
  });

  describe(`${name}: alone`, () => {
    it("runs one of a name at a time, and the next when it is over, however it ended", async () => {
      const store = await make();
      const [begun, over] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
      const first = store.alone("one", () => {
        begun.resolve();
        return over.promise;
      });
      await begun.promise;

      const second = await store.alone("one", async () => "second");
      const other = await store.alone("other", async () => "other");
      over.resolve("first");
      const answers = [await first, second, other];
      const broken = store.alone("one", () => Promise.reject(new Error("Broken")));
      await expect(broken).rejects.toThrow("Broken");

      expect(answers).toEqual(["first", undefined, "other"]);
      expect(await store.alone("one", async () => "third")).toBe("third");
    });
  });
}

function aSystem(id: string) {
  return { kind: "existing", id, name: id } as const;
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, n) => n);
}
