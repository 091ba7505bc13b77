import type { Fault } from "../../flows/model/fault.ts";
import type { PendingChange } from "../../flows/model/pending.ts";
import type { GroupPermission } from "../../flows/model/tenant-reports.ts";
import { ok, type Result } from "../../result.ts";
import { readFlag, readName, readNames, type WqlRow } from "./cells.ts";
import type { Fields } from "./match-fields.ts";
import { type Reader, unreadableWql } from "./read-all.ts";
import { type Selected, selectRows, toAll } from "./select-rows.ts";

const accesses = ["Get", "Put", "View", "Modify"] as const;

/**
 * Reads what every group may do, policy by policy: what is active, and what gives nothing since the policy is disabled. A
 * list without what the bot itself does all day hides more, and is `unreadable`; so is one that has a policy twice, since
 * its pages may not fit together.
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
  const read = toAll(rows.value, selected.source, (row) => toPolicy(row, selected.fields));
  if (!read.ok) return read;
  const policies = read.value.map(({ domain }) => domain);
  if (new Set(policies).size < policies.length) return unreadableWql(twice);
  const own = read.value.find(({ domain }) => domain === ownDomain);
  const permissions = read.value.flatMap((policy) => toHeld(policy, own));
  const showsOwn = permissions.some(
    ({ securityGroup, domain, access }) =>
      ownGroups.includes(securityGroup) && domain === ownDomain && access === "Get",
  );
  if (showsOwn) return ok(permissions);
  return unreadableWql(
    "WQL does not show that the bot's own group may Get Integration Security, though the bot does: policies are hidden from the client.",
  );
}

/** The bot reads accounts by it, so its policy is enabled. */
const ownDomain = "Integration Security";

const twice = "WQL lists a domain security policy twice: its pages do not fit together.";

/** One policy, and what groups may do by it. */
interface Policy {
  readonly domain: string;
  readonly held: readonly Omit<GroupPermission, "status">[];
  /** As it says; absent where the tenant has no field of it. */
  readonly disabled?: boolean | "left-out";
}

function toPolicy(row: WqlRow, fields: Fields): Policy | undefined {
  const domain = readName(row, fields["Domain_Security_Policy"]);
  if (domain === undefined) return undefined;
  const held: Omit<GroupPermission, "status">[] = [];
  for (const access of accesses) {
    const groups = readNames(row, fields[access]);
    if (groups === undefined) return undefined;
    for (const securityGroup of groups) {
      held.push({ securityGroup, domain, access });
    }
  }
  const alias = fields["Disabled"];
  const disabled = alias === undefined ? undefined : readFlag(row, alias);
  return { domain, held, ...(disabled !== undefined && { disabled }) };
}

/** What stands at the policy that the bot uses means enabled; what else stands there than that and yes tells nothing. */
function toHeld({ held, disabled }: Policy, own: Policy | undefined): readonly GroupPermission[] {
  if (disabled === true) return held.map((one) => ({ ...one, status: "disabled" }));
  const isEnabled = disabled !== undefined && own?.disabled === disabled;
  return held.map((one) => ({
    ...one,
    status: "active",
    ...(!isEnabled && { isPerhapsDisabled: true }),
  }));
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
