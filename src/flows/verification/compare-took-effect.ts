import { isSameName } from "../model/names.ts";
import type { Observation } from "../model/observation.ts";
import type { PendingChange, PendingChanges } from "../model/pending.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import { toItem, unseen, type VerificationItem } from "../model/verification.ts";
import { byEye, type Comparison, expectThat, found } from "./expectation.ts";
import { findShownGroup, type ShownGroups } from "./find-group.ts";

interface Shown extends ShownGroups {
  readonly permissions: Observation<readonly GroupPermission[]>;
}

const fact = "took-effect";
const what = "Whether what was approved took effect";
const lookAt = "Look at the security policies that were approved.";

/**
 * Whether each change that an activation was approved with is in force: that it is pending no more is true, too, of one that
 * somebody took back. By which action a group may act in a business process shows nowhere.
 */
export function compareTookEffect(approved: PendingChanges, shown: Shown): Comparison {
  const expected = [expectThat(fact, what, lookAt)];
  if (approved.kind !== "seen") return { expected, findings: [] };
  const eye = shown.permissions.kind === "seen" ? shown.permissions.by : undefined;
  const items = approved.changes.flatMap((change) =>
    change.kind === "domain" ? compareDomain(change, shown) : compareProcess(change, shown),
  );
  return { expected, findings: byEye(eye, [found(fact, items)]) };
}

function compareDomain(change: PendingChange, { permissions }: Shown): readonly VerificationItem[] {
  const { access, policy, securityGroup } = change;
  const named = `${access} on ${policy} for ${securityGroup}`;
  if (permissions.kind === "cannot-see") return [unseen(named, permissions.words)];
  const lines = permissions.part.filter(
    (line) =>
      line.status === "active" &&
      isSameName(line.access, access) &&
      isSameName(line.domain, policy) &&
      isSameName(line.securityGroup, securityGroup),
  );
  if (change.change === "Removed") {
    return lines.length === 0 ? [] : [toItem("too-much", `${named} is active still.`)];
  }
  if (lines.length === 0) return [toItem("missing", `${named} is not active.`)];
  const isPerhapsDisabled = lines.every((line) => line.isPerhapsDisabled === true);
  return isPerhapsDisabled ? [unseen(named, "Its policy may be disabled.")] : [];
}

function compareProcess(change: PendingChange, shown: Shown): readonly VerificationItem[] {
  const { policy, action, securityGroup } = change;
  const named = `${[policy, action].filter((part) => part !== "").join(", ")} for ${securityGroup}`;
  const group = findShownGroup(shown, securityGroup);
  if (group.kind === "cannot-see") return [unseen(named, group.words)];
  const { processes } = group.part ?? {};
  if (processes === undefined) return [unseen(named, "Nothing shows the group's processes.")];
  const mayAct = processes.any.some((one) => isSameName(one, policy));
  if (mayAct) return [unseen(named, "Nothing shows by which action the group may act in it.")];
  return change.change === "Removed"
    ? []
    : [toItem("missing", `${named} is not active: the group may not act in ${policy} at all.`)];
}
