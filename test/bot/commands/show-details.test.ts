import { describe, expect, it } from "vitest";
import { actions } from "../../../src/bot/payloads/action-ids.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { anAsking, requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { keepRequest, onlyMessage, viewWith } from "../support/shown.ts";

async function openShown(): Promise<{ office: Office; tenants: Tenant[] }> {
  const tenants = [aTenant()];
  const office = await openOffice({ deps: { tenants } });
  await keepRequest(office.store, anAsking());
  await office.outbox.whenSettled();
  return { office, tenants };
}

describe("Show the plan", () => {
  it("opens what the message leaves out, for whoever reads the channel", async () => {
    const { office } = await openShown();
    const person = office.slack.person("cy");

    await person.press(onlyMessage(office.slack), "Show the plan");

    const text = await viewWith(office.slack, person, "Plan:");
    expect(text).toContain("*Waiting for an approver*");
    expect(text).toContain("1. Make the integration system Viva integration");
    expect(text).toContain("Get (3)\nManage: Learning Content");
    expect(office.engine.started).toEqual([]);
  });

  it("tells nothing of a request whose tenant the bot serves no more", async () => {
    const { office, tenants } = await openShown();
    const message = onlyMessage(office.slack);
    tenants.pop();
    const person = office.slack.person("ben");

    await person.press(message, "Show the plan");

    const text = await viewWith(office.slack, person, "There is no such request");
    expect(text).not.toContain("Plan:");
  });

  it("tells nothing of a request that its store does not know, as one from before a restore", async () => {
    const office = await openOffice();
    const value = JSON.stringify({ request: requestId });
    const text = { type: "plain_text", text: "Show the plan" };
    const button = { type: "button", action_id: actions.showDetails, text, value };
    const { status } = await fetch(new URL("chat.postMessage", office.slack.apiUrl), {
      method: "POST",
      headers: { authorization: "Bearer xoxb-office", "content-type": "application/json" },
      body: JSON.stringify({
        channel: "C0ISU",
        text: "Of another database",
        blocks: [{ type: "actions", elements: [button] }],
      }),
    });
    const person = office.slack.person("ben");

    await person.press(onlyMessage(office.slack), "Show the plan");

    expect(status).toBe(200);
    expect(await viewWith(office.slack, person, "There is no such request")).not.toContain("Plan:");
  });

  it("tells nothing to somebody who sees neither the channel nor the request", async () => {
    const { office, tenants } = await openShown();
    const message = onlyMessage(office.slack);
    tenants.splice(0, 1, aTenant({ channel: "C0ELSEWHERE" }));
    const person = office.slack.person("cy");

    await person.press(message, "Show the plan");

    const text = await viewWith(office.slack, person, "There is no such request");
    expect(text).not.toContain("Plan:");
  });
});
