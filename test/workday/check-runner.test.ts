import { describe, expect, it } from "vitest";
import type { Fault } from "../../src/flows/fault.ts";
import { Secret } from "../../src/secret.ts";
import { checkRunner } from "../../src/workday/check-runner.ts";

function check(status: number): ReturnType<typeof checkRunner> {
  return checkRunner({
    url: "https://rpa.example.com/workday/",
    token: new Secret("runner-canary-token"),
    timeoutMs: 1_000,
    fetch: async () => new Response("{}", { status }),
  });
}

describe("checkRunner", () => {
  it("takes 404 for the answer of a runner that accepts the token", async () => {
    expect(await check(404)).toEqual({ ok: true, value: undefined });
  });

  it.each<[status: number, kind: Fault["kind"]]>([
    [401, "denied"],
    [403, "denied"],
    [200, "unreadable"],
    [500, "unreadable"],
    [503, "unreachable"],
  ])("reads %d as %s", async (status, kind) => {
    const answer = await check(status);

    expect(answer).toMatchObject({ ok: false, error: { kind, outside: "runner" } });
    expect(JSON.stringify(answer)).not.toContain("canary");
  });
});
