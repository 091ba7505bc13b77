import { describe, expect, it } from "vitest";
import { deadlineOf, expire } from "../../../src/flows/approval/expire.ts";
import { later } from "../../../src/flows/model/ids.ts";
import { differ, type PendingChanges } from "../../../src/flows/model/pending.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { isOursPending } from "../../../src/flows/request/ours-pending.ts";
import { deadline } from "../../../src/flows/tenant/deadline.ts";
import {
  anAsking,
  aPendingChange,
  expiresAt,
  foreignChange,
  given,
  start,
} from "../../support/data/a-request.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { approved, asked, denied, failed, handed, opening } from "../../support/data/events.ts";

const tenant = aTenant();
const pending: PendingChanges = { kind: "seen", changes: [aPendingChange()] };

describe("expire", () => {
  it.each<[what: string, before: readonly Event[]]>([
    ["a request that nobody approved", [asked]],
    ["a task that nobody did", [handed]],
    ["a step that nobody mended", [failed]],
  ])("ends %s in time", (_what, before) => {
    const request = given(opening, ...before);

    expect(expire(request, later(expiresAt, -1), tenant)).toBeUndefined();
    expect(expire(request, expiresAt, tenant)).toEqual([
      { kind: "closing", closing: { kind: "expired" }, plan: [] },
    ]);
  });

  it.each<[what: string, event: Event]>([
    ["a person did not do", handed],
    ["is stuck", failed],
  ])("gives up a clean-up step that %s", (_what, event) => {
    expect(expire(given(opening, denied, event), expiresAt, tenant)).toEqual([
      { kind: "gave-up", step: "activate" },
    ]);
  });

  it("leaves a card alone that is shown of a closed request", () => {
    expect(expire(given(opening, denied, asked), expiresAt, tenant)).toBeUndefined();
  });

  it.each<[what: string, before: readonly Event[]]>([
    ["is at work", []],
    ["is done", [{ kind: "done" }]],
    ["has ended", [{ kind: "ended" }]],
  ])("leaves alone what %s", (_what, before) => {
    const request = given(opening, ...before);

    expect(deadlineOf(request)).toBeUndefined();
    expect(expire(request, later(expiresAt, hourMs), tenant)).toBeUndefined();
  });
});

describe("deadline", () => {
  it("gives people the tenant's time", () => {
    expect(deadline(start, tenant)).toBe(expiresAt);
  });
});

describe("differ", () => {
  it("takes a tenant that cannot be seen for an empty one", () => {
    expect(differ({ kind: "cannot-see" }, pending)).toEqual({
      added: [aPendingChange()],
      gone: [],
    });
    expect(differ(pending, { kind: "cannot-see" })).toEqual({
      added: [],
      gone: [aPendingChange()],
    });
  });
});

describe("isOursPending", () => {
  it.each<[what: string, seen: PendingChanges, isOurs: boolean]>([
    ["everything is as it was approved", pending, true],
    ["something else is listed", { kind: "seen", changes: [foreignChange] }, false],
    ["nothing is", { kind: "seen", changes: [] }, false],
  ])("of a request about no account, when %s", (_what, seen, isOurs) => {
    const draft = { kind: "activate", tenant: tenant.name, reason: "" } as const;
    const { approval } = given(opening, anAsking({ pending }), approved);

    expect(isOursPending({ draft, ...(approval && { approval }) }, seen)).toBe(isOurs);
    expect(isOursPending({ draft }, seen)).toBe(false);
  });

  it.each<[what: string, pending: PendingChanges, isOurs: boolean]>([
    ["this request's group is listed", pending, true],
    ["only other groups are listed", { kind: "seen", changes: [foreignChange] }, false],
    ["nobody can see", { kind: "cannot-see" }, false],
  ])("when %s", (_what, seen, isOurs) => {
    expect(isOursPending(given(opening), seen)).toBe(isOurs);
  });
});
