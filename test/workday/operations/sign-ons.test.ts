import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import { Secret } from "../../../src/secret.ts";
import { readSignOns } from "../../../src/workday/adapters/sign-on-log.ts";
import { createSoap } from "../../../src/workday/wire/soap.ts";
import { aWorkday } from "../support/a-workday.ts";
import { matching } from "../support/matching.ts";
import { recordingFetch } from "../support/recording-fetch.ts";
import { aFault, aResponse, pagesOf } from "../support/soap-replies.ts";

const name = "Get_Workday_Account_Signons";
const noon = instant(Date.UTC(2026, 10, 22, 12));
const span = { from: noon, to: instant(noon + 3_600_000) };

function aLine(parts: Readonly<Record<string, string>> = {}): string {
  const line = {
    Signon_DateTime: "2026-11-22T04:30:00.000-08:00",
    User_Name: "ISU_Viva",
    Successful: "1",
    Failed_Signon: "0",
    Signon_IP_Address: "203.0.113.7",
    Authentication_Channel: "Web Services",
    Authentication_Type: "User Name Password",
    ...parts,
  };
  const written = Object.entries(line).map(([key, text]) => `<wd:${key}>${text}</wd:${key}>`);
  return `<wd:Workday_Account_Signon>${written.join("")}</wd:Workday_Account_Signon>`;
}

function aPage(content: string, page = 1, pages = 1): () => Response {
  const data = `<wd:Response_Data>${content}</wd:Response_Data>`;
  return aResponse(name, `${pagesOf(page, pages)}${data}`);
}

function read(...answers: readonly (() => Response)[]): ReturnType<typeof readSignOns> {
  return aWorkday(recordingFetch(...answers).fetch).readSignOns(span);
}

describe("the log of sign-ons", () => {
  it("is read page by page, with when, from where and how", async () => {
    const later = { Signon_DateTime: "2026-11-22T12:59:59Z", User_Name: "lmcneil" };

    expect(await read(aPage(aLine(), 1, 2), aPage(aLine(later), 2, 2))).toEqual({
      ok: true,
      value: {
        kind: "seen",
        signOns: [
          {
            userName: "ISU_Viva",
            at: noon + 1_800_000,
            outcome: "signed-on",
            address: "203.0.113.7",
            channel: "Web Services",
            type: "User Name Password",
          },
          expect.objectContaining({ userName: "lmcneil", at: noon + 3_599_000 }),
        ],
      },
    });
  });

  it.each([
    ["wrong-password", { Invalid_Credentials: "1" }],
    ["authentication-policy", { Invalid_for_Authentication_Policy: "true" }],
    ["channel", { Invalid_for_Authentication_Channel: "1" }],
    ["new-password-required", { Required_Password_Change: "1" }],
    ["locked-or-expired", { Account_Disabled_or_Expired: "1", Invalid_Credentials: "1" }],
    ["unsaid", {}],
  ])("tells why somebody was refused: %s", async (outcome, why) => {
    const line = aLine({ Successful: "0", Failed_Signon: "1", ...why });

    expect(await read(aPage(line))).toMatchObject({ value: { signOns: [{ outcome }] } });
  });

  it.each([
    ["says only that it failed", { Successful: "", Failed_Signon: "1" }, "unsaid"],
    ["says only that it did not succeed", { Successful: "0", Failed_Signon: "" }, "unsaid"],
    ["says that it neither failed nor succeeded", { Successful: "0" }, "unsaid"],
    ["says both", { Failed_Signon: "1" }, "unsaid"],
    ["says only that it did not fail", { Successful: "" }, "signed-on"],
    ["succeeded with a change of the password", { Required_Password_Change: "1" }, "signed-on"],
  ])("believes nobody in whose line %s", async (_how, parts, outcome) => {
    expect(await read(aPage(aLine(parts)))).toMatchObject({ value: { signOns: [{ outcome }] } });
  });

  it.each([
    ["no outcome", { Successful: "", Failed_Signon: "" }],
    ["no moment", { Signon_DateTime: "" }],
    ["a moment without its zone", { Signon_DateTime: "2026-11-22T12:30:00" }],
    ["a moment that is none", { Signon_DateTime: "yesterdayZ" }],
  ])("is unreadable with a line of %s", async (_what, parts) => {
    expect(await read(aPage(aLine(parts)))).toMatchObject({ error: { kind: "unreadable" } });
  });

  it("leaves out whom no account is", async () => {
    expect(await read(aPage(aLine({ User_Name: "" })))).toMatchObject({ value: { signOns: [] } });
  });

  it("leaves out what lies outside of the time", async () => {
    const before = aLine({ Signon_DateTime: "2026-11-22T11:59:59Z" });
    const atEnd = aLine({ Signon_DateTime: "2026-11-22T13:00:00Z" });

    expect(await read(aPage(before + atEnd))).toMatchObject({ value: { signOns: [] } });
  });

  it("is empty where nobody signed on", async () => {
    expect(await read(aResponse(name, ""))).toEqual({
      ok: true,
      value: { kind: "seen", signOns: [] },
    });
  });

  it("of a million lines is not read beyond its first page", async () => {
    const { fetch, sent } = recordingFetch(aPage(aLine(), 1, 1_002));

    expect(await aWorkday(fetch).readSignOns(span)).toEqual({
      ok: true,
      value: { kind: "too-many" },
    });
    expect(sent).toHaveLength(1);
  });

  it("is read no longer than four calls may take", async () => {
    const { fetch, sent } = recordingFetch(aPage(aLine(), 1, 9));
    const limits = { timeoutMs: 5_000, maxReplyBytes: 100_000, version: "v40.0", fetch };
    const call = createSoap({
      servicesUrl: "https://services.example.com",
      tenant: "acme_dpt1",
      ...limits,
    });
    const as = { userName: "ISU_Bot", password: new Secret("bot-password") };

    const log = await readSignOns({ call, as }, span, {
      timeoutMs: 5_000,
      elapsedMs: () => sent.length * 9_000,
    });

    expect(log).toEqual({ ok: true, value: { kind: "too-many" } });
    expect(sent).toHaveLength(3);
  });

  it("is asked for in the version that has it", async () => {
    const { fetch, sent } = recordingFetch(aResponse(name, ""));

    await aWorkday(fetch, { signOnVersion: "v40.0" }).readSignOns(span);

    expect(sent[0]?.url).toMatch(/\/Identity_Management\/v40\.0$/);
    expect(sent[0]?.body).toContain('wd:version="v40.0"');
  });

  it("says what the bot's account lacks to read it", async () => {
    const refused = aFault(
      "SOAP-ENV:Server.processingError",
      "Processing error occurred. The task submitted is not authorized.",
    );

    expect(await read(refused)).toMatchObject({
      ok: false,
      error: { kind: "denied", words: matching("System Auditing") },
    });
  });
});
