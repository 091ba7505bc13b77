import { describe, expect, it } from "vitest";
import { checkRunner, type RunnerCheck } from "../../../src/workday/runner/check-runner.ts";
import { runnerOptions, signed, strangersKeys, toSigningKey } from "../../support/keys/signing.ts";
import { failing, recordingFetch } from "../support/recording-fetch.ts";

type Fetch = typeof globalThis.fetch;

function check(fetch: Fetch, timeoutMs = 2): Promise<readonly RunnerCheck[]> {
  return checkRunner({
    ...runnerOptions(),
    timeoutMs,
    now: () => 0,
    url: "https://rpa.example.com",
    tenant: "acme",
    strangersKey: toSigningKey(strangersKeys),
    fetch,
  });
}

function problemOf(checks: readonly RunnerCheck[], name: string): string | undefined {
  const found = checks.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no check "${name}"`);
  return found.problem;
}

/** Takes whatever it is asked for, and says this about it. */
function credulous(state: object): Fetch {
  return signed(async (_input, init) =>
    init?.method === "POST"
      ? Response.json({ id: "1", status: "running" }, { status: 202 })
      : Response.json({ id: "1", ...state }),
  );
}

describe("checkRunner", () => {
  it("finds out who believes everything", async () => {
    const checks = await check(credulous({ status: "done" }));

    expect(checks.filter(({ problem }) => problem === undefined).map(({ name }) => name)).toEqual([
      "takes the task that does nothing",
      "takes the same key with the same content for the same task",
      "says that the task is done",
    ]);
    expect(problemOf(checks, "refuses a task without a signature")).toBe(
      "it answered 202 instead of 401",
    );
    expect(problemOf(checks, "refuses a task without an Idempotency-Key")).toBe(
      "it answered 202 instead of 400",
    );
  });

  it("asks for nothing but what has no effect", async () => {
    const { fetch, sent } = recordingFetch(() =>
      Response.json({ id: "1", status: "running" }, { status: 202 }),
    );

    await check(signed(fetch));

    const tasks = sent.flatMap(({ body }) => /"task":"([^"]+)"/.exec(body)?.[1] ?? []);
    expect(new Set(tasks)).toEqual(new Set(["do-nothing", "no-such-task"]));
    expect(sent.every(({ url }) => url.startsWith("https://rpa.example.com/tasks"))).toBe(true);
  });

  it.each<[how: string, state: object, problem: string]>([
    ["fails", { status: "failed", reason: "error", detail: "x" }, "it failed"],
    ["never ends", { status: "running" }, "it did not end in time"],
    [
      "ends with more than it should",
      { status: "done", password: "x" },
      "it answered in a form that the contract does not know",
    ],
  ])("tells how a task %s", async (_how, state, problem) => {
    expect(problemOf(await check(credulous(state)), "says that the task is done")).toBe(problem);
  });

  it("tells of a task that takes long to look at", async () => {
    let now = 0;
    const options = { ...runnerOptions(), url: "https://rpa.example.com", tenant: "acme" };
    const fetch = credulous({ status: "running" });

    const checks = await checkRunner({
      ...options,
      strangersKey: toSigningKey(strangersKeys),
      timeoutMs: 10,
      now: () => {
        now += 20;
        return now;
      },
      fetch,
    });

    expect(problemOf(checks, "says that the task is done")).toBe("it did not end in time");
  });

  it("believes no answer that is not signed, but a 401", async () => {
    const { fetch } = recordingFetch(() => Response.json({}, { status: 401 }));
    const unsigned = await check(async (input, init) =>
      init?.method === "POST"
        ? Response.json({ id: "1", status: "running" }, { status: 202 })
        : fetch(input, init),
    );

    expect(problemOf(unsigned, "takes the task that does nothing")).toContain("no signature");
    expect(problemOf(unsigned, "refuses a look without a signature")).toBeUndefined();
  });

  it("tells of a runner that takes nothing, gives another id or is not there", async () => {
    let id = 0;
    const counting = signed(async () => {
      id += 1;
      return Response.json({ id: String(id), status: "running" }, { status: 202 });
    });
    const { fetch: away } = recordingFetch(failing("ECONNREFUSED"));
    const { fetch: idle } = recordingFetch(() => Response.json({}, { status: 202 }));

    const counted = await check(counting);
    const nowhere = await check(away);
    const idling = await check(signed(idle));

    expect(problemOf(counted, "takes the same key with the same content for the same task")).toBe(
      "it gave another id",
    );
    expect(problemOf(nowhere, "takes the task that does nothing")).toContain(
      "could not be reached",
    );
    expect(problemOf(nowhere, "says that the task is done")).toBe("no task was taken");
    expect(problemOf(idling, "takes the task that does nothing")).toBe("it gave no id");
  });
});
