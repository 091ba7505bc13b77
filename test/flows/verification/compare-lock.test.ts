import { describe, expect, it } from "vitest";
import type { ListedAccount } from "../../../src/flows/model/listed-account.ts";
import {
  compareLock,
  type ObservedAccounts,
} from "../../../src/flows/verification/compare-lock.ts";
import { judge } from "../../../src/flows/verification/expectation.ts";
import { lookAtRequest } from "../../../src/flows/verification/look-at-request.ts";
import { anActing } from "../../support/fakes/a-step-context.ts";
import { createWorld } from "../../support/fakes/world.ts";

const open: ListedAccount = {
  userName: "ISU_Viva",
  isLocked: false,
  isDisabled: false,
  expiry: { kind: "never" },
};

function listing(changes: Partial<ListedAccount> = {}): ObservedAccounts {
  return {
    kind: "seen",
    part: [
      { ...open, userName: "lmcneil" },
      { ...open, ...changes },
    ],
  };
}

function compare(accounts: ObservedAccounts): readonly (readonly [string, string, string?])[] {
  const { facts = [] } = judge(compareLock("isu_viva", accounts));
  return facts.map(({ fact, seen, eye }) =>
    eye === undefined ? ([fact, seen] as const) : ([fact, seen, eye] as const),
  );
}

describe("compareLock", () => {
  it.each<[what: string, accounts: ObservedAccounts, lock: string, expiry: string]>([
    ["an account that is open for good", listing(), "as-asked", "as-asked"],
    ["one that is locked", listing({ isLocked: true }), "different", "as-asked"],
    ["one that is disabled", listing({ isDisabled: true }), "different", "as-asked"],
    [
      "one that ends one day",
      listing({ expiry: { kind: "on", on: "2027-01-31" } }),
      "as-asked",
      "different",
    ],
    [
      "a list that does not tell on which",
      listing({ expiry: { kind: "not-shown" } }),
      "as-asked",
      "unseen",
    ],
    [
      "a list that has it twice, and not the same",
      { kind: "seen", part: [open, { ...open, isLocked: true }] },
      "different",
      "as-asked",
    ],
    ["a list without it", listing({ userName: "ISU_Other" }), "unseen", "unseen"],
    ["no list", { kind: "cannot-see", words: "No report.", isFailed: false }, "unseen", "unseen"],
  ])("judges %s", (_what, accounts, lock, expiry) => {
    expect(compare(accounts).map(([fact, seen]) => [fact, seen])).toEqual([
      ["lock", lock],
      ["expiry", expiry],
    ]);
  });

  it("says by which eye it was seen", () => {
    expect(compare(listing())).toContainEqual(["lock", "as-asked", "report"]);
    expect(compare(listing({ by: "wql" }))).toContainEqual(["expiry", "as-asked", "wql"]);
  });

  it("says what is wrong in words", () => {
    const { items } = judge(
      compareLock(
        "ISU_Viva",
        listing({ isLocked: true, isDisabled: true, expiry: { kind: "on", on: "2027-01-31" } }),
      ),
    );

    expect(items.map(({ words }) => words)).toEqual([
      "ISU_Viva is locked: nobody can sign on with it.",
      "ISU_Viva is disabled: nobody can sign on with it.",
      "ISU_Viva expires on 2027-01-31, and nobody asked for it.",
    ]);
  });
});

describe("a request whose tenant's list of accounts is away", () => {
  it("waits for it, and does not call the account open", async () => {
    const world = createWorld();
    await world.open();
    await world.live();
    const fault = { kind: "unreachable", outside: "Workday reports", words: "Away." } as const;
    world.configure((place) => ({
      ...place,
      workday: { ...place.workday, readAccounts: async () => ({ ok: false, error: fault }) },
    }));

    const { away, verification } = await lookAtRequest(
      anActing(world, { request: world.request() }),
    );

    expect(away).toEqual(fault);
    expect(verification.items).toContainEqual({
      kind: "unseen",
      words: "Whether ISU_Viva is locked or disabled: not seen. Away.",
    });
  });
});
