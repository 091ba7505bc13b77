import { changesOf, processChangeOf } from "../kinds/changes.ts";
import { makesOwnGroup } from "../kinds/facts.ts";
import { kindOf } from "../kinds/kinds.ts";
import { isOneOf } from "../model/names.ts";
import { type Access, listPermissions, type Permissions } from "../model/permissions.ts";
import { accountOf, type Draft } from "../request/draft.ts";
import { differenceOf } from "../request/permission-change.ts";
import { count } from "../text/count.ts";

/** Stand before what is added and what is taken away; the words around them say the same. */
export const plus = "+";
export const minus = "−";

/** A sign and its number never stand on two lines. */
const gap = "\u00a0";

/** How much a request makes, adds, takes away and leaves, for the top of its plan; empty where that says nothing. */
export function countChanges(draft: Draft): string {
  const changes = changesOf(draft);
  const processes = processChangeOf(draft);
  const added = changes.flatMap((one) => listPermissions(one.added));
  const removed = changes.flatMap((one) => listPermissions(one.removed));
  return [
    ...listMade(draft),
    ...amount(plus, added.length, "permission"),
    ...amount(minus, removed.length, "permission"),
    ...amountOfProcesses(plus, processes.added),
    ...amountOfProcesses(minus, processes.removed),
    ...countUnchanged(draft),
  ].join(", ");
}

function listMade(draft: Draft): readonly string[] {
  const account = accountOf(draft);
  if (account === undefined || kindOf(draft).makes !== "account") return [];
  const isNewSystem = account.system.kind === "new";
  return [
    ...amount(plus, 1, "account"),
    ...amount(plus, isNewSystem ? 1 : 0, "integration system"),
    ...amount(plus, makesOwnGroup(draft) ? 1 : 0, "security group"),
  ];
}

function countUnchanged(draft: Draft): readonly string[] {
  const account = accountOf(draft);
  if (account === undefined || !("before" in account)) return [];
  const { removed } = differenceOf(account);
  const left = listPermissions(account.before).length - listPermissions(removed).length;
  return [`${left} unchanged`];
}

function amount(sign: string, number: number, what: string): readonly string[] {
  return number === 0 ? [] : [`${sign}${gap}${count(number, what)}`];
}

function amountOfProcesses(sign: string, { length }: readonly unknown[]): readonly string[] {
  return length === 0
    ? []
    : [`${sign}${gap}${length} business ${length === 1 ? "process" : "processes"}`];
}

/** What stands before a permission in a list of them: whether this request adds it, takes it away, or leaves it. */
export function signOf(draft: Draft): (domain: string, access: Access) => string {
  const changes = changesOf(draft);
  function isIn(of: "added" | "removed", domain: string, access: Access): boolean {
    return changes.some((change) => isOneOf(domain, listOf(change[of], access)));
  }
  return (domain, access) => {
    if (isIn("added", domain, access)) return `${plus} `;
    return isIn("removed", domain, access) ? `${minus} ` : "";
  };
}

function listOf(permissions: Permissions, access: Access): readonly string[] {
  return permissions[access];
}
