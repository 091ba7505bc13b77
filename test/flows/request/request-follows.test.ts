import { describe, expect, it } from "vitest";
import type { Event } from "../../../src/flows/request/event.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anAsking, anOpening, aPendingChange, given } from "../../support/data/a-request.ts";
import { aTenantOfPlans } from "../../support/data/a-tenant.ts";
import { ben } from "../../support/data/people.ts";

const opening = anOpening(aDraft(), aTenantOfPlans());
const approved: Event = { kind: "approved", by: ben, digest: "sha256:plan" };
const plan = { step: "approve-plan", pending: { kind: "not-activated" } } as const;
const pending = { kind: "seen", changes: [aPendingChange()] } as const;
const followed: Event = {
  kind: "approval-followed",
  approvers: [ben],
  digest: "sha256:seen",
  pending,
};

describe("an approval that an activation followed", () => {
  it("is one of what was seen, by the same people, and lets nothing follow once more", () => {
    const before = given(opening, anAsking({ ...plan, follows: true }), approved);
    const after = given(opening, anAsking({ ...plan, follows: true }), approved, followed);

    expect(before.approval).toMatchObject({ follows: true, digest: "sha256:plan" });
    expect(after.approval).toEqual({
      given: before.approval?.given,
      digest: "sha256:seen",
      isFollowed: true,
      pending,
    });
    expect(after.finished).toEqual(["approve-plan", "approve"]);
    expect(after.phase.kind).toBe("working");
  });

  it("promises nothing where its card did not", () => {
    expect(given(opening, anAsking(plan), approved).approval).not.toHaveProperty("follows");
  });

  it("has nobody's voice where none was given", () => {
    expect(given(opening, followed).approval?.given).toEqual([]);
  });
});
