import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Workday as Emulator } from "../../sandbox/workday/workday.ts";
import { isAway } from "../../src/flows/model/fault.ts";
import { parseTenantName, toRequestId } from "../../src/flows/model/ids.ts";
import type { Task } from "../../src/flows/tasks/task.ts";
import { strangersKeys, toSigningKey } from "../support/keys/signing.ts";
import { valueIn } from "../support/value-in.ts";
import { anAdapter, startEmulator } from "./an-adapter.ts";

const tenant = valueIn(parseTenantName("acme_dpt1"));
const request = toRequestId([1, 2, 3, 4, 5, 6, 7, 8]);
const group: Task = { name: "create-security-group", groupName: "ISSG_New" };
const activate: Task = { name: "activate", comment: "For Okta" };

describe("the runner's adapter on the emulator", () => {
  let emulator: Emulator;

  beforeEach(async () => {
    emulator = await startEmulator();
  });

  afterEach(() => emulator.stop());

  const order = { key: "one", tenant, request, task: group };

  it("says in the runner's words what it refuses", async () => {
    const task: Task = { name: "inactivate-security-group", groupName: "ISSG_Gone" };

    const answer = await anAdapter(emulator).perform({ ...order, task });

    expect(answer).toEqual({
      ok: true,
      value: {
        kind: "failed",
        reason: "refused",
        words: 'The runner could not do it: There is no security group "ISSG_Gone".',
      },
    });
  });

  it.each([
    [
      "a key that the runner does not know",
      { signingKey: () => toSigningKey(strangersKeys) },
      {},
      "denied",
    ],
    ["a clock that is wrong", { wallClock: () => Date.now() - 600_000 }, {}, "denied"],
    ["a tenant it does not know", {}, { tenant: valueIn(parseTenantName("other")) }, "rejected"],
  ])("is refused with %s", async (_what, options, parts, kind) => {
    const answer = await anAdapter(emulator, options).perform({ ...order, ...parts });

    expect(answer).toMatchObject({ ok: false, error: { kind, outside: "runner" } });
    expect(emulator.runner.tasks()).toEqual([]);
  });

  it.each([
    ["signed by another key", { kind: "another-key" }],
    ["not signed", { kind: "unsigned" }],
    ["rewritten", { kind: "rewritten", body: '{"id":"1","status":"running"}' }],
  ] as const)(
    "does not know about a task whose taking is %s, and does it once",
    async (_how, fault) => {
      const runner = anAdapter(emulator);
      emulator.runner.failNext(fault);

      const doubted = await runner.perform(order);
      const again = await runner.perform(order);

      expect(doubted).toMatchObject({ ok: false, error: { kind: "unknown" } });
      expect(again).toEqual({ ok: true, value: { kind: "done" } });
      expect(emulator.runner.tasks()).toHaveLength(1);
    },
  );

  it("does not take a done that the runner did not sign, and waits for one that it did", async () => {
    const rewritten = { kind: "rewritten", match: "/tasks/", body: '{"status":"done"}' } as const;
    emulator.runner.failNext({ ...rewritten, times: 100 });

    const runner = anAdapter(emulator, { timeoutMs: 100, now: () => 0 });
    const doubted = await runner.perform(order);

    expect(doubted).toMatchObject({ ok: false, error: { kind: "unknown" } });
    expect(emulator.runner.requests.length).toBeGreaterThan(5);
  });

  it("is refused what was signed for another address", async () => {
    const other = await startEmulator();
    function fetchThere(input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
      const { url } = new Request(input, init);
      return fetch(url.replace(emulator.runnerUrl, other.runnerUrl), init);
    }

    const answer = await anAdapter(emulator, { fetch: fetchThere }).perform(order);
    await other.stop();

    expect(answer).toMatchObject({ ok: false, error: { kind: "denied" } });
    expect(other.runner.tasks()).toEqual([]);
  });

  it("is refused with another task under a key that is used", async () => {
    const runner = anAdapter(emulator);
    await runner.perform(order);

    expect(await runner.perform({ ...order, task: activate })).toMatchObject({
      ok: false,
      error: { kind: "rejected" },
    });
  });

  it("asks again after looks that failed, and does the task once after an answer that was lost", async () => {
    const runner = anAdapter(emulator);
    emulator.runner.failNext({ match: "create-security-group", kind: "cut-after" });
    emulator.runner.failNext({ match: "/tasks/", kind: "cut-before", times: 2 });

    const lost = await runner.perform(order);
    const again = await runner.perform(order);

    expect(lost).toMatchObject({ ok: false, error: { kind: "unknown" } });
    expect(again).toEqual({ ok: true, value: { kind: "done" } });
    expect(emulator.runner.tasks()).toHaveLength(1);
  });

  it("is given up as unknown when it never ends", async () => {
    const answer = await anAdapter(emulator, { timeoutMs: 0 }).perform(order);

    // It is there, and a person has to look: asking again and again would end no sooner.
    expect(answer).toMatchObject({ ok: false, error: { kind: "unknown", isAnswered: true } });
  });
  it("is asked for again by itself when the runner went away after it took it", async () => {
    emulator.runner.failNext({ match: "/tasks/", kind: "status", status: 503, times: 1_000 });

    const answer = await anAdapter(emulator, { timeoutMs: 100 }).perform(order);

    expect(!answer.ok && isAway(answer.error)).toBe(true);
  });
});
