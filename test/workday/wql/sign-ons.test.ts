import { describe, expect, it } from "vitest";
import type { Fault } from "../../../src/flows/model/fault.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import { err, ok } from "../../../src/result.ts";
import { createWqlSignOns, readByEither } from "../../../src/workday/wql/sign-ons.ts";
import { aReader, instance } from "./a-reader.ts";

const noon = instant(Date.UTC(2026, 10, 22, 12));
const span = { from: noon, to: instant(noon + 3_600_000) };

const recorded = {
  workdayAccountSignOn: "Self referencing instance",
  sign_OnTime: "Date",
  systemAccount1: "Single instance",
  failedSignOn: "Boolean",
  accountLockedDisabledOrExpired: "Boolean",
  invalidCredentials: "Boolean",
  signonIPAddress: "Text",
  authenticationType: "Single instance",
};

function listing(fields: Readonly<Record<string, string>> = recorded) {
  const listed = Object.entries(fields).map(([alias, type]) => ({ alias, type }));
  return async () => ok([{ alias: "allSystemAccountSignons", fields: listed }]);
}

const line = {
  sign_OnTime: "2026-11-22T04:30:00.000-08:00",
  systemAccount1: instance("ISU_Viva"),
  failedSignOn: false,
  signonIPAddress: "203.0.113.7",
  authenticationType: instance("User Name Password"),
};
const { failedSignOn: _left, ...unsaid } = line;
const own = { ...unsaid, systemAccount1: instance("ISU_Bot") };

function no(kind: Fault["kind"], words: string) {
  return err({ kind, outside: "Workday", words } as const);
}

async function read(rows: readonly unknown[], findSources = listing()): Promise<unknown> {
  return createWqlSignOns({ reader: aReader(rows), findSources, account: "isu_bot" })(span);
}

describe("the log of sign-ons by WQL", () => {
  it("tells who signed on, when, from where and how", async () => {
    expect(await read([line])).toEqual({
      ok: true,
      value: {
        kind: "seen",
        by: "wql",
        signOns: [
          {
            userName: "ISU_Viva",
            at: noon + 1_800_000,
            outcome: "signed-on",
            address: "203.0.113.7",
            channel: "",
            type: "User Name Password",
          },
        ],
      },
    });
  });

  it("asks for the time alone, with the filter that the source requires", async () => {
    const reader = aReader([]);

    await createWqlSignOns({ reader, findSources: listing(), account: "ISU_Bot" })(span);

    expect(reader.asked).toEqual([
      expect.stringContaining(
        'FROM allSystemAccountSignons(dataSourceFilter=workdaySystemAccountSignonsInRange, fromMoment="2026-11-22T12:00:00.000Z", toMoment="2026-11-22T13:00:00.000Z")',
      ),
    ]);
  });

  it.each<[outcome: string, row: object]>([
    [
      "locked-or-expired",
      {
        ...line,
        failedSignOn: true,
        accountLockedDisabledOrExpired: true,
        invalidCredentials: true,
      },
    ],
    ["wrong-password", { ...line, failedSignOn: true, invalidCredentials: true }],
    ["unsaid", { ...line, failedSignOn: true }],
    ["unsaid", { ...line, failedSignOn: "perhaps" }],
    ["signed-on", line],
  ])("tells %s", async (outcome, row) => {
    expect(await read([row])).toMatchObject({ value: { signOns: [{ outcome }] } });
  });

  it("takes a failure that is left out for none where the bot's own sign-on leaves it out", async () => {
    expect(await read([unsaid, own])).toMatchObject({
      value: { signOns: [{ outcome: "signed-on" }, { outcome: "signed-on" }] },
    });
  });

  it("takes it for nothing where the bot's own does not show", async () => {
    expect(await read([unsaid])).toMatchObject({ value: { kind: "seen", signOns: [] } });
  });

  it("leaves out what nobody's account tried, and what is not of the time", async () => {
    const { systemAccount1: _nobody, ...unknown } = line;
    const late = { ...line, sign_OnTime: "2026-11-22T13:00:00Z" };

    expect(await read([unknown, late])).toMatchObject({ value: { signOns: [] } });
  });

  it("counts for nothing where a line says no moment", async () => {
    const vague = { ...line, sign_OnTime: "2026-11-22T12:00:00" };

    expect(await read([line, vague])).toMatchObject({ error: { kind: "unreadable" } });
  });

  it("reads no more than so many lines at once", async () => {
    const many = Array.from({ length: 10_001 }, () => line);

    expect(await read(many)).toEqual({ ok: true, value: { kind: "too-many" } });
  });

  it.each(["sign_OnTime", "systemAccount1", "failedSignOn"] as const)(
    "is not there without the field %s",
    async (field) => {
      const { [field]: _gone, ...others } = recorded;

      expect(await read([line], listing(others))).toMatchObject({ error: { kind: "rejected" } });
    },
  );

  it("passes on why the tenant lists nothing", async () => {
    const fault: Fault = { kind: "denied", outside: "Workday", words: "No." };

    expect(
      await createWqlSignOns({
        reader: aReader([]),
        findSources: async () => err(fault),
        account: "ISU_Bot",
      })(span),
    ).toEqual({ ok: false, error: fault });
  });
});

describe("readByEither", () => {
  const seen = ok({ kind: "seen", signOns: [] } as const);
  const byWql = ok({ kind: "seen", signOns: [], by: "wql" } as const);
  it.each([
    ["the service where it answers", seen, byWql, seen],
    [
      "the service where it may answer soon",
      no("unreachable", "Away."),
      byWql,
      no("unreachable", "Away."),
    ],
    ["WQL where the service is not open", no("denied", "No."), byWql, byWql],
    ["WQL where the tenant has no such service", no("rejected", "No."), byWql, byWql],
    [
      "that WQL may answer soon",
      no("denied", "No."),
      no("unknown", "Slow."),
      no("unknown", "Slow."),
    ],
    [
      "what the service said where neither is open",
      no("denied", "No."),
      no("rejected", "None."),
      no("denied", "No."),
    ],
  ] as const)("answers %s", async (_what, service, wql, answer) => {
    expect(
      await readByEither(
        async () => service,
        async () => wql,
      )(span),
    ).toEqual(answer);
  });
});
