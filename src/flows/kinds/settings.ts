import type { SettingsDraft } from "../request/draft.ts";
import type { Step } from "../tasks/step.ts";
import type { Task } from "../tasks/task.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { Kind, Place, Undo } from "./kind.ts";
import { planSignOnEnd, planSignOnTasks, undoSignOnEnd, undoSignOnTasks } from "./sign-on-tasks.ts";
import { toTaskStep } from "./task-step.ts";
import { joinsInventory } from "./words.ts";

/** Other settings for an account that exists. */
export const settings: Kind<SettingsDraft> = {
  title: "Other settings",
  purpose: "other settings for an account",
  about: "other settings for ",
  note: (draft) =>
    putsAccount(draft)
      ? "Every setting is sent as the tenant shows it, with what changes, and no password: that the account keeps the one it has is what Workday's documentation implies, and nobody has tried it. If the request does not end well, the settings are put back."
      : "Nothing is put to the account itself. If the request does not end well, what was done is taken back.",
  whereAdopted: joinsInventory,
  atOnce: (draft) => ["The settings change at once.", ...warnOf(draft)].join(" "),
  group: "kept",
  isSilentOnHoldings: true,
  plan,
  undo,
};

const ofX509 = {
  add: ["Whoever holds the new key can sign on from then."],
  replace: ["Whoever holds the new key can sign on from then, and no other key's holder can."],
  off: ["Whoever signs on with x509 cannot any more."],
  kept: [],
};

const ofSaml = {
  set: ["Whoever the SAML issuer vouches for can sign on from then."],
  off: ["Whoever signs on with SAML cannot any more."],
  kept: [],
};

/** What a change can stop or open, for whoever approves it. */
function warnOf({ change }: SettingsDraft): readonly string[] {
  const { x509, saml, requireNewPassword } = change;
  return [
    ...ofX509[x509?.kind ?? "kept"],
    ...ofSaml[saml?.kind ?? "kept"],
    ...(requireNewPassword === true
      ? ["Whatever signs on with the password cannot any more until it is changed."]
      : []),
  ];
}

/** Everything takes effect at once, so the approval comes first. */
function plan(draft: SettingsDraft, { tenant, id }: Place): readonly Step[] {
  const { added, ended } = signOnOf(draft);
  const tasks: readonly Task[] = [...planSignOnTasks(added, id), ...planSignOnEnd(ended, id)];
  return [
    { name: "approve-plan", hand: "approver" },
    ...(putsAccount(draft) ? [{ name: "change-settings", hand: "api" } as const] : []),
    ...tasks.map((task) => toTaskStep(task, tenant)),
    { name: "verify", hand: "api" },
  ];
}

function undo(draft: SettingsDraft, tenant: Tenant): Undo {
  const { added, ended } = signOnOf(draft);
  return [
    ...[...undoSignOnEnd(ended), ...undoSignOnTasks(added)].map(
      ([done, task]) => [done, toTaskStep(task, tenant)] as const,
    ),
    ["change-settings", { name: "restore-settings", hand: "api" }],
  ];
}

function putsAccount({ change }: SettingsDraft): boolean {
  return Object.keys(change).length > 0;
}

type SignOnPart = Parameters<typeof planSignOnTasks>[0];

/** What of the exemption and of the authentication policy begins, and what of them ends. */
function signOnOf(draft: SettingsDraft): {
  readonly added: SignOnPart;
  readonly ended: SignOnPart;
} {
  const { exemptionChange } = draft;
  return {
    added: toPart(draft, exemptionChange === "added", "allow"),
    ended: toPart(draft, exemptionChange === "ended", "remove"),
  };
}

function toPart(
  { userName, groupName, policyChange }: SettingsDraft,
  isAboutExemption: boolean,
  kind: "allow" | "remove",
): SignOnPart {
  return {
    userName,
    groupName,
    ...(isAboutExemption && { exemptFromPasswordExpiry: true }),
    ...(policyChange?.kind === kind && { authenticationPolicy: policyChange.policy }),
  };
}
