import { describe, expect, it } from "vitest";
import { hasUnknownMaker, listMakers } from "../../../src/flows/tenant/makers.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ben, eve } from "../../support/data/people.ts";

const workdayAccounts: Tenant["workdayAccounts"] = {
  [ben]: "shared",
  [eve]: "Shared",
  runner: "rpa-runner",
};

function by(changedBy: string): readonly [{ readonly changedBy: string } & typeof foreignChange] {
  return [{ ...foreignChange, changedBy }];
}

describe("who made a change", () => {
  it.each([
    ["whoever has the account, in whatever letters", by("SHARED"), [ben, eve], false],
    ["nobody where it is the runner's", by("RPA-Runner"), [], false],
    ["nobody where it is the bot's", by("isu_bot"), [], false],
    ["anybody where nobody said whose it is", by("bbaker"), [], true],
    ["anybody where the report does not show it", [foreignChange], [], true],
  ] as const)("is %s", (_who, changes, people, isUnknown) => {
    const tenant = aTenant({ workdayAccounts });

    expect(listMakers(changes, tenant)).toEqual(people);
    expect(hasUnknownMaker(changes, tenant)).toBe(isUnknown);
  });

  it("is anybody where no account is named", () => {
    expect(listMakers(by("shared"), aTenant())).toEqual([]);
    expect(hasUnknownMaker(by("shared"), aTenant())).toBe(true);
  });
});
