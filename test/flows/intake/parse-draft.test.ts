import { describe, expect, it } from "vitest";
import { parseDraft } from "../../../src/flows/intake/parse-draft.ts";
import type { Field, RawDraft } from "../../../src/flows/request/raw-draft.ts";
import { like } from "../../bot/support/like.ts";
import { aDraft, aRawDraft, existingSystem } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";

const userNameRule = { pattern: "^ISU_", words: "Begin the user name with ISU_." };
const tenant = aTenant({ userNameRule });

const say = {
  userName: "Type a user name: Workday needs one for every account.",
  colon: "Workday allows no `:` and no `;` in a user name. Take them out.",
  marks: 'Use no spaces and none of < > & " in a user name: several clients break on them.',
  longName: "Shorten the user name to 100 characters.",
  protectedName: "is protected by the bot's configuration. Choose another name.",
  rule: "This tenant's naming rule: Begin the user name with ISU_.",
  system: "Choose an existing integration system above, or name a new one here.",
  oddSystem: "Use 150 characters at most.",
  timeout: "Leave it empty, type 0, or a whole number of minutes from 6 to 720.",
  group: "Type a name for the security group.",
  longGroup: "Shorten the group name to 150 characters.",
  protectedGroup: "is protected by the bot's configuration. Choose another name.",
  none: "Name at least one domain under Get, Put, View or Modify.",
  oddDomain: "One domain on each line, 150 characters at most.",
  many: "Name 60 domains at most under one access.",
  refused: "administers security itself, so this bot does not ask for it. Take it out.",
  reason: "Say why it is needed: the approver reads it to decide.",
  longReason: "Shorten the reason to 3,000 characters.",
  ticket: "Paste the ticket's whole address, beginning with https://, or leave this empty.",
  oddTicket: "Shorten the address to 500 characters, without spaces and without < > |.",
} as const;

function invisible(point: string): string {
  return `Remove the invisible character ${point} from`;
}

function domains(changes: Partial<RawDraft["domains"]>): Partial<RawDraft> {
  return { domains: { ...aRawDraft().domains, ...changes } };
}

const noDomains = { Get: "", Put: " \n\t", View: "", Modify: "" };
const sixtyOne = Array.from({ length: 61 }, (_, index) => `Domain ${index}`).join("\n");

describe("parseDraft", () => {
  it("takes a draft that keeps every rule", () => {
    expect(parseDraft(aRawDraft(), tenant)).toEqual({ ok: true, value: aDraft() });
  });

  it.each<[why: string, changes: Partial<RawDraft>, field: Field, words: string]>([
    ["no user name", { userName: " " }, "userName", say.userName],
    ["a control character in it", { userName: "ISU_\u0000V" }, "userName", invisible("U+0000")],
    ["a colon in it", { userName: "ISU:Viva" }, "userName", say.colon],
    ["a semicolon in it", { userName: "ISU_Viva;" }, "userName", say.colon],
    ["XML in it", { userName: "ISU_<b>&amp" }, "userName", say.marks],
    ["a mention of everybody in it", { userName: "<!channel>" }, "userName", say.marks],
    ["a quote in it", { userName: 'ISU_"V"' }, "userName", say.marks],
    ["a space in it", { userName: "ISU Viva" }, "userName", say.marks],
    ["101 characters of it", { userName: `ISU_${"v".repeat(97)}` }, "userName", say.longName],
    ["the bot's own account", { userName: "isu_BOT" }, "userName", say.protectedName],
    ["a protected account", { userName: " WD-Runner " }, "userName", say.protectedName],
    ["a name against the tenant's rule", { userName: "viva" }, "userName", say.rule],
    ["no integration system", { newSystem: " " }, "newSystem", say.system],
    ["a tab in its name", { newSystem: "Viva\tLearning" }, "newSystem", invisible("U+0009")],
    ["151 characters of its name", { newSystem: "v".repeat(151) }, "newSystem", say.oddSystem],
    ["a timeout of 5", { sessionTimeoutMinutes: "5" }, "sessionTimeoutMinutes", say.timeout],
    [
      "a timeout above the most",
      { sessionTimeoutMinutes: "721" },
      "sessionTimeoutMinutes",
      say.timeout,
    ],
    [
      "a timeout with a fraction",
      { sessionTimeoutMinutes: "10.5" },
      "sessionTimeoutMinutes",
      say.timeout,
    ],
    ["a negative timeout", { sessionTimeoutMinutes: "-6" }, "sessionTimeoutMinutes", say.timeout],
    ["a timeout in words", { sessionTimeoutMinutes: "1e2" }, "sessionTimeoutMinutes", say.timeout],
    ["no group name", { groupName: "" }, "groupName", say.group],
    ["a line break in it", { groupName: "ISSG\nViva" }, "groupName", invisible("U+000A")],
    ["151 characters of it", { groupName: "g".repeat(151) }, "groupName", say.longGroup],
    [
      "a protected group",
      { groupName: "security administrators" },
      "groupName",
      say.protectedGroup,
    ],
    [
      "a protected group, with a space more",
      { groupName: "Security\u00a0 Administrators" },
      "groupName",
      say.protectedGroup,
    ],
    ["no domain at all", { domains: noDomains }, "Get", say.none],
    [
      "a control character in a domain",
      domains({ View: "Pay\u0007roll" }),
      "View",
      invisible("U+0007"),
    ],
    ["151 characters of a domain", domains({ Modify: "d".repeat(151) }), "Modify", say.oddDomain],
    ["61 domains", domains({ Put: sixtyOne }), "Put", say.many],
    ["no reason", { reason: "\n" }, "reason", say.reason],
    ["3,001 characters of reason", { reason: "r".repeat(3_001) }, "reason", say.longReason],
    ["a ticket's number alone", { ticket: "HR-1234" }, "ticket", say.ticket],
    ["a script for a ticket", { ticket: "javascript:alert(1)" }, "ticket", say.ticket],
    ["Slack's markup in a ticket", { ticket: "https://x.io/<!here>" }, "ticket", say.oddTicket],
    ["a space in a ticket", { ticket: "https://x.io/a b" }, "ticket", say.oddTicket],
    [
      "501 characters of it",
      { ticket: `https://x.io/${"t".repeat(488)}` },
      "ticket",
      say.oddTicket,
    ],
  ])("says what is wrong with %s", (_why, changes, field, words) => {
    expect(parseDraft(aRawDraft(changes), tenant)).toEqual({
      ok: false,
      error: { [field]: like(words) },
    });
  });

  it.each(["Integration Security", " integration   SECURITY ", "Integration\u00a0Security"])(
    "refuses a domain that administers security, spelled %j",
    (domain) => {
      const answer = parseDraft(aRawDraft(domains({ Put: `Payroll\n${domain}` })), tenant);

      expect(answer).toEqual({
        ok: false,
        error: { Put: `${domain.replaceAll(/ +/g, " ").trim()} ${say.refused}` },
      });
    },
  );

  it("says everything that is wrong at once, each on its field", () => {
    const answer = parseDraft(
      aRawDraft({
        userName: "",
        newSystem: "",
        sessionTimeoutMinutes: "x",
        groupName: "",
        domains: { ...noDomains, Put: "Security Administration", View: sixtyOne },
        reason: "",
        ticket: "x",
      }),
      tenant,
    );

    expect(answer).toEqual({
      ok: false,
      error: {
        userName: say.userName,
        newSystem: say.system,
        sessionTimeoutMinutes: say.timeout,
        groupName: say.group,
        Put: `Security Administration ${say.refused}`,
        View: say.many,
        reason: say.reason,
        ticket: say.ticket,
      },
    });
  });

  it.each<[typed: string, minutes: number | undefined]>([
    ["", undefined],
    ["0", 0],
    ["6", 6],
    [" 30 ", 30],
    ["720", 720],
  ])("takes a session timeout of %j", (typed, minutes) => {
    const { sessionTimeoutMinutes: _absent, ...rest } = aDraft();

    expect(parseDraft(aRawDraft({ sessionTimeoutMinutes: typed }), tenant)).toEqual({
      ok: true,
      value: minutes === undefined ? rest : { ...rest, sessionTimeoutMinutes: minutes },
    });
  });

  it.each<[what: string, typed: Partial<RawDraft>, draft: Parameters<typeof aDraft>[0]]>([
    [
      "an existing system before a new name",
      { existingSystem: { id: existingSystem.id, name: existingSystem.name } },
      { system: existingSystem },
    ],
    ["3,000 characters of reason", { reason: "r".repeat(3_000) }, { reason: "r".repeat(3_000) }],
    [
      "markup in a reason, as it is",
      { reason: "*bold* <!here> </wd:x> &amp;" },
      { reason: "*bold* <!here> </wd:x> &amp;" },
    ],
    ["markup in a group's name", { groupName: "R&D <b> *x*" }, { groupName: "R&D <b> *x*" }],
    [
      "a ticket",
      { ticket: " https://jira.example/HR-1 " },
      { ticket: "https://jira.example/HR-1" },
    ],
    [
      "100 characters of user name",
      { userName: `ISU_${"v".repeat(96)}` },
      { userName: `ISU_${"v".repeat(96)}` },
    ],
  ])("takes %s", (_what, typed, draft) => {
    expect(parseDraft(aRawDraft(typed), tenant)).toEqual({ ok: true, value: aDraft(draft) });
  });

  it("names each domain once, without empty lines and doubled spaces", () => {
    const Get = "Worker Data:  Workers\r\n\n worker data: workers \nPayroll\tData";

    expect(parseDraft(aRawDraft({ domains: { ...noDomains, Get } }), tenant)).toEqual({
      ok: true,
      value: aDraft({
        permissions: {
          Get: ["Worker Data: Workers", "Payroll Data"],
          Put: [],
          View: [],
          Modify: [],
        },
      }),
    });
  });

  it("joins what was chosen and what was pasted, each once", () => {
    const otherDomains = "Get: worker data: workers\nPut\nPayroll\n- Absence";
    const typed = { domains: { ...noDomains, Get: "Worker Data: Workers" }, otherDomains };

    expect(parseDraft(aRawDraft(typed), tenant)).toEqual({
      ok: true,
      value: aDraft({
        permissions: {
          Get: ["Worker Data: Workers"],
          Put: ["Payroll", "Absence"],
          View: [],
          Modify: [],
        },
      }),
    });
  });

  it.each<[why: string, otherDomains: string, field: Field, words: string]>([
    [
      "a pasted line without an access",
      "Payroll",
      "otherDomains",
      "Say which access this line is for: Payroll. Begin it with Get:, Put:, View: or Modify:, or put the access alone on the line above.",
    ],
    [
      "a pasted domain that administers security",
      "Get: integration  security",
      "otherDomains",
      `integration security ${say.refused}`,
    ],
    ["151 characters of a pasted line", "p".repeat(151), "otherDomains", say.oddDomain],
    ["61 domains, one of them pasted", "Put: Domain 60", "Put", say.many],
  ])("says what is wrong with %s", (_why, otherDomains, field, words) => {
    const sixty = sixtyOne.split("\n").slice(0, 60).join("\n");
    const typed = { ...domains({ Put: sixty }), otherDomains };

    expect(parseDraft(aRawDraft(typed), tenant)).toEqual({ ok: false, error: { [field]: words } });
  });

  it("asks for an access before it asks for a domain", () => {
    const answer = parseDraft(aRawDraft({ domains: noDomains, otherDomains: "Payroll" }), tenant);

    expect(answer.ok ? [] : Object.keys(answer.error)).toEqual(["otherDomains"]);
  });

  it("leaves out the recipe of a blank form", () => {
    const { recipe: _blank, ...rest } = aDraft();

    expect(parseDraft(aRawDraft({ recipe: "" }), tenant)).toEqual({ ok: true, value: rest });
  });
});
