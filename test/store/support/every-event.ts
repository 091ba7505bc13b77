import { instant } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { aCredential } from "../../support/data/a-passkey.ts";
import { fullPlan } from "./a-full-plan.ts";
import { anId, ann, anOpened, bob, noon } from "./an-opened.ts";

const later = instant(noon + 86_400_000);

const change = {
  kind: "domain",
  policy: "Worker Data: Public Worker Reports",
  action: "",
  securityGroup: "ISSG_Viva",
  access: "Get",
  change: "Added",
  changedBy: "lmcneil",
} as const;

const { changedBy: _nobody, ...ofProcess } = { ...change, kind: "business-process" } as const;

const secret = {
  name: "isu-viva-0a1b",
  version: "00112233445566778899aabbccddeeff",
  url: "https://acme.vault.azure.net/secrets/isu-viva-0a1b",
  versionedUrl:
    "https://acme.vault.azure.net/secrets/isu-viva-0a1b/00112233445566778899aabbccddeeff",
};

/** Each kind of event but the first, filled as far as it goes. */
export const everyEvent: readonly Exclude<Event, { kind: "opened" }>[] = [
  { kind: "step-begun", step: "create-user" },
  { kind: "step-finished", step: "create-user", facts: {} },
  {
    kind: "step-finished",
    step: "issue-credential",
    by: bob,
    note: "Done by hand",
    facts: {
      systemId: "INT_VIVA",
      systemWid: "0123456789abcdef0123456789abcdef",
      userWid: "0123456789abcdef0123456789abcdef",
      secret,
      probes: [
        { kind: "verified", domain: "One", operation: "Get_Workers" },
        { kind: "refused", domain: "Two", operation: "Get_Workers" },
        { kind: "unanswered", domain: "Three", words: "No answer" },
        { kind: "not-probed", domain: "Four", access: "Put" },
      ],
      unseen: ["Five"],
      references: {
        system: [{ type: "Integration_System_ID", id: "INT_VIVA" }],
        user: [{ type: "WorkdayUserName", id: "ISU_Viva" }],
      },
    },
  },
  { kind: "handed-over", step: "activate", expiresAt: later },
  { kind: "person-refused", step: "activate", by: bob, why: "I may not", expiresAt: later },
  { kind: "step-failed", step: "activate", words: "No", isAnswered: true, expiresAt: later },
  {
    kind: "step-failed",
    step: "enable-token-sign-on",
    words: "No",
    isAnswered: false,
    field: "x509Key",
    expiresAt: later,
  },
  { kind: "retried", by: ann },
  {
    kind: "step-delayed",
    step: "create-user",
    outside: "Workday",
    words: 'It said "since":1, and nothing else.',
    attempt: 1,
    since: noon,
    retryAt: later,
    isTold: true,
    sentAt: noon,
  },
  { kind: "resumed" },
  { kind: "release-awaited", heldAt: "approve", gathersUntil: later, for: [anId(2)] },
  { kind: "release-joined", release: anId(2), heldAt: "approve", unseen: ["Five"] },
  { kind: "gathered", members: [anId(1), anId(3)], plan: fullPlan },
  {
    kind: "released",
    release: anId(2),
    steps: ["approve", "activate"],
    given: [{ by: bob, for: ann, at: noon, credential: aCredential("bob"), countsFor: [anId(1)] }],
    digest: "sha256:00",
    pending: { kind: "seen", changes: [change] },
  },
  { kind: "approved", by: bob, digest: "sha256:00", release: anId(2) },
  { kind: "approved", by: bob, digest: "sha256:00", countsFor: [anId(1), anId(2)] },
  { kind: "rested", outside: "Workday reports", since: noon, until: later, expiresAt: later },
  {
    kind: "approval-asked",
    asked: {
      step: "approve",
      digest: "sha256:00",
      pending: { kind: "seen", changes: [change, ofProcess] },
      others: [
        {
          id: anId(2),
          askedBy: bob,
          carriedOutBy: [ann],
          standing: "withdrawn",
          needed: 2,
          changes: [change],
        },
      ],
      needed: 2,
      askedAt: noon,
      expiresAt: later,
    },
    unseen: ["Five"],
  },
  {
    kind: "approval-asked",
    asked: {
      step: "approve",
      digest: "sha256:00",
      pending: { kind: "cannot-see", policies: ["Payroll"], why: "No field for Access." },
      others: [],
      needed: 2,
      askedAt: noon,
      expiresAt: later,
    },
    unseen: [],
  },
  {
    kind: "approval-asked",
    asked: {
      step: "approve",
      digest: "sha256:00",
      pending: { kind: "cannot-see" },
      others: [],
      needed: 1,
      askedAt: noon,
      expiresAt: later,
      opensAt: later,
    },
    unseen: [],
  },
  {
    kind: "approval-asked",
    asked: {
      step: "approve-plan",
      digest: "sha256:00",
      pending: { kind: "authentication-policies" },
      others: [],
      needed: 1,
      askedAt: noon,
      expiresAt: later,
    },
    unseen: [],
  },
  { kind: "approved", by: bob, digest: "sha256:00" },
  { kind: "approved", by: bob, digest: "sha256:00", credential: aCredential("bob") },
  { kind: "reminded", due: 2, expiresAt: later },
  { kind: "escalated", expiresAt: later },
  { kind: "approval-voided", difference: { added: [change], gone: [ofProcess] } },
  { kind: "approval-lapsed", people: [{ person: bob, why: "not-an-approver" }] },
  { kind: "approval-lapsed", people: [{ person: bob, why: "has-a-hand" }] },
  { kind: "approval-lapsed", people: [], isTooOld: true },
  { kind: "window-awaited", opensAt: later },
  { kind: "window-opened" },
  { kind: "window-closed" },
  {
    kind: "step-begun",
    step: "activate",
    before: { kind: "seen", lines: "0011223344556677", activatedAt: noon },
  },
  {
    kind: "handed-over",
    step: "activate",
    expiresAt: later,
    before: { kind: "cannot-see", words: "The tenant has no report." },
    windowClosesAt: later,
  },
  {
    kind: "went-live",
    live: {
      kind: "seen",
      shown: { count: 1, lines: ["Get on Payroll for HR Partners"] },
      strange: { count: 51, lines: ["Get on Benefits for HR Partners"] },
      gone: 2,
      uncompared: 1,
      isShared: true,
    },
  },
  { kind: "went-live", live: { kind: "cannot-see", words: "The tenant has no report." } },
  {
    kind: "went-live",
    live: { kind: "cannot-see", words: "The tenant has no report." },
    who: { kind: "seen", runs: [{ at: later, by: "lmcneil" }], reported: "lmcneil" },
  },
  {
    kind: "went-live",
    live: { kind: "cannot-see", words: "The tenant has no report." },
    who: { kind: "cannot-see", words: "There is no log." },
  },
  { kind: "closing", closing: { kind: "denied", by: bob, reason: "Too much" }, plan: fullPlan },
  { kind: "closing", closing: { kind: "withdrawn", by: ann }, plan: [] },
  { kind: "closing", closing: { kind: "expired" }, plan: anOpened(anId(1)).plan },
  { kind: "gave-up", step: "scramble-user" },
  { kind: "gave-up", step: "scramble-user", words: "No answer" },
  { kind: "left-behind", item: { what: "security-group", words: "It is still active." } },
  { kind: "gone", what: "security-group" },
  {
    kind: "step-finished",
    step: "verify",
    facts: {
      verification: { outcome: "different", items: [{ kind: "missing", words: "The account." }] },
    },
  },
  { kind: "done", verification: { outcome: "verified", items: [] } },
  { kind: "done" },
  { kind: "approved", by: bob, for: ann, digest: "sha256:00" },
  { kind: "reminded", due: 2, expiresAt: later, standIns: [{ by: bob, for: ann }] },
  {
    kind: "approval-lapsed",
    people: [{ person: bob, for: ann, why: "delegation-over" }],
  },
  { kind: "closing", closing: { kind: "denied", by: bob, for: ann, reason: "No" }, plan: [] },
  { kind: "ended" },
  { kind: "drifted", items: [{ kind: "too-much", words: "Somebody else is in the group." }] },
  {
    kind: "looked-again",
    by: bob,
    verification: {
      outcome: "unverified",
      items: [{ kind: "unseen", words: "The group: not seen." }],
      facts: [
        { fact: "account", what: "The account ISU_Viva", seen: "as-asked", eye: "web-service" },
        { fact: "group", what: "The group", seen: "unseen", lookAt: "Look at it." },
      ],
      at: later,
      onTrust: [{ what: "creating the security group", by: bob }],
    },
    drift: [],
  },
  { kind: "attested", by: bob, facts: [{ fact: "group", what: "The group" }] },
  { kind: "step-finished", step: "activate", by: bob, facts: {}, isOnTrust: true },
  { kind: "handed-over", step: "activate", expiresAt: later, isOnTrust: true, needsStart: true },
  {
    kind: "started",
    step: "activate",
    by: bob,
    until: later,
    before: { kind: "cannot-see", words: "No." },
  },
  { kind: "start-lapsed", step: "activate" },
  { kind: "signed-on", signedOnAt: later, address: "203.0.113.7", channel: "Web Services" },
  { kind: "card-shown", afterMs: 90_000 },
];
