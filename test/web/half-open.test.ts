import { describe, expect, it, onTestFinished } from "vitest";
import { findFreePort } from "../../sandbox/free-port.ts";
import { Secret } from "../../src/secret.ts";
import { createWebServer } from "../../src/web/server.ts";
import { openOffice } from "../bot/support/an-office.ts";
import { createFakeLog } from "../support/fakes/fake-log.ts";
import { aCertificate } from "../support/processes/a-certificate.ts";
import { dial, holdMany } from "../support/processes/dial.ts";

async function openPages(isSecured: boolean): Promise<number> {
  const port = await findFreePort();
  const { cert, key } = aCertificate();
  const pair = { cert, key: new Secret(key) };
  const server = createWebServer({
    url: new URL(`https://localhost:${port}`),
    listen: { port, host: "127.0.0.1" },
    pages: [],
    log: createFakeLog(),
    ...(isSecured && { tls: () => pair }),
  });
  await server.start();
  onTestFinished(server.stop);
  return port;
}

describe("a connection that sends half a request", () => {
  it("is closed by every port after about five seconds", async () => {
    const dialled = await Promise.all([
      dial(await openPages(false), "GET / HTTP/1.1\r\nhost: "),
      // Before its handshake.
      dial(await openPages(true)),
      dial(await openOfficeAt(false), "POST /slack/events HTTP/1.1\r\nhost: "),
      dial(await openOfficeAt(true), "GET /healthz HTTP/1.1\r\nhost: "),
    ]);
    const began = performance.now();

    const told = await Promise.all(dialled.map(({ closed }) => closed));

    expect(told.map((words) => words.slice(0, 12))).toEqual([
      "HTTP/1.1 408",
      "",
      "HTTP/1.1 408",
      "HTTP/1.1 408",
    ]);
    expect(performance.now() - began).toBeGreaterThan(3000);
  });

  it("keeps nobody else from the pages, be it one address or one proxy", async () => {
    const port = await openPages(false);
    const held = await holdMany(port, "GET / HTTP/1.1\r\nhost: ");

    const same = await fetch(`http://127.0.0.1:${port}/`);
    const other = await dial(port, "GET / HTTP/1.1\r\nhost: a\r\n\r\n", "127.0.0.2");

    // Answered, if only by the refusal of another host's name.
    expect(same.status).toBe(421);
    expect(await other.closed).toContain("421");
    await expect.poll(held).toBeLessThanOrEqual(128);
  });
});

async function openOfficeAt(isSocket: boolean): Promise<number> {
  const { url } = await openOffice({ isSocket });
  return Number(new URL(url).port);
}
