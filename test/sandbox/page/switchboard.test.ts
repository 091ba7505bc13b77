import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { BotControl } from "../../../sandbox/bot-control.ts";
import { createSwitchboard, type Switchboard } from "../../../sandbox/page/switches/switchboard.ts";
import { switchGroups } from "../../../sandbox/page/switches/switches.ts";
import { type Outside, startOutside } from "../../../sandbox/start.ts";

async function statusOf(url: string, body?: string): Promise<number> {
  const answer = await fetch(url, body === undefined ? {} : { method: "POST", body });
  await answer.arrayBuffer();
  return answer.status;
}

describe("the switches, on services without a bot", () => {
  let outside: Outside | undefined;
  let board: Switchboard | undefined;
  let kills = 0;

  const bot: BotControl = {
    look: () => ({
      isRunning: true,
      isStarting: false,
      hands: "runner",
      lines: [],
    }),
    restart: () => Promise.resolve(),
    kill: () => {
      kills += 1;
      return Promise.resolve();
    },
    onChange: () => () => undefined,
  };

  beforeAll(async () => {
    outside = await startOutside({ production: {} });
    board = createSwitchboard({ ...outside, bot }, switchGroups);
  });
  afterEach(async () => {
    for (const { name } of on()) await turn(name, false);
  });
  afterAll(async () => {
    board?.close();
    await outside?.stop();
  });

  function play(): { readonly outside: Outside; readonly board: Switchboard } {
    if (outside === undefined || board === undefined) throw new Error("Nothing was started");
    return { outside, board };
  }
  function turn(name: string, isOn = true, tenant = "acme_dpt1"): Promise<string | undefined> {
    return play().board.turn(name, isOn, tenant);
  }
  function on(): readonly { readonly name: string }[] {
    return play()
      .board.look()
      .flatMap(({ switches }) => switches)
      .filter(({ isOn }) => isOn === true);
  }

  /** How many a tenant shares. */
  function reports(tenant: string): number {
    let count = 0;
    play().outside.workday.change(tenant, ({ definition }) => {
      count = definition.reports?.length ?? 0;
    });
    return count;
  }

  it("are all off at first, each with words and a name of its own", () => {
    const all = play()
      .board.look()
      .flatMap(({ switches }) => switches);

    expect(on()).toEqual([]);
    expect(all.filter(({ title, about }) => title === "" || about === "")).toEqual([]);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it("hold what goes wrong until they are turned off, several at once", async () => {
    const { slack, workday } = play().outside;

    await turn("workday-down");
    await turn("slack-limits");
    expect(await statusOf(workday.url)).toBe(503);
    await turn("runner-down");
    await turn("slack-limits", false);

    expect(await statusOf(workday.url)).toBe(503);
    expect(await statusOf(workday.url)).toBe(503);
    expect(await statusOf(workday.runnerUrl)).toBe(503);
    expect(await statusOf(`${slack.apiUrl}chat.postMessage`, "text=a")).toBe(200);
    expect(on().map(({ name }) => name)).toEqual(["workday-down", "runner-down"]);
    await turn("workday-down", false);
    expect(await statusOf(workday.url)).toBe(404);
  });

  it("limits Slack's posts alone", async () => {
    const { apiUrl } = play().outside.slack;

    await turn("slack-limits");

    expect(await statusOf(`${apiUrl}chat.postMessage`, "text=a")).toBe(429);
    expect(await statusOf(`${apiUrl}auth.test`, "a=1")).toBe(200);
  });

  it("takes a report away and gives it back", async () => {
    const before = reports("acme_dpt1");

    await turn("shut-security-groups");
    expect(reports("acme_dpt1")).toBe(before - 1);
    await turn("shut-security-groups", false);

    expect(reports("acme_dpt1")).toBe(before);
  });

  it("lets other people leave changes, other ones each time, and activate them", async () => {
    const tenant = play().outside.workday.tenant("acme_dpt1");

    expect(await turn("strangers-change")).toContain("lmcneil left View of");
    await turn("strangers-change");
    expect(tenant.pending()).toHaveLength(2);
    await turn("strangers-activation");

    expect(tenant.pending()).toEqual([]);
    expect(tenant.timestamps()).toHaveLength(2);
  });

  it("leave the other tenant as it is", async () => {
    const { workday } = play().outside;

    expect(await turn("strangers-change", true, "acme")).toContain("in acme, for ISSG_Ledger");
    await turn("shut-accounts", true, "acme");

    expect(workday.tenant("acme").pending()).toHaveLength(1);
    expect(workday.tenant("acme_dpt1").pending()).toEqual([]);
    expect(reports("acme")).toBe(reports("acme_dpt1") - 1);
    expect(on()).toEqual([expect.objectContaining({ name: "shut-accounts", onIn: ["acme"] })]);
    await turn("shut-accounts", false, "acme");
  });

  it("says why something cannot happen now", async () => {
    await expect(turn("own-group-changed")).rejects.toThrow("No group was made yet");
    await expect(turn("wrong-done")).rejects.toThrow("Nobody is asked to do a task now");
    await expect(turn("no-such-switch")).rejects.toThrow("There is no switch");
  });

  it("kills the bot in the next step that changes something, once", async () => {
    const { url } = play().outside.workday;
    function send(operation: string): Promise<number> {
      const body = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><w:${operation}_Request xmlns:w="urn:com.workday/bsvc"/></e:Body></e:Envelope>`;
      return statusOf(`${url}/ccx/service/acme_dpt1/Integrations/v31.2`, body);
    }

    await turn("kill-in-step");
    await send("Get_Integration_Systems");
    expect(kills).toBe(0);
    expect(play().board.used().has("kill-in-step")).toBe(false);
    await send("Put_Integration_System");
    await send("Put_Integration_System");

    expect(kills).toBe(1);
    expect(on()).toEqual([]);
    await expect.poll(() => play().board.used().has("kill-in-step")).toBe(true);
  });
});
