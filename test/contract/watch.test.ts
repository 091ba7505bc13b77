import { describe, expect, it } from "vitest";
import { brand } from "../../src/brand.ts";
import type { UseNews } from "../../src/flows/model/account-use.ts";
import { instant, later, type TenantName } from "../../src/flows/model/ids.ts";
import type { Outbox, PublisherLedger } from "../../src/flows/ports/outbox.ts";
import type { Watch } from "../../src/flows/ports/watch.ts";
import type { Matter, Notice } from "../../src/flows/request/notice.ts";
import type { Outage } from "../../src/flows/request/outage.ts";
import { createOutbox } from "../../src/store/requests/outbox.ts";
import { createPublisherLedger } from "../../src/store/requests/publisher-ledger.ts";
import { createWatch } from "../../src/store/requests/watch.ts";
import { anId, ann, noon } from "../store/support/an-opened.ts";
import { useStore } from "../store/support/open-store.ts";
import { createFakeOutbox } from "../support/fakes/fake-outbox.ts";
import { createFakeWatch } from "../support/fakes/fake-watch.ts";

const openStore = useStore();
const tenant = brand<TenantName>("acme_dpt1");
const seen = { at: noon, keys: ["one"] };

function aNotice(key: string, madeAt = noon): Notice {
  const matter = {
    kind: "activation",
    at: noon,
    by: "lmcneil",
    comment: "By hand",
    groups: ["ISSG_Viva"],
  } as const;
  return { key, tenant, madeAt, matter };
}

const used = { at: noon, address: "203.0.113.7", channel: "Web Services" };

const useNews: readonly UseNews[] = [
  { what: "unused", days: 90, lastAt: noon },
  { what: "new-origins", origins: [used] },
  { what: "refused", why: "wrong-password", times: 3, last: used },
];

interface Subject {
  readonly watch: Watch;
  readonly listNotices: Outbox["listNotices"];
  readonly settleNotice: PublisherLedger["settleNotice"];
}

async function inMemory(): Promise<Subject> {
  const watch = createFakeWatch();
  const outbox = createFakeOutbox({ notices: () => watch.queued });
  return { ...outbox, watch };
}

async function onPostgres(): Promise<Subject> {
  const { database } = await openStore();
  const { settleNotice } = createPublisherLedger(database);
  return { ...createOutbox(database), settleNotice, watch: createWatch(database) };
}

async function ofRunner(watch: Watch): Promise<readonly Outage[]> {
  return (await watch.listOutages()).filter(({ outside }) => outside === "runner");
}

describe.each<[name: string, make: () => Promise<Subject>]>([
  ["in memory", inMemory],
  ["PostgreSQL", onPostgres],
])("the Watch port: %s", (_name, make) => {
  it("knows how far each tenant was looked at", async () => {
    const { watch } = await make();

    expect(await watch.findSeen(tenant)).toBeUndefined();
    await watch.keepSeen(tenant, seen, []);
    await watch.keepSeen(tenant, { at: later(noon, 1), keys: [] }, []);

    expect(await watch.findSeen(tenant)).toEqual({ at: noon + 1, keys: [] });
    expect(await watch.findSeen(brand("acme_prod"))).toBeUndefined();
  });

  it("lists each notice once, oldest first, and whether somebody began to post it", async () => {
    const { watch, listNotices } = await make();
    const first = aNotice("first", instant(noon - 1));
    const second = aNotice("second");
    await watch.keepSeen(tenant, seen, [second, first]);
    await watch.keepSeen(tenant, seen, [first]);

    expect(await listNotices()).toEqual([
      { ...first, isBegun: false },
      { ...second, isBegun: false },
    ]);
  });

  it("knows one outage of a kind, from the first that says so to the first that got through", async () => {
    const { watch } = await make();
    const outage = { tenant, outside: "Workday", since: noon } as const;
    const back = { tenant, outside: "Workday" } as const;

    await watch.endOutage({ ...back, at: noon });
    await Promise.all([watch.beginOutage(outage), watch.beginOutage(outage)]);
    await watch.beginOutage({ ...outage, since: later(noon, 5) });
    expect(await watch.listOutages()).toEqual([outage]);
    await watch.endOutage({ ...back, at: later(noon, 10) });
    await watch.endOutage({ ...back, at: later(noon, 20) });
    // What somebody noticed before it was over is no other one.
    await watch.beginOutage({ ...outage, since: later(noon, 9) });

    expect(await watch.listOutages()).toEqual([{ ...outage, overAt: later(noon, 10) }]);
    await watch.beginOutage({ ...outage, since: later(noon, 30) });
    expect(await watch.listOutages()).toEqual([{ ...outage, since: later(noon, 30) }]);
  });

  it("drops an outage that nobody saw the end of, and none that is over", async () => {
    const { watch } = await make();
    const outage = { tenant, outside: "runner", since: noon } as const;

    await watch.beginOutage(outage);
    await watch.dropOutage(outage);
    expect(await ofRunner(watch)).toEqual([]);
    await watch.beginOutage(outage);
    await watch.endOutage({ ...outage, at: noon });
    await watch.dropOutage(outage);

    expect(await ofRunner(watch)).toEqual([{ ...outage, overAt: noon }]);
  });

  it("knows how accounts are used by the last look alone, and queues what it came to", async () => {
    const { watch, listNotices } = await make();
    const { at: _at, ...origin } = used;
    const read = { since: noon, until: later(noon, 5) };
    const viva = { userName: "isu_viva", last: used, known: [origin] };
    const unused = { userName: "isu_unused", known: [] };

    expect(await watch.findUses(tenant)).toEqual({ uses: [] });
    await watch.keepUses(tenant, { read: { since: noon, until: noon }, uses: [viva] }, []);
    await watch.keepUses(tenant, { read, uses: [unused, viva] }, [aNotice("used")]);
    await watch.keepUses(tenant, { read, uses: [unused, viva] }, [aNotice("used")]);

    expect(await watch.findUses(tenant)).toEqual({ read, uses: [unused, viva] });
    expect(await listNotices()).toHaveLength(1);
    await watch.keepUses(tenant, { read, uses: [] }, []);
    expect(await watch.findUses(tenant)).toEqual({ read, uses: [] });
    expect(await watch.findUses(brand("acme_prod"))).toEqual({ uses: [] });
  });

  it("lets one replica take a turn until it is due again", async () => {
    const { watch } = await make();
    const turn = { name: "drift", everyMs: 1_000, now: noon };

    const taken = await Promise.all([watch.takeTurn(turn), watch.takeTurn(turn)]);

    expect(taken.filter((isMine) => isMine)).toHaveLength(1);
    expect(await watch.takeTurn({ ...turn, now: later(noon, 999) })).toBe(false);
    expect(await watch.takeTurn({ ...turn, name: "another" })).toBe(true);
    expect(await watch.takeTurn({ ...turn, now: later(noon, 1_000) })).toBe(true);
  });

  it.each<[kind: string, matter: Matter]>([
    [
      "drift",
      {
        kind: "drift",
        request: anId(1),
        userName: "ISU_Viva",
        items: [{ kind: "missing", words: "The account." }],
      },
    ],
    [
      "what nobody was shown",
      {
        kind: "went-live",
        request: anId(1),
        strange: { count: 2, lines: ["Put on Payroll for HR Partners"] },
        gone: 1,
      },
    ],
    [
      "what nobody approved",
      {
        kind: "live-unapproved",
        request: anId(1),
        live: { count: 1, lines: ["Get: Worker Data: Workers"] },
      },
    ],
    [
      "what no request explains",
      {
        kind: "unexplained",
        request: anId(1),
        pending: { count: 1, lines: ["Get on Payroll for HR Partners"] },
      },
    ],
    [
      "rules that a start changed",
      { kind: "rules-changed", rules: { count: 1, lines: ["approvals: needed: 2 → needed: 1"] } },
    ],
    [
      "a password that is due",
      {
        kind: "rotation",
        request: anId(1),
        userName: "ISU_Viva",
        owner: ann,
        dueAt: instant(1),
        isOverdue: true,
      },
    ],
    ...useNews.map((news): [string, Matter] => [
      `how an account is used: ${news.what}`,
      { kind: "account-use", userName: "ISU_Viva", request: anId(1), news },
    ]),
    [
      "the bot's own account",
      { kind: "account-use", userName: "ISU_Bot", news: { what: "unused", days: 0.5 } },
    ],
    ["a refreshed tenant", { kind: "refreshed", missing: 2, of: 3 }],
  ])("keeps what a notice says of %s", async (_kind, matter) => {
    const { watch, listNotices } = await make();
    const notice = { ...aNotice("one"), matter };

    await watch.queue([notice]);
    await watch.queue([]);

    expect(await listNotices()).toEqual([{ ...notice, isBegun: false }]);
  });

  it("gives no notice again that was posted, even when it is queued anew", async () => {
    const { watch, listNotices, settleNotice } = await make();
    await watch.keepSeen(tenant, seen, [aNotice("first")]);

    await settleNotice("first", []);
    await watch.keepSeen(tenant, seen, [aNotice("first")]);

    expect(await listNotices()).toEqual([]);
  });
});
