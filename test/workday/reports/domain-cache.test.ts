import { expect, it } from "vitest";
import type { GroupPermissions } from "../../../src/flows/model/tenant-reports.ts";
import { err, ok } from "../../../src/result.ts";
import { createDomainCache } from "../../../src/workday/reports/domain-cache.ts";

const at = { securityGroup: "HR", access: "Get", status: "active" } as const;

function seen(...domains: readonly string[]): GroupPermissions {
  return { kind: "seen", permissions: domains.map((domain) => ({ ...at, domain })) };
}

function begin(...reads: (() => Promise<GroupPermissions | undefined>)[]) {
  let now = 0;
  let count = 0;
  const list = createDomainCache({
    read: async () => {
      const held = await reads[count++]?.();
      return held === undefined
        ? err({ kind: "unreachable", outside: "Workday reports", words: "Away." })
        : ok(held);
    },
    now: () => now,
    maxAgeMs: 1000,
  });
  return {
    /** What is there once a read that is under way has ended. */
    look: async () => {
      list();
      await Promise.resolve();
      await new Promise(setImmediate);
      return list();
    },
    list,
    later: (ms: number) => {
      now += ms;
    },
    countReads: () => count,
  };
}

it("answers at once, and with each name once when they are read", async () => {
  const domains = begin(async () => seen("Payroll", "Absence", "Payroll"));

  expect(domains.list()).toEqual([]);
  expect(await domains.look()).toEqual(["Absence", "Payroll"]);
  expect(domains.countReads()).toBe(1);
});

it("keeps what it knows where another read fails, breaks or sees nothing, until the next", async () => {
  const domains = begin(
    async () => seen("Payroll"),
    async () => undefined,
    () => Promise.reject(new Error("A bug")),
    async () => ({ kind: "cannot-see" }),
    async () => seen("Absence"),
  );
  await domains.look();
  const kept: (readonly string[])[] = [];
  while (kept.length < 3) {
    domains.later(1000);
    kept.push(await domains.look());
  }
  expect(kept).toEqual([["Payroll"], ["Payroll"], ["Payroll"]]);
  domains.later(1000);

  expect(await domains.look()).toEqual(["Absence"]);
  expect(domains.countReads()).toBe(5);
});
