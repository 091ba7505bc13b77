import { describe, expect, it } from "vitest";
import { brand } from "../../../src/brand.ts";
import type { PendingChanges } from "../../../src/flows/model/pending.ts";
import type { TitledList } from "../../../src/flows/model/titled-list.ts";
import type { MemberFacts, OtherRequest } from "../../../src/flows/request/other-request.ts";
import { listRelease } from "../../../src/flows/wording/describe-release.ts";
import { anOtherRequest, aPendingChange } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";

const tenant = aTenant();
const change = aPendingChange();
const seen: PendingChanges = { kind: "seen", changes: [change] };

function aMember(
  facts: Partial<MemberFacts> = {},
  changes: Partial<OtherRequest> = {},
): OtherRequest {
  const member = { about: "New integration user ISU_Viva", unseen: [], ...facts };
  const id = "ISU-ONE";
  return anOtherRequest({ id: brand(id), askedBy: ann, changes: [change], ...changes, member });
}

function aNumberOf(members: number): readonly OtherRequest[] {
  return Array.from({ length: members }, (_, at) => aMember({}, { id: brand(`ISU-${at}`) }));
}

function show(
  others: readonly OtherRequest[],
  pending: PendingChanges = seen,
): readonly TitledList[] {
  return listRelease({ pending, others }, { tenant, nameWhose: () => "", listStrangers: [] });
}

describe("the requests of a release", () => {
  const one = "ISU-ONE: New integration user ISU_Viva";

  it.each<[what: string, member: OtherRequest, line: string]>([
    ["changes", aMember(), `${one}, 1 change`],
    ["two approvers", aMember({}, { needed: 2 }), `${one}, 1 change, needs 2 approvers`],
    ["nothing pending", aMember({}, { changes: [] }), one],
  ])("are listed with who asked, such as one with %s", (_what, member, line) => {
    const [, members] = show([member, anOtherRequest()]);

    expect(members?.title).toContain("Releases (1).");
    expect(members).toMatchObject({ lines: [`${line}, asked for by`], people: [ann] });
  });

  it("are listed with their tickets", () => {
    const [, members] = show([aMember({ ticket: "CHG1" }), aMember(), anOtherRequest()]);

    expect(members?.tickets).toEqual(["CHG1", undefined]);
  });
});

describe("what goes live for a request of a release", () => {
  const groups = [{ groupName: "HR Everything", gives: ["Get on Payroll"] }];
  const unseen = ["Get on Badge Data"];
  const own = "Get: Worker Data: Workers (Added)";

  it.each<[what: string, facts: Partial<MemberFacts>, lines: readonly string[]]>([
    ["what it changes", {}, [own]],
    ["before it what an approver has to know", { also: ["Look-alike"] }, ["Look-alike", own]],
    ["what is missing", { unseen }, [own, "asked for, but not seen pending: Get on Badge Data"]],
    [
      "which groups the account is in besides, and what they give",
      { memberships: { kind: "seen", groups } },
      [own, "also a member of HR Everything, which gives Get on Payroll"],
    ],
    [
      "that nobody could read those groups",
      { memberships: { kind: "unread" } },
      [own, "which other groups it is in was not read"],
    ],
  ])("says %s", (_what, facts, lines) => {
    expect(show([aMember(facts)]).slice(2)).toEqual([
      { title: "Goes live for ISU-ONE (1):", lines },
    ]);
  });

  it("is what was asked for where nobody sees what is pending", () => {
    const lists = show([aMember({ unseen }, { changes: [] })], { kind: "cannot-see" });

    expect(lists.slice(1)).toEqual([
      { title: "Goes live for ISU-ONE, as it was asked for (1):", lines: unseen },
    ]);
  });

  it("has a list of its own up to six requests, and more share one", () => {
    expect(show(aNumberOf(6)).slice(2)).toHaveLength(6);
    expect(show(aNumberOf(7)).slice(2)).toEqual([
      {
        title: "Goes live for these requests (7):",
        lines: aNumberOf(7).map(({ id }) => `${id}: ${own}`),
      },
    ]);
  });
});
