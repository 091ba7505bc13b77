import { request as send } from "node:http";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { findFreePort } from "../../sandbox/free-port.ts";
import { createWebServer } from "../../src/web/server.ts";
import { createFakeLog } from "../support/fakes/fake-log.ts";

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Got {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

async function aSite(): Promise<{
  readonly ask: (sent?: Sent) => Promise<Got>;
  readonly asked: unknown[];
  readonly origin: string;
  readonly log: ReturnType<typeof createFakeLog>;
}> {
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const asked: unknown[] = [];
  const log = createFakeLog();
  const server = createWebServer({
    url: new URL(origin),
    listen: { port, host: "127.0.0.1" },
    log,
    pages: [
      {
        path: "/approve",
        title: "Approve",
        script: "prove.js",
        actions: {
          look: async (body) => {
            asked.push(body);
            return { kind: "done", body: { seen: true } };
          },
          refuse: async () => ({ kind: "refused", words: "No." }),
          break: async () => Promise.reject(new Error("Broken")),
        },
      },
    ],
  });
  await server.start();
  onTestFinished(server.stop);
  return { origin, asked, log, ask: (sent = {}) => ask(port, sent) };
}

async function ask(
  port: number,
  { method = "GET", path = "/approve", headers, body }: Sent,
): Promise<Got> {
  const { promise, resolve, reject } = Promise.withResolvers<Got>();
  const host = `localhost:${port}`;
  const request = send(
    { host: "127.0.0.1", port, method, path, headers: { host, ...headers } },
    (answer) => {
      text(answer).then(
        (told) => resolve({ status: answer.statusCode, headers: answer.headers, body: told }),
        reject,
      );
    },
  );
  request.on("error", reject);
  request.end(body);
  return promise;
}

describe("the bot's own pages", () => {
  it("are served with a strict policy, kept nowhere and framed nowhere", async () => {
    const site = await aSite();

    const page = await site.ask();
    const script = await site.ask({ path: "/prove.js" });
    const style = await site.ask({ path: "/page.css", method: "HEAD" });

    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
    });
    expect(page.headers["content-security-policy"]).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; .*form-action 'none'; frame-ancestors 'none'/,
    );
    expect(page.headers["strict-transport-security"]).toBeUndefined();
    expect(page.body).not.toMatch(/<script(?![^>]*src=)|style=|onclick/);
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect([style.status, style.body]).toEqual([200, ""]);
  });

  it("take what their own script asks, and nothing by looking", async () => {
    const site = await aSite();
    const headers = { origin: site.origin, "content-type": "application/json" };

    await site.ask();
    await site.ask({ path: "/approve/look" });
    expect(site.asked).toEqual([]);
    const got = await site.ask({
      method: "POST",
      path: "/approve/look",
      headers,
      body: `{"token":"t"}`,
    });

    expect([got.status, got.body]).toEqual([200, `{"seen":true}`]);
    expect(site.asked).toEqual([{ token: "t" }]);
  });

  it.each<[what: string, status: number, sent: Sent]>([
    ["a name that somebody else points here", 421, { headers: { host: "evil.example" } }],
    ["another site's page", 403, { headers: { origin: "https://evil.example" } }],
    ["no origin at all", 403, { headers: { origin: "" } }],
    ["a browser that says cross-site", 403, { headers: { "sec-fetch-site": "cross-site" } }],
    ["a form", 415, { headers: { "content-type": "text/plain" } }],
    ["no JSON", 400, { body: "{" }],
    ["a megabyte", 413, { body: `"${"x".repeat(1_000_000)}"` }],
    ["another method", 405, { method: "PUT" }],
    ["a page that is not there", 404, { path: "/../package.json" }],
    ["a refusal of the page", 409, { path: "/approve/refuse" }],
    ["a bug", 500, { path: "/approve/break" }],
  ])("answer %s with %i, and do nothing", async (_what, status, sent) => {
    const site = await aSite();
    const own = { origin: site.origin, "content-type": "application/json" };

    const got = await site.ask({
      method: "POST",
      path: "/approve/look",
      body: "{}",
      ...sent,
      headers: { ...own, ...sent.headers },
    });

    expect(got.status).toBe(status);
    expect(got.body).toContain("words");
    expect(site.asked).toEqual([]);
  });

  it("refuse to change a page, and log what broke under a number that people can quote", async () => {
    const site = await aSite();
    const headers = { origin: site.origin, "content-type": "application/json" };

    const posted = await site.ask({ method: "POST", headers, body: "{}" });
    const broken = await site.ask({ method: "POST", path: "/approve/break", headers, body: "{}" });

    expect(posted.status).toBe(405);
    expect(JSON.stringify(site.log.lines)).toContain("a page's request broke");
    // What a page takes may be a secret, and an error's message may quote it.
    expect(JSON.stringify(site.log.lines)).not.toContain("Broken");
    expect(broken.body).not.toContain("Broken");
  });
});
