import { describe, expect, it } from "vitest";
import { listBars } from "../../../src/flows/approval/following-bars.ts";
import {
  listWhyAsked,
  listWhyBarred,
  type SeenBefore,
} from "../../../src/flows/approval/follows-plan.ts";
import { toItem } from "../../../src/flows/model/verification.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { WholeApproval } from "../../../src/flows/request/phase.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import type { ChangeWindow } from "../../../src/flows/tenant/change-window.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import {
  anOpening,
  anOtherRequest,
  aPendingChange,
  foreignChange,
  given,
} from "../../support/data/a-request.ts";
import { allBy, aTenantOfPlans } from "../../support/data/a-tenant.ts";

const always: ChangeWindow = { days: ["sat"], from: "00:00", until: "00:00", timeZone: "UTC" };
const approvals = { needed: 1, neededWhenUnseen: 1, at: "plan" } as const;
const byRunner = aTenantOfPlans();
const draft = aDraft({
  permissions: { Get: ["Worker Data: Workers"], Put: [], View: [], Modify: [] },
});

function requestFor(asked: Draft = draft, tenant: Tenant = byRunner): Request {
  return given(anOpening(asked, tenant));
}

describe("listBars", () => {
  it.each<[what: string, tenant: Partial<Tenant>, asked: Draft, bars: readonly string[]]>([
    ["nothing, where the plan's hands can be told", {}, draft, []],
    [
      "a tenant that asks twice",
      { approvals: { ...approvals, at: "both" } },
      draft,
      ["own-approval"],
    ],
    ["production", { production: true }, draft, ["production"]],
    [
      "production that lets it follow, without a window",
      { production: true, approvals: { ...approvals, activation: "follows" } },
      draft,
      ["production"],
    ],
    [
      "nothing, in production that lets it follow inside of windows",
      {
        production: true,
        approvals: { ...approvals, activation: "follows" },
        changeWindows: [always],
      },
      draft,
      [],
    ],
    ["a person's hand", { hands: allBy("person") }, draft, ["by-a-person"]],
    [
      "one person's hand among others",
      { hands: { ...allBy("runner"), "add-group-member": "person" } },
      draft,
      ["by-a-person"],
    ],
    [
      "nothing, where a person activates",
      { hands: { ...allBy("runner"), activate: "person" } },
      draft,
      [],
    ],
    [
      "an action that its doer chooses",
      {},
      aDraft({ businessProcesses: [{ policy: "Hire Employee" }] }),
      ["choice-left"],
    ],
    [
      "nothing, where the action is named",
      {},
      aDraft({ businessProcesses: [{ policy: "Hire Employee", action: "Initiate" }] }),
      [],
    ],
  ])("finds %s", (_what, changes, asked, bars) => {
    const tenant = { ...byRunner, ...changes };

    expect(listBars(requestFor(asked, tenant), tenant)).toEqual(bars);
  });

  it("needs to know by which account the runner works", () => {
    const { workdayAccounts: _unknown, ...tenant } = byRunner;

    expect(listBars(requestFor(draft, tenant), tenant)).toEqual(["runner-unknown"]);
  });

  it("takes no empty report for proof", () => {
    const empty = aDraft({
      kind: "create",
      permissions: { Get: [], Put: [], View: [], Modify: [] },
      businessProcesses: [],
    });
    const request = { ...requestFor(), draft: empty };

    expect(listBars(request, byRunner)).toEqual(["nothing-to-see"]);
  });
});

describe("listWhyBarred", () => {
  const approval: WholeApproval = { given: [], digest: "", pending: { kind: "not-activated" } };

  it.each<[what: string, approval: Partial<Request>, tenant: Tenant, why: readonly object[]]>([
    ["nothing", { approval: { ...approval, follows: true } }, byRunner, []],
    ["an approval from before", { approval }, byRunner, [{ kind: "not-covered" }]],
    ["none that counts", {}, byRunner, [{ kind: "spent" }]],
    [
      "a bar",
      { approval: { ...approval, follows: true } },
      { ...byRunner, production: true },
      [{ kind: "barred", bar: "production" }],
    ],
  ])("finds %s", (_what, changes, tenant, why) => {
    expect(listWhyBarred({ ...requestFor(), ...changes }, tenant)).toEqual(why);
  });
});

describe("listWhyAsked", () => {
  const own = aPendingChange({ changedBy: "RPA-Runner" });
  const verification: SeenBefore["verification"] = { outcome: "verified", items: [] };
  const look = {
    digest: "sha256:seen",
    pending: { kind: "seen", changes: [own] },
    others: [],
  } as const;
  const seen: SeenBefore = { look, verification };

  function pending(...changes: readonly (typeof own)[]): SeenBefore {
    return { ...seen, look: { ...look, pending: { kind: "seen", changes } } };
  }

  it("lets the activation follow where exactly what was approved is pending, by the plan's hand", () => {
    expect(listWhyAsked(requestFor(), byRunner, seen)).toEqual([]);
  });

  it("knows the bot's own account where it makes the changes itself", () => {
    const tenant = { ...byRunner, hands: allBy("implementation") };
    const byBot = pending(aPendingChange({ changedBy: "isu_bot" }));

    expect(listWhyAsked(requestFor(draft, tenant), tenant, byBot)).toEqual([]);
    expect(listWhyAsked(requestFor(draft, tenant), tenant, seen)).toMatchObject([
      { kind: "other-maker" },
    ]);
  });

  it("takes nobody for a runner whose account is not known", () => {
    const { workdayAccounts: _unknown, ...tenant } = byRunner;

    expect(listWhyAsked(requestFor(), tenant, seen)).toMatchObject([{ kind: "other-maker" }]);
  });

  it.each<[what: string, changes: SeenBefore, why: readonly object[]]>([
    [
      "nobody sees what is pending",
      { ...seen, look: { ...look, pending: { kind: "cannot-see" } } },
      [{ kind: "cannot-see" }],
    ],
    [
      "nothing is pending",
      pending(),
      [{ kind: "missing", changes: [{ domain: "Worker Data: Workers" }] }],
    ],
    [
      "somebody else's change is pending",
      pending(own, foreignChange),
      [{ kind: "of-others", changes: [foreignChange] }],
    ],
    [
      "its group is given more",
      pending(own, aPendingChange({ access: "Put", changedBy: "rpa-runner" })),
      [{ kind: "of-others" }],
    ],
    [
      "a business process is pending",
      pending(own, aPendingChange({ kind: "business-process", access: "", action: "Initiate" })),
      [{ kind: "of-others" }],
    ],
    [
      "it is of another request too",
      { ...seen, look: { ...look, others: [anOtherRequest()] } },
      [{ kind: "other-requests" }],
    ],
    [
      "a person made it",
      pending(aPendingChange({ changedBy: "okafor" })),
      [{ kind: "other-maker", changes: [{ changedBy: "okafor" }] }],
    ],
    ["no maker is shown", pending(aPendingChange()), [{ kind: "other-maker" }]],
    [
      "something else is different",
      { ...seen, verification: { outcome: "different", items: [toItem("other", "Wider.")] } },
      [{ kind: "not-as-asked", items: [{ words: "Wider." }] }],
    ],
    [
      "something else is not seen",
      { ...seen, verification: { outcome: "unverified", items: [] } },
      [{ kind: "not-as-asked" }],
    ],
    [
      "the approval counts no more",
      { ...seen, obstacle: { kind: "approval-lapsed", why: { people: [], isTooOld: true } } },
      [{ kind: "obstacle" }],
    ],
  ])("asks again where %s", (_what, changes, why) => {
    expect(listWhyAsked(requestFor(), byRunner, changes)).toMatchObject(why);
  });
});
