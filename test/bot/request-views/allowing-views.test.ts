import { describe, expect, it } from "vitest";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { plan } from "../../../src/bot/request-views/plan.ts";
import { planFor } from "../../../src/flows/planning/plan.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { type Request, replay } from "../../../src/flows/request/request.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anAsking, expiresAt, recorded, requestId } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben } from "../../support/data/people.ts";
import { catalogue } from "../support/an-office.ts";

const tenant = aTenant({
  hands: allBy("person"),
  approvals: { needed: 2, neededWhenUnseen: 2, at: "both" as const },
});
const further = {
  exemptFromPasswordExpiry: true,
  authenticationPolicy: { name: "Integrations & <others>", allowedTypes: ["User Name Password"] },
} as const;
const create = aDraft(further);
const approvePlan: Event = {
  kind: "approval-asked",
  asked: {
    step: "approve-plan",
    digest: "sha256:plan",
    pending: { kind: "not-activated" },
    others: [],
    needed: 2,
    askedAt: expiresAt,
    expiresAt,
  },
  unseen: [],
};

function tell(draft: Draft, ...events: readonly Event[]): readonly object[] {
  const opened: Event = {
    kind: "opened",
    id: requestId,
    by: ann,
    draft,
    plan: planFor(draft, tenant, requestId),
  };
  const story = recorded([opened, ...events]);
  const request: Request | undefined = replay(story);
  if (request === undefined) throw new Error("No request");
  return [requestMessage({ request, story, tenant })];
}

function handed(step: Extract<Event, { kind: "handed-over" }>["step"]): readonly object[] {
  return tell(create, { kind: "handed-over", step, expiresAt });
}

const steps = planFor(create, tenant, requestId).map(({ name }) => name);
const finishedUntilPolicies = steps
  .slice(0, steps.indexOf("activate-authentication-policies"))
  .map((step): Event => ({ kind: "step-finished", step, facts: {} }));

describe("the views of what an account needs to sign on for long", () => {
  it.each<[name: string, shown: readonly object[]]>([
    ["plan-with-further-steps", [plan({ id: requestId, draft: create, tenant, catalogue })]],
    [
      "message-waiting-before-creation",
      tell(create, approvePlan, { kind: "approved", by: ben, digest: "sha256:plan" }),
    ],
    ["message-approval-with-further-steps", tell(create, anAsking())],
    [
      "message-approval-of-a-retirement-with-further-steps",
      tell({ ...create, kind: "retire" }, anAsking()),
    ],
    [
      "message-approval-of-the-authentication-policies-anew",
      tell(
        create,
        ...finishedUntilPolicies,
        { kind: "approval-lapsed", people: [], isTooOld: true },
        anAsking({ pending: { kind: "authentication-policies" }, needed: 2 }),
      ),
    ],
    ["message-approval-of-a-rotation", tell({ ...create, kind: "rotate", tell: [] }, anAsking())],
    [
      "message-waiting-for-the-authentication-policies",
      [
        ...handed("exempt-from-password-expiry"),
        ...handed("allow-in-authentication-policy"),
        ...handed("activate-authentication-policies"),
      ],
    ],
  ])("%s", async (name, shown) => {
    await expect(`${JSON.stringify(shown, null, 2)}\n`).toMatchFileSnapshot(
      `../snapshots/${name}.json`,
    );
  });
});
