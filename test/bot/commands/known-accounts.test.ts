import { describe, expect, it } from "vitest";
import { findAccounts } from "../../../src/bot/commands/find-accounts.ts";
import { toCaller } from "../../../src/bot/slack/caller.ts";
import type { BotParts } from "../../../src/bot/slack/deps.ts";
import { parseTenantName } from "../../../src/flows/model/ids.ts";
import { err } from "../../../src/result.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { withAccount } from "../../support/data/changes.ts";
import { ann } from "../../support/data/people.ts";
import { aFault, faultWords } from "../../support/fakes/fault-injection.ts";
import type { World } from "../../support/fakes/world.ts";
import { valueIn } from "../../support/value-in.ts";
import { like } from "../support/like.ts";

const other = aTenant({ name: valueIn(parseTenantName("acme")), label: "Acme" });

function find({ store }: World, userName: string) {
  const fault = { kind: "fault", fault: aFault("denied") } as const;
  const deps = { store, findExisting: async () => err(fault) };
  const sought = { named: { userName, groupName: "ISSG" }, tenants: [aTenant(), other] };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it reads no more than these
  return findAccounts({ deps } as unknown as BotParts, sought);
}

describe("findAccounts", () => {
  it("goes by the inventory alone where that has the account, in whatever group", async () => {
    expect(await find(await withAccount(), "isu_viva")).toEqual({
      named: { userName: "isu_viva", groupName: "" },
      tenants: [aTenant()],
      whyNot: [],
    });
  });

  it("says of each tenant why an account is in none", async () => {
    expect(await find(await withAccount(), "ISU_Other")).toEqual({
      named: { userName: "ISU_Other", groupName: "ISSG" },
      tenants: [],
      whyNot: [like(`Acme sandbox: Workday: ${faultWords}`), like(`Acme: Workday: ${faultWords}`)],
    });
  });
});

describe("toAsker", () => {
  const press = { id: "1", by: ann, action: "list-page", value: "{}", triggerId: "2" };

  it("breaks where the button of a private answer was pressed elsewhere", () => {
    const channel = "C0ISU";
    const responseUrl = "https://hooks.example/1";

    expect(toCaller({ ...press, channel, responseUrl })).toEqual({ by: ann, channel, responseUrl });
    expect(() => toCaller({ ...press, channel })).toThrow("pressed elsewhere");
    expect(() => toCaller({ ...press, responseUrl })).toThrow("pressed elsewhere");
  });
});
