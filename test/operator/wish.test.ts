import { describe, expect, it } from "vitest";
import { type Arguments, parseArguments, usage } from "../../src/operator/arguments.ts";

describe("parseWish", () => {
  it.each<[typed: string, wish: Arguments]>([
    ["code --person U1 --tenant acme", { kind: "code", person: "U1", tenant: "acme" }],
    ["list", { kind: "list" }],
    ["list --tenant acme", { kind: "list", tenant: "acme" }],
    ["revoke --passkey abc", { kind: "revoke", passkey: "abc" }],
    ["--help", { kind: "help" }],
  ])("reads %s", (typed, value) => {
    expect(parseArguments(typed.split(" "))).toEqual({ ok: true, value });
  });

  it.each(["", "code --person U1", "revoke", "give", "code --perso U1"])("refuses %o", (typed) => {
    const wish = parseArguments(typed.split(" ").filter((word) => word !== ""));

    expect(wish.ok ? "" : wish.error).toContain(usage);
  });
});
