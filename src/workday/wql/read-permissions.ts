import type { Fault } from "../../flows/model/fault.ts";
import type { PendingChange } from "../../flows/model/pending.ts";
import type { GroupPermission } from "../../flows/model/tenant-reports.ts";
import { ok, type Result } from "../../result.ts";
import { readName, readNames, type WqlRow } from "./cells.ts";
import type { Fields } from "./match-fields.ts";
import { type Reader, unreadableWql } from "./read-all.ts";
import { type Selected, selectRows, toAll } from "./select-rows.ts";

const accesses = ["Get", "Put", "View", "Modify"] as const;

/**
 * Reads what every group may do, policy by policy: what is active. A list without what the bot itself does all day hides
 * more, and is `unreadable`.
 *
 * @param ownGroups active groups of the bot's own account
 * @see Workday WQL, `allDomainSecurityPolicies`; its fields are inferences
 */
export async function readPermissions(
  reader: Reader,
  selected: Selected,
  ownGroups: readonly string[],
): Promise<Result<readonly GroupPermission[], Fault>> {
  const rows = await selectRows(reader, selected);
  if (!rows.ok) return rows;
  const read = toAll(rows.value, selected.source, (row) => toPermissions(row, selected.fields));
  if (!read.ok) return read;
  const permissions = read.value.flat();
  const showsOwn = permissions.some(
    ({ securityGroup, domain, access }) =>
      ownGroups.includes(securityGroup) && domain === "Integration Security" && access === "Get",
  );
  if (showsOwn) return ok(permissions);
  return unreadableWql(
    "WQL does not show that the bot's own group may Get Integration Security, though the bot does: policies are hidden from the client.",
  );
}

function toPermissions(row: WqlRow, fields: Fields): readonly GroupPermission[] | undefined {
  const domain = readName(row, fields["Domain_Security_Policy"]);
  if (domain === undefined) return undefined;
  const permissions: GroupPermission[] = [];
  for (const access of accesses) {
    const groups = readNames(row, fields[access]);
    if (groups === undefined) return undefined;
    for (const securityGroup of groups) {
      permissions.push({ securityGroup, domain, access, status: "active" });
    }
  }
  return permissions;
}

/** What waits to be added, as a report of groups and permissions would list it. */
export function listAdded(changes: readonly PendingChange[]): readonly GroupPermission[] {
  return changes
    .filter(({ kind, change }) => kind === "domain" && change.toLowerCase() === "added")
    .map(({ securityGroup, policy, access }) => ({
      securityGroup,
      domain: policy,
      access,
      status: "pending",
    }));
}
