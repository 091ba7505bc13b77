import { describe, expect, it } from "vitest";
import { readTicket } from "../../../src/flows/intake/read-ticket.ts";
import { describeTicket, findTicketNumber } from "../../../src/flows/tenant/ticket-rule.ts";
import { err, ok } from "../../../src/result.ts";

const tickets = {
  pattern: String.raw`CHG\d+|REQ/\d`,
  example: "CHG0031234",
  url: "https://acme.service-now.com/nav?uri=task.do%3Fnumber={ticket}&x=1",
};
const at = "https://acme.service-now.com/nav?uri=task.do%3Fnumber=";
const numbered = { tickets };

describe("a ticket of a tenant that numbers them", () => {
  it.each([
    ["CHG0031234", `${at}CHG0031234&x=1`],
    ["  CHG1 ", `${at}CHG1&x=1`],
    ["REQ/7", `${at}REQ%2F7&x=1`],
    [`${at}CHG1&x=1`, `${at}CHG1&x=1`],
    ["", ""],
  ])("%j is at its address", (typed, address) => {
    expect(readTicket(typed, numbered)).toEqual(ok(address));
  });

  it.each([
    "chg0031234",
    "CHG0031234 and more",
    "CHG1\nCHG2",
    `CHG${"1".repeat(60)}`,
    "https://evil.example/CHG0031234",
    `${at}CHG1&x=1&x=1`,
    `${at}CHG1%2E&x=1`,
    `${at}%E0%A4%A&x=1`,
    `https://acme.service-now.com.evil.example/nav?uri=task.do%3Fnumber=CHG1&x=1`,
    "<https://evil.example|CHG1>",
  ])("%j is none, and an example is named", (typed) => {
    expect(readTicket(typed, numbered)).toEqual(
      err(
        "This is not one of this tenant's tickets. Type a number such as CHG0031234, or paste the address of one.",
      ),
    );
  });

  it("is asked for by its number where every request needs one", () => {
    expect(readTicket(" ", { ...numbered, needsTicket: true })).toEqual(
      err("Every request for this tenant names a ticket. Type its number, such as CHG0031234."),
    );
  });

  it("puts nothing of a number beyond its place in the address", () => {
    const anything = { ...tickets, pattern: ".+" };
    expect(readTicket("$&/../?#", { tickets: anything })).toEqual(
      ok(`${at}${encodeURIComponent("$&/../?#")}&x=1`),
    );
    expect(findTicketNumber(`${at}1?#2&x=1`, anything)).toBeUndefined();
  });
});

describe("a ticket elsewhere", () => {
  it.each(["https://tickets.acme.example/1", "http://tickets/1", ""])("is %j", (typed) => {
    expect(readTicket(typed, {})).toEqual(ok(typed));
  });

  it.each([
    [
      "CHG0031234",
      "Paste the ticket's whole address, beginning with https://, or leave this empty.",
    ],
    [
      "javascript:alert(1)",
      "Paste the ticket's whole address, beginning with https://, or leave this empty.",
    ],
    [
      `https://a.example/${"x".repeat(500)}`,
      "Shorten the address to 500 characters, without spaces and without < > |.",
    ],
    [
      "https://a.example/<b>|c",
      "Shorten the address to 500 characters, without spaces and without < > |.",
    ],
  ])("is not %j", (typed, words) => {
    expect(readTicket(typed, {})).toEqual(err(words));
  });

  it("has nothing invisible in it", () => {
    expect(readTicket("https://a.example/\u200b1", {})).toMatchObject({ ok: false });
  });
});

describe("a ticket as it is shown", () => {
  const own = `${at}CHG1&x=1`;

  it.each([
    ["the number of one of the tenant's own", own, numbered, { text: "CHG1", address: own }],
    ["the whole of another address", own, {}, { text: own, address: own }],
    ["no link to what is no secure address", "http://tickets/1", {}, { text: "http://tickets/1" }],
    ["no link to a script", "javascript:alert(1)", {}, { text: "javascript:alert(1)" }],
    ["no link to what has markup", "https://a/<b>", {}, { text: "https://a/<b>" }],
  ])("is %s", (_what, ticket, tenant, shown) => {
    expect(describeTicket(ticket, tenant)).toEqual(shown);
  });
});
