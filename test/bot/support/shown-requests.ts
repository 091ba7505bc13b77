import type { ActivationEffects } from "../../../src/flows/model/activation-effects.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import { planCleanUp } from "../../../src/flows/planning/plan-clean-up.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Event, Recorded } from "../../../src/flows/request/event.ts";
import { type Request, replay } from "../../../src/flows/request/request.ts";
import type { StepName } from "../../../src/flows/tasks/step.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import {
  anAsking,
  anOpening,
  aPendingChange,
  expiresAt,
  foreignChange,
  recorded,
  start,
} from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { delayed } from "../../support/data/events.ts";
import { ann, ben, dan } from "../../support/data/people.ts";
import { verification } from "./a-verdict.ts";

export const tenant = aTenant({
  hands: allBy("person"),
  taskLinks: { activate: "https://workday.example/acme_dpt1/d/task/2997$1.htmld" },
});

/** A request, and everything that happened to it. */
export interface Told {
  readonly request: Request;
  readonly story: readonly Recorded[];
  readonly tenant: Tenant;
}

export function tell(draft: Draft, ...events: readonly Event[]): Told {
  return tellIn(tenant, draft, ...events);
}

export function tellIn(where: Tenant, draft: Draft, ...events: readonly Event[]): Told {
  const story = recorded([anOpening(draft, where), ...events]);
  const request = replay(story);
  if (request === undefined) throw new Error("No request");
  return { request, story, tenant: where };
}

export const secret = {
  name: "workday-isu-acme-dpt1-ISU-Viva-0a1b2c3d",
  version: "f".repeat(32),
  url: "https://acme-isu.vault.azure.net/secrets/workday-isu-acme-dpt1-ISU-Viva-0a1b2c3d",
  versionedUrl: `https://acme-isu.vault.azure.net/secrets/workday-isu-acme-dpt1-ISU-Viva-0a1b2c3d/${"f".repeat(32)}`,
};

function finished(...steps: StepName[]): readonly Event[] {
  return steps.flatMap((step): Event[] => [
    { kind: "step-begun", step },
    { kind: "step-finished", step, facts: {} },
  ]);
}

const untilApproval = finished(
  "create-integration-system",
  "create-user",
  "create-security-group",
  "add-group-member",
  "grant-permissions",
);

const sentBack: Event = { kind: "sent-back", by: ben, question: "Why & who?", expiresAt };
const answered: Event = { kind: "answered", by: ann, answer: "It is <asked> for.", expiresAt };

const isSeen = anAsking({
  pending: {
    kind: "seen",
    changes: [
      aPendingChange(),
      aPendingChange({ policy: "Manage: Learning Content" }),
      { ...foreignChange, changedBy: "lmcneil" },
      aPendingChange({
        kind: "business-process",
        policy: "Work Contact Change",
        action: "Initiate",
        access: "",
        securityGroup: "HR Partners",
      }),
    ],
  },
});

const unseen: Event = {
  kind: "approval-asked",
  asked: {
    step: "approve",
    digest: "sha256:shown",
    pending: { kind: "seen", changes: [aPendingChange()] },
    others: [],
    needed: 2,
    askedAt: start,
    expiresAt,
  },
  unseen: ["Get: Manage: Learning Content", "Put: Manage: Learning Content"],
};

const opensAt = instant(start + 7_200_000);

const moreWentLive: Extract<ActivationEffects, { kind: "seen" }> = {
  kind: "seen",
  shown: { count: 1, lines: ["Get on Payroll for HR Partners"] },
  strange: {
    count: 51,
    lines: Array.from({ length: 50 }, (_, at) => `Put on ${at} ${draftLetters(at)} for <HR>`),
  },
  gone: 1,
  uncompared: 2,
  seesProcesses: true,
  isShared: true,
};

function draftLetters(at: number): string {
  return "&".repeat(at * 3);
}

const denied: Event = {
  kind: "closing",
  closing: { kind: "denied", by: ben, reason: "Not before the audit" },
  plan: planCleanUp(
    { draft: aDraft(), begun: new Set(["create-user", "create-security-group"]) },
    tenant,
  ),
};

/** One request in every state that somebody may see. */
export function everyState(draft: Draft = aDraft()): Readonly<Record<string, Told>> {
  const approved: readonly Event[] = [
    ...untilApproval,
    isSeen,
    { kind: "approved", by: ben, digest: "sha256:shown" },
  ];
  return {
    opened: tell(draft),
    "waiting-for-group": tell(draft, ...finished("create-integration-system", "create-user"), {
      kind: "handed-over",
      step: "create-security-group",
      expiresAt,
    }),
    "waiting-for-permissions": tell(draft, {
      kind: "handed-over",
      step: "grant-permissions",
      expiresAt,
    }),
    "waiting-for-activation": tell(draft, ...approved, {
      kind: "handed-over",
      step: "activate",
      expiresAt,
    }),
    "waiting-for-window": tell(draft, ...approved, { kind: "window-awaited", opensAt }),
    "activation-too-late": tell(
      draft,
      ...approved,
      { kind: "window-awaited", opensAt },
      { kind: "window-opened" },
      { kind: "handed-over", step: "activate", expiresAt, windowClosesAt: opensAt },
      { kind: "window-closed" },
    ),
    "went-live": tell(
      draft,
      ...approved,
      ...finished("activate"),
      { kind: "went-live", live: moreWentLive },
      { kind: "went-live", live: { ...moreWentLive, strange: { count: 0, lines: [] }, gone: 0 } },
      { kind: "went-live", live: { kind: "cannot-see", words: "The tenant has no report." } },
    ),
    "waiting-for-approval": tell(draft, ...untilApproval, isSeen),
    "waiting-for-approval-unseen": tell(draft, ...untilApproval, unseen, {
      kind: "approved",
      by: ben,
      digest: "sha256:shown",
    }),
    "waiting-for-approval-blind": tell(
      draft,
      ...untilApproval,
      anAsking({ pending: { kind: "cannot-see" } }),
    ),
    stuck: tell(draft, {
      kind: "person-refused",
      step: "create-security-group",
      by: dan,
      why: "I have no access to <Security Configuration> & co.",
      expiresAt,
    }),
    "waiting-for-answer": tell(draft, ...untilApproval, isSeen, sentBack),
    "waiting-for-approval-answered": tell(draft, ...untilApproval, isSeen, sentBack, answered),
    "waiting-for-outside": tell(draft, delayed),
    "stuck-at-a-field": tell(draft, ...untilApproval, isSeen, {
      kind: "step-failed",
      step: "enable-token-sign-on",
      words: "Workday does not know this Certificate ID. Choose one that exists in the tenant.",
      isAnswered: false,
      field: "x509Key",
      expiresAt,
    }),
    "stuck-at-no-field": tell(draft, {
      kind: "step-failed",
      step: "create-user",
      words: "The generated password does not meet the tenant's password rules.",
      isAnswered: false,
      field: "password",
      expiresAt,
    }),
    done: tell(
      draft,
      ...approved,
      ...finished("activate"),
      {
        kind: "step-finished",
        step: "issue-credential",
        facts: {
          secret,
          references: {
            system: [
              { type: "WID", id: "0123456789abcdef0123456789abcdef" },
              { type: "Integration_System_ID", id: "ISU_BOT_ISU_7K3M9QXV" },
            ],
            user: [
              { type: "WID", id: "fedcba9876543210fedcba9876543210" },
              { type: "System_User_ID", id: "ISU_Viva" },
              { type: "WorkdayUserName", id: "ISU_Viva" },
              { type: "System_User_OpenID", id: "https://acme.workday.example/<openid>/1" },
            ],
          },
          probes: [
            { kind: "verified", domain: "Worker Data: Workers", operation: "Get_Workers" },
            {
              kind: "refused",
              domain: "Manage: Learning Content",
              operation: "Get_Learning_Topics",
            },
            { kind: "not-probed", domain: "Manage: Learning Content", access: "Put" },
            { kind: "unanswered", domain: "Integration Build", words: "Workday gave no answer." },
          ],
        },
      },
      { kind: "step-finished", step: "verify", facts: { verification } },
      { kind: "done", verification },
    ),
    "cleaning-up": tell(draft, ...untilApproval, isSeen, denied, {
      kind: "gave-up",
      step: "inactivate-security-group",
      words: "The runner refused.",
    }),
    "ended-with-left-behind": tell(
      draft,
      denied,
      { kind: "left-behind", item: { what: "account", words: "The account ISU_Viva stays." } },
      { kind: "ended" },
    ),
    ended: tell(
      draft,
      { kind: "closing", closing: { kind: "expired" }, plan: [] },
      { kind: "ended" },
    ),
  };
}
