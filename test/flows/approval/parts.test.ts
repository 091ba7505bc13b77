import { describe, expect, it } from "vitest";
import { brand } from "../../../src/brand.ts";
import { mostNeeded, toParts } from "../../../src/flows/approval/parts.ts";
import type { RequestId } from "../../../src/flows/model/ids.ts";
import type { OtherRequest } from "../../../src/flows/request/other-request.ts";
import type { ReleasePart } from "../../../src/flows/request/release-event.ts";
import {
  anOtherRequest,
  aPendingChange,
  foreignChange,
  given,
} from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { opening } from "../../support/data/events.ts";
import { ben } from "../../support/data/people.ts";

const release: RequestId = brand("ISU-RELEASE");
const one: RequestId = brand("ISU-ONE");
const two: RequestId = brand("ISU-TWO");

describe("the parts of a release", () => {
  const change = aPendingChange();
  const ofBen = { ...foreignChange, changedBy: "BCole" };
  const member = { about: "New integration user", unseen: [] };
  const first: OtherRequest = anOtherRequest({ id: one, needed: 2, changes: [change], member });
  const { draft } = given(opening);
  const tenant = aTenant({
    approvals: { needed: 1, neededWhenUnseen: 3 },
    workdayAccounts: { [ben]: "bcole" },
  });
  const about = {
    id: release,
    members: [one],
    plan: [],
    draft: { kind: "activate", tenant: draft.tenant, reason: "" },
  } as const;

  it.each<[what: string, live: Parameters<typeof toParts>[1], parts: readonly ReleasePart[]]>([
    [
      "its requests alone",
      { pending: { kind: "seen", changes: [change] }, others: [first] },
      [{ request: one, needed: 2 }],
    ],
    [
      "what is nobody's, whose maker is known",
      { pending: { kind: "seen", changes: [change, ofBen] }, others: [first] },
      [
        { request: one, needed: 2 },
        { request: release, needed: 1 },
      ],
    ],
    [
      "what is nobody's, whose maker may be any approver",
      { pending: { kind: "seen", changes: [change, foreignChange] }, others: [first] },
      [
        { request: one, needed: 2 },
        { request: release, needed: 3 },
      ],
    ],
    [
      "what is of another request, which needs as many as that",
      {
        pending: { kind: "seen", changes: [change] },
        others: [first, anOtherRequest({ needed: 4 })],
      },
      [
        { request: one, needed: 2 },
        { request: release, needed: 4 },
      ],
    ],
    [
      "what is of another request that falls under a recipe, by that recipe's rules as well",
      {
        pending: { kind: "seen", changes: [change, ofBen] },
        others: [first, anOtherRequest({ id: two, needed: 4, rulesOf: "viva", changes: [ofBen] })],
      },
      [
        { request: one, needed: 2 },
        { request: two, needed: 4 },
        { request: release, needed: 1 },
      ],
    ],
    [
      "what nobody can see",
      { pending: { kind: "cannot-see" }, others: [first] },
      [
        { request: one, needed: 2 },
        { request: release, needed: 3 },
      ],
    ],
  ])("are %s", (_what, live, parts) => {
    expect(toParts(about, live, tenant)).toEqual(parts);
  });

  it("need as many people as the one that needs most, and one at least", () => {
    expect(mostNeeded([])).toBe(1);
    expect(
      mostNeeded([
        { request: one, needed: 2 },
        { request: two, needed: 1 },
      ]),
    ).toBe(2);
  });
});
