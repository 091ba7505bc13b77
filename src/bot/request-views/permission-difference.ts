import { kindOf } from "../../flows/kinds/kinds.ts";
import { type BusinessProcess, describeProcess } from "../../flows/model/business-process.ts";
import { listPermissions, type Permission } from "../../flows/model/permissions.ts";
import type { AccountDraft, PermissionsDraft } from "../../flows/request/draft.ts";
import { differenceOf, processDifferenceOf } from "../../flows/request/permission-change.ts";
import { count } from "../../flows/text/count.ts";
import { minus, plus } from "../../flows/wording/count-changes.ts";
import { type Block, plainSection } from "../blocks/block.ts";
import { cutLines } from "../blocks/slack-limits.ts";

/**
 * What is added, what is taken away and how much stays, of `most` characters each at the most.
 *
 * @param note what stands behind a domain that is added
 */
export function showDifference(draft: PermissionsDraft, most: number, note = nothing): Block[] {
  const { added, removed } = differenceOf(draft);
  return [
    ...showList(
      "Added",
      listPermissions(added).map((one) => `${plus} ${describePermission(one)}${note(one.domain)}`),
      most,
    ),
    ...showList(
      "Removed",
      listPermissions(removed).map((one) => `${minus} ${describePermission(one)}`),
      most,
    ),
    plainSection(describeUnchanged(draft)),
    ...showProcessDifference(draft, most),
  ];
}

/** How much stays: for a card that lists what comes and what goes by what is pending. */
export function showUnchanged(draft: PermissionsDraft): Block[] {
  return [plainSection([describeUnchanged(draft), ...describeProcesses(draft)].join("\n"))];
}

function describeUnchanged(draft: PermissionsDraft): string {
  const before = listPermissions(draft.before).length;
  const after = listPermissions(draft.permissions).length;
  const unchanged = before - listPermissions(differenceOf(draft).removed).length;
  return `Unchanged: ${unchanged}. Before: ${count(before, "permission")}, ${sources[draft.seenIn]}. After: ${after}.`;
}

/** The business processes that an edit adds, removes and leaves, where there are any before or after. */
function showProcessDifference(draft: PermissionsDraft, most: number): Block[] {
  const { added, removed } = processDifferenceOf(draft);
  return [
    ...showList("Business processes added", withSign(plus, added), most),
    ...showList("Business processes removed", withSign(minus, removed), most),
    ...describeProcesses(draft).map((words) => plainSection(words)),
  ];
}

function describeProcesses(draft: PermissionsDraft): readonly string[] {
  const { added, removed } = processDifferenceOf(draft);
  const after = draft.businessProcesses?.length ?? 0;
  const unchanged = after - added.length;
  if (after + removed.length === 0) return [];
  const source = draft.isAdopted
    ? "as far as the bot knows"
    : "as asked for last, since no report shows them";
  return [
    `Business processes unchanged: ${unchanged}. Before: ${unchanged + removed.length}, ${source}. After: ${after}.`,
  ];
}

function withSign(sign: string, processes: readonly BusinessProcess[]): readonly string[] {
  return processes.map((process) => `${sign} ${describeProcess(process)}`);
}

function nothing(_domain: string): string {
  return "";
}

const sources = {
  report: "as the tenant's report showed them",
  inventory: "as they were asked for last (the tenant has no report of them)",
} as const;

function showList(title: string, lines: readonly string[], most: number): Block[] {
  if (lines.length === 0) return [];
  const list = cutLines(lines, most, "all of them are on the approver's card");
  return [plainSection(`${title} (${lines.length})\n${list}`)];
}

function describePermission({ access, domain }: Permission): string {
  return `${access}: ${domain}`;
}

/** Whose account it was, and what that means for this request. */
export function describeAdopted(account: AccountDraft): Block[] {
  if (account.isAdopted !== true) return [];
  const { whereAdopted = "" } = kindOf(account);
  return [plainSection(`The bot did not make this account: somebody else did. ${whereAdopted}`)];
}
