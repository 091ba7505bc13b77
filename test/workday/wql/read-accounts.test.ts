import { describe, expect, it } from "vitest";
import { readAccounts } from "../../../src/workday/wql/read-accounts.ts";
import { aReader, instance } from "./a-reader.ts";

const selected = {
  source: "allWorkdayAccounts",
  fields: {
    User: "workdayAccount",
    Locked: "accountLocked",
    Disabled: "accountDisabled",
    Expires: "accountExpirationDate",
  },
};
const own = { workdayAccount: instance("ISU_Bot"), accountLocked: false, accountDisabled: false };
const vendors = { ...own, workdayAccount: instance("ISU_Viva") };

async function read(...rows: readonly unknown[]): ReturnType<typeof readAccounts> {
  return readAccounts(aReader(rows), selected, "isu_bot");
}

describe("readAccounts", () => {
  it("reads which accounts are locked, disabled, and end one day", async () => {
    const rows = [
      own,
      { ...vendors, accountLocked: true },
      { ...vendors, workdayAccount: instance("ISU_Old"), accountExpirationDate: "2027-01-31" },
    ];

    expect(await read(...rows)).toEqual({
      ok: true,
      value: [
        {
          userName: "ISU_Bot",
          isLocked: false,
          isDisabled: false,
          expiry: { kind: "never" },
          by: "wql",
        },
        {
          userName: "ISU_Viva",
          isLocked: true,
          isDisabled: false,
          expiry: { kind: "never" },
          by: "wql",
        },
        {
          userName: "ISU_Old",
          isLocked: false,
          isDisabled: false,
          expiry: { kind: "on", on: "2027-01-31" },
          by: "wql",
        },
      ],
    });
  });

  it("takes no account for one that never ends where none does: days may be hidden", async () => {
    expect(await read(own, vendors)).toMatchObject({
      value: [{ expiry: { kind: "not-shown" } }, { expiry: { kind: "not-shown" } }],
    });
  });

  it.each<[what: string, own: object, vendors: object, needs: boolean | undefined]>([
    ["yes", { renew: false }, { renew: true }, true],
    ["no, as the bot's own says it", { renew: false }, { renew: false }, false],
    ["no, as the bot's own leaves it out", {}, {}, false],
    ["nothing, where only the bot's own says no", { renew: false }, {}, undefined],
    [
      "nothing, where the bot's own has to, though it has just signed on",
      { renew: true },
      {},
      undefined,
    ],
  ])("tells of a new password %s", async (_what, ofOwn, ofVendors, needs) => {
    const fields = { ...selected.fields, New_Password: "renew" };
    const reader = aReader([
      { ...own, ...ofOwn },
      { ...vendors, ...ofVendors },
    ]);

    const answer = await readAccounts(reader, { ...selected, fields }, "ISU_Bot");

    expect(answer.ok && answer.value[1]?.needsNewPassword).toBe(needs);
  });

  it("takes what is left out for a no where the bot's own account leaves it out", async () => {
    const rows = ["ISU_Bot", "ISU_Viva"].map((name) => ({ workdayAccount: instance(name) }));

    expect(await read(...rows)).toMatchObject({
      ok: true,
      value: [{ isLocked: false }, { isLocked: false, isDisabled: false }],
    });
  });

  it.each<[why: string, rows: readonly unknown[]]>([
    ["the bot's own account is not there", [vendors]],
    ["nothing is there", []],
    ["an account is there twice", [own, vendors, vendors]],
    [
      "one account does not say what the bot's own says",
      [own, { workdayAccount: vendors.workdayAccount, accountDisabled: false }],
    ],
    ["the bot's own is locked, though it has just signed on", [{ ...own, accountLocked: true }]],
    [
      "the bot's own is disabled, though it has just signed on",
      [{ ...own, accountDisabled: true }],
    ],
    ["a lock is neither yes nor no", [own, { ...vendors, accountLocked: "perhaps" }]],
    ["a day is none", [own, { ...vendors, accountExpirationDate: 7 }]],
    ["an account has no name", [own, { ...vendors, workdayAccount: [] }]],
  ])("counts for nothing where %s", async (_why, rows) => {
    expect(await read(...rows)).toMatchObject({ ok: false, error: { kind: "unreadable" } });
  });
});
