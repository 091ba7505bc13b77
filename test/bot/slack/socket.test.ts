import { describe, expect, it } from "vitest";
import type { CommandOutcome } from "../../../sandbox/slack/people/client.ts";
import type { Slack } from "../../../sandbox/slack/slack.ts";
import { type Office, openOffice } from "../support/an-office.ts";

interface Readiness {
  readonly status: number;
  readonly words: string;
}

async function readiness({ url }: Office): Promise<Readiness> {
  const answer = await fetch(new URL("/readyz", url));
  return { status: answer.status, words: await answer.text() };
}

function openOnSocket(slack: Parameters<typeof openOffice>[0] = {}): Promise<Office> {
  return openOffice({ isSocket: true, ...slack });
}

/** Types so many commands at once. */
function typeAtOnce(slack: Slack, count: number): Promise<readonly CommandOutcome[]> {
  const ann = slack.person("ann");
  return Promise.all(
    Array.from({ length: count }, () =>
      ann.command("/workday-isu", "help", { channel: "workday" }),
    ),
  );
}

function errorsOf({ log }: Office): readonly string[] {
  return log.lines.filter(({ level }) => level === "error").map(({ text }) => text);
}

describe("Socket Mode", () => {
  it("is ready only while a socket is open, and opens them again", async () => {
    const office = await openOnSocket();
    const { slack } = office;

    expect(await readiness(office)).toEqual({ status: 200, words: "ready" });
    slack.failNext({ method: "apps.connections.open", kind: "delay", ms: 1500, times: 2 });
    slack.dropConnections("cut");

    await expect
      .poll(() => readiness(office), { interval: 10 })
      .toEqual({
        status: 503,
        words: "not ready: Slack's socket is closed; another is being opened.",
      });
    await expect.poll(async () => (await readiness(office)).status).toBe(200);
    await expect.poll(() => slack.connections()).toBe(2);
  });

  it("is ready while one of its sockets is renewed or breaks", async () => {
    const office = await openOnSocket();
    const { slack } = office;
    slack.failNext({ method: "apps.connections.open", kind: "delay", ms: 500 });
    slack.dropConnections("cut", { only: "oldest" });
    await expect
      .poll(() => office.log.lines.map(({ text }) => text))
      .toContain("A socket of Slack's broke; another is being opened.");

    expect((await readiness(office)).status).toBe(200);
    expect(await typeAtOnce(slack, 1)).toEqual([{ kind: "acknowledged" }]);
  });

  it("loses none of a hundred commands while Slack renews and cuts sockets", async () => {
    const { slack } = await openOnSocket();
    const outcomes: CommandOutcome[] = [];
    function hellos(): number {
      return slack.traffic.filter(({ what }) => what === "hello").length;
    }
    let wanted = hellos();

    for (let round = 0; round < 25; round += 1) {
      // Of two connections one can break: with none at all there is nothing that Slack could hand a command to.
      await slack.until(() => hellos() === wanted && slack.connections() === 2, {
        what: `${wanted} hellos, and two connections`,
      });
      if (round % 3 === 0) wanted += slack.dropConnections("cut", { only: "oldest" });
      const before = typeAtOnce(slack, 2);
      if (round % 3 === 1) wanted += slack.dropConnections("refresh", { graceMs: 150 });
      if (round % 3 === 2) {
        wanted += slack.dropConnections("refresh", { graceMs: 150, only: "oldest" });
      }
      const after = typeAtOnce(slack, 2);
      outcomes.push(...(await before), ...(await after));
    }

    const lost = outcomes.filter(({ kind }) => kind !== "acknowledged");
    expect([outcomes.length, lost]).toEqual([100, []]);
    expect(wanted).toBe(2 + 9 + 8 * 2 + 8);
  });
});

describe("a refused app-level token", () => {
  const refused = {
    status: 503,
    words: "not ready: Slack refuses the app-level token (invalid_auth).",
  };
  const saying =
    "Slack refuses the app-level token (invalid_auth). No command arrives. Make one with the scope connections:write, set SLACK_APP_TOKEN and restart; the bot goes on trying.";

  it("is said to be that once, in log and readiness, and the bot goes on when it is accepted", async () => {
    const office = await openOnSocket();
    const { slack } = office;
    slack.refuseAppToken();
    slack.dropConnections("cut");

    await expect.poll(() => readiness(office)).toEqual(refused);
    const begun = slack.traffic.length;
    await expect
      .poll(() => slack.countCalls(begun).get("apps.connections.open"))
      .toBeGreaterThan(3);
    expect(errorsOf(office)).toEqual([saying]);
    slack.refuseAppToken(false);

    await expect.poll(() => readiness(office)).toEqual({ status: 200, words: "ready" });
    expect(await typeAtOnce(slack, 1)).toEqual([{ kind: "acknowledged" }]);
  });

  it("does not end the start: the bot says so and goes on trying", async () => {
    const office = await openOnSocket({ slack: { appToken: "xapp-another" } });

    expect(await readiness(office)).toEqual(refused);
    expect(errorsOf(office)).toEqual([saying]);
    expect((await fetch(new URL("/healthz", office.url))).status).toBe(200);
  });
});
