import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { activations, eachWithPlay, isTold, open, press, told } from "../support/processes/play.ts";

describe("what people may read", () => {
  const play = eachWithPlay({
    tenant: { readers: { people: ["UDORA"] }, auditors: { people: ["UBOB"] } },
  });

  it("shows recipes to everybody, accounts to readers, and the trail to auditors", async () => {
    const { ann, bob, cy, dora } = play();
    const request = await open(play());
    await request.shows("Waiting for an approver");
    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    await cy.command("/workday-isu", "recipes");
    await isTold(play(), cy, "`kolleno` Kolleno, *incomplete*");
    await cy.command("/workday-isu", "recipes entra-id");
    await isTold(play(), cy, "Put: Workday Accounts (username/UPN writeback)");

    await ann.command("/workday-isu", "list");
    await isTold(play(), ann, "You are on no list of people who may list");
    await dora.command("/workday-isu", "list acme_dpt1");
    await isTold(
      play(),
      dora,
      /`ISU_Microsoft_Viva_Learning` in Acme preview: \*verified\*\. Password 0 days old/,
    );

    await dora.command("/workday-isu", `audit ${request.id}`);
    await isTold(play(), dora, "You are on no list of people who may read the audit trail");
    await bob.command("/workday-isu", `audit ${request.id}`);
    await isTold(play(), bob, /Chain intact through #\d+/);
    expect(told(play(), bob)).toMatch(/`approved`: /);
    expect(activations(play())).toHaveLength(1);
  });

  it("raises the alarm when somebody has changed a row of the trail", async () => {
    const { bob, databaseUrl } = play();
    const request = await open(play());
    await request.shows("Waiting for an approver");
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query("update audit set at = at - 60000 where seq = 2");
    await client.end();

    await bob.command("/workday-isu", `audit ${request.id}`);

    await isTold(play(), bob, "ALARM: the chain is broken at #2:* it was changed");
  });
});
