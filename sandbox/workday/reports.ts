import { findAccount, signOn } from "./accounts.ts";
import {
  addressOf,
  basicCredentials,
  type HttpReply,
  type HttpRequest,
  jsonReply,
} from "./http/message.ts";
import type { TenantState } from "./state.ts";

type Row = Readonly<Record<string, string>>;

/** The custom reports the emulator can run, with their default columns. */
const reports: ReadonlyMap<string, (state: TenantState) => readonly Row[]> = new Map([
  ["ISU_Bot_Pending_Domain_Policies", pendingDomainPolicies],
  ["ISU_Bot_Pending_Business_Process_Policies", pendingBusinessProcessPolicies],
  ["ISU_Bot_Security_Groups", securityGroups],
  ["ISU_Bot_Group_Permissions", groupPermissions],
  ["ISU_Bot_Security_Timestamps", securityTimestamps],
  ["ISU_Bot_Password_Exemptions", passwordExemptions],
  ["ISU_Bot_Accounts", listAccounts],
]);

interface Asked {
  readonly owner: string;
  readonly report: string;
}

/** Answers a report as a service. @see Workday, Reports as a Service (RaaS) */
export function answerReport(state: TenantState, request: HttpRequest, asked: Asked): HttpReply {
  if (request.method !== "GET") return jsonReply(405, { error: "Method Not Allowed" });
  if (!signsOn(state, request, asked.report)) {
    const challenge = { "www-authenticate": 'Basic realm="Workday"' };
    return jsonReply(401, { error: "invalid username or password" }, challenge);
  }
  const run = findReport(state, asked);
  if (run === undefined) {
    return jsonReply(404, { error: "Report not found", reportName: asked.report });
  }
  if (request.query.get("format") !== "json" || request.query.size > 1) {
    return jsonReply(400, { error: "This emulator runs reports with format=json and no prompts." });
  }
  return jsonReply(200, { Report_Entry: run(state) });
}

function signsOn(state: TenantState, request: HttpRequest, report: string): boolean {
  const credentials = basicCredentials(request);
  if (credentials === undefined) return false;
  const userName = accountName(state, credentials.userName);
  const attempt = { for: report, address: addressOf(request) };
  return signOn(state, { userName, password: credentials.password }, attempt) !== undefined;
}

function findReport(
  state: TenantState,
  { owner, report }: Asked,
): ((state: TenantState) => readonly Row[]) | undefined {
  const isThere = state.definition.reports?.includes(report) ?? false;
  return isThere && owner === ownerOf(state) ? reports.get(report) : undefined;
}

function ownerOf(state: TenantState): string | undefined {
  const { reportOwner, accounts } = state.definition;
  return reportOwner ?? accounts.find(({ kind }) => kind === "isu")?.userName;
}

/** Basic authentication takes the bare name and `name@tenant`. */
function accountName(state: TenantState, given: string): string {
  const suffix = `@${state.definition.name}`;
  const isBare = findAccount(state, given) !== undefined || !given.endsWith(suffix);
  return isBare ? given : given.slice(0, -suffix.length);
}

function pendingDomainPolicies(state: TenantState): readonly Row[] {
  return [...state.pending.values()]
    .filter(({ kind }) => kind === "domain")
    .map(({ policy, securityGroup, access, change, changedBy, changedAt }) => ({
      Domain_Security_Policy: policy,
      Security_Group: securityGroup,
      Access: access,
      Change: change,
      Changed_By: changedBy,
      Changed_On: toIso(changedAt),
    }));
}

function pendingBusinessProcessPolicies(state: TenantState): readonly Row[] {
  return [...state.pending.values()]
    .filter(({ kind }) => kind === "business-process")
    .map(({ policy, action, securityGroup, change, changedBy, changedAt }) => ({
      Business_Process_Security_Policy: policy,
      Action: action,
      Security_Group: securityGroup,
      Change: change,
      Changed_By: changedBy,
      Changed_On: toIso(changedAt),
    }));
}

/** Workday's own groups are in every tenant, with the business processes that come with it. */
const delivered: Row = {
  Security_Group: "HR Administrator",
  Status: "Active",
  Member: "",
  Group_Type: "Role-Based Security Group (Constrained)",
  Administered_By: "Security Administrator",
  Included_In: "HR Administrator or Partner",
  Business_Processes: "Hire Employee",
  Initiates: "Hire Employee",
};

function securityGroups(state: TenantState): readonly Row[] {
  const own = [...state.groups.values()].flatMap((group) => {
    const { name, type, isActive, members, constraint, administeredBy, includedIn } = group;
    const processes = [...state.active.values()].filter(
      ({ kind, securityGroup }) => kind === "business-process" && securityGroup === name,
    );
    const policies = processes.map(({ policy }) => policy).join("; ");
    const rows = members.size === 0 ? [""] : [...members];
    return rows.map((member) => ({
      Security_Group: name,
      Status: isActive ? "Active" : "Inactive",
      Member: member,
      Group_Type: type,
      ...ifAny("Administered_By", [...administeredBy].join("; ")),
      ...ifAny("Included_In", [...includedIn].join("; ")),
      ...ifAny("Business_Processes", policies),
      ...ifAny("Initiates", policies),
      ...(constraint && {
        Organizations: constraint.organizations.join("; "),
        Organization_Scope:
          constraint.scope === "current"
            ? "Current Organization Only"
            : "Current Organization and All Subordinates",
      }),
    }));
  });
  return [...own, delivered];
}

/** A report leaves out what is empty. */
function ifAny(column: string, text: string): Row {
  return text === "" ? {} : { [column]: text };
}

function groupPermissions(state: TenantState): readonly Row[] {
  const active = [...state.active.values()].map((line) => {
    const { disabled = "0" } = state.policies.get(line.policy) ?? {};
    return { ...line, status: ["1", "true"].includes(disabled) ? "Disabled" : "Active" };
  });
  const added = [...state.pending.values()]
    .filter(({ change }) => change === "Added")
    .map((line) => ({ ...line, status: "Pending" }));
  return [...active, ...added]
    .filter(({ kind }) => kind === "domain")
    .map(({ securityGroup, policy, access, status }) => ({
      Security_Group: securityGroup,
      Domain_Security_Policy: policy,
      Access: access,
      Status: status,
    }));
}

function securityTimestamps(state: TenantState): readonly Row[] {
  return state.timestamps.map(({ at, comment, by }) => ({
    Timestamp: toIso(at),
    Comment: comment,
    Activated_By: by,
  }));
}

function passwordExemptions(state: TenantState): readonly Row[] {
  return [...state.accounts.values()]
    .filter(({ exemptFromPasswordExpiration }) => exemptFromPasswordExpiration)
    .map(({ userName }) => ({ User: userName }));
}

/** Flags as digits; a day that is empty is left out. */
function listAccounts(state: TenantState): readonly Row[] {
  return [...state.accounts.values()].map(({ userName, expiresOn, ...account }) => ({
    User: userName,
    Locked: toDigit(account.isLocked),
    Disabled: toDigit(account.isDisabled),
    New_Password: toDigit(account.requireNewPassword),
    ...(expiresOn !== "" && { Expires: expiresOn }),
  }));
}

function toDigit(is: boolean): string {
  return is ? "1" : "0";
}

function toIso(at: number): string {
  return new Date(at).toISOString();
}
