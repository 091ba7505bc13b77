import { type Result } from "../../result.ts";
import { deriveGroup } from "../inventory/group-history.ts";
import { listKnownProcesses } from "../inventory/group-processes.ts";
import { listPlaced } from "../inventory/other-groups.ts";
import { listKnownAccounts, nobodyKnown, showsExemptions } from "../inventory/shown-exemptions.ts";
import { processChangeOf } from "../kinds/changes.ts";
import { kindOf } from "../kinds/kinds.ts";
import { isExempt } from "../kinds/sign-on-tasks.ts";
import { type Fault, isAway } from "../model/fault.ts";
import { existingGroupOf } from "../model/group-settings.ts";
import { type Observation } from "../model/observation.ts";
import { type GroupPermissions } from "../model/tenant-reports.ts";
import type { EyeName } from "../model/verification.ts";
import { type FlowDeps, type TenantContext } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import type { IntegrationSystemUser } from "../ports/workday.ts";
import { accountIn, systemIdOf } from "../request/account-of-request.ts";
import type { AccountDraft } from "../request/draft.ts";
import { type Request } from "../request/request.ts";
import type { ShownGroups } from "./find-group.ts";
import { readImplemented, unite } from "./implemented-groups.ts";
import type { Expected, Observed } from "./observed.ts";

/**
 * What a request asked for, as the tenant would show it: of its group, what all requests together asked for.
 *
 * @param done requests that were carried out, oldest first, and this one
 */
export function toExpected(request: Request, done: readonly Request[]): Expected {
  const account = accountIn(request);
  const { userName, groupName, doNotAllowUiSessions, sessionTimeoutMinutes } = account;
  const existing = existingGroupOf(account);
  const { others, permissions, isInactive } = deriveGroup(done, account);
  return {
    systemId: systemIdOf(request),
    userName,
    doNotAllowUiSessions,
    ...(sessionTimeoutMinutes !== undefined && { sessionTimeoutMinutes }),
    signOn: account,
    isExempt: isExempt(account),
    groupName,
    ...toGroupType(account),
    alsoIn: listPlaced(done, account),
    permissions,
    others,
    ...(existing && { existing }),
    ...(isInactive && { isGroupInactive: true }),
    ...(account.segmented &&
      kindOf(account).ends !== "segments" && { segmented: account.segmented }),
    ...toProcesses(account),
    knownProcesses: listKnownProcesses(done, account),
    ...toPolicy(userName, request),
    ...(request.facts.probes && { hasSignedOn: true }),
    // What an inactive group holds counts for nothing: a read that is refused is as it should be.
    probes: isInactive ? [] : (request.facts.probes ?? []),
  };
}

/** The type of a group that requests make; nobody asked for that of one which was there before. */
function toGroupType({ group, isAdopted }: AccountDraft): Pick<Expected, "groupType"> {
  if (isAdopted === true || group?.kind === "existing") return {};
  return { groupType: group ?? { kind: "unconstrained" } };
}

/** Whether the account is in the authentication policy, or out of it, as a task of the plan was to see to. */
function toPolicy(userName: string, { plan, facts }: Request): Pick<Expected, "policy"> {
  const isIn = plan.some(({ name }) => name === "allow-in-authentication-policy");
  if (isIn) {
    const words = `Whether the authentication policy lets ${userName} sign on`;
    return { policy: { words, hasSignedOn: facts.probes !== undefined } };
  }
  const isOut = plan.some(({ name }) => name === "remove-from-authentication-policy");
  const words = `Whether ${userName} is out of the authentication policy`;
  return isOut ? { policy: { words, hasSignedOn: false } } : {};
}

/** What the group may initiate, and what an edit took away from it. */
function toProcesses(account: AccountDraft): Pick<Expected, "businessProcesses" | "processesGone"> {
  const { businessProcesses = [] } = account;
  const isEdit = kindOf(account).group === "set";
  return { businessProcesses, ...(isEdit && { processesGone: processChangeOf(account).removed }) };
}

export async function lookAtUser(
  deps: FlowDeps,
  { workday }: TenantContext,
  systemId: string,
): Promise<Observation<IntegrationSystemUser | undefined>> {
  return toObservation(await retryRead(deps.clock, () => workday.findUserOfSystem(systemId)));
}

/**
 * Groups with their members, what they may do, who is exempt from password expiration, and which accounts are locked: one
 * read of each for the whole tenant.
 *
 * @param requests those that were carried out, and the one that is looked at: their accounts are known
 */
export async function lookAtGroups(
  deps: FlowDeps,
  place: TenantContext,
  requests: readonly Request[],
): Promise<Omit<Observed, "user">> {
  return {
    ...(await lookAtGroupList(deps, place)),
    permissions: await lookAtPermissions(deps, place),
    exemptions: await lookAtExemptions(deps, place, requests),
    accounts: await lookAtAccounts(deps, place),
  };
}

/** The groups with their members, by every eye that shows some. */
export async function lookAtGroupList(
  deps: FlowDeps,
  { workday, implementation }: TenantContext,
): Promise<ShownGroups> {
  const listed = await retryRead(deps.clock, () => workday.readSecurityGroups());
  const byWql = listed.ok && listed.value?.some(({ by }) => by === "wql") === true;
  const groups = toObservation(listed, byWql ? "wql" : "report");
  const implemented =
    implementation && (await retryRead(deps.clock, () => readImplemented(implementation)));
  return unite(whereThere(groups), implemented && toObservation(implemented));
}

/** What every group may do. */
export async function lookAtPermissions(
  deps: FlowDeps,
  { workday }: TenantContext,
): Promise<Observed["permissions"]> {
  return unfold(toObservation(await retryRead(deps.clock, () => workday.readGroupPermissions())));
}

/** Who is exempt from password expiration, where the list shows somebody who is known. */
export async function lookAtExemptions(
  deps: FlowDeps,
  { workday, tenant }: TenantContext,
  requests: readonly Request[],
): Promise<Observed["exemptions"]> {
  const read = await retryRead(deps.clock, () => workday.readPasswordExemptions());
  const shown = whereThere(toObservation(read));
  if (shown.kind === "cannot-see") return shown;
  return showsExemptions(shown.part, listKnownAccounts(tenant, requests))
    ? shown
    : { kind: "cannot-see", words: nobodyKnown, isFailed: false };
}

/** Which accounts are locked, disabled, or end by themselves. */
async function lookAtAccounts(
  deps: FlowDeps,
  { workday }: TenantContext,
): Promise<Observed["accounts"]> {
  return whereThere(toObservation(await retryRead(deps.clock, () => workday.readAccounts())));
}

function toObservation<Part>(read: Result<Part, Fault>, by?: EyeName): Observation<Part> {
  if (read.ok) return { kind: "seen", part: read.value, ...(by && { by }) };
  const { error } = read;
  const away = isAway(error) ? { away: error } : {};
  return { kind: "cannot-see", words: error.words, isFailed: true, ...away };
}

const noReport = {
  kind: "cannot-see",
  words: "The tenant has no report of it.",
  isFailed: false,
} as const;

function whereThere<Part>(observed: Observation<Part | undefined>): Observation<Part> {
  if (observed.kind === "cannot-see") return observed;
  return observed.part === undefined ? noReport : { ...observed, part: observed.part };
}

function unfold(observed: Observation<GroupPermissions>): Observed["permissions"] {
  if (observed.kind === "cannot-see") return observed;
  const { part } = observed;
  return part.kind === "cannot-see"
    ? noReport
    : { kind: "seen", part: part.permissions, by: part.by ?? "report" };
}
