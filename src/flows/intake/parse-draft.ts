import { err, ok, type Result } from "../../result.ts";
import { describeInvisible, describeInvisibleInText } from "../../unicode/invisible.ts";
import { type BusinessProcess, parseProcesses, writeProcess } from "../model/business-process.ts";
import { plainGroup } from "../model/group-settings.ts";
import { noPermissions, writeDomains } from "../model/permissions.ts";
import { toAskedSignOn } from "../model/sign-on.ts";
import type { AskedSystem, CreateDraft } from "../request/draft.ts";
import {
  describeProtectedAccount,
  describeProtectedGroup,
  describeRefused,
} from "../request/protected.ts";
import type { Field, FieldProblems, Raw, RawDraft } from "../request/raw-draft.ts";
import { fillPatterns } from "../tenant/name-patterns.ts";
import type { Recipe } from "../tenant/recipe.ts";
import { leaveUndecided } from "../tenant/recipe-choices.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { describeBrokenRule } from "../tenant/user-name-rule.ts";
import { parseGroup } from "./parse-group.ts";
import { parsePermissions } from "./parse-permissions.ts";
import { parseSignOn } from "./parse-sign-on.ts";
import { findTicketProblem } from "./read-ticket.ts";

/**
 * Checks everything that can be checked without Workday: the operation's rules and the tenant's own.
 * Every problem is reported at once, each on its field.
 * @see Workday Integrations v31.2, Put_Integration_System_User
 */
export function parseDraft(raw: RawDraft, tenant: Tenant): Result<CreateDraft, FieldProblems> {
  const system = parseSystem(raw);
  const timeout = parseTimeout(raw.sessionTimeoutMinutes, tenant.maxSessionTimeoutMinutes);
  const permissions = parsePermissions(raw, tenant);
  const signOn = parseSignOn(raw.signOn, tenant.exemptFromPasswordExpiry);
  const group = parseGroup(raw.group, permissions.ok ? permissions.value : undefined);
  const processes = readProcesses(raw, tenant);
  const problems: FieldProblems = {
    ...problemOf("userName", checkUserName(raw.userName.trim(), tenant)),
    ...(timeout.ok ? {} : { sessionTimeoutMinutes: timeout.error }),
    ...problemOf("groupName", checkGroupName(raw.groupName.trim(), tenant)),
    ...problemsOf(system),
    ...problemsOf(permissions),
    ...problemsOf(signOn),
    ...problemsOf(group),
    ...problemsOf(processes),
    ...findTicketProblem(raw, tenant),
    ...checkWhy(raw),
  };
  const isRead = system.ok && timeout.ok && permissions.ok && signOn.ok && group.ok && processes.ok;
  if (!isRead || !isEmpty(problems)) return err(problems);
  return ok({
    tenant: tenant.name,
    system: system.value,
    ...timeout.value,
    permissions: permissions.value,
    ...signOn.value,
    ...toAllowed(raw, tenant),
    ...group.value,
    ...processes.value,
    ...takeAsTyped(raw),
  });
}

/** The tenant's authentication policy with what the recipe's guide wants allowed besides, each once. */
function toAllowed(
  { authenticationTypes = [] }: RawDraft,
  { authenticationPolicy: policy }: Tenant,
): Pick<CreateDraft, "authenticationPolicy"> {
  if (policy === undefined) return {};
  const allowedTypes = [...new Set([...policy.allowedTypes, ...authenticationTypes])];
  return { authenticationPolicy: { ...policy, allowedTypes } };
}

/** Absent where none is named. */
export function readProcesses(
  { businessProcesses = "" }: Pick<RawDraft, "businessProcesses">,
  tenant: Pick<Tenant, "refusedDomains">,
): Result<Pick<CreateDraft, "businessProcesses">, FieldProblems> {
  const processes = parseProcesses(businessProcesses);
  if (!processes.ok) return err({ businessProcesses: processes.error });
  const refused = findRefusedDomains(processes.value, tenant);
  if (refused !== undefined) return err({ businessProcesses: refused });
  return ok(processes.value.length === 0 ? {} : { businessProcesses: processes.value });
}

/** In words. */
export function findRefusedDomains(
  processes: readonly BusinessProcess[],
  tenant: Pick<Tenant, "refusedDomains">,
): string | undefined {
  const [refused] = processes.flatMap(({ policy }) => describeRefused(policy, tenant) ?? []);
  return refused;
}

export function problemsOf(part: Result<unknown, FieldProblems>): FieldProblems {
  return part.ok ? {} : part.error;
}

function isEmpty(problems: FieldProblems): boolean {
  return Object.keys(problems).length === 0;
}

function takeAsTyped(raw: RawDraft): Omit<CreateDraft, "tenant" | "system" | "permissions"> {
  const ticket = raw.ticket.trim();
  return {
    kind: "create",
    ...(raw.recipe && { recipe: raw.recipe }),
    userName: raw.userName.trim(),
    doNotAllowUiSessions: raw.doNotAllowUiSessions,
    groupName: raw.groupName.trim(),
    reason: raw.reason.trim(),
    ...(ticket && { ticket }),
  };
}

/** What of a tenant a form is filled with. */
type Filled = Pick<Tenant, "name" | "names" | "exemptFromPasswordExpiry">;

/** The form as it opens: filled from the recipe, or with the tenant's defaults for "blank". */
export function fillFromRecipe(recipe: Recipe | undefined, tenant: Filled): RawDraft {
  return {
    ...blank,
    ...(recipe && fillFrom(recipe, tenant)),
    tenant: tenant.name,
    domains: writeDomains(recipe?.permissions ?? noPermissions),
  };
}

const blank = {
  kind: "create",
  recipe: "",
  userName: "",
  newSystem: "",
  sessionTimeoutMinutes: "",
  doNotAllowUiSessions: true,
  groupName: "",
  reason: "",
  ticket: "",
} as const;

function fillFrom(recipe: Recipe, tenant: Filled): Partial<RawDraft> {
  const { name, sessionTimeoutMinutes } = recipe;
  const signOn = toAskedSignOn(recipe, tenant.exemptFromPasswordExpiry);
  const needed = (recipe.businessProcesses ?? []).filter(({ optional }) => optional === undefined);
  return {
    recipe: name,
    doNotAllowUiSessions: recipe.doNotAllowUiSessions,
    ...fillNames(recipe, tenant.names),
    ...(signOn && { signOn }),
    ...fillGroup(recipe),
    ...leaveUndecided(recipe),
    ...(needed.length > 0 && { businessProcesses: needed.map(writeProcess).join("\n") }),
    ...(sessionTimeoutMinutes !== undefined && {
      sessionTimeoutMinutes: String(sessionTimeoutMinutes),
    }),
  };
}

/** The tenant's own names come before those of the guide. */
function fillNames(
  recipe: Recipe,
  patterns: Tenant["names"],
): Pick<RawDraft, "newSystem"> & Partial<Pick<RawDraft, "userName" | "groupName">> {
  const { integrationSystem, ...own } = fillPatterns(patterns ?? {}, recipe);
  const { vendor, userName, groupName } = recipe;
  return {
    newSystem: integrationSystem ?? `${vendor} integration`,
    ...(userName !== undefined && { userName }),
    ...(groupName !== undefined && { groupName }),
    ...own,
  };
}

/** The group that the guide asks for, where it is a constrained one: which organizations is left to be typed. */
function fillGroup({ groupTypes = ["unconstrained"] }: Recipe): Pick<RawDraft, "group"> {
  const isConstrained = groupTypes.includes("constrained") && !groupTypes.includes("unconstrained");
  return isConstrained ? { group: { ...plainGroup, groupType: "constrained" } } : {};
}

function checkUserName(name: string, tenant: Tenant): string | undefined {
  if (name === "") return "Type a user name: Workday needs one for every account.";
  const invisible = describeInvisible(name);
  if (invisible !== undefined) return invisible;
  if (/[:;]/.test(name)) return "Workday allows no `:` and no `;` in a user name. Take them out.";
  if (/[<>&"\s]/.test(name)) {
    return 'Use no spaces and none of < > & " in a user name: several clients break on them.';
  }
  if (name.length > 100) return "Shorten the user name to 100 characters.";
  const kept = describeProtectedAccount(name, tenant);
  if (kept !== undefined) return `${kept} Choose another name.`;
  return describeBrokenRule(name, tenant);
}

/** Of a group that is to be made. */
export function checkGroupName(name: string, tenant: Tenant): string | undefined {
  if (name === "") return "Type a name for the security group.";
  const invisible = describeInvisible(name);
  if (invisible !== undefined) return invisible;
  if (name.length > 150) return "Shorten the group name to 150 characters.";
  const kept = describeProtectedGroup(name, tenant);
  return kept === undefined ? undefined : `${kept} Choose another name.`;
}

/** What every request says of itself: why. Where more is written depends on the tenant, whatever is asked for. */
export function checkWhy({ reason }: Pick<Raw, "reason">): FieldProblems {
  return problemOf("reason", checkReason(reason.trim()));
}

function checkReason(reason: string): string | undefined {
  if (reason === "") return "Say why it is needed: the approver reads it to decide.";
  if (reason.length > 3000) return "Shorten the reason to 3,000 characters.";
  return describeInvisibleInText(reason);
}

function parseSystem(raw: RawDraft): Result<AskedSystem, FieldProblems> {
  const name = raw.newSystem.trim();
  if (raw.existingSystem !== undefined) {
    return ok({ kind: "existing", ...raw.existingSystem });
  }
  if (name === "") {
    return err({
      newSystem: "Choose an existing integration system above, or name a new one here.",
    });
  }
  const invisible = describeInvisible(name);
  if (invisible !== undefined) return err({ newSystem: invisible });
  if (name.length > 150) return err({ newSystem: "Use 150 characters at most." });
  return ok({ kind: "new", name });
}

export function parseTimeout(
  typed: string,
  most: number,
): Result<Pick<CreateDraft, "sessionTimeoutMinutes">, string> {
  const text = typed.trim();
  if (text === "") return ok({});
  const minutes = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (minutes === 0 || (minutes >= 6 && minutes <= most)) {
    return ok({ sessionTimeoutMinutes: minutes });
  }
  return err(`Leave it empty, type 0, or a whole number of minutes from 6 to ${most}.`);
}

function problemOf(field: Field, words: string | undefined): FieldProblems {
  return words === undefined ? {} : { [field]: words };
}
