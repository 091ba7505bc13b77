import { describe, expect, it } from "vitest";
import { brand } from "../../src/brand.ts";
import { dayMs, later, type TenantName, toDelegationId } from "../../src/flows/model/ids.ts";
import type { Delegations } from "../../src/flows/ports/delegations.ts";
import { type Delegation } from "../../src/flows/request/delegation.ts";
import { createAuditTrail } from "../../src/store/audit/audit-trail.ts";
import { createOutbox } from "../../src/store/requests/outbox.ts";
import { anId, ann, bob, noon } from "../store/support/an-opened.ts";
import { auditKey, useStore } from "../store/support/open-store.ts";
import { createFakeDelegations } from "../support/fakes/fake-delegations.ts";

const openStore = useStore();
const tenant = brand<TenantName>("acme_dpt1");

function aDelegation(n: number, changes: Partial<Delegation> = {}): Delegation {
  return {
    id: toDelegationId(anId(n)),
    tenant,
    by: ann,
    to: bob,
    from: later(noon, dayMs),
    until: later(noon, 3 * dayMs),
    reason: "Holidays \u0000 <!channel>",
    ...changes,
  };
}

describe.each<[name: string, make: () => Promise<Delegations>]>([
  ["in memory", async () => createFakeDelegations()],
  ["PostgreSQL", async () => (await openStore()).delegations],
])("the Delegations port: %s", (_name, make) => {
  it("knows what counts at a moment, from the first to before the last", async () => {
    const delegations = await make();
    const one = aDelegation(1);
    await delegations.keep(aDelegation(2, { tenant: brand("acme_prod") }), noon);
    await delegations.keep(one, noon);
    await delegations.keep({ ...one, to: ann }, noon);

    expect(await delegations.listInForce(tenant, noon)).toEqual([]);
    expect(await delegations.listInForce(tenant, one.from)).toEqual([one]);
    expect(await delegations.listInForce(tenant, later(one.until, -1))).toEqual([one]);
    expect(await delegations.listInForce(tenant, one.until)).toEqual([]);
  });

  it("lists somebody's own until they are over, earliest first", async () => {
    const delegations = await make();
    const [first, second] = [aDelegation(1, { from: noon }), aDelegation(2)];
    await delegations.keep(second, noon);
    await delegations.keep(first, noon);
    await delegations.keep(aDelegation(3, { by: bob, to: ann }), noon);

    expect(await delegations.listOf(ann, noon)).toEqual([first, second]);
    expect(await delegations.listOf(ann, second.until)).toEqual([]);
  });

  it("is ended by its maker alone, once", async () => {
    const delegations = await make();
    const one = aDelegation(1);
    const ended = { ...one, endedAt: one.from };
    await delegations.keep(one, noon);

    expect(await delegations.end(one.id, bob, one.from)).toBeUndefined();
    expect(await delegations.end(toDelegationId(anId(9)), ann, one.from)).toBeUndefined();
    expect(await delegations.listInForce(tenant, one.from)).toEqual([one]);
    expect(await delegations.end(one.id, ann, one.from)).toEqual(ended);
    expect(await delegations.end(one.id, ann, later(one.from, 1))).toEqual(ended);
    expect(await delegations.listInForce(tenant, one.from)).toEqual([]);
    expect(await delegations.listOf(ann, noon)).toEqual([]);
  });
});

describe("a delegation in PostgreSQL", () => {
  it("is in the audit trail under its own id, and is told in the channel, each change once", async () => {
    const { delegations, database, heads } = await openStore();
    const one = aDelegation(1);
    const ended = { ...one, endedAt: later(noon, 1) };
    await delegations.keep(one, noon);
    await delegations.keep(one, noon);
    await delegations.end(one.id, ann, later(noon, 1));
    await delegations.end(one.id, ann, later(noon, 2));

    const trail = createAuditTrail({ db: database.db, auditKey });
    const entries = await trail.read(one.id);
    expect(entries.map(({ seq, kind, by, body }) => ({ seq, kind, by, body }))).toEqual([
      { seq: 1, kind: "delegated", by: ann, body: one },
      { seq: 2, kind: "delegation-ended", by: ann, body: ended },
    ]);
    expect(heads).toHaveLength(2);
    expect(await trail.verify(heads.at(-1))).toMatchObject({ kind: "intact" });
    const notices = await createOutbox(database).listNotices();
    expect(notices).toMatchObject([
      { key: `delegated ${one.id}`, matter: { delegation: one } },
      { matter: { delegation: ended } },
    ]);
  });
});
