import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { Secret } from "../../src/secret.ts";
import { toHeaders } from "../../src/web/headers.ts";
import { readBody } from "../../src/web/read-body.ts";
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

describe("readBody", () => {
  it.each<[what: string, chunks: readonly unknown[], read: object]>([
    ["JSON in pieces", [Buffer.from('{"a"'), Buffer.from(":1}")], { ok: true, value: { a: 1 } }],
    ["what is no JSON", [Buffer.from("{")], { ok: false, error: 400 }],
    ["too much", [Buffer.alloc(65_537)], { ok: false, error: 413 }],
    ["what is no bytes", ["{}"], { ok: false, error: 400 }],
  ])("answers to %s", async (_what, chunks, read) => {
    expect(await readBody(Readable.from(chunks))).toEqual(read);
  });
});

describe("createWebServer", () => {
  it("takes no certificate that is none", () => {
    const tls = { cert: "no certificate", key: new Secret("no key") };
    const listen = { port: 0, host: "127.0.0.1" };
    const url = new URL("https://isu-bot.example.com");

    expect(() => createWebServer({ url, listen, tls, pages: [], log: createFakeLog() })).toThrow(
      /PEM|no start line/i,
    );
  });
});
