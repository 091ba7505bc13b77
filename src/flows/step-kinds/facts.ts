import type { EffectOnGroup } from "../request/step-kind.ts";
import type { StepName } from "../tasks/step.ts";
import { stepKinds } from "./step-kinds.ts";

/** Whether changes to what a group may do are pending after it. */
export function changesPolicies(step: StepName): boolean {
  return stepKinds[step].changesPolicies === true;
}

/** Whether it makes live what is pending in the security policies. */
export function activatesPolicies(step: StepName): boolean {
  return stepKinds[step].activates === "security-policies";
}

/** Whether a change to an authentication policy is pending after it. */
export function changesSignOn(step: StepName): boolean {
  return stepKinds[step].changesSignOn === true;
}

/** Whether it makes live what is pending in the authentication policies. */
export function activatesSignOn(step: StepName): boolean {
  return stepKinds[step].activates === "authentication-policies";
}

/** Whether the tenant's active security timestamp is another one after it. */
export function movesTimestamp(step: StepName): boolean {
  return activatesPolicies(step) || stepKinds[step].activates === "earlier-timestamp";
}

/** Whether it does this to the account's security group. */
export function affectsGroup(step: StepName, effect: EffectOnGroup): boolean {
  return stepKinds[step].effectOnGroup === effect;
}
