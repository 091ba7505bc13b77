import { describe, expect, it } from "vitest";
import { anAsking, requestId } from "../../support/data/a-request.ts";
import { ann } from "../../support/data/people.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { clicksOf } from "../support/clicks-of.ts";
import { keepRequest, onlyMessage, privately, viewWith } from "../support/shown.ts";
import { send, someone } from "../support/signed.ts";

async function openShown(): Promise<Office> {
  const office = await openOffice();
  await keepRequest(office.store, anAsking());
  await office.outbox.whenSettled();
  return office;
}

describe("Withdraw", () => {
  it("asks whether it is meant, and is written down once", async () => {
    const office = await openShown();
    const { slack } = office;
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Withdraw");
    await viewWith(slack, person, "The request ends, and what it changed so far is cleaned up.");
    expect(clicksOf(office)).toEqual([]);
    slack.deliverTwice();
    await person.submit();
    await viewWith(slack, person, "is recorded");

    expect(clicksOf(office)).toMatchObject([
      { by: ann, request: requestId, command: { kind: "withdraw" } },
    ]);
  });

  it("says to anybody else at once that only the requester can", async () => {
    const office = await openShown();
    const { slack } = office;

    await slack.person("ben").press(onlyMessage(slack), "Withdraw");
    await privately(slack, slack.person("ben"), "Only the person who asked");

    expect(slack.person("ben").view()).toBeUndefined();
    expect(clicksOf(office)).toEqual([]);
  });

  it("of a message from an earlier version asked in a dialog, and counts at once", async () => {
    const office = await openOffice();
    const value = JSON.stringify({ request: requestId });
    await send(office.url, aPress("withdraw", value));

    expect(clicksOf(office)).toMatchObject([{ command: { kind: "withdraw" } }]);
  });
});

function aPress(action: string, value = "{}"): object {
  return {
    ...someone,
    type: "block_actions",
    container: {},
    response_url: "",
    actions: [{ type: "button", action_id: action, block_id: "b", action_ts: "1.2", value }],
  };
}
