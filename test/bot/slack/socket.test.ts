import { describe, expect, it } from "vitest";
import { openOffice } from "../support/an-office.ts";

describe("Socket Mode", () => {
  it("is ready only while its socket is open, and opens it again", async () => {
    const { slack, url } = await openOffice({ isSocket: true });
    async function readiness(): Promise<number> {
      return (await fetch(new URL("/readyz", url))).status;
    }

    expect(await readiness()).toBe(200);
    slack.failNext({ method: "apps.connections.open", kind: "delay", ms: 2000 });
    slack.dropConnections("cut");

    await expect.poll(readiness, { timeout: 60_000, interval: 50 }).toBe(503);
    await expect.poll(readiness, { timeout: 60_000 }).toBe(200);
    expect(slack.connections()).toBe(1);
  });
});
