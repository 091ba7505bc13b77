import { describe, expect, it } from "vitest";
import {
  type OperatorArguments,
  operatorUsage,
  parseOperatorArguments,
} from "../../src/operator/arguments.ts";

describe("parseWish", () => {
  it.each<[typed: string, wish: OperatorArguments]>([
    ["code --person U1 --tenant acme", { kind: "code", person: "U1", tenant: "acme" }],
    ["list", { kind: "list" }],
    ["list --tenant acme", { kind: "list", tenant: "acme" }],
    ["revoke --passkey abc", { kind: "revoke", passkey: "abc" }],
    ["revoke --passkey -a-b", { kind: "revoke", passkey: "-a-b" }],
    ["revoke --passkey --ab", { kind: "revoke", passkey: "--ab" }],
    ["--passkey=--ab revoke", { kind: "revoke", passkey: "--ab" }],
    ["--help", { kind: "help" }],
  ])("reads %s", (typed, value) => {
    expect(parseOperatorArguments(typed.split(" "))).toEqual({ ok: true, value });
  });

  it.each([
    "",
    "code --person U1",
    "revoke",
    "give",
    "code --perso U1",
    "code --person U1 --tenant acme --passkey abc",
    "list --person U1",
    "revoke --passkey abc --tenant acme",
    "revoke --passkey --person",
    "revoke --passkey",
  ])("refuses %o", (typed) => {
    const wish = parseOperatorArguments(typed.split(" ").filter((word) => word !== ""));

    expect(wish.ok ? "" : wish.error).toContain(operatorUsage);
  });
});
