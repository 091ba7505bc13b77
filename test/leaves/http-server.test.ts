import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { connect as connectTls } from "node:tls";
import { describe, expect, it, onTestFinished } from "vitest";
import { findFreePort } from "../../sandbox/free-port.ts";
import { createHttpServer, type HttpOptions, toNetwork } from "../../src/http-server.ts";
import { readBody } from "../../src/read-body.ts";
import { Secret } from "../../src/secret.ts";
import { aCertificate } from "../support/processes/a-certificate.ts";
import { type Dialled, dial } from "../support/processes/dial.ts";

const get = "GET / HTTP/1.1\r\nhost: a\r\n\r\n";

/** Limits that a test can wait for. */
const short = {
  headersTimeout: 200,
  requestTimeout: 300,
  keepAliveTimeout: 200,
  handshakeTimeout: 200,
  connectionsCheckingInterval: 20,
};

async function aServer(options: Partial<HttpOptions> = {}): Promise<{
  readonly port: number;
  readonly bugs: readonly unknown[];
  readonly stop: () => Promise<void>;
}> {
  const port = await findFreePort();
  const bugs: unknown[] = [];
  const server = createHttpServer({
    listen: { port, host: "127.0.0.1" },
    answer: async (_request, response) => void response.end("here"),
    onBug: (error) => void bugs.push(error),
    ...options,
  });
  await server.start();
  onTestFinished(server.stop);
  return { port, bugs, stop: server.stop };
}

function toPair({ cert, key }: ReturnType<typeof aCertificate>): {
  readonly cert: string;
  readonly key: Secret;
} {
  return { cert, key: new Secret(key) };
}

/** The fingerprint of what a server shows. */
async function readCertificate(port: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connectTls({ port, host: "127.0.0.1", rejectUnauthorized: false }, () => {
    resolve(socket.getPeerCertificate().fingerprint256);
    socket.destroy();
  });
  socket.once("error", reject);
  return promise;
}

describe("a server that strangers reach", () => {
  it.each<[what: string, sent: string, tells: string]>([
    ["says nothing", "", "408"],
    ["never ends its headers", "GET / HTTP/1.1\r\nhost: a\r\nx-slow: ", "408"],
    ["asks again and says nothing", get, "here"],
  ])("closes a connection that %s, at its limit", async (_what, sent, tells) => {
    const { port } = await aServer({ limits: short });
    const began = performance.now();

    const { closed } = await dial(port, sent);

    expect(await closed).toContain(tells);
    expect(performance.now() - began).toBeGreaterThan(190);
  });

  it("closes a connection whose body never comes, at its limit", async () => {
    const { port } = await aServer({
      limits: short,
      answer: async (request, response) => {
        const body = await readBody(request, 100);
        response.end(JSON.stringify(body));
      },
    });

    const { closed } = await dial(
      port,
      "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n1234",
    );

    expect(await closed).toContain("408");
  });

  it("closes a connection that never ends its handshake, and takes one that does", async () => {
    const { cert, key } = aCertificate();
    const pair = { cert, key: new Secret(key) };
    const { port } = await aServer({ limits: short, tls: () => pair });

    const silent = await dial(port);
    const secured = connectTls({
      port,
      host: "127.0.0.1",
      ca: cert,
      checkServerIdentity: () => undefined,
    });
    secured.write(get);

    expect(await text(secured)).toContain("here");
    expect(await silent.closed).toBe("");
  });

  it("keeps so many of one address, and the oldest that never asked goes", async () => {
    const { port } = await aServer({ limits: { mostWaiting: 3 } });
    const elsewhere = await dial(port, "", "127.0.0.2");
    const first = await dial(port, "GET /");
    const others = [await dial(port), await dial(port)];

    const last = await dial(port, get);
    await first.closed;

    await expect.poll(last.got).toContain("here");
    expect([elsewhere, ...others].map(({ isOpen }) => isOpen())).toEqual([true, true, true]);
  });

  it("closes none that it works for, and refuses one more than it can have", async () => {
    const { promise: release, resolve } = Promise.withResolvers<void>();
    const { port } = await aServer({
      limits: { mostWaiting: 2, mostConnections: 3 },
      answer: async (_request, response) => {
        response.write("begun");
        await release;
        response.end("done");
      },
    });
    const working: Dialled[] = [];
    for (let at = 0; at < 3; at += 1) {
      const asking = await dial(port, get);
      await once(asking.socket, "data");
      working.push(asking);
    }

    const refused = await dial(port, get);
    expect(await refused.closed).toBe("");
    resolve();

    for (const { got } of working) await expect.poll(got).toContain("done");
    const later = await dial(port, get);
    await expect.poll(later.got).toContain("done");
    await working[0]?.closed;
  });

  it("shows whoever connects the certificate that there is now", async () => {
    const [first, second] = [aCertificate(), aCertificate()];
    let current = toPair(first);
    const { port } = await aServer({ tls: () => current });

    const before = await readCertificate(port);
    current = toPair(second);
    const after = await readCertificate(port);

    expect(before).toBe(new X509Certificate(first.cert).fingerprint256);
    expect(after).toBe(new X509Certificate(second.cert).fingerprint256);
    expect(before).not.toBe(after);
  });

  it("counts a connection by its own end where TLS is in it", async () => {
    const { cert, key } = aCertificate();
    const pair = { cert, key: new Secret(key) };
    const { promise: release, resolve } = Promise.withResolvers<void>();
    const { port } = await aServer({
      limits: { mostWaiting: 1 },
      tls: () => pair,
      answer: async (_request, response) => {
        response.write("begun");
        await release;
        response.end("done");
      },
    });
    const working = connectTls({
      port,
      host: "127.0.0.1",
      ca: cert,
      checkServerIdentity: () => undefined,
    });
    working.write(get.replace("\r\n\r\n", "\r\nconnection: close\r\n\r\n"));
    await once(working, "data");

    const first = await dial(port);
    await dial(port);
    await first.closed;
    resolve();

    expect(await text(working)).toContain("done");
  });

  it("answers a bug once with 500, and lives", async () => {
    const { port, bugs } = await aServer({
      answer: async (request, response) => {
        if (request.url === "/late") response.end("answered");
        throw new Error("Broken");
      },
    });

    const early = await fetch(`http://127.0.0.1:${port}/`);
    const late = await fetch(`http://127.0.0.1:${port}/late`);

    expect([early.status, await early.text()]).toEqual([500, ""]);
    expect([late.status, await late.text()]).toEqual([200, "answered"]);
    expect(bugs).toEqual([new Error("Broken"), new Error("Broken")]);
  });

  it("stops though somebody holds a connection open", async () => {
    const { port, stop } = await aServer({ limits: { drainMs: 50 } });
    const holding = await dial(port, "GET /");

    await stop();

    expect(await holding.closed).toBe("");
  });
});

describe("toNetwork", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2::6", "2001:db8:1:2"],
    ["2001:db8::3:4:5:6:7", "2001:db8:0:3"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["::1", "0:0:0:0"],
  ])("takes %s as %s", (address, network) => {
    expect(toNetwork(address)).toBe(network);
  });
});

async function answerOf(sent: string): Promise<string> {
  const { port } = await aServer({
    answer: async (request, response) => {
      const body = await readBody(request, 10);
      response.setHeader("connection", "close");
      response.end(body.ok ? `read ${body.value.toString()}` : `refused ${body.error}`);
    },
  });
  const { closed } = await dial(port, `POST / HTTP/1.1\r\nhost: a\r\n${sent}`);
  return closed;
}

describe("readBody", () => {
  it.each([
    ["a body", "content-length: 4\r\n\r\nbody", "read body"],
    ["none", "\r\n", "read "],
    [
      "one in chunks",
      "transfer-encoding: chunked\r\n\r\n2\r\nbo\r\n2\r\ndy\r\n0\r\n\r\n",
      "read body",
    ],
    [
      "one that says it is longer, of which nothing came",
      "content-length: 11\r\n\r\n",
      "refused 413",
    ],
    [
      "one that grows longer and never ends",
      "transfer-encoding: chunked\r\n\r\nb\r\n01234567890\r\n",
      "refused 413",
    ],
  ])("answers %s", async (_what, sent, words) => {
    expect(await answerOf(sent)).toContain(words);
  });

  it("calls one that breaks off unreadable", async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const { port } = await aServer({
      answer: async (request) => resolve(await readBody(request, 10)),
    });
    const { socket } = await dial(
      port,
      "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n1234",
    );

    socket.end();

    expect(await promise).toEqual({ ok: false, error: 400 });
  });
});
