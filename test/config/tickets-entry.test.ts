import { expect, it } from "vitest";
import { TicketsEntry } from "../../src/config/tickets-entry.ts";

const entry = { pattern: "CHG.*", example: "CHG1", url: "https://acme.example/{ticket}" };

it.each([entry, { ...entry, url: "https://acme.example:8443/task?number={ticket}&view=1#top" }])(
  "takes how tickets are numbered and where they are: %j",
  (read) => {
    expect(TicketsEntry.safeParse(read).success).toBe(true);
  },
);

it.each([
  ["another host for each ticket", { url: "https://{ticket}.acme.example/" }, "url"],
  ["a port for each ticket", { url: "https://acme.example:{ticket}/" }, "url"],
  ["a user for each ticket", { url: "https://{ticket}@acme.example/" }, "url"],
  ["no place for the number", { url: "https://acme.example/" }, "url"],
  ["two places for the number", { url: "https://acme.example/{ticket}/{ticket}" }, "url"],
  ["no secure address", { url: "http://acme.example/{ticket}" }, "url"],
  ["markup in the address", { url: "https://acme.example/{ticket}|click<b>" }, "url"],
  ["no address", { url: "{ticket}" }, "url"],
  ["an example that is none", { example: "REQ1" }, "example"],
  ["a broken pattern", { pattern: "(" }, "pattern"],
  ["a pattern that looks ahead", { pattern: "CHG(?=1)\\d{7}" }, "pattern"],
])("refuses %s", (_what, changes, key) => {
  const read = TicketsEntry.safeParse({ ...entry, ...changes });
  expect(read.error?.issues.map(({ path }) => path)).toEqual([[key]]);
});
