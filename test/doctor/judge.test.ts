import { describe, expect, it } from "vitest";
import { parseDoctorArguments } from "../../src/doctor/arguments.ts";
import { judgeChannel } from "../../src/doctor/channel.ts";
import type { State } from "../../src/doctor/finding.ts";
import { judgeImplementation } from "../../src/doctor/implementation.ts";
import { judgeReport } from "../../src/doctor/reports.ts";
import { judgeHands } from "../../src/doctor/runner.ts";
import { judgeScopes } from "../../src/doctor/scopes.ts";
import { settingsAreGood } from "../../src/doctor/settings.ts";
import { allBy, aTenant } from "../support/data/a-tenant.ts";
import { matching } from "../workday/support/matching.ts";

describe("judgeScopes", () => {
  const wanted = ["commands", "chat:write"];

  it.each<[why: string, granted: readonly string[] | undefined, state: State, words: RegExp]>([
    ["the same", ["chat:write", "commands"], "ok", /Exactly/],
    ["too few", ["commands"], "failed", /lacks chat:write/],
    ["others", ["commands", "admin"], "failed", /lacks chat:write/],
    ["too many", [...wanted, "admin"], "warning", /more .*: admin/],
    ["nothing said", undefined, "not-tried", /did not say/],
  ])("judges %s", (_why, granted, state, words) => {
    expect(judgeScopes(granted, wanted)).toMatchObject([{ state, words: matching(words) }]);
  });
});

describe("judgeChannel", () => {
  it("tells everything that is wrong at once", () => {
    const facts = { isArchived: true, isMember: false, isShared: true };

    expect(judgeChannel("channel C1", facts).map(({ words }) => words)).toEqual([
      "It is archived.",
      "The bot is not in it.",
      "It is shared with another company, and the bot refuses to work there.",
    ]);
  });
});

describe("judgeReport", () => {
  const report = {
    area: "Workday acme",
    what: "report securityGroups",
    name: "Groups",
    key: "securityGroups",
  } as const;

  it.each<[rows: number, missing: readonly string[], state: State, words: RegExp]>([
    [0, [], "ok", /Cannot tell its columns: no rows/],
    [3, [], "ok", /every column/],
    [3, ["Status", "Member"], "failed", /lacks the column Status and Member/],
  ])("judges %d rows without %j", (rows, missing, state, words) => {
    expect(judgeReport(report, { rows, missing, unnamed: [], empty: [] })).toMatchObject({
      state,
      words: matching(words),
    });
  });

  it.each([
    [0, "warning"],
    [1, "ok"],
  ])("takes %d rows of exemptions for %s: an empty list proves nothing", (rows, state) => {
    const exempt = { ...report, key: "passwordExemptions" } as const;

    expect(judgeReport(exempt, { rows, missing: [], unnamed: [], empty: [] })).toMatchObject({
      state,
    });
  });

  it.each([0, 3])("says of %d rows what is unverified for a column that nobody named", (rows) => {
    const check = {
      rows,
      missing: [],
      unnamed: ["Group_Type", "Included_In"],
      empty: ["Initiates"],
    };

    expect(judgeReport(report, check)).toMatchObject({
      state: "ok",
      words: matching("What Group_Type, Included_In would tell is unverified"),
    });
  });

  it.each([
    [3, true],
    [0, false],
  ])(
    "says of %d rows that show nothing in a column whether that is unverified: %j",
    (rows, isSaid) => {
      const { words } = judgeReport(report, {
        rows,
        missing: [],
        unnamed: [],
        empty: ["Initiates"],
      });

      expect(words.includes("No row shows anything in Initiates")).toBe(isSaid);
    },
  );
});

describe("judgeHands", () => {
  it("names the tasks that are the runner's", () => {
    const hands = { ...allBy("person"), activate: "runner" as const };

    expect(judgeHands([aTenant({ hands })])).toMatchObject({
      state: "ok",
      words: "It is the hand of acme_dpt1 (activate).",
    });
  });
});

describe("settingsAreGood", () => {
  it("counts tenants", () => {
    expect([1, 2].map((count) => settingsAreGood(count).words)).toEqual([
      "Every setting can be read, for one tenant.",
      "Every setting can be read, for 2 tenants.",
    ]);
  });
});

describe("parseWish", () => {
  it("writes nothing unless it is asked to", () => {
    expect(parseDoctorArguments([])).toEqual({
      ok: true,
      value: { isHelp: false, isJson: false, writeTestSecret: false },
    });
  });

  it("reads the options", () => {
    expect(parseDoctorArguments(["--json", "--write-test-secret", "--help"])).toEqual({
      ok: true,
      value: { isHelp: true, isJson: true, writeTestSecret: true },
    });
  });

  it("refuses others", () => {
    expect(parseDoctorArguments(["--fix"])).toMatchObject({ ok: false });
  });
});

describe("judgeImplementation", () => {
  const service = { enabled: true, version: "v47.0" };
  const hands = { ...allBy("implementation"), activate: "person" as const };

  it("says nothing where it is off", () => {
    const off = { ...service, enabled: false };

    expect(judgeImplementation({ name: "acme" }, { hands })).toEqual([]);
    expect(judgeImplementation({ name: "acme", implementationService: off }, { hands })).toEqual(
      [],
    );
  });

  it.each([
    ["which tasks rest on it", hands, /is the hand of create-security-group, .*, inactivate/],
    ["that nothing does", allBy("person"), /no hand names it/],
  ])("notes %s", (_what, named, words) => {
    const entry = { name: "acme", implementationService: service };

    expect(judgeImplementation(entry, { hands: named })).toMatchObject([
      { area: "Workday acme", state: "warning", words: matching(words) },
    ]);
  });
});
