import { describe, expect, it } from "vitest";
import type { Fault } from "../../../src/flows/model/fault.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import type { IntegrationSystem } from "../../../src/flows/ports/workday.ts";
import { err, ok, type Result } from "../../../src/result.ts";
import { createSystemCache, type SystemCache } from "../../../src/workday/wire/system-cache.ts";

type Listed = Result<readonly IntegrationSystem[], Fault>;

const okta = aSystem("INT_1", "Okta");
const entra = aSystem("INT_2", "Entra for Okta");
const snow = aSystem("INT_okta_3", "ServiceNow");
const systems = [snow, entra, okta];
const away: Result<never, Fault> = err({ kind: "unreachable", outside: "Workday", words: "Away." });

function aSystem(id: string, name: string): IntegrationSystem {
  return { wid: id, id, name };
}

interface Setting {
  readonly cache: SystemCache;
  readonly loads: () => number;
  /** Ends the load that is under way. */
  readonly answer: (listed: Listed) => void;
  readonly wait: (ms: number) => void;
}

function aCache(waitMs = 5_000): Setting {
  let loads = 0;
  let now = 0;
  const waiting: ((listed: Listed) => void)[] = [];
  const cache = createSystemCache({
    list: () => {
      loads += 1;
      return new Promise((resolve) => waiting.push(resolve));
    },
    now: () => instant(now),
    maxAgeMs: 1_000,
    waitMs,
  });
  return {
    cache,
    loads: () => loads,
    answer: (listed) => waiting.splice(0).forEach((resolve) => resolve(listed)),
    wait: (ms) => {
      now += ms;
    },
  };
}

describe("the cache of integration systems", () => {
  it("puts names that begin with the text first, then names and ids that hold it", async () => {
    const { cache, answer } = aCache();

    const search = cache.search(" OKTA ");
    answer(ok([...systems, aSystem("INT_4", "Badge")]));

    expect(await search).toEqual({ systems: [okta, entra, snow], isLoading: false });
  });

  it("finds a system of the list by its whole WID", async () => {
    const { cache, answer } = aCache();
    const wid = "0123456789abcdef0123456789abcdef";
    const named = { ...aSystem("INT_9", "Payroll"), wid };

    const search = cache.search(wid.toUpperCase());
    answer(ok([...systems, named]));

    expect(await search).toEqual({ systems: [named], isLoading: false });
  });

  it.each<[typed: string, asked: readonly (readonly [id: string, type: string])[]]>([
    ["INT_New", [["INT_New", "Integration_System_ID"]]],
    ["ABCDEF6789ABCDEF0123456789ABCDEF", [["abcdef6789abcdef0123456789abcdef", "WID"]]],
    ["New one", []],
    ["New", []],
  ])("asks the tenant for a reference that the list does not hold: %s", async (typed, asked) => {
    const found = aSystem("INT_New", "Brand new");
    const calls: unknown[] = [];
    const cache = createSystemCache({
      list: async () => ok(systems),
      find: async (id, type) => {
        calls.push([id, type]);
        return ok(found);
      },
      now: () => instant(0),
      maxAgeMs: 1_000,
    });

    expect((await cache.search(typed)).systems).toEqual(asked.length === 0 ? [] : [found]);
    expect(calls).toEqual(asked);
  });

  it("offers nothing for a reference that the tenant does not know, or does not answer for", async () => {
    const cache = createSystemCache({
      list: async () => ok(systems),
      find: async () => away,
      now: () => instant(0),
      maxAgeMs: 1_000,
    });

    expect(await cache.search("INT_New")).toEqual({ systems: [], isLoading: false });
  });

  it("gives 100 at the most", async () => {
    const { cache, answer } = aCache();
    const many = Array.from({ length: 150 }, (_, index) => aSystem(`INT_${index}`, "Many"));

    const search = cache.search("");
    answer(ok(many));

    expect((await search).systems).toHaveLength(100);
  });

  it("joins searches that begin while the list is on its way", async () => {
    const { cache, answer, loads } = aCache();

    const searches = [cache.search("okta"), cache.search("entra")];
    answer(ok(systems));

    expect((await Promise.all(searches)).map((found) => found.systems.length)).toEqual([3, 1]);
    expect(loads()).toBe(1);
  });

  it("answers that it is loading rather than wait for long, and has the list later", async () => {
    const { cache, answer, loads } = aCache(1);

    const early = await cache.search("okta");
    answer(ok([okta]));
    const late = await cache.search("okta");

    expect(early).toEqual({ systems: [], isLoading: true });
    expect(late).toEqual({ systems: [okta], isLoading: false });
    expect(loads()).toBe(1);
  });

  it("answers from an old list at once while it reads a new one", async () => {
    const { cache, answer, loads, wait } = aCache();
    const first = cache.search("okta");
    answer(ok([okta]));
    await first;

    wait(1_000);
    await cache.search("okta");
    const loadsWhileFresh = loads();
    wait(1);
    const whileStale = await cache.search("okta");

    expect(whileStale).toEqual({ systems: [okta], isLoading: false });
    expect([loadsWhileFresh, loads()]).toEqual([1, 2]);
  });

  it("tries again after a list that could not be read", async () => {
    const { cache, answer, loads } = aCache();

    const failed = cache.search("okta");
    answer(away);
    const answered = await failed;
    const second = cache.search("okta");
    answer(ok([okta]));

    expect(answered).toEqual({ systems: [], isLoading: true });
    expect(await second).toEqual({ systems: [okta], isLoading: false });
    expect(loads()).toBe(2);
  });

  it("keeps an old list when a new one cannot be read", async () => {
    const { cache, answer, wait } = aCache();
    const first = cache.search("okta");
    answer(ok([okta]));
    await first;

    wait(2_000);
    await cache.search("okta");
    answer(away);

    expect(await cache.search("okta")).toEqual({ systems: [okta], isLoading: false });
  });
});
