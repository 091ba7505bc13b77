import { describe, expect, it } from "vitest";
import type { Fault } from "../../../src/flows/model/fault.ts";
import { aWorkday, someSettings } from "../support/a-workday.ts";
import { failing, recordingFetch } from "../support/recording-fetch.ts";
import { aReference, aResponse, aSoapReply } from "../support/soap-replies.ts";

const xml = { "content-type": "text/xml" };
const good = aResponse(
  "Put_Integration_System_User",
  aReference("Integration_System_Reference", { WID: "s1", Integration_System_ID: "INT_Okta" }) +
    aReference("Integration_System_User_Reference", { WID: "u1", WorkdayUserName: "ISU_Okta" }),
);

function text(body: string, init: ResponseInit = { headers: xml }): () => Response {
  return () => new Response(body, init);
}

/** What happened, and how a Put and a Get report it. */
const outcomes: readonly (readonly [
  what: string,
  answer: () => Response | Promise<Response>,
  put: Fault["kind"],
  get: Fault["kind"],
])[] = [
  ["nobody listens", failing("ECONNREFUSED"), "unreachable", "unreachable"],
  ["the name is unknown", failing("ENOTFOUND"), "unreachable", "unreachable"],
  ["connecting takes too long", failing("UND_ERR_CONNECT_TIMEOUT"), "unreachable", "unreachable"],
  [
    "the certificate is another's",
    failing("ERR_TLS_CERT_ALTNAME_INVALID"),
    "unreachable",
    "unreachable",
  ],
  ["the connection breaks", failing("ECONNRESET"), "unknown", "unknown"],
  ["the reply redirects", failing("", "unexpected redirect"), "unknown", "unknown"],
  ["something else is thrown", () => Promise.reject(new Error("odd")), "unknown", "unknown"],
  ["too many requests", text("", { status: 429 }), "unreachable", "unreachable"],
  ["the service is away", text("", { status: 503 }), "unreachable", "unreachable"],
  [
    "a server error without a body",
    () => new Response(null, { status: 500 }),
    "unknown",
    "unknown",
  ],
  ["a gateway gives up", text("", { status: 502 }), "unknown", "unknown"],
  ["a gateway waits in vain", text("", { status: 504 }), "unknown", "unknown"],
  ["a server error without a fault", text("<html>", { status: 500 }), "unknown", "unknown"],
  [
    "a server error with XML that is no fault",
    text("<a/>", { status: 500, headers: xml }),
    "unknown",
    "unknown",
  ],
  [
    "a response in a server error",
    () => new Response(good().body, { status: 500, headers: xml }),
    "unknown",
    "unknown",
  ],
  ["nothing in a 200", text(""), "unknown", "unknown"],
  ["spaces in a 200", text(" \n"), "unknown", "unknown"],
  [
    "a cut envelope",
    text('<env:Envelope xmlns:wd="urn:com.workday/bsvc"><wd:Put_'),
    "unknown",
    "unreadable",
  ],
  [
    "a page in a 200",
    text("<html></html>", { headers: { "content-type": "text/html" } }),
    "unknown",
    "unreadable",
  ],
  ["XML without its type", () => new Response(good().body), "unknown", "unreadable"],
  ["an empty body", aSoapReply(""), "unknown", "unreadable"],
  ["another operation's response", aResponse("Put_Else", "x"), "unknown", "unreadable"],
  [
    "an empty response",
    aSoapReply('<w:Put_Integration_System_User_Response xmlns:w="urn:com.workday/bsvc"/>'),
    "unknown",
    "unreadable",
  ],
  [
    "a response in another namespace",
    aSoapReply('<Put_Integration_System_User_Response xmlns="urn:else" a="b"/>'),
    "unknown",
    "unreadable",
  ],
  [
    "bytes that are no text",
    () => new Response(Uint8Array.of(0xff, 0xfe, 0x3c), { headers: xml }),
    "unknown",
    "unreadable",
  ],
  ["more than it reads", text("<".repeat(10_000_001)), "unknown", "unreadable"],
  [
    "a great many brackets",
    text(`"urn:com.workday/bsvc"${"<".repeat(100_000)}`),
    "unknown",
    "unreadable",
  ],
  [
    "an entity",
    text('<!DOCTYPE a [<!ENTITY b "c">]><a xmlns="urn:com.workday/bsvc">&b;</a>'),
    "unknown",
    "unreadable",
  ],
  ["no right", text("no", { status: 403 }), "denied", "denied"],
  ["no service", text("no", { status: 404 }), "rejected", "rejected"],
  ["a status of its own", text("no", { status: 418 }), "unknown", "unreadable"],
];

describe("a reply of Workday", () => {
  it.each(outcomes)("is told as it is: %s", async (_what, answer, put, get) => {
    const answers = await Promise.all([
      aWorkday(recordingFetch(answer).fetch).putIntegrationSystemUser(someSettings()),
      aWorkday(recordingFetch(answer).fetch).listIntegrationSystems(),
    ]);

    expect(answers).toMatchObject([
      { ok: false, error: { kind: put, outside: "Workday" } },
      { ok: false, error: { kind: get, outside: "Workday" } },
    ]);
  });

  it("is read whatever prefix the server chose", async () => {
    const { fetch } = recordingFetch(async () => {
      const body = (await good().text()).replaceAll("wd:", "bsvc:").replace(":wd=", ":bsvc=");
      return new Response(body, { headers: xml });
    });

    expect(await aWorkday(fetch).putIntegrationSystemUser(someSettings())).toEqual({
      ok: true,
      value: {
        systemWid: "s1",
        userWid: "u1",
        references: {
          system: [
            { type: "WID", id: "s1" },
            { type: "Integration_System_ID", id: "INT_Okta" },
          ],
          user: [
            { type: "WID", id: "u1" },
            { type: "WorkdayUserName", id: "ISU_Okta" },
          ],
        },
      },
    });
  });

  it("keeps no id that quotes a password", async () => {
    const reply = aResponse(
      "Put_Integration_System_User",
      [
        aReference("Integration_System_Reference", { WID: "s1" }),
        aReference("Integration_System_User_Reference", {
          WID: "u1",
          System_User_ID: "new-password",
          System_User_OpenID: "https://openid/bot-password",
        }),
      ].join(""),
    );
    const { fetch } = recordingFetch(reply);

    const answer = await aWorkday(fetch).putIntegrationSystemUser(someSettings());

    expect(answer).toMatchObject({ value: { references: { user: [{ type: "WID", id: "u1" }] } } });
    expect(JSON.stringify(answer)).not.toMatch(/new-password|bot-password/);
  });

  it("counts for nothing where it names no user", async () => {
    const lacking = aResponse(
      "Put_Integration_System_User",
      aReference("Integration_System_Reference", { WID: "s1" }),
    );

    const answer = await aWorkday(recordingFetch(lacking).fetch).putIntegrationSystemUser(
      someSettings(),
    );

    expect(answer).toMatchObject({ ok: false, error: { kind: "unknown" } });
  });

  it.each([5, 1_000, 10.5, -6, Number.NaN])(
    "is not even asked for with %d minutes",
    async (minutes) => {
      const { fetch, sent } = recordingFetch(good);

      const answer = await aWorkday(fetch).putIntegrationSystemUser(
        someSettings({ sessionTimeoutMinutes: minutes }),
      );

      expect(sent).toEqual([]);
      expect(answer).toMatchObject({
        error: { kind: "rejected", field: "sessionTimeoutMinutes" },
      });
    },
  );

  it("is waited for no longer than configured", async () => {
    const { fetch } = recordingFetch(() =>
      Promise.reject(new DOMException("late", "TimeoutError")),
    );

    expect(await aWorkday(fetch).listIntegrationSystems()).toMatchObject({
      error: { kind: "unknown" },
    });
  });

  it.each<[header: Record<string, string>, ms: number | undefined]>([
    [{ "retry-after": "7" }, 7_000],
    [{ "retry-after": "999999" }, 3_600_000],
    [
      { "retry-after": "Sun, 22 Nov 2026 10:00:30 GMT", date: "Sun, 22 Nov 2026 10:00:00 GMT" },
      30_000,
    ],
    [{ "retry-after": "Sun, 22 Nov 2026 09:00:00 GMT", date: "Sun, 22 Nov 2026 10:00:00 GMT" }, 0],
    [{ "retry-after": "soon" }, undefined],
    [{}, undefined],
  ])("says when to come back: %j", async (headers, retryAfterMs) => {
    const { fetch } = recordingFetch(text("", { status: 429, headers }));

    const answer = await aWorkday(fetch).listIntegrationSystems();

    expect(answer.ok ? undefined : answer.error).toEqual({
      kind: "unreachable",
      outside: "Workday",
      words: "Workday is busy and turned the call away (429). It will be tried again.",
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  });
});
