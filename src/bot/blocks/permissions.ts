import { describeProcess } from "../../flows/model/business-process.ts";
import { type Access, accesses, type Permissions } from "../../flows/model/permissions.ts";
import type { Account } from "../../flows/request/draft.ts";
import { type Block, plainSection, plainSections } from "./block.ts";
import { cutLines } from "./slack-limits.ts";

/** What each access is for: the two grids of Workday's task. */
export const accessHints: Record<Access, string> = {
  Get: "Get: web services may read",
  Put: "Put: web services may write",
  View: "View: reports and tasks may show",
  Modify: "Modify: reports and tasks may change",
};

/** One block for each access that has domains, of `most` characters each at the most. */
export function showPermissions(permissions: Permissions, most: number, where: string): Block[] {
  return accesses.flatMap((access) => {
    const domains = permissions[access];
    if (domains.length === 0) return [];
    const list = cutLines(domains, most, where);
    return [plainSection(`${access} (${domains.length})\n${list}`)];
  });
}

/** Every domain, in as many blocks as it takes. */
export function showAllPermissions(permissions: Permissions): Block[] {
  return accesses.flatMap((access) => {
    const domains = permissions[access];
    return domains.length === 0 ? [] : plainSections([`${access} (${domains.length})`, ...domains]);
  });
}

/** What the account may initiate by web service; nothing where that is none. */
export function showProcesses(
  { businessProcesses = [] }: Pick<Account, "businessProcesses">,
  most: number,
): Block[] {
  if (businessProcesses.length === 0) return [];
  const list = cutLines(
    businessProcesses.map(describeProcess),
    most,
    "all of them are in the task",
  );
  return [plainSection(`Business processes to initiate (${businessProcesses.length})\n${list}`)];
}
