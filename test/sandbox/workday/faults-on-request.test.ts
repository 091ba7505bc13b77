import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Workday } from "../../../sandbox/workday/workday.ts";
import { call, putUser, user } from "./a-call.ts";
import { aWorkday } from "./a-workday.ts";

let workday: Workday;

beforeEach(async () => {
  workday = await aWorkday();
});

afterEach(() => workday.stop());

const put = putUser("INT_Free", user("ISU_New", "New-password-1"));

function isPut(): boolean {
  return workday.tenant("acme").hasPassword("ISU_New", "New-password-1");
}

describe("faults on request", () => {
  it("hit the matching operation, as often as asked, and then stop", async () => {
    workday.failNext({ match: "Get_Workers", kind: "status", status: 500 });
    workday.failNext({
      match: "Put_Integration_System_User",
      kind: "status",
      status: 503,
      times: 2,
    });

    const answers = [await call(workday, put), await call(workday, put), await call(workday, put)];

    expect(answers.map(({ status }) => status)).toEqual([503, 503, 200]);
  });

  it("cut before: nothing was done", async () => {
    workday.failNext({ kind: "cut-before" });

    await expect(call(workday, put)).rejects.toThrow("fetch failed");

    expect(isPut()).toBe(false);
    expect(workday.passwordsSeen).toEqual(new Set(["New-password-1"]));
  });

  it.each(["cut-after", "cut-during"] as const)("%s: it was done, unheard", async (kind) => {
    workday.failNext({ kind });

    await expect(call(workday, put)).rejects.toThrow(/fetch failed|terminated/);

    expect(isPut()).toBe(true);
  });

  it.each<[kind: "nonsense" | "empty" | "huge", length: number]>([
    ["nonsense", 22],
    ["empty", 0],
    ["huge", 20_000_000],
  ])("%s: it was done, but the answer is useless", async (kind, length) => {
    workday.failNext({ kind });

    const answer = await call(workday, put);

    expect(answer.status).toBe(200);
    expect(answer.body).toHaveLength(length);
    expect(isPut()).toBe(true);
  });

  it("delay: it is done at once and answered later", async () => {
    workday.failNext({ kind: "delay", ms: 60_000 });
    const asked = call(workday, put).catch(() => "cut by the stop");

    await new Promise<void>((resolve) => {
      workday.onChange(() => {
        if (isPut()) resolve();
      });
    });
    const unanswered = workday.replies.length;
    await workday.stop();

    expect(unanswered).toBe(0);
    expect(await asked).toBe("cut by the stop");
  });

  it("ratelimit, redirect and fault answer instead of doing anything", async () => {
    workday.failNext({ kind: "ratelimit", retryAfterSeconds: 3 });
    workday.failNext({ kind: "fault", faultstring: "Processing error occurred. Try later." });
    workday.failNext({ kind: "redirect", location: "http://127.0.0.1:1/elsewhere" });

    const limited = await call(workday, put);
    const faulty = await call(workday, put);
    const redirected = call(workday, put);

    expect(limited.status).toBe(429);
    expect(faulty.fault).toBe("Processing error occurred. Try later.");
    await expect(redirected).rejects.toThrow("fetch failed");
    expect(isPut()).toBe(false);
  });

  it("records what passed, and keeps passwords out of the answers", async () => {
    await call(workday, put);

    expect(workday.requests).toMatchObject([
      { name: "Put_Integration_System_User", path: "/ccx/service/acme/Integrations/v31.2" },
    ]);
    expect(workday.replies).toMatchObject([{ name: "Put_Integration_System_User", status: 200 }]);
    expect(JSON.stringify(workday.replies)).not.toContain("New-password-1");
  });
});
