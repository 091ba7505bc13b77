import type { BusinessProcess } from "../../../src/flows/model/business-process.ts";
import type { ShownGroupType } from "../../../src/flows/model/group-settings.ts";
import type { PendingChange } from "../../../src/flows/model/pending.ts";
import { listPermissions, type Permissions } from "../../../src/flows/model/permissions.ts";
import type { GroupPermission } from "../../../src/flows/model/tenant-reports.ts";
import type { SecurityGroup } from "../../../src/flows/ports/workday.ts";
import { segmentGroupType } from "../../../src/flows/tasks/segment-task.ts";
import type { TaskOf } from "../../../src/flows/tasks/task.ts";

/** A line in a policy, active or not. */
export type Line = Omit<PendingChange, "change">;

export function toLines(securityGroup: string, permissions: Permissions): readonly Line[] {
  return listPermissions(permissions).map(({ domain, access }) => ({
    kind: "domain",
    policy: domain,
    action: "",
    securityGroup,
    access,
  }));
}

export function toProcessLines({
  groupName,
  businessProcesses,
}: {
  readonly groupName: string;
  readonly businessProcesses: readonly BusinessProcess[];
}): readonly Line[] {
  return businessProcesses.map(({ policy, action = "Initiate (Web Service)" }) => ({
    kind: "business-process",
    policy,
    action,
    securityGroup: groupName,
    access: "",
  }));
}

export function toPermission(grant: string, status: GroupPermission["status"]): GroupPermission {
  const [, securityGroup = "", access = "", domain = ""] = /^(.+?): (\S+) (.+)$/.exec(grant) ?? [];
  return { securityGroup, access, domain, status };
}

export function toGrant({ securityGroup, access, policy, action }: Line): string {
  return `${securityGroup}: ${access} ${policy}${action === "" ? "" : ` | ${action}`}`;
}

/** What a group may do in business processes, by what is active; no other group has to do with it. */
export function toGroupReach(
  active: readonly string[],
  groupName: string,
): Required<Pick<SecurityGroup, "administeredBy" | "includedIn" | "processes">> {
  const own = active.filter((grant) => grant.startsWith(`${groupName}: `) && !isOfDomain(grant));
  const any = own.map((grant) => (grant.slice(groupName.length + 2).split(" | ")[0] ?? "").trim());
  return { administeredBy: [], includedIn: [], processes: { any, initiates: any } };
}

/** Whether it is about a domain, and not about a business process. */
export function isOfDomain(grant: string): boolean {
  return !grant.includes(" | ");
}

export function isSame(one: PendingChange, other: PendingChange): boolean {
  return toGrant(one) === toGrant(other) && one.change === other.change;
}

export function toType({ constrained: asked }: TaskOf<"create-security-group">): ShownGroupType {
  if (asked === undefined) return { kind: "unconstrained" };
  return { ...asked, kind: "constrained", organizations: asked.organizations.map((one) => [one]) };
}

/** How a segment-based group is made. */
export function toSegmentBased({
  isInactive,
}: {
  readonly isInactive?: boolean;
}): Pick<SecurityGroup, "active" | "type"> {
  return { active: isInactive !== true, type: { kind: "other", name: segmentGroupType } };
}
