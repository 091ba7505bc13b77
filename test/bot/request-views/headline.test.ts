import { describe, expect, it } from "vitest";
import { describeListed } from "../../../src/bot/list-views/inbox.ts";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { states } from "../support/kept.ts";
import { countLines } from "../support/rendered-lines.ts";
import type { Told } from "../support/shown-requests.ts";

function read(name: string): Told {
  const told = states[name];
  if (told === undefined) throw new Error(`No such state: ${name}`);
  return told;
}

function textsOf(told: Told): readonly string[] {
  return requestMessage(told).blocks.map((block) =>
    block.type === "header" || block.type === "section" ? (block.text?.text ?? "") : "",
  );
}

describe("what a request's message says first", () => {
  it.each([
    ["opened", "*The bot is at work*: the integration system."],
    ["waiting-for-group", "*Waiting for a person (the security group)* until "],
    ["waiting-for-approval", "*Waiting for an approver* until "],
    ["waiting-for-approval-unseen", "*Waiting for 2 approvers, 1 approved* until "],
    ["waiting-for-window", "*Waiting for the change window, opens "],
    ["stuck", "⚠️ *Stuck at the security group*."],
    ["done", "⚠️ *Different from what was asked*. 3 not as asked; 2 of 4 seen as asked;"],
    ["cleaning-up", "*Denied by <@U0BEN>.* *Cleaning up: the bot is at work*: "],
    ["ended", "*Expired:* nobody decided or acted in time. Nothing was made or changed"],
    ["ended-with-left-behind", "⚠️ *"],
  ])("%s", (name, words) => {
    const [title, headline] = textsOf(read(name));

    expect(title).toBe("New integration user: ISU_Viva");
    expect(headline).toContain(words);
  });

  it("is what goes live beside the request, right below it", () => {
    const [, , danger] = textsOf(read("waiting-for-approval"));

    expect(danger).toBe("⚠️ *Approving also activates 2 changes by others.*");
  });
});

describe("the length of a request's message", () => {
  it.each(Object.entries(states))("is a phone's screen or two at the most: %s", (_name, told) => {
    expect(countLines(requestMessage(told).blocks)).toBeLessThanOrEqual(40);
  });
});

const tickets = {
  pattern: String.raw`CHG\d+`,
  example: "CHG0031234",
  url: "https://acme.service-now.com/task?number={ticket}",
};

describe("the ticket of a tenant that numbers them", () => {
  it.each([
    ["CHG7", "https://acme.service-now.com/task?number=CHG7"],
    ["undefined", "https://evil.example/task?number=CHG7"],
  ])("is called %s where it is %s", (number, ticket) => {
    const told = read("opened");
    const request = { ...told.request, draft: { ...told.request.draft, ticket } };
    const tenant = { ...told.tenant, tickets };
    const listed = describeListed({ request, tenant }, () => undefined);

    const [foot] = requestMessage({ ...told, tenant, request }).blocks.slice(-1);

    const shown = number === "undefined" ? `<${ticket}>` : `<${ticket}|${number}>`;
    expect(JSON.stringify(foot)).toContain(`ticket ${shown}`);
    expect(listed).toContain(`ticket ${shown}`);
  });
});

describe("the foot of a request's message", () => {
  it("says how far it is, its id, and who had a part in it", () => {
    const [foot] = requestMessage(read("done")).blocks.slice(-1);

    expect(JSON.stringify(foot)).toMatch(
      /9 of 9 steps done.*`ISU-7K3M9QXV`.*asked for by <@U0ANN>.*approved by <@U0BEN>/,
    );
  });

  it.each([
    ["https://tickets.acme.example/HR-4711", "ticket <https://tickets.acme.example/HR-4711>"],
    ["HR-4711", "ticket `HR-4711`"],
    ["https://a.example/<!channel>", "ticket `https://a.example/&lt;!channel&gt;`"],
  ])("makes a ticket a link where it is an address, and nothing else: %s", (ticket, shown) => {
    const told = read("opened");
    const request = { ...told.request, draft: { ...told.request.draft, ticket } };
    const [foot] = requestMessage({ ...told, request }).blocks.slice(-1);

    expect(JSON.stringify(foot)).toContain(shown);
  });
});
