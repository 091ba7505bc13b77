import { describe, expect, it } from "vitest";
import { listMadeAsPlanned } from "../../../src/flows/planning/plan-makers.ts";
import { anOpening, aPendingChange, foreignChange } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";

const runner = { runner: "rpa-runner" } as const;

describe("what a request asked for, made as planned", () => {
  it.each([
    ["by the runner", aTenant({ workdayAccounts: runner }), "RPA-runner", true],
    ["by another account than the runner's", aTenant({ workdayAccounts: runner }), "bb", false],
    ["where nobody named the runner's account", aTenant(), "bb", true],
    ["where a person makes it", aTenant({ hands: allBy("person") }), "bb", true],
    ["by the bot itself", aTenant({ hands: allBy("implementation") }), "isu_bot", true],
    ["by another than the bot", aTenant({ hands: allBy("implementation") }), "bb", false],
    ["by an account that is not shown", aTenant({ workdayAccounts: runner }), undefined, true],
  ] as const)("%s", (_what, tenant, changedBy, isOwn) => {
    const request = anOpening(undefined, tenant);
    const own = { ...aPendingChange(), ...(changedBy !== undefined && { changedBy }) };

    expect(listMadeAsPlanned([own, foreignChange], request, tenant)).toEqual(isOwn ? [own] : []);
  });
});
