import { describe, expect, it } from "vitest";
import { nameOf } from "../../../src/bot/blocks/request-titles.ts";
import {
  listAskedBy,
  listDue,
  listInventory,
  narrow,
} from "../../../src/flows/inventory/list-inventory.ts";
import { later, parseRequestId, parseTenantName } from "../../../src/flows/model/ids.ts";
import type { Verification, VerificationItem } from "../../../src/flows/model/verification.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { aDraft, anEditDraft } from "../../support/data/a-draft.ts";
import { anOpening, given, start } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben } from "../../support/data/people.ts";
import { valueIn } from "../../support/value-in.ts";

const tenant = aTenant();
const issued: Event = {
  kind: "step-finished",
  step: "issue-credential",
  facts: { secret: { name: "n", version: "v", url: "u", versionedUrl: "w" } },
};
const missing: VerificationItem = { kind: "missing", words: "Get on Payroll is not there." };

function aDone(userName: string, ...events: readonly Event[]): Request {
  return given(anOpening(aDraft({ userName })), ...events);
}

function ended(outcome: Verification["outcome"], ...items: VerificationItem[]): readonly Event[] {
  const verification = { outcome, items };
  return [
    { kind: "step-finished", step: "verify", facts: { verification } },
    { kind: "done", verification },
  ];
}

describe("listInventory", () => {
  it.each<[state: string, what: string, events: readonly Event[]]>([
    ["verified", "all of it was seen", ended("verified")],
    ["unverified", "some of it was not seen", ended("unverified")],
    ["unverified", "nobody looked", [{ kind: "done" }]],
    ["different", "something contradicted", ended("different", missing)],
    [
      "drifted",
      "a later look found something else",
      [...ended("verified"), { kind: "drifted", items: [missing] }],
    ],
    [
      "unverified",
      "a later look found the difference gone",
      [...ended("different", missing), { kind: "drifted", items: [] }],
    ],
  ])("calls an account %s where %s", (state, _what, events) => {
    const done = [aDone("ISU_A", ...events)];

    const entries = listInventory({ done, unfinished: [], tenants: [tenant] });

    expect(entries.map((entry) => entry.state)).toEqual([state]);
  });

  it("puts first what is due first, and what nobody knows before that", () => {
    const old = aDone("ISU_Old", issued, { kind: "done" });
    const done = [
      aDone("ISU_New", { kind: "step-begun", step: "issue-credential" }, issued, { kind: "done" }),
      old,
      aDone("ISU_B", { kind: "done" }),
      aDone("ISU_A", { kind: "done" }),
    ];

    const entries = listInventory({ done, unfinished: [], tenants: [tenant] });

    expect(entries.map(({ request }) => nameOf(request.draft))).toEqual([
      "ISU_A",
      "ISU_B",
      "ISU_Old",
      "ISU_New",
    ]);
    expect(entries[0]).not.toHaveProperty("password");
    expect(entries[2]?.password).toEqual({
      issuedAt: old.issuedAt,
      dueAt: later(later(start, 60_000), 365 * 86_400_000),
    });
  });

  it("shows one account once, by its newest request, with the one that is under way", () => {
    const newest = { ...aDone("isu_a", ...ended("verified")), id: anId("ISU-00000002") };
    const underWay = { ...aDone("ISU_A"), id: anId("ISU-00000003") };

    const entries = listInventory({
      done: [aDone("ISU_A", { kind: "done" }), newest],
      unfinished: [underWay],
      tenants: [tenant],
    });

    expect(entries).toEqual([
      { request: newest, tenant, state: "verified", underWay: "ISU-00000003" },
    ]);
  });

  it.each<[what: string, created: Request]>([
    ["issued", aDone("ISU_A", issued, { kind: "done" })],
    ["made by Workday", given(anOpening(aDraft({ userName: "ISU_A", passwordFrom: "workday" })))],
  ])("knows of a password what it knew when it was %s, after an edit too", (_what, created) => {
    const edited = given(anOpening(anEditDraft({ userName: "ISU_A" })), { kind: "done" });
    const [before] = listInventory({ done: [created], unfinished: [], tenants: [tenant] });
    const done = [created, edited];

    expect(listInventory({ done, unfinished: [], tenants: [tenant] })).toEqual([
      { ...before, request: edited },
    ]);
  });

  it("knows nothing of a password before the account was made anew", () => {
    const done = [aDone("ISU_A", issued, { kind: "done" }), aDone("ISU_A", { kind: "done" })];

    const [entry] = listInventory({ done, unfinished: [], tenants: [tenant] });

    expect(entry).toEqual({ request: done[1], tenant, state: "unverified" });
  });

  it("shows nothing of a tenant that may not be read", () => {
    const done = [aDone("ISU_A", { kind: "done" })];

    expect(listInventory({ done, unfinished: [], tenants: [] })).toEqual([]);
  });
});

describe("narrow", () => {
  const other = aTenant({ name: valueIn(parseTenantName("acme")), label: "Acme two" });
  const entries = listInventory({
    done: [
      aDone("ISU_A", { kind: "done" }),
      given(anOpening(aDraft({ tenant: other.name, userName: "ISU_B", groupName: "Payroll" }))),
    ],
    unfinished: [],
    tenants: [tenant, other],
  });

  it.each([
    ["ACME", ["ISU_B"]],
    ["acme_dpt1", ["ISU_A"]],
    [" payroll ", ["ISU_B"]],
    ["acme s", ["ISU_A"]],
    ["viva", ["ISU_A", "ISU_B"]],
    ["nobody", []],
  ])("finds for %o %o", (text, names) => {
    expect(narrow(entries, text).map(({ request }) => nameOf(request.draft))).toEqual(names);
  });

  it("finds an account of no recipe", () => {
    const { recipe: _none, ...draft } = aDraft();
    const done = [given(anOpening(draft))];

    expect(narrow(listInventory({ done, unfinished: [], tenants: [tenant] }), "viva")).toHaveLength(
      1,
    );
    expect(narrow(listInventory({ done, unfinished: [], tenants: [tenant] }), "xyz")).toEqual([]);
  });
});

function anId(text: string): Request["id"] {
  return valueIn(parseRequestId(text));
}

describe("listDue", () => {
  const dayMs = 86_400_000;
  const due = aDone("ISU_A", issued, { kind: "done" });
  const entries = listInventory({ done: [due], unfinished: [], tenants: [tenant] });

  it.each([
    [-31, []],
    [-30, ["ISU_A"]],
    [1, ["ISU_A"]],
  ])("%d days from when it is due shows %j", (days, names) => {
    const [entry] = entries;
    const now = later(entry?.password?.dueAt ?? start, days * dayMs);

    expect(listDue(entries, now).map(({ request }) => nameOf(request.draft))).toEqual(names);
  });

  it("does not show a password that nobody knows, not even one that was known before", () => {
    const unknown = given(anOpening(aDraft({ userName: "ISU_A", passwordFrom: "workday" })), {
      kind: "done",
    });
    const done = [due, unknown, aDone("ISU_B", { kind: "done" })];

    const all = listInventory({ done, unfinished: [], tenants: [tenant] });

    expect(all.map(({ request }) => nameOf(request.draft))).toEqual(["ISU_B", "ISU_A"]);
    expect(all[1]).toMatchObject({ isUnknown: true });
    expect(all[1]).not.toHaveProperty("password");
    expect(listDue(all, later(start, 9_999 * dayMs))).toEqual([]);
  });
});

describe("listAskedBy", () => {
  const created = aDone("ISU_A", { kind: "done" });
  const edited: Request = {
    ...given(anOpening(anEditDraft({ userName: "isu_a" })), { kind: "done" }),
    askedBy: ben,
  };

  it.each<[what: string, done: readonly Request[], by: Request["askedBy"], names: string[]]>([
    ["who asked for it", [created], ann, ["ISU_A"]],
    ["who asked for a change of it since", [created, edited], ben, ["isu_a"]],
    ["who asked for it, whoever changed it since", [created, edited], ann, ["isu_a"]],
    ["nobody of those before it was made anew", [edited, created], ben, []],
    ["nobody who asked for nothing of it", [created], ben, []],
  ])("shows an account to %s", (_what, done, by, names) => {
    const entries = listInventory({ done, unfinished: [], tenants: [tenant] });

    const asked = listAskedBy(by, entries, done);

    expect(asked.map(({ request }) => nameOf(request.draft))).toEqual(names);
  });
});
