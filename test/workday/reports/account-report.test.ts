import { describe, expect, it } from "vitest";
import { aWorkday } from "../support/a-workday.ts";
import { recordingFetch } from "../support/recording-fetch.ts";

const owner = "ISU_Bot";

function rows(...entries: readonly object[]): () => Response {
  return () => Response.json({ Report_Entry: entries });
}

describe("the report of accounts", () => {
  it("tells of accounts what is locked, disabled, and on which day one ends where the column is named", async () => {
    const { fetch } = recordingFetch(
      rows(
        { User: "ISU_One", Locked: "0", Disabled: "No" },
        { User: "ISU_Two", Locked: "true", Disabled: "1", Ends: "2027-01-31" },
      ),
    );
    const accounts = { name: "Accounts", columns: { Expires: "Ends" } };

    const answer = await aWorkday(fetch, { reports: { owner, accounts } }).readAccounts();

    expect(answer).toEqual({
      ok: true,
      value: [
        { userName: "ISU_One", isLocked: false, isDisabled: false, expiry: { kind: "never" } },
        {
          userName: "ISU_Two",
          isLocked: true,
          isDisabled: true,
          expiry: { kind: "on", on: "2027-01-31" },
        },
      ],
    });
  });

  it("tells who has to change the password where the column is named", async () => {
    const line = { User: "ISU_One", Locked: "0", Disabled: "0" };
    const accounts = { name: "Accounts", columns: { New_Password: "Renew" } };
    function read(renew: string): Promise<unknown> {
      const { fetch } = recordingFetch(rows({ ...line, Renew: renew }));
      return aWorkday(fetch, { reports: { owner, accounts } }).readAccounts();
    }

    expect(await read("1")).toMatchObject({ value: [{ needsNewPassword: true }] });
    expect(await read("perhaps")).toMatchObject({ ok: false, error: { kind: "unreadable" } });
  });

  it("takes no account for one that never ends where none does: the column may have another name", async () => {
    const line = { User: "ISU_One", Locked: "0", Disabled: "0", Ends: "2027-01-31" };
    const accounts = { name: "Accounts", columns: { Expires: "Expiry" } };
    const { fetch } = recordingFetch(rows(line));

    const answer = await aWorkday(fetch, { reports: { owner, accounts } }).readAccounts();

    expect(answer).toMatchObject({ value: [{ expiry: { kind: "not-shown" } }] });
  });

  it("does not take a day that is not named for none, nor an unknown word for a no", async () => {
    const line = { User: "ISU_One", Locked: "0", Disabled: "0" };
    const named = { owner, accounts: { name: "Accounts", columns: {} } };

    const plain = aWorkday(recordingFetch(rows(line)).fetch, { reports: named });
    const odd = aWorkday(recordingFetch(rows({ ...line, Locked: "" })).fetch, { reports: named });

    expect(await plain.readAccounts()).toMatchObject({
      value: [{ expiry: { kind: "not-shown" } }],
    });
    expect(await odd.readAccounts()).toMatchObject({ ok: false, error: { kind: "unreadable" } });
  });
});
