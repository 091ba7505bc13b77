import { err, ok, type Result } from "../../result.ts";
import { describeInvisible } from "../../unicode/invisible.ts";
import {
  type GroupSettings,
  type RawGroup,
  securityConfigurationDomain,
} from "../model/group-settings.ts";
import { isSameName } from "../model/names.ts";
import { listPermissions, noPermissions, type Permissions } from "../model/permissions.ts";
import type { FieldProblems } from "../request/raw-draft.ts";
import { splitLines } from "../text/split-lines.ts";

/** Milder than any tenant: a longer list is a mistake. */
const mostOrganizations = 100;

/**
 * Checks the settings of the group, each problem on its field. What nobody but Workday knows is not checked:
 * whether the organisations exist and are all of one type. An existing group is looked at in the tenant later.
 * @see Workday Core_Implementation_Service v47.0, Integration System Security Group (Constrained)
 * @see Microsoft Viva Learning, "Create an integration system user (ISU) on Workday"
 */
export function parseGroup(
  raw: RawGroup | undefined,
  permissions: Permissions | undefined,
): Result<GroupSettings, FieldProblems> {
  if (raw === undefined) return ok({});
  const organizations = splitLines(raw.organizations);
  const problems = {
    ...checkOrganizations(raw, organizations),
    ...checkInactive(raw, permissions),
  };
  if (Object.keys(problems).length > 0) return err(problems);
  const inactive = raw.groupInactive ? { isGroupInactive: true } : {};
  switch (raw.groupType) {
    case "unconstrained":
      return ok(inactive);
    case "constrained":
      return ok({
        group: { kind: "constrained", organizations, scope: raw.groupScope },
        ...inactive,
      });
    case "existing":
      // What it is stands here once the tenant was looked at.
      return ok({ group: { kind: "existing", isActive: true, members: [], holds: noPermissions } });
  }
}

function checkOrganizations(
  { groupType }: RawGroup,
  organizations: readonly string[],
): FieldProblems {
  if (groupType !== "constrained") {
    return organizations.length === 0
      ? {}
      : {
          organizations:
            "Organizations count only with a constrained group. Choose it, or leave this empty.",
        };
  }
  if (organizations.length === 0) {
    return {
      organizations:
        "A constrained group needs at least one organization, all of them of one type. Name one on each line.",
    };
  }
  if (organizations.length > mostOrganizations) {
    return { organizations: `Name ${mostOrganizations} organizations at most.` };
  }
  const invisible = describeInvisible(...organizations);
  if (invisible !== undefined) return { organizations: invisible };
  return organizations.some((name) => name.length > 150)
    ? { organizations: "One organization on each line, 150 characters at most." }
    : {};
}

/** The one of the three rules that the form can know; Workday checks the other two. */
function checkInactive(raw: RawGroup, permissions: Permissions | undefined): FieldProblems {
  if (!raw.groupInactive) return {};
  if (raw.groupType === "existing") {
    return {
      groupInactive:
        "This bot inactivates no group that was there before: others may be in it. Leave it unchecked.",
    };
  }
  const holds = listPermissions(permissions ?? noPermissions).some(({ domain }) =>
    isSameName(domain, securityConfigurationDomain),
  );
  return holds
    ? {
        groupInactive: `A group with permission to the domain ${securityConfigurationDomain} cannot be inactive. Take the domain out, or leave this unchecked.`,
      }
    : {};
}
