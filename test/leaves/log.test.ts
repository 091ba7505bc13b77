import { describe, expect, it } from "vitest";
import { createLog, describe as sayError, toEngineLog } from "../../src/log.ts";
import { createRedactor, type Redactor } from "../../src/redact.ts";
import { Secret } from "../../src/secret.ts";
import { requestId } from "../support/data/a-request.ts";
import { acme } from "../support/data/a-tenant.ts";

function aLog(
  level: "debug" | "info" | "warn" | "error" = "info",
  scrubber: Redactor = createRedactor(),
) {
  const lines: string[] = [];
  const log = createLog(level, scrubber, { write: (line) => lines.push(line) });
  return { log, lines, parsed: () => lines.map((line): unknown => JSON.parse(line)) };
}

describe("createLog", () => {
  it("writes one JSON line with time, level, facts and text", () => {
    const { log, parsed } = aLog();

    log.warn(
      { request: requestId, tenant: acme, step: "activate", fault: "denied", count: 2 },
      "a step failed",
    );

    expect(parsed()).toMatchObject([
      {
        level: "warn",
        request: requestId,
        tenant: acme,
        step: "activate",
        fault: "denied",
        count: 2,
        msg: "a step failed",
      },
    ]);
    expect(parsed()[0]).toHaveProperty("time");
    expect(keysOf(parsed()[0]).toSorted()).toEqual(
      ["count", "fault", "level", "msg", "request", "step", "tenant", "time"].toSorted(),
    );
  });

  it("leaves out every key that it does not know, and every value that is not plain", () => {
    const { log, parsed } = aLog();
    const facts: object = {
      request: requestId,
      password: "Canary#1",
      reason: "what somebody typed",
      error: new Error("Canary#2"),
      url: { deep: "Canary#3" },
      id: ["Canary#4"],
      step: null,
      err: new Error("Canary#5"),
    };

    log.error(facts, "odd");

    expect(keysOf(parsed()[0]).toSorted()).toEqual(["level", "msg", "request", "time"]);
    expect(JSON.stringify(parsed())).not.toContain("Canary");
  });

  it("takes known secrets out of every line, wherever they stand", () => {
    const scrubber = createRedactor();
    scrubber.know(new Secret('Canary"1'));
    const { log, lines } = aLog("info", scrubber);

    log.info({ error: 'said Canary"1', url: "https://x/?p=Canary%221" }, 'saw Canary"1');

    expect(lines.join()).not.toContain("Canary");
    expect(lines.join().split("[secret]")).toHaveLength(4);
  });

  it.each([
    ["debug", ["info", "warn", "error"]],
    ["info", ["info", "warn", "error"]],
    ["warn", ["warn", "error"]],
    ["error", ["error"]],
  ] as const)("writes what %s asks for", (level, written) => {
    const { log, parsed } = aLog(level);

    log.info({}, "text");
    log.warn({}, "text");
    log.error({}, "text");

    expect(parsed()).toMatchObject(written.map((one) => ({ level: one })));
  });
});

describe("toEngineLog", () => {
  it("writes the engine's lines without its chatter", () => {
    const { log, parsed } = aLog("debug");
    const engineLog = toEngineLog(log);

    engineLog({ level: "debug", words: "chatter" });
    engineLog({ level: "info", words: "started" });
    engineLog({ level: "error", words: "broke", error: new Error("no connection") });

    expect(parsed()).toMatchObject([
      { level: "info", msg: "started" },
      { level: "error", msg: "broke", error: "Error: no connection" },
    ]);
  });
});

describe("an error in one line", () => {
  it.each<[what: string, error: unknown, said: string]>([
    [
      "an error with its causes",
      new TypeError("no", { cause: new Error("why") }),
      "TypeError: no, because Error: why",
    ],
    ["what is no error, without its value", "canary", "string"],
    [
      "a cause that is no error",
      new Error("no", { cause: { canary: 1 } }),
      "Error: no, because object",
    ],
  ])("says %s", (_what, error, said) => {
    expect(sayError(error)).toBe(said);
  });
});

function keysOf(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
