import { describe, expect, it } from "vitest";
import type { RulesInWords, TenantRules } from "../../src/flows/ports/tenant-rules.ts";
import { tellRules } from "../../src/flows/watch/tell-rules.ts";
import { createAuditTrail } from "../../src/store/audit/audit-trail.ts";
import { createOutbox } from "../../src/store/requests/outbox.ts";
import { createTenantRules } from "../../src/store/requests/tenant-rules.ts";
import { noon } from "../store/support/an-opened.ts";
import { later } from "../store/support/event-parts.ts";
import { auditKey, useStore } from "../store/support/open-store.ts";
import { allBy, aTenant } from "../support/data/a-tenant.ts";
import { ben, cy } from "../support/data/people.ts";
import { createFakeClock } from "../support/fakes/fake-clock.ts";
import { createFakeRandom } from "../support/fakes/fake-random.ts";

const openStore = useStore();
const none = { people: [], groups: [] };
const tenant = aTenant();

/** A start with these rules. */
function begin(
  rules: TenantRules,
  changes: Parameters<typeof aTenant>[0] = {},
  clock = createFakeClock(),
): Promise<void> {
  const random = createFakeRandom();
  return tellRules({ tenants: [aTenant(changes)], clock, random, rules });
}

/** What is told of each start but the first. */
async function tellAll(...starts: readonly Parameters<typeof aTenant>[0][]): Promise<string[]> {
  const kept: RulesInWords[] = [];
  const told: string[] = [];
  const rules: TenantRules = {
    keep: async (start) => {
      const before = kept.at(-1);
      kept.push(start.rules);
      if (before !== undefined) told.push(JSON.stringify(start.toNotice(before).matter));
    },
  };
  for (const start of starts) await begin(rules, start);
  return told;
}

describe("the rules of a start", () => {
  it("are sealed at first, told where they are others, and said once", async () => {
    const { database } = await openStore();
    const { db } = database;
    const trail = createAuditTrail({ db, auditKey });
    const rules = createTenantRules({ db, auditKey });
    const outbox = createOutbox(database);
    const clock = createFakeClock();

    await begin(rules, {}, clock);
    await begin(rules, {}, clock);
    expect(await outbox.listNotices(() => undefined)).toEqual([]);
    const approvals = { needed: 2, neededWhenUnseen: 2 };
    clock.goOn(60_000);
    await begin(rules, { approvals, approvers: { people: [ben], groups: [] } }, clock);
    await begin(rules, { approvals, approvers: { people: [ben], groups: [] } }, clock);

    const [notice, ...more] = await outbox.listNotices(() => undefined);
    expect(more).toEqual([]);
    expect(notice?.matter).toMatchObject({ kind: "rules-changed", rules: { count: 2 } });
    expect(JSON.stringify(notice?.matter)).toContain("needed: 1, neededWhenUnseen: 1 → needed: 2");
    const sealed = (await trail.readGeneral()).filter(({ kind }) => kind === "tenant-rules");
    expect(sealed).toMatchObject([
      { by: "bot", body: { tenant: tenant.name } },
      { by: "bot", body: { tenant: tenant.name } },
    ]);
    expect(await trail.verify()).toMatchObject({ kind: "intact" });

    clock.goOn(60_000);
    await begin(rules, {}, clock);
    expect(await outbox.listNotices(() => undefined)).toHaveLength(2);
  });

  it.each<Parameters<typeof aTenant>[0]>([
    { production: true },
    { observe: true },
    { requesters: none },
    { doers: none },
    { approvers: none },
    { readers: none },
    { auditors: none },
    { approvals: { needed: 1, neededWhenUnseen: 1, at: "plan" } },
    { approvals: { needed: 1, neededWhenUnseen: 1, secondFactor: "passkey" } },
    { escalation: { afterMs: 1, approvers: none } },
    { remindAfterMs: [1] },
    { approvalExpiresAfterMs: 1 },
    { delegation: { to: none, maxDays: 1 } },
    { perRecipe: [{ recipe: "viva-learning", rules: {} }] },
    { workdayAccounts: { runner: "rpa-runner" } },
    { requestersMayActivate: true },
    { releases: "together" },
    { needsTicket: true },
    { maxOpenRequestsPerPerson: 1 },
    { changeWindows: [{ days: ["sat"], from: "22:00", until: "23:00", timeZone: "UTC" }] },
    { freezes: [{ from: noon, until: later, why: "Year end" }] },
    { hands: allBy("person") },
    { protectedAccounts: [] },
    { protectedGroups: [] },
    { refusedDomains: [] },
    { sensitiveDomains: ["Payroll"] },
  ])("are told whichever it is: %j", async (change) => {
    const [key = ""] = Object.keys(change ?? {});
    const told = await tellAll({}, change);

    expect(told.join()).toContain(`"lines":["${key}: `);
  });

  it("are told once by two replicas that start at once", async () => {
    const { database } = await openStore();
    const { db } = database;
    const heads: unknown[] = [];
    const rules = createTenantRules({
      db,
      auditKey,
      onAudit: (head) => heads.push(head),
    });
    await begin(rules);
    const changed = { requestersMayActivate: true } as const;
    await Promise.all([begin(rules, changed), begin(rules, changed)]);

    const notices = await createOutbox(database).listNotices(() => undefined);
    expect(notices.map(({ matter }) => matter)).toEqual([
      {
        kind: "rules-changed",
        rules: { count: 1, lines: ["requestersMayActivate: not said → true"] },
      },
    ]);
    expect(heads).toHaveLength(2);
  });

  it("are cut where a list is long, and named where one is gone", async () => {
    const doers = { people: Array.from({ length: 60 }, () => cy), groups: [] };
    const told = await tellAll({ doers }, { needsTicket: true }, {});

    expect(told[0]).toContain("…");
    expect(told[0]?.length).toBeLessThan(1000);
    expect(told[1]).toContain("needsTicket: true → not said");
  });

  it("are told by what is different, wherever that stands in a long list", async () => {
    const many = Array.from({ length: 99 }, (_, at) => `Domain ${at}`);
    const told = await tellAll(
      { refusedDomains: many },
      { refusedDomains: many.toSpliced(50, 1, "Payroll") },
      { refusedDomains: [...many.toSpliced(50, 1, "Payroll"), "Benefits"] },
      { refusedDomains: many },
      { refusedDomains: many.toSpliced(50, 0, "Payroll") },
    );

    expect(told[0]).toContain("refusedDomains: …, Domain 50, … → …, Payroll, …");
    expect(told[1]).toContain("refusedDomains: …, Domain 98] → …, Domain 98, Benefits]");
    expect(told[3]).toContain("refusedDomains: …, … → …, Payroll, …");
  });
});
