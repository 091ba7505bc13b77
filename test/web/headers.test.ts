import { describe, expect, it } from "vitest";
import { Secret } from "../../src/secret.ts";
import { toHeaders } from "../../src/web/headers.ts";
import { createWebServer } from "../../src/web/server.ts";
import { createFakeLog } from "../support/fakes/fake-log.ts";

describe("toHeaders", () => {
  it.each([
    ["https://isu-bot.example.com", true],
    ["http://localhost:3443", false],
  ])("of %s keeps browsers to TLS: %s", (url, isKept) => {
    const names = toHeaders(new URL(url)).map(([name]) => name);

    expect(names.includes("strict-transport-security")).toBe(isKept);
    expect(names).toContain("content-security-policy");
  });
});

describe("createWebServer", () => {
  it("takes no certificate that is none", () => {
    const pair = { cert: "no certificate", key: new Secret("no key") };
    const listen = { port: 0, host: "127.0.0.1" };
    const url = new URL("https://isu-bot.example.com");

    expect(() =>
      createWebServer({ url, listen, tls: () => pair, pages: [], log: createFakeLog() }),
    ).toThrow(/PEM|no start line/i);
  });
});
