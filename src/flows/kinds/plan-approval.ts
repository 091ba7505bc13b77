import type { Step } from "../tasks/step.ts";
import type { Place } from "./kind.ts";

/** The approval before anything is made; nothing where none is asked for. */
export function planApproval({ asksForPlan }: Pick<Place, "asksForPlan">): readonly Step[] {
  return asksForPlan ? [{ name: "approve-plan", hand: "approver" }] : [];
}
