import { describe, expect, it } from "vitest";
import { accesses, type Permissions } from "../../../src/flows/model/permissions.ts";
import type { Recipe } from "../../../src/flows/tenant/recipe.ts";
import { comparePermissions } from "../../../src/flows/verification/compare-permissions.ts";
import { judge } from "../../../src/flows/verification/expectation.ts";
import { readRecipes } from "../../../src/recipes.ts";
import { valueIn } from "../../support/value-in.ts";

const shipped = valueIn(readRecipes(["recipes"]));
const groupName = "ISSG_Theirs";
const shut = { kind: "cannot-see", words: "No report.", isFailed: false } as const;

/** Everything that a recipe can ask for, what is optional and what it leaves open too. */
function permissionsOf({ permissions, optional = [], open = [] }: Recipe): Permissions {
  const more = [
    ...optional.map(({ domain, access }) => ({ domain, access })),
    ...open.flatMap((one) => one.accesses.map((access) => ({ domain: one.domain, access }))),
  ];
  const entries = accesses.map((access) => {
    const added = more.filter((one) => one.access === access).map(({ domain }) => domain);
    return [access, [...new Set([...permissions[access], ...added])]] as const;
  });
  return { Get: [], Put: [], View: [], Modify: [], ...Object.fromEntries(entries) };
}

/** What the tenant lists once all of it is active. */
function listed(permissions: Permissions) {
  return accesses.flatMap((access) =>
    permissions[access].map((domain) => ({
      securityGroup: groupName,
      domain,
      access,
      status: "active" as const,
    })),
  );
}

describe.each(shipped.list())("the permissions of the recipe $name", (recipe) => {
  const permissions = permissionsOf(recipe);
  const asked = {
    systemId: "INT_1",
    userName: "ISU_Theirs",
    doNotAllowUiSessions: true,
    groupName,
    permissions,
    probes: [],
  };

  it("are all shown by what the tenant lists of its groups", () => {
    const lines = listed(permissions);

    expect(judge(comparePermissions(asked, { kind: "seen", part: lines })).outcome).toBe(
      "verified",
    );
    for (const gone of lines) {
      const part = lines.filter((line) => line !== gone);
      const items = judge(comparePermissions(asked, { kind: "seen", part })).items;
      expect(items.map(({ words }) => words)).toEqual([
        `${gone.access} on ${gone.domain} is not there.`,
      ]);
    }
  });

  it("are shown by reads alone only where each is a Get that a read answers", () => {
    const probes = permissions.Get.map((domain) => ({
      kind: "verified" as const,
      domain,
      operation: "Get_Workers" as const,
    }));
    const items = judge(comparePermissions({ ...asked, probes }, shut)).items;
    const unread = listed(permissions).filter(({ access }) => access !== "Get");

    expect(items.map(({ words }) => words)).toEqual([
      ...unread.map(({ access, domain }) => `${access} on ${domain}: not seen. No report.`),
      `Whether the group ${groupName} may do more than was asked: not seen. No report.`,
    ]);
  });
});
