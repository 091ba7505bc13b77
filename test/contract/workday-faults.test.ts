import { createServer } from "node:http";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { InjectedFault } from "../../sandbox/workday/http/injected-fault.ts";
import { type Workday as Emulator, startWorkday } from "../../sandbox/workday/workday.ts";
import type { Fault } from "../../src/flows/model/fault.ts";
import { Secret } from "../../src/secret.ts";
import { matching } from "../workday/support/matching.ts";
import { acme, anAdapter, botPassword } from "./workday-subjects.ts";

const canary = "New-canary-4Tz8wQ";
const settings = {
  systemId: "INT_Free",
  userName: "ISU_New",
  password: new Secret(canary),
  doNotAllowUiSessions: true,
};
const put = "Put_Integration_System_User";

/** What goes wrong, how a Put tells it, and whether the tenant holds the user afterwards. */
const faults: readonly (readonly [fault: InjectedFault, kind: Fault["kind"], isThere: boolean])[] =
  [
    [{ kind: "fault", faultstring: `Cannot store ${canary}` }, "rejected", false],
    [{ kind: "fault", faultstring: `Cannot sign on with ${botPassword}` }, "rejected", false],
    [{ kind: "status", status: 502, body: canary }, "unknown", false],
    [{ kind: "status", status: 504 }, "unknown", false],
    [{ kind: "status", status: 503, headers: { "retry-after": "2" } }, "unreachable", false],
    [{ kind: "status", status: 500, body: canary }, "unknown", false],
    [{ kind: "status", status: 403 }, "denied", false],
    [{ kind: "status", status: 404 }, "rejected", false],
    [{ kind: "ratelimit", retryAfterSeconds: 3 }, "unreachable", false],
    [{ kind: "cut-before" }, "unknown", false],
    [{ kind: "cut-after" }, "unknown", true],
    [{ kind: "cut-during" }, "unknown", true],
    [{ kind: "nonsense", body: `<a>${canary}` }, "unknown", true],
    [{ kind: "empty" }, "unknown", true],
    [{ kind: "huge" }, "unknown", true],
    [{ kind: "huge", bytes: 200_000 }, "unknown", true],
    [{ kind: "delay", ms: 20_000 }, "unknown", true],
  ];

describe("the Workday adapter when the outside fails", () => {
  let emulator: Emulator;
  const written: string[] = [];

  beforeEach(async () => {
    emulator = await startWorkday({ tenants: [acme] });
    written.length = 0;
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, "write").mockImplementation((chunk) => {
        written.push(String(chunk));
        return true;
      });
    }
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    await emulator.stop();
  });

  /** Puts the user, and holds the answer to showing neither password in any form. */
  async function putUser(url = emulator.url): Promise<unknown> {
    const workday = anAdapter(url, { timeoutMs: 1_500 });
    const answer = await workday.putIntegrationSystemUser(settings);
    const shown = JSON.stringify(answer) + inspect(answer, { depth: 20 }) + written.join("");
    for (const secret of [canary, botPassword]) {
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain(Buffer.from(secret).toString("base64"));
    }
    return answer;
  }

  function isThere(): boolean {
    return emulator.tenant("acme_dpt1").hasPassword("ISU_New", canary);
  }

  it.each(faults)("tells %j as it is, and no password", async (fault, kind, there) => {
    emulator.failNext({ match: put, ...fault });

    const answer = await putUser();

    expect(answer).toMatchObject({ ok: false, error: { kind, outside: "Workday" } });
    expect(isThere()).toBe(there);
    expect(emulator.requests.map(({ name }) => name)).toEqual([put]);
  });

  it("says that nothing was sent when nobody listens", async () => {
    await emulator.stop();

    expect(await putUser()).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  });

  it("takes no password to where a redirect points", async () => {
    const arrived: string[] = [];
    const elsewhere = createServer((request, response) => {
      arrived.push(request.url ?? "");
      response.end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    const address = elsewhere.address();
    const port = typeof address === "object" ? address?.port : undefined;
    emulator.failNext({ kind: "redirect", location: `http://127.0.0.1:${port}/here` });

    const answer = await putUser();
    elsewhere.close();

    expect(answer).toMatchObject({ ok: false, error: { kind: "unknown" } });
    expect(arrived).toEqual([]);
  });

  it("sends the passwords in their two places and nowhere else", async () => {
    await putUser();

    const [request] = emulator.requests;
    const wire = JSON.stringify(request);
    expect(wire.split(canary)).toHaveLength(2);
    expect(wire.split(botPassword)).toHaveLength(2);
    expect(request?.path).not.toContain("canary");
    expect(JSON.stringify(request?.headers)).not.toContain("canary");
  });

  it("tells a system that came with exceptions apart from one that did not come", async () => {
    const workday = anAdapter(emulator.url);
    const messages = ["The template was <deprecated>."];

    emulator.failNext({ kind: "exceptions", messages });
    const stored = await workday.putIntegrationSystem({ id: "INT_1", name: "One" });
    emulator.failNext({ kind: "exceptions", messages, stored: false });
    const refused = await workday.putIntegrationSystem({ id: "INT_2", name: "Two" });

    expect([stored, refused]).toMatchObject([
      { error: { kind: "unknown", words: matching("‹deprecated›") } },
      { error: { kind: "rejected", words: matching("‹deprecated›") } },
    ]);
  });

  it.each<[what: string, parts: object, words: RegExp]>([
    ["a version the tenant does not know", { version: "v99.0" }, /Change `version`/],
    [
      "a password that is wrong",
      { account: { userName: "ISU_Bot", password: new Secret("x") } },
      /sign on/,
    ],
    [
      "an account that may not",
      { account: { userName: "ISU_Taken", password: new Secret("Taken-password-1") } },
      /Integration Security/,
    ],
  ])("names what to correct: %s", async (_what, parts, words) => {
    const answer = await anAdapter(emulator.url, parts).putIntegrationSystemUser(settings);

    expect(answer).toMatchObject({ ok: false, error: { words: matching(words) } });
  });

  it.each<[what: string, parts: object, field: string]>([
    ["a password against the rules", { password: new Secret("short") }, "password"],
    ["too long a session", { sessionTimeoutMinutes: 500 }, "sessionTimeoutMinutes"],
    ["a worker's name", { userName: "lmcneil" }, "userName"],
    ["a system that is gone", { systemId: "INT_Gone" }, "existingSystem"],
  ])("names the field: %s", async (_what, parts, field) => {
    const workday = anAdapter(emulator.url);

    const answer = await workday.putIntegrationSystemUser({ ...settings, ...parts });

    expect(answer).toMatchObject({ ok: false, error: { kind: "rejected", field } });
  });

  it.each<[fault: InjectedFault, kind: Fault["kind"]]>([
    [{ kind: "status", status: 503 }, "unreachable"],
    [{ kind: "cut-after" }, "unknown"],
    [{ kind: "nonsense", body: "{" }, "unreadable"],
    [{ kind: "redirect", location: "https://example.com/" }, "unknown"],
  ])("makes of a report's %j a fault, not an empty report", async (fault, kind) => {
    emulator.failNext({ match: "customreport2", ...fault });

    const answer = await anAdapter(emulator.url).readPendingChanges();

    expect(answer).toMatchObject({ ok: false, error: { kind, outside: "Workday reports" } });
    expect(JSON.stringify(answer)).not.toContain("canary");
  });

  it("probes as somebody else without quoting the password", async () => {
    const as = { userName: "ISU_Taken", password: new Secret(canary) };
    emulator.failNext({ kind: "fault", faultstring: `Odd ${canary}` });

    const answer = await anAdapter(emulator.url).probe(as, "Get_Workers");

    expect(answer).toMatchObject({ ok: false, error: { kind: "rejected" } });
    expect(inspect(answer, { depth: 9 })).not.toContain(canary);
  });
});
