import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ok } from "../../../src/result.ts";
import type { GetPage } from "../../../src/workday/wql/client.ts";
import { readAll } from "../../../src/workday/wql/read-all.ts";
import { aReader } from "./a-reader.ts";

const list = { path: "dataSources", pageSize: 100, item: z.number() };
const many = Array.from({ length: 1_530 }, (_, at) => at);

function aTenant(get: GetPage): Parameters<typeof readAll>[0] {
  return { get, elapsedMs: () => 0, limitMs: 1_000 };
}

describe("readAll", () => {
  it("reads to the end, in order, and asks for each page once", async () => {
    const reader = aReader(many);

    expect(await readAll(reader, list)).toEqual({ ok: true, value: many });
    expect(reader.asked).toHaveLength(16);
    expect(new Set(reader.asked).size).toBe(16);
  });

  it("follows a tenant that gives less in a page than it is asked for", async () => {
    expect(await readAll(aReader(many, { atMost: 40 }), list)).toEqual({ ok: true, value: many });
  });

  it("stops when it has enough", async () => {
    const reader = aReader(many);

    await readAll(reader, { ...list, isEnough: (items) => items.includes(42) });

    expect(reader.asked).toHaveLength(1);
  });

  it("takes nothing for nothing", async () => {
    expect(await readAll(aReader([]), list)).toEqual({ ok: true, value: [] });
  });

  it.each<[why: string, get: GetPage]>([
    ["fewer than were announced", async () => ok({ total: 2, data: [] })],
    ["more than were announced", async () => ok({ total: 1, data: [1, 2] })],
    ["something else", async () => ok({ total: 1, data: ["1"] })],
    [
      "another total on the next page",
      async (_path, { offset }) => ok({ total: offset === "0" ? 2 : 3, data: [1] }),
    ],
    ["more than is read", async () => ok({ total: 1_000_000, data: [1] })],
  ])("counts for nothing where there is %s", async (_why, get) => {
    expect(await readAll(aTenant(get), list)).toMatchObject({
      ok: false,
      error: { kind: "unreadable" },
    });
  });

  it("ends when its time is over", async () => {
    let at = 0;
    const { get } = aReader(many);
    const slow = { get, elapsedMs: () => (at += 600), limitMs: 1_000 };

    expect(await readAll(slow, list)).toMatchObject({ ok: false, error: { kind: "unknown" } });
  });
});
