import { describe, expect, it } from "vitest";
import { requireSafeUrl } from "../../../src/workday/wire/base-url.ts";

describe("requireSafeUrl", () => {
  it.each([
    ["https://services.example.com", false, "https://services.example.com"],
    ["https://services.example.com/base//", false, "https://services.example.com/base"],
    ["http://127.0.0.1:4567/", true, "http://127.0.0.1:4567"],
    ["http://[::1]:4567", true, "http://[::1]:4567"],
    ["http://localhost:4567", true, "http://localhost:4567"],
  ])("takes %s (loopback allowed: %s)", (raw, isAllowed, url) => {
    expect(requireSafeUrl(raw, isAllowed)).toBe(url);
  });

  it.each([
    ["no URL", "services", true],
    ["plain http", "http://services.example.com", true],
    ["plain http that only looks local", "http://127.0.0.1.example.com", true],
    ["loopback that nobody allowed", "http://127.0.0.1:4567", false],
    ["another scheme", "ftp://127.0.0.1", true],
    ["a password", "https://me:pass@services.example.com", true],
    ["a query", "https://services.example.com?a=b", true],
    ["a fragment", "https://services.example.com#a", true],
  ])("throws on %s, without quoting it", (_what, raw, isAllowed) => {
    expect(() => requireSafeUrl(raw, isAllowed)).toThrow(/^(?!.*pass).*address/i);
  });
});
