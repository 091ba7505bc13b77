import type { ServerResponse } from "node:http";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Fault } from "../../../src/flows/model/fault.ts";
import { parseTenantName, toRequestId } from "../../../src/flows/model/ids.ts";
import type { Workday } from "../../../src/flows/ports/workday.ts";
import type { Result } from "../../../src/result.ts";
import { Secret } from "../../../src/secret.ts";
import { createRunner } from "../../../src/workday/runner/runner.ts";
import { botKeys, runnerOptions } from "../../support/keys/signing.ts";
import { valueIn } from "../../support/value-in.ts";
import { type Answer, type Asked, type Door, openDoor } from "../support/a-door.ts";
import { aWorkday, someSettings } from "../support/a-workday.ts";
import { spellingsOf } from "../support/spellings.ts";

const canaries = {
  account: `Her&n<"7'>Hq/2xZ?`,
  put: `0tt&r<"4'>Tz/8wQ?`,
  key: botKeys.privateKey,
};

/** Whatever was sent, thrown back in its own spelling and in XML's. */
function echo({ headers, body }: Asked): string {
  // The secrets come first, where a text that is cut would still show them.
  return `${Object.values(canaries).map(escape).join(" ")} ${headers.authorization} ${escape(body)}`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function status(code: number, headers: Record<string, string> = {}): Answer {
  return (response, asked) => response.writeHead(code, headers).end(echo(asked));
}

function xml(code: number, write: (asked: Asked) => string): Answer {
  return (response, asked) =>
    response.writeHead(code, { "content-type": "text/xml" }).end(write(asked));
}

function describeSilence(): void {}

function describeLittle(response: ServerResponse): void {
  response.writeHead(200).write("<");
}

function fault(asked: Asked): string {
  return `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault><faultcode>x</faultcode><faultstring>${echo(asked)}</faultstring></e:Fault></e:Body></e:Envelope>`;
}

/** What happens, and how a put, a probe, a report and the runner tell it. */
const traps: readonly (readonly [what: string, answer: Answer, ...kinds: Kinds])[] = [
  ["a fault", xml(500, fault), "rejected", "rejected", "unknown", "unknown"],
  ["a 500", status(500), "unknown", "unknown", "unknown", "unknown"],
  ["a 502", status(502), "unknown", "unknown", "unknown", "unknown"],
  ["a 504", status(504), "unknown", "unknown", "unknown", "unknown"],
  ["a 401", status(401), "denied", "denied", "denied", "denied"],
  ["a 429", status(429), "unreachable", "unreachable", "unreachable", "unreachable"],
  ["a 503", status(503), "unreachable", "unreachable", "unreachable", "unreachable"],
  [
    "an empty 200",
    (response) => response.writeHead(200, { "content-type": "text/xml" }).end(),
    ...(["unknown", "unknown", "unreadable", "unknown"] as const),
  ],
  ["a nonsense 200", xml(200, echo), "unknown", "unreadable", "unreadable", "unknown"],
  ["a fault as a page", status(200), "unknown", "unreadable", "unreadable", "unknown"],
  [
    "20 MB",
    xml(200, () => "<".repeat(20_000_000)),
    ...(["unknown", "unreadable", "unreadable", "unreadable"] as const),
  ],
  [
    "100 KB of brackets",
    xml(200, () => `"urn:com.workday/bsvc"${"<".repeat(100_000)}`),
    ...(["unknown", "unreadable", "unreadable", "unreadable"] as const),
  ],
  [
    "a reset before the answer",
    (response) => response.destroy(),
    ...(["unknown", "unknown", "unknown", "unknown"] as const),
  ],
  [
    "a reset within the answer",
    (response, asked) => {
      response.writeHead(200, { "content-type": "text/xml", "content-length": "1000000" });
      response.write(echo(asked), () => response.destroy());
    },
    ...(["unknown", "unknown", "unknown", "unknown"] as const),
  ],
];
type Kinds = readonly [
  put: Fault["kind"],
  probe: Fault["kind"],
  report: Fault["kind"],
  runner: Fault["kind"],
];

describe("a call over a real connection", () => {
  let door: Door;
  let elsewhere: Door;
  const written: string[] = [];

  beforeEach(async () => {
    door = await openDoor();
    elsewhere = await openDoor();
    written.length = 0;
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, "write").mockImplementation((chunk) => written.push(String(chunk)) > 0);
    }
    for (const method of ["log", "info", "warn", "error", "debug", "trace"] as const) {
      vi.spyOn(console, method).mockImplementation((...said) => {
        written.push(inspect(said, everything));
      });
    }
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    await Promise.all([door.close(), elsewhere.close()]);
  });

  /** Makes each of the four calls, one after the other. */
  async function callAll(): Promise<readonly Outcome[]> {
    const workday = toWorkday(door.url, 5_000);
    const as = { userName: "ISU_New", password: new Secret(canaries.put) };
    const password = new Secret(canaries.put);
    return [
      await outcomeOf(() => workday.putIntegrationSystemUser(someSettings({ password }))),
      await outcomeOf(() => workday.probe(as, "Get_Workers")),
      await outcomeOf(() => workday.readPendingChanges()),
      await outcomeOf(() => perform(door.url)),
    ];
  }

  /** Holds whatever came out to showing none of the secrets. */
  function expectNoSecret(outcomes: readonly Outcome[]): void {
    const shown = [inspect(outcomes, everything), JSON.stringify(outcomes), ...written].join("\n");
    const spelled = Object.values(canaries).flatMap(spellingsOf);
    expect(spelled.filter((spelling) => shown.includes(spelling))).toEqual([]);
  }

  it.each(traps)("tells %s as it is, and shows no secret", async (_what, answer, ...kinds) => {
    door.answerWith(answer);

    const outcomes = await callAll();

    expect(outcomes.map(kindOf)).toEqual(kinds);
    expectNoSecret(outcomes);
    expect(door.asked).toHaveLength(4);
  });

  it.each([301, 302, 303, 307, 308])("takes nothing to where a %d points", async (code) => {
    door.answerWith(status(code, { location: `${elsewhere.url}/here` }));

    const outcomes = await callAll();

    expect(outcomes.map(kindOf)).toEqual(["unknown", "unknown", "unknown", "unknown"]);
    expect([elsewhere.connections(), elsewhere.asked]).toEqual([0, []]);
    expectNoSecret(outcomes);
  });

  it.each([
    ["seconds", { "retry-after": "7" }, 7_000],
    ["a date", { "retry-after": "Sun, 22 Nov 2026 10:00:30 GMT" }, 30_000],
  ])("says when to come back, told in %s", async (_how, headers, retryAfterMs) => {
    const date = "Sun, 22 Nov 2026 10:00:00 GMT";

    for (const code of [429, 503]) {
      door.answerWith(status(code, { ...headers, date }));
      const outcomes = await callAll();

      expect(outcomes).toMatchObject(
        outcomes.map(() => ({ error: { kind: "unreachable", retryAfterMs } })),
      );
    }
  });

  it("says that nothing was sent where nobody listens", async () => {
    await door.close();

    const outcomes = await callAll();

    expect(outcomes.map(kindOf)).toEqual(outcomes.map(() => "unreachable"));
    expectNoSecret(outcomes);
  });

  it("waits no longer than configured, before an answer and within one", async () => {
    const outcomes: Outcome[] = [];
    for (const answer of [describeSilence, describeLittle]) {
      door.answerWith(answer);
      const workday = toWorkday(door.url, 50);
      const password = new Secret(canaries.put);
      outcomes.push(
        await outcomeOf(() => workday.putIntegrationSystemUser(someSettings({ password }))),
        await outcomeOf(() => workday.readPendingChanges()),
      );
    }

    expect(outcomes.map(kindOf)).toEqual(outcomes.map(() => "unknown"));
    expectNoSecret(outcomes);
  });
});

const everything = { depth: Infinity, showHidden: true, maxStringLength: null } as const;

type Outcome = Result<unknown, Fault> | { readonly thrown: unknown };

async function outcomeOf(call: () => Promise<Result<unknown, Fault>>): Promise<Outcome> {
  try {
    return await call();
  } catch (thrown) {
    return { thrown };
  }
}

function kindOf(outcome: Outcome): string {
  if ("thrown" in outcome) return "thrown";
  return outcome.ok ? "ok" : outcome.error.kind;
}

function toWorkday(servicesUrl: string, timeoutMs: number): Workday {
  return aWorkday(fetch, {
    servicesUrl,
    timeoutMs,
    account: { userName: "ISU_Bot", password: new Secret(canaries.account) },
    allowHttpOnLoopback: true,
    reports: {
      owner: "ISU_Bot",
      pendingDomainPolicies: { name: "Domains", columns: {} },
      pendingBusinessProcessPolicies: { name: "Processes", columns: {} },
    },
  });
}

function perform(url: string): Promise<Result<unknown, Fault>> {
  const runner = createRunner({
    url,
    ...runnerOptions(),
    allowHttpOnLoopback: true,
  });
  return runner.perform({
    key: "one",
    tenant: valueIn(parseTenantName("acme_dpt1")),
    request: toRequestId([0, 0, 0, 0, 0, 0, 0, 0]),
    task: { name: "activate", comment: "For Okta" },
  });
}
