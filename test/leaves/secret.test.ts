import { format, inspect } from "node:util";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { Secret } from "../../src/secret.ts";

const canary = "Canary#1";

describe("Secret", () => {
  it("gives its value to whoever asks for it by name", () => {
    expect(new Secret(canary).reveal()).toBe(canary);
  });

  it.each<[how: string, print: (secret: Secret) => unknown]>([
    ["String", (secret) => String(secret)],
    // oxlint-disable-next-line typescript/restrict-template-expressions -- what must not leak
    ["a template", (secret) => `${secret}`],
    ["a sum of texts", (secret) => "" + secret],
    ["join", (secret) => [secret].join()],
    ["inspect", (secret) => inspect(secret)],
    ["%o", (secret) => format("%o", secret)],
    ["%s", (secret) => format("%s", secret)],
  ])("is [secret] to %s", (_how, print) => {
    expect(print(new Secret(canary))).toBe("[secret]");
  });

  it("is [secret] in JSON, however deep", () => {
    expect(JSON.stringify({ deep: [new Secret(canary)] })).toBe('{"deep":["[secret]"]}');
  });

  it("is [secret] to inspect, however deep and with everything shown", () => {
    const said = inspect({ deep: [new Secret(canary)] }, { showHidden: true, depth: null });

    expect(said).not.toContain("Canary");
    expect(said).toContain("[secret]");
  });

  it.each<[how: string, take: (secret: Secret) => unknown]>([
    // oxlint-disable-next-line typescript/no-misused-spread -- what must not leak
    ["spread", (secret) => ({ ...secret })],
    ["Object.entries", (secret) => Object.entries(secret)],
    ["Object.assign", (secret) => Object.assign({}, secret)],
    ["own names", (secret) => Reflect.ownKeys(secret)],
    ["a clone", (secret) => structuredClone(secret)],
  ])("gives %s nothing", (_how, take) => {
    expect(keysOf(take(new Secret(canary)))).toEqual([]);
  });

  it("is [secret] in the log, also within an error", () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line) => lines.push(line) });
    const secret = new Secret(canary);

    log.info({ secret, deep: { secret } }, "with %s and %o", secret, secret);
    log.error(new Error(`with ${String(secret)}`, { cause: secret }));

    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toContain("Canary");
    expect(lines.join()).toContain("[secret]");
  });
});

function keysOf(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
