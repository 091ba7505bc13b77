import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import { Secret } from "../../../src/secret.ts";
import {
  type AuditEntry,
  type AuditHead,
  emptyTrail,
  type SealedEntry,
  sealEntry,
  verifyAudit,
} from "../../../src/store/audit/audit-chain.ts";
import { anId, ann, noon } from "../support/an-opened.ts";

const key = new Secret("the key");
const trail = sealAll(["opened", "approved", "step-begun", "done"], key);
const last = headOf(trail, 4);

type Tamper = (entries: readonly SealedEntry[]) => readonly SealedEntry[];

describe("verifyAudit", () => {
  it("finds a trail intact, in one part or in two", () => {
    const whole = verifyAudit(trail, key, { published: [last, headOf(trail, 2)] });
    const half = verifyAudit(trail.slice(2), key, { from: headOf(trail, 2), published: [last] });

    expect(whole).toEqual({ kind: "intact", head: last });
    expect(half).toEqual({ kind: "intact", head: last });
    expect(verifyAudit([], key)).toEqual({ kind: "intact", head: emptyTrail });
  });

  it.each<[what: string, tamper: Tamper, seq: number, why: string]>([
    ["a changed body", at(2, { body: { by: "nobody" } }), 2, "changed"],
    ["a changed person", at(2, { by: "bot" }), 2, "changed"],
    ["a changed instant", at(3, { at: noon }), 3, "changed"],
    ["a changed request", at(1, { request: anId(9) }), 1, "changed"],
    ["a changed kind", at(4, { kind: "ended" }), 4, "changed"],
    ["a changed seal", at(2, { mac: "00" }), 2, "changed"],
    ["a changed link", at(2, { previous: "00" }), 2, "unlinked"],
    ["an entry taken out", (all) => all.toSpliced(1, 1), 2, "missing"],
    ["an entry taken out and the rest renumbered", renumberedWithout(2), 2, "unlinked"],
    ["the first entry taken out", (all) => all.slice(1), 1, "missing"],
    ["two entries that changed places", swapped(2, 3), 2, "unlinked"],
    ["two bodies that changed places", swappedBodies(2, 3), 2, "changed"],
    ["a tail that was cut", (all) => all.slice(0, 3), 4, "cut"],
    ["a trail that was emptied", () => [], 1, "cut"],
    [
      "another key throughout",
      () => sealAll(["a", "b", "c", "d"], new Secret("other")),
      1,
      "changed",
    ],
    ["a trail rewritten with the key", () => sealAll(["a", "b", "c", "d"], key), 4, "rewritten"],
  ])("shows %s", (_what, tamper, seq, why) => {
    const verdict = verifyAudit(tamper(trail), key, { published: [last] });

    expect(verdict).toEqual({ kind: "broken", seq, why });
  });

  it("does not mind the order in which a database gives the keys of a body back", () => {
    const [first] = sealAll(["opened"], key, { b: [{ d: 1, c: null }], a: "x" });
    if (first === undefined) throw new Error("Nothing was sealed");

    const verdict = verifyAudit([{ ...first, body: [0, { a: "x", b: [{ c: null, d: 1 }] }] }], key);

    expect(verdict.kind).toBe("intact");
  });
});

describe("sealEntry", () => {
  it("never takes a secret's value in", () => {
    const [one] = sealAll(["opened"], key, { password: new Secret("canary-1") });
    const [other] = sealAll(["opened"], key, { password: new Secret("canary-2") });

    expect(JSON.stringify(one)).not.toContain("canary");
    expect(one?.mac).toBe(other?.mac);
  });
});

function sealAll(
  kinds: readonly string[],
  sealer: Secret,
  body: unknown = { k: 1 },
): SealedEntry[] {
  const sealed: SealedEntry[] = [];
  for (const [n, kind] of kinds.entries()) {
    const entry: AuditEntry = {
      at: instant(noon + n),
      request: anId(n),
      by: ann,
      kind,
      body: [n, body],
    };
    sealed.push(sealEntry(entry, sealed.at(-1) ?? emptyTrail, sealer));
  }
  return sealed;
}

function headOf(entries: readonly SealedEntry[], seq: number): AuditHead {
  const entry = entries[seq - 1];
  if (entry === undefined) throw new Error(`There is no entry ${seq}`);
  return { seq, mac: entry.mac };
}

function at(seq: number, change: Partial<SealedEntry>): Tamper {
  return (all) => all.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry));
}

function renumberedWithout(seq: number): Tamper {
  return (all) => all.toSpliced(seq - 1, 1).map((entry, n) => ({ ...entry, seq: n + 1 }));
}

function swapped(one: number, other: number): Tamper {
  return (all) =>
    all.map((entry) => ({ ...(all[partner(entry.seq, one, other) - 1] ?? entry), seq: entry.seq }));
}

function swappedBodies(one: number, other: number): Tamper {
  return (all) =>
    all.map((entry) => ({ ...entry, body: all[partner(entry.seq, one, other) - 1]?.body }));
}

function partner(seq: number, one: number, other: number): number {
  if (seq === one) return other;
  return seq === other ? one : seq;
}
