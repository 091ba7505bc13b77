import { describe, expect, it, vi } from "vitest";
import { dial, holdMany } from "../../support/processes/dial.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { send, sendBody, sign, someone } from "../support/signed.ts";

const form = "application/x-www-form-urlencoded";
const json = "application/json";

/** Without one that Slack signed, whatever it is. */
function headersOf(more: Readonly<Record<string, string>>): string {
  const all = { host: "a", "content-type": json, ...more };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST /slack/events HTTP/1.1\r\n${lines.join("")}\r\n`;
}

function portOf({ url }: Office): number {
  return Number(new URL(url).port);
}

async function isAlive({ url }: Office): Promise<boolean> {
  return (await sendBody(url, '{"type":"url_verification","challenge":"c"}', json)).ok;
}

describe("a signed body", () => {
  it.each<[what: string, body: string, type: string | undefined]>([
    ["the JSON null", "null", json],
    ["an array", "[]", json],
    ["a number", "7", json],
    ["a text", '"payload"', json],
    ["no JSON", "{", json],
    ["nothing", "", json],
    ["a form whose payload is null", "payload=null", form],
    ["a form whose payload is an array", "payload=[]", form],
    ["a form whose payload is no JSON", "payload={", form],
    ["a form that does not say so", "command=%2Fworkday-isu", undefined],
  ])(
    "that is %s is refused with a line in the log, and the bot lives",
    async (_what, body, type) => {
      const office = await openOffice();

      const answered = await sendBody(office.url, body, type);

      expect(answered.status).toBe(400);
      expect(office.log.lines).toEqual([
        {
          level: "warn",
          facts: { outside: "Slack" },
          text: "Refused a request to /slack/events: its body is no JSON object and no form.",
        },
      ]);
      expect(await isAlive(office)).toBe(true);
    },
  );

  it("that asks for an answer gets it", async () => {
    const { url } = await openOffice();

    const asked = await sendBody(url, '{"type":"url_verification","challenge":"c"}', json);
    const checked = await sendBody(url, "ssl_check=1", form);

    expect(await asked.json()).toEqual({ challenge: "c" });
    expect(checked.status).toBe(200);
  });

  it.each(["GET", "PUT", "DELETE"])("has no use for %s", async (method) => {
    const { url } = await openOffice();

    const answered = await fetch(url, { method, headers: sign("") });

    expect(answered.status).toBe(404);
  });
});

describe("a bug under everything else", () => {
  it("is answered once with 500, is in the log once, and the bot lives", async () => {
    const office = await openOffice();
    // What tells people of a bug breaks as well.
    vi.spyOn(office.deps, "now").mockImplementation(() => {
      throw new Error("Broken");
    });

    const answered = await send(office.url, {
      ...someone,
      type: "block_actions",
      actions: [
        { type: "button", action_id: "approve", block_id: "b", action_ts: "1.2", value: "{}" },
      ],
    });

    expect(answered.status).toBe(500);
    expect(office.log.lines.map(({ level }) => level)).toEqual(["error"]);
    expect(office.log.lines[0]?.text).toMatch(/^A request to Slack's port broke: /);
    expect(await isAlive(office)).toBe(true);
  });
});

describe("a body that nobody signed", () => {
  const signed = sign("{}");

  it.each<[what: string, status: number, headers: Readonly<Record<string, string>>]>([
    ["without a signature", 401, { ...signed, "x-slack-signature": "" }],
    ["with another version's", 401, { ...signed, "x-slack-signature": `v1=${"0".repeat(64)}` }],
    ["without a time", 401, { ...signed, "x-slack-request-timestamp": "" }],
    ["with a time that is none", 401, { ...signed, "x-slack-request-timestamp": "1e9" }],
    ["that would be too long", 413, { ...signed, "content-length": "524289" }],
  ])("is not read %s", async (_what, status, headers) => {
    const office = await openOffice();

    // Of the body not one byte is sent: what answers has not waited for it.
    const { closed } = await dial(
      portOf(office),
      headersOf({ "content-length": "4000000", ...headers }),
    );

    expect(await closed).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it("is read up to the limit where it does not say how long it is", async () => {
    const office = await openOffice();
    const chunked = headersOf({ ...signed, "transfer-encoding": "chunked" });

    const { closed } = await dial(portOf(office), `${chunked}80001\r\n${"x".repeat(0x80001)}\r\n`);

    expect(await closed).toMatch(/^HTTP\/1.1 413 /);
  });

  it("of Slack's largest view is read", async () => {
    const { url } = await openOffice();
    const payload = { ...someone, type: "block_actions", view: { text: "x".repeat(250_000) } };

    const answered = await send(url, payload, "another secret");

    expect(answered.status).toBe(401);
  });
});

describe.each([
  ["Slack's port", false],
  ["the health port of Socket Mode", true],
])("%s", (_port, isSocket) => {
  it("stays open to others, and to the same address, while connections are held open", async () => {
    const office = await openOffice({ isSocket });
    const port = portOf(office);
    const held = await holdMany(port, "GET /heal");

    const ready = await fetch(`http://127.0.0.1:${port}/healthz`);
    const elsewhere = await dial(port, "GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n", "127.0.0.2");

    expect(ready.status).toBe(200);
    await expect.poll(elsewhere.got).toContain("alive");
    await expect.poll(held).toBeLessThanOrEqual(128);
  });

  it("answers an address that is none, and lives", async () => {
    const office = await openOffice({ isSocket });

    const { closed } = await dial(portOf(office), "GET // HTTP/1.1\r\nhost: a\r\n\r\n");

    expect(await closed).toMatch(/^HTTP\/1.1 404 /);
    expect((await fetch(new URL("/healthz", office.url))).status).toBe(200);
  });
});
