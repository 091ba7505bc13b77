import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDraft } from "../../../src/flows/intake/parse-draft.ts";
import { accesses } from "../../../src/flows/model/permissions.ts";
import type { CreateDraft } from "../../../src/flows/request/draft.ts";
import type { FieldProblems, RawDraft } from "../../../src/flows/request/raw-draft.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";

const tenant = aTenant({ userNameRule: { pattern: "^.{2,}$", words: "Two characters or more." } });

/** What people type and paste: mostly plain, sometimes wild. */
const typed = fc.oneof(
  { arbitrary: fc.stringMatching(/^[A-Za-z_]{2,12}$/), weight: 40 },
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(" ", ":", ";", "<!channel>", "</wd:User_Name>", "\u0000", "\ud800", "ISU_Bot"),
  fc.integer({ min: -1, max: 4_000 }).map((length) => "x".repeat(Math.max(0, length))),
);
const lines = fc
  .array(fc.oneof(typed, fc.constantFrom("integration security", "Payroll")), { maxLength: 4 })
  .map((all) => all.join("\n"));

const anyRaw: fc.Arbitrary<RawDraft> = fc.record(
  {
    kind: fc.constant("create"),
    tenant: fc.constant<string>(acme),
    recipe: fc.constantFrom("", "viva-learning"),
    userName: typed,
    existingSystem: fc.record({ id: typed, name: typed }),
    newSystem: typed,
    sessionTimeoutMinutes: fc.oneof(
      fc.constant(""),
      fc.integer({ min: -2, max: 1_100 }).map(String),
      typed,
    ),
    doNotAllowUiSessions: fc.boolean(),
    groupName: typed,
    domains: fc.record({ Get: lines, Put: lines, View: lines, Modify: lines }),
    otherDomains: lines.map((text) => text.replaceAll("Payroll", "Get: Payroll")),
    reason: typed,
    ticket: fc.oneof({ arbitrary: fc.constant(""), weight: 5 }, fc.webUrl(), typed),
  },
  {
    requiredKeys: [
      "kind",
      "tenant",
      "recipe",
      "userName",
      "newSystem",
      "sessionTimeoutMinutes",
      "doNotAllowUiSessions",
      "groupName",
      "domains",
      "reason",
      "ticket",
    ],
  },
);

describe("parseDraft, whatever is typed", () => {
  it("says what is wrong in sentences, or gives a draft that keeps every rule", () => {
    let taken = 0;

    fc.assert(
      fc.property(anyRaw, (raw) => {
        const answer = parseDraft(raw, tenant);
        taken += answer.ok ? 1 : 0;
        const wrong = answer.ok ? brokenRules(answer.value) : oddSentences(answer.error);
        expect(wrong).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
    expect(taken).toBeGreaterThan(20);
  });

  it("gives the same draft when a draft is typed again", () => {
    fc.assert(
      fc.property(anyRaw, (raw) => {
        const answer = parseDraft(raw, tenant);
        fc.pre(answer.ok);
        expect(parseDraft(typeAgain(raw, answer.value), tenant)).toEqual(answer);
      }),
    );
  });
});

function oddSentences(problems: FieldProblems): readonly string[] {
  const sentences = Object.values(problems);
  return sentences.length === 0
    ? ["nothing was said"]
    : sentences.filter((words) => !/^\S.*\.$/s.test(words));
}

/** The rules once more, in other words than the code's. */
function brokenRules(draft: CreateDraft): readonly string[] {
  const { userName, groupName, system, permissions, reason } = draft;
  const all = accesses.flatMap((access) => permissions[access]);
  const rules: readonly (readonly [rule: string, isKept: boolean])[] = [
    ["user name", /^[^\p{Cc}\p{Cs}:;<>&"\s]{2,100}$/u.test(userName)],
    ["protected", !/^(isu_bot|wd-runner)$/i.test(userName)],
    ["system", system.kind === "existing" || isLine(system.name)],
    ["timeout", isTimeout(draft.sessionTimeoutMinutes ?? 0)],
    ["group", isLine(groupName)],
    ["protected group", !/^(issg_bot|security administrators)$/i.test(groupName)],
    ["domains", all.length > 0 && all.every(isLine)],
    ["refused", all.every((one) => !/^(security administration|integration security)$/i.test(one))],
    ["reason", /^\S(.{0,2998}\S)?$/s.test(reason)],
    ["ticket", /^https?:[^\s<>|]{1,494}$/i.test(draft.ticket ?? "https://none")],
  ];
  return rules.flatMap(([rule, isKept]) => (isKept ? [] : [rule]));
}

function isLine(text: string): boolean {
  return /^[^\p{Cc}\p{Cs}]+$/u.test(text) && text.length <= 150 && text === text.trim();
}

function isTimeout(minutes: number): boolean {
  return minutes === 0 || (Number.isInteger(minutes) && minutes > 5 && minutes <= 720);
}

function typeAgain(raw: RawDraft, draft: CreateDraft): RawDraft {
  const { Get, Put, View, Modify } = draft.permissions;
  return {
    ...raw,
    userName: draft.userName,
    groupName: draft.groupName,
    reason: draft.reason,
    otherDomains: "",
    domains: {
      Get: Get.join("\n"),
      Put: Put.join("\n"),
      View: View.join("\n"),
      Modify: Modify.join("\n"),
    },
  };
}
