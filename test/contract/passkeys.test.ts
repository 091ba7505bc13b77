import { describe, expect, it } from "vitest";
import { brand } from "../../src/brand.ts";
import { toPasskeyNotice } from "../../src/flows/lifecycle/passkey-notice.ts";
import { later, type TenantName } from "../../src/flows/model/ids.ts";
import type { Passkeys } from "../../src/flows/ports/passkeys.ts";
import type { Notice } from "../../src/flows/request/notice.ts";
import { mostTries, type Passkey, type Ticket } from "../../src/flows/request/passkey.ts";
import { createAuditTrail } from "../../src/store/audit/audit-trail.ts";
import { createPasskeys } from "../../src/store/passkeys/passkeys.ts";
import { createOutbox } from "../../src/store/requests/outbox.ts";
import { anId, ann, bob, noon } from "../store/support/an-opened.ts";
import { auditKey, useStore } from "../store/support/open-store.ts";
import { aCredential } from "../support/data/a-passkey.ts";
import { createFakePasskeys } from "../support/fakes/fake-passkeys.ts";
import { createFakeWatch } from "../support/fakes/fake-watch.ts";

const openStore = useStore();
const tenant = brand<TenantName>("acme_dpt1");
const expiresAt = later(noon, 3_600_000);

const ofBob: Passkey = {
  credential: aCredential("bob"),
  tenant,
  person: bob,
  publicKey: "key",
  counter: 0,
  transports: ["internal", "hybrid"],
  state: "waiting",
  enrolledAt: noon,
};

function aTicket(key: string): Ticket {
  const errand = { kind: "approve", request: anId(1), digest: "sha256:00" } as const;
  const open = { expiresAt, triesLeft: 2, isUsed: false };
  return { key, person: bob, tenant, errand, nonce: "n", ...open };
}

interface Parts {
  readonly passkeys: Passkeys;
  readonly listNotices: () => Promise<readonly Notice[]>;
}

async function onPostgres(): Promise<Parts> {
  const { database } = await openStore();
  return {
    passkeys: createPasskeys({ db: database.db, auditKey }),
    listNotices: createOutbox(database).listNotices,
  };
}

let tickets = 0;

/** Enrols by the whole way. */
async function enrol({ passkeys }: Parts, passkey: Passkey): Promise<boolean> {
  const { person } = passkey;
  tickets += 1;
  const key = `ticket ${tickets}`;
  await passkeys.issueCode(
    { tenant, person, key: "code", expiresAt },
    { operator: "root@host", now: noon },
  );
  await passkeys.keepTicket({ ...aTicket(key), person, errand: { kind: "enrol" } });
  const notice = toPasskeyNotice(passkey, noon, { what: "waiting" });
  return passkeys.enrol({ passkey, key, code: "code", notice });
}

async function confirm({ passkeys }: Parts, passkey: Passkey): Promise<boolean> {
  const notice = toPasskeyNotice(passkey, noon, { what: "confirmed", by: ann });
  const { credential } = passkey;
  return passkeys.confirm({ credential, by: ann, with: aCredential("ann"), notice });
}

describe.each<[name: string, make: () => Promise<Parts>]>([
  [
    "in memory",
    async () => {
      const watch = createFakeWatch();
      return { passkeys: createFakePasskeys(watch), listNotices: async () => watch.queued };
    },
  ],
  ["PostgreSQL", onPostgres],
])("the Passkeys port: %s", (_name, make) => {
  it("keeps links with their tries, and uses each up once", async () => {
    const parts = await make();
    const { passkeys } = parts;
    await enrol(parts, ofBob);
    await passkeys.keepTicket(aTicket("one"));

    expect(await passkeys.findTicket("one")).toEqual(aTicket("one"));
    expect(await passkeys.findTicket("other")).toBeUndefined();
    const used = { key: "one", passkey: ofBob, counter: 1 };
    const uses = await Promise.all([passkeys.use(used), passkeys.use(used)]);
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await passkeys.find(ofBob.credential)).toMatchObject({ counter: 1 });
    expect(await passkeys.takeTry("one")).toBeUndefined();
    expect(
      await passkeys.use({ key: "other", passkey: { ...ofBob, counter: 1 }, counter: 2 }),
    ).toBe(false);
    expect(await passkeys.find(ofBob.credential)).toMatchObject({ counter: 1 });
  });

  it("takes as many tries as there are, however many come at once", async () => {
    const { passkeys } = await make();
    await passkeys.keepTicket(aTicket("one"));

    const taken = await Promise.all([1, 2, 3].map(async () => passkeys.takeTry("one")));

    expect(new Set(taken)).toEqual(new Set([0, 1, undefined]));
  });

  it("takes a code within its hour and its tries; a new one takes its place", async () => {
    const { passkeys } = await make();
    const who = { tenant, person: bob };
    const issue = { operator: "root@host", now: noon };
    await passkeys.issueCode({ ...who, key: "old", expiresAt }, issue);
    await passkeys.issueCode({ ...who, key: "new", expiresAt }, issue);

    expect(await passkeys.tryCode({ ...who, key: "new" }, noon)).toBe(true);
    expect(await passkeys.tryCode({ ...who, key: "new" }, expiresAt)).toBe(false);
    expect(await passkeys.tryCode({ ...who, person: ann, key: "new" }, noon)).toBe(false);
    for (let tries = 0; tries < mostTries; tries += 1) {
      expect(await passkeys.tryCode({ ...who, key: "old" }, noon)).toBe(false);
    }
    expect(await passkeys.tryCode({ ...who, key: "new" }, noon)).toBe(false);
  });

  it("keeps a passkey once, waiting, and queues what the channel hears", async () => {
    const parts = await make();

    expect(await enrol(parts, ofBob)).toBe(true);
    expect(await enrol(parts, ofBob)).toBe(false);

    expect(await parts.passkeys.list(tenant)).toEqual([ofBob]);
    expect(await parts.passkeys.find(aCredential("nobody"))).toBeUndefined();
    const matters = (await parts.listNotices()).map(({ matter }) => matter);
    expect(matters).toMatchObject([{ what: "waiting", person: bob }]);
  });

  it("confirms one that waits, in place of the one before, and takes one away once", async () => {
    const parts = await make();
    const next = { ...ofBob, credential: aCredential("bob-again"), enrolledAt: later(noon, 1) };
    const notice = toPasskeyNotice(next, noon, { what: "removed" });
    await enrol(parts, ofBob);
    expect(await confirm(parts, ofBob)).toBe(true);
    expect(await confirm(parts, ofBob)).toBe(false);
    await enrol(parts, next);
    expect((await parts.passkeys.list(tenant)).map(({ state }) => state)).toEqual([
      "active",
      "waiting",
    ]);

    expect(await confirm(parts, next)).toBe(true);
    expect(await parts.passkeys.list(tenant)).toEqual([{ ...next, state: "active" }]);
    const { credential } = next;
    const revocation = { credential, operator: "root@host", notice };
    expect(await parts.passkeys.revoke(revocation)).toBe(true);
    expect(await parts.passkeys.revoke(revocation)).toBe(false);
    expect(await parts.passkeys.list(tenant)).toEqual([]);
  });

  it("refuses one that waits, once, and confirms it no more", async () => {
    const parts = await make();
    await enrol(parts, ofBob);
    const notice = toPasskeyNotice(ofBob, noon, { what: "refused", by: ann });
    const refusal = { credential: ofBob.credential, by: ann, notice };

    const both = await Promise.all([parts.passkeys.refuse(refusal), confirm(parts, ofBob)]);

    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await parts.passkeys.refuse(refusal)).toBe(false);
    expect(await confirm(parts, ofBob)).toBe(false);
    const [isRefused] = both;
    expect(await parts.passkeys.find(ofBob.credential)).toMatchObject({
      state: isRefused ? "revoked" : "active",
    });
  });

  it("forgets one that waits when its person registers another", async () => {
    const parts = await make();
    const next = { ...ofBob, credential: aCredential("bob-again") };
    await enrol(parts, ofBob);
    await enrol(parts, next);

    expect(await parts.passkeys.list(tenant)).toEqual([next]);
  });
});

describe("the audit trail of passkeys", () => {
  it("has who refused one, in the chain", async () => {
    const parts = await onPostgres();
    const { database } = await openStore();
    const trail = createAuditTrail({ db: database.db, auditKey });
    const notice = toPasskeyNotice(ofBob, noon, { what: "refused", by: ann });
    const { credential } = ofBob;
    await enrol(parts, ofBob);

    await parts.passkeys.refuse({ credential, by: ann, notice });

    const entries = await trail.readGeneral();
    expect(entries.at(-1)).toMatchObject({
      kind: "passkey-revoked",
      by: ann,
      body: { credential, why: "refused" },
    });
    expect((await trail.verify()).kind).toBe("intact");
  });

  it("has who issued, registered, confirmed and took away, in the chain and of no request", async () => {
    const parts = await onPostgres();
    const { database } = await openStore();
    const trail = createAuditTrail({ db: database.db, auditKey });
    const notice = toPasskeyNotice(ofBob, noon, { what: "removed" });
    const { credential } = ofBob;
    await enrol(parts, ofBob);
    await confirm(parts, ofBob);
    await parts.passkeys.revoke({ credential, operator: "root@host", notice });

    const entries = await trail.readGeneral();

    expect(entries.map(({ kind, by }) => [kind, by])).toEqual([
      ["passkey-code-issued", "operator"],
      ["passkey-enrolled", bob],
      ["passkey-confirmed", ann],
      ["passkey-revoked", "operator"],
    ]);
    expect(entries[2]?.body).toMatchObject({ credential, with: aCredential("ann") });
    expect(entries.every((entry) => !("request" in entry))).toBe(true);
    expect(await trail.verify()).toMatchObject({ kind: "intact", head: { seq: 4 } });
  });
});
