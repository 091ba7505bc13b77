import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  instant,
  later,
  parsePersonId,
  parseRequestId,
  parseTenantName,
  parseUserGroupId,
  slackIdsOf,
  toRequestId,
} from "../../../src/flows/model/ids.ts";
import { ann, securityAdmins, team } from "../../support/data/people.ts";

describe("parsePersonId", () => {
  it("joins a team and a member", () => {
    expect(parsePersonId("T024BE7LD", "U024BE7LH")).toEqual({
      ok: true,
      value: "T024BE7LD:U024BE7LH",
    });
  });

  it.each([
    ["no team", "", "U024BE7LH"],
    ["a channel for a team", "C024BE7LD", "U024BE7LH"],
    ["a bot for a person", "T024BE7LD", "B024BE7LH"],
    ["a user group for a person", "T024BE7LD", "S024BE7LH"],
    ["lower case", "T024BE7LD", "u024be7lh"],
    ["a colon within", "T024BE7LD", "U024:BE7LH"],
    ["something behind it", "T024BE7LD", "U024BE7LH\n"],
  ])("refuses %s", (_why, teamId, user) => {
    expect(parsePersonId(teamId, user)).toEqual({ ok: false, error: "not-a-person" });
  });
});

describe("parseUserGroupId", () => {
  it("joins an enterprise and a group", () => {
    expect(parseUserGroupId("E024BE7LD", "S0614TZR7").ok).toBe(true);
  });

  it("refuses a person", () => {
    expect(parseUserGroupId("T024BE7LD", "U0614TZR7")).toEqual({
      ok: false,
      error: "not-a-user-group",
    });
  });
});

describe("slackIdsOf", () => {
  it.each([
    [ann, { team, id: "U0ANN" }],
    [securityAdmins, { team, id: "S0SECADM" }],
  ])("parts %s again", (id, parts) => {
    expect(slackIdsOf(id)).toEqual(parts);
  });
});

describe("toRequestId", () => {
  it("makes an id that its parser takes, typed in any case and with spaces around it", () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 8, maxLength: 8 });

    fc.assert(
      fc.property(numbers, (drawn) => {
        const id = toRequestId(drawn);
        expect(parseRequestId(` ${id.toLowerCase()} `)).toEqual({ ok: true, value: id });
      }),
    );
  });

  it.each(["", "7K3M9QXV", "ISU-7K3M9QX", "ISU-7K3M9QXVV", "ISU-7K3M9QXU", "ISU-7K3M9QXI", "XYZ"])(
    'and the parser refuses "%s"',
    (raw) => {
      expect(parseRequestId(raw)).toEqual({ ok: false, error: "not-a-request" });
    },
  );
});

describe("parseTenantName", () => {
  it.each(["acme", "acme_dpt1", `a${"b".repeat(62)}`])("takes %s", (raw) => {
    expect(parseTenantName(raw)).toEqual({ ok: true, value: raw });
  });

  it.each(["", "1acme", "acme dpt1", "acme/dpt1", "acme-dpt1", `a${"b".repeat(63)}`])(
    'refuses "%s"',
    (raw) => {
      expect(parseTenantName(raw)).toEqual({ ok: false, error: "not-a-tenant" });
    },
  );
});

describe("later", () => {
  it("adds milliseconds", () => {
    expect(later(instant(1_000), 500)).toBe(1_500);
  });
});
