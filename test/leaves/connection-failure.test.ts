import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { toConnectionFailure } from "../../src/connection-failure.ts";

function coded(code: string, syscall?: string): Error {
  return Object.assign(new Error("failed"), { code, ...(syscall !== undefined && { syscall }) });
}

/** What `fetch` throws. */
function wrapped(cause: unknown): TypeError {
  return new TypeError("fetch failed", { cause });
}

describe("toConnectionFailure", () => {
  it.each<[what: string, thrown: unknown, code: string]>([
    ["nobody listens", coded("ECONNREFUSED", "connect"), "ECONNREFUSED"],
    ["the name is unknown", coded("ENOTFOUND", "getaddrinfo"), "ENOTFOUND"],
    ["nobody can be asked for the name", coded("EAI_AGAIN", "getaddrinfo"), "EAI_AGAIN"],
    ["the connection is reset while it is made", coded("ECONNRESET", "connect"), "ECONNRESET"],
    ["connecting takes too long for the system", coded("ETIMEDOUT", "connect"), "ETIMEDOUT"],
    ["connecting takes too long", coded("UND_ERR_CONNECT_TIMEOUT"), "UND_ERR_CONNECT_TIMEOUT"],
    ["there is no way, and the call is not named", coded("EHOSTUNREACH"), "EHOSTUNREACH"],
    ["the certificate is over", coded("CERT_HAS_EXPIRED"), "CERT_HAS_EXPIRED"],
    ["the certificate is not yet valid", coded("CERT_NOT_YET_VALID"), "CERT_NOT_YET_VALID"],
    ["the certificate is taken back", coded("CERT_REVOKED"), "CERT_REVOKED"],
    [
      "the certificate is another's",
      coded("ERR_TLS_CERT_ALTNAME_INVALID"),
      "ERR_TLS_CERT_ALTNAME_INVALID",
    ],
    [
      "the certificate signs itself",
      coded("DEPTH_ZERO_SELF_SIGNED_CERT"),
      "DEPTH_ZERO_SELF_SIGNED_CERT",
    ],
  ])("says that nothing left where %s", (_what, thrown, code) => {
    const bare = toConnectionFailure(thrown);
    const inFetch = toConnectionFailure(wrapped(thrown));

    expect([bare, inFetch]).toEqual([
      { code, neverSent: true },
      { code, neverSent: true },
    ]);
  });

  it.each<[what: string, thrown: unknown, code: string]>([
    ["it breaks while the answer is read", coded("ECONNRESET", "read"), "ECONNRESET"],
    ["it breaks somewhere", coded("ECONNRESET"), "ECONNRESET"],
    ["it breaks while the request is written", coded("EPIPE", "write"), "EPIPE"],
    ["the way is lost afterwards", coded("EHOSTUNREACH", "read"), "EHOSTUNREACH"],
    ["the system waited in vain", coded("ETIMEDOUT", "read"), "ETIMEDOUT"],
    ["the other side closes", coded("UND_ERR_SOCKET"), "UND_ERR_SOCKET"],
    ["no answer begins", coded("UND_ERR_HEADERS_TIMEOUT"), "UND_ERR_HEADERS_TIMEOUT"],
    ["the answer does not end", coded("UND_ERR_BODY_TIMEOUT"), "UND_ERR_BODY_TIMEOUT"],
    [
      "the server wants a certificate",
      coded("ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED"),
      "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED",
    ],
    ["it has no code", new Error("odd"), ""],
    ["a code is no text", Object.assign(new Error("odd"), { code: 7 }), ""],
  ])("says that something may have left where %s", (_what, thrown, code) => {
    expect(toConnectionFailure(wrapped(thrown))).toEqual({ code, neverSent: false });
  });

  it.each<[what: string, thrown: unknown, neverSent: boolean]>([
    [
      "every address refuses",
      new AggregateError([coded("ECONNREFUSED", "connect"), coded("ETIMEDOUT", "connect")]),
      true,
    ],
    [
      "one address may have been sent something",
      new AggregateError([coded("ECONNREFUSED", "connect"), coded("ECONNRESET", "read")]),
      false,
    ],
    ["no address is named", new AggregateError([]), false],
    ["the error is wrapped twice", wrapped(coded("ENOTFOUND")), true],
    [
      "an outer error says more",
      Object.assign(coded("EPIPE"), { cause: coded("ENOTFOUND") }),
      false,
    ],
    ["what is thrown is no error", { code: "ECONNREFUSED" }, false],
    ["nothing is known", undefined, false],
  ])("looks into causes and groups: %s", (_what, thrown, neverSent) => {
    expect(toConnectionFailure(wrapped(thrown)).neverSent).toBe(neverSent);
  });

  it.each<[what: string, answer: (socket: Socket) => void]>([
    ["resets the connection", (socket) => socket.resetAndDestroy()],
    ["closes the connection", (socket) => socket.end()],
  ])("takes a request as sent when a server reads it and %s", async (_what, answer) => {
    const port = await listen((socket) => socket.once("data", () => answer(socket)));

    const thrown = await failureOf(port);

    expect(toConnectionFailure(thrown)).toMatchObject({ neverSent: false });
  });

  it("takes a request as never sent when nobody listens, on any address of the host", async () => {
    const server = createServer();
    const port = await open(server);
    server.close();
    await once(server, "close");

    const thrown = await failureOf(port);

    expect(toConnectionFailure(thrown)).toEqual({ code: "ECONNREFUSED", neverSent: true });
  });
});

async function open(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function listen(onSocket: (socket: Socket) => void): Promise<number> {
  const server = createServer(onSocket);
  onTestFinished(() => void server.close());
  return open(server);
}

/** What the platform's own `fetch` throws. */
async function failureOf(port: number): Promise<unknown> {
  const call = fetch(`http://localhost:${port}/`, { method: "POST", body: "x" });
  return call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
}
