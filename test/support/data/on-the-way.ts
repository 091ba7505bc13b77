import { brand } from "../../../src/brand.ts";
import { type Instant, instant, later, type RequestId } from "../../../src/flows/model/ids.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { Phase } from "../../../src/flows/request/phase.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import type { Step, StepName } from "../../../src/flows/tasks/step.ts";
import { given } from "./a-request.ts";
import { opening } from "./events.ts";

export const now = instant(1_000_000);
export const grant = {
  name: "grant-permissions",
  hand: "runner",
  task: { name: "grant-permissions", groupName: "G", permissions: noPermissions },
} as const satisfies Step;
export const activate: Step = {
  name: "activate",
  hand: "runner",
  task: { name: "activate", comment: "" },
};
export const plan: readonly Step[] = [
  { name: "create-user", hand: "api" },
  grant,
  { name: "approve", hand: "approver" },
  activate,
  { name: "verify", hand: "api" },
];
const working: Phase = { kind: "working", since: 1 };
export const made: readonly StepName[] = ["create-user", "grant-permissions"];

export function id(name: string): RequestId {
  return brand(`ISU-${name}`);
}

export function aRequest(name: string, changes: Partial<Request> = {}): Request {
  return {
    ...given(opening),
    id: id(name),
    plan,
    finished: [],
    begun: [],
    phase: working,
    ...changes,
  };
}

export function waiting(
  changes: Partial<Extract<Phase, { kind: "waiting-for-release" }>> = {},
): Phase {
  const held = { heldAt: "approve", since: now, gathersUntil: now, for: [] } as const;
  return { kind: "waiting-for-release", ...held, ...changes };
}

export const asked: Phase = { ...waiting(), kind: "waiting-for-window", opensAt: now };

export const stuck: Phase = { kind: "stuck", step: "approve", words: "No", expiresAt: now };
export const away: Phase = {
  kind: "waiting-for-outside",
  step: "approve",
  outside: "Workday reports",
  words: "Away",
  since: now,
  triedAt: now,
  retryAt: now,
};

export function queued(name: string, gathersUntil: Instant = later(now, 1000)): Request {
  return aRequest(name, { finished: made, gathersUntil, phase: waiting({ gathersUntil }) });
}

export const onTheWay = aRequest("WAY");
export const halfMade = aRequest("HALF", {
  finished: ["create-user"],
  begun: ["grant-permissions"],
});
export const posted = aRequest("POSTED", { finished: [...made, "approve"], phase: asked });
export const before = aRequest("HELD", {
  finished: ["create-user"],
  phase: waiting({ heldAt: "grant-permissions" }),
});
export const release = aRequest("RELEASE", {
  plan: [{ name: "approve", hand: "approver" }, activate],
  members: [id("ONE")],
});
export const joined = aRequest("ONE", {
  finished: made,
  phase: waiting({ release: id("RELEASE") }),
});
export const alone = {
  plan: [...plan.slice(0, 3), { name: "enable-token-sign-on", hand: "api" } as const, activate],
};

export function closing(): Pick<Request, "closing" | "plan"> {
  const name = "revoke-permissions";
  const task = { name, groupName: "G", permissions: noPermissions } as const;
  return { closing: { kind: "expired" }, plan: [{ name, hand: "runner", task }] };
}
