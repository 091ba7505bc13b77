import { describe, expect, it } from "vitest";
import type { BotWatch } from "../../../src/bot/app.ts";
import { aTelemetry } from "../../telemetry/a-telemetry.ts";
import { openOffice } from "../support/an-office.ts";

function aWatch(): BotWatch {
  const { telemetry, read } = aTelemetry();
  return { ...telemetry, readMetrics: async () => (await read()).join("\n") };
}

describe.each([
  ["HTTP", false],
  ["Socket Mode", true],
])("/metrics, delivered by %s", (_name, isSocket) => {
  it("tells how the bot fares with Slack, beside the health checks", async () => {
    const { slack, url } = await openOffice({ isSocket, watch: aWatch() });
    const metrics = new URL("/metrics", url);

    await slack.person("ann").command("/workday-isu", "status", { channel: "workday" });

    async function read(): Promise<string> {
      return (await fetch(metrics)).text();
    }
    await expect
      .poll(read)
      .toContain('calls_total{service="slack",method="response_url",outcome="ok"} 1');
    const text = await read();
    expect(text).toContain('workday_isu_acknowledgement_seconds_count{payload="command"} 1');
    expect(text).toContain(
      'workday_isu_calls_total{service="slack",method="users.info",outcome="ok"}',
    );
    expect(text.includes("workday_isu_slack_socket_open 1")).toBe(isSocket);
    expect((await fetch(metrics, { method: "POST" })).status).toBe(404);
  });
});
