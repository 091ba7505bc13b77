import { err, ok, type Result } from "../result.ts";
import type { AskedSystem, Draft, Field, FieldProblems, RawDraft } from "./draft.ts";
import { accesses, isSameDomain, noPermissions, type Permissions } from "./permissions.ts";
import type { Recipe } from "./recipe.ts";
import type { Tenant } from "./tenant.ts";

/**
 * Characters that no name may hold, because nobody sees them: control and format characters (such as the
 * one that turns the direction of writing), line and paragraph separators, halves of a broken pair.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Checks everything that can be checked without Workday: the operation's rules and the tenant's own.
 * Every problem is reported at once, each on its field.
 * @see Workday Integrations v31.2, Put_Integration_System_User
 */
export function parseDraft(raw: RawDraft, tenant: Tenant): Result<Draft, FieldProblems> {
  const system = parseSystem(raw);
  const timeout = parseTimeout(raw.sessionTimeoutMinutes, tenant.maxSessionTimeoutMinutes);
  const permissions = parsePermissions(raw, tenant);
  const problems: Partial<Record<Field, string>> = {
    ...problemOf("userName", checkUserName(raw.userName.trim(), tenant)),
    ...(system.ok ? {} : system.error),
    ...(timeout.ok ? {} : { sessionTimeoutMinutes: timeout.error }),
    ...problemOf("groupName", checkGroupName(raw.groupName.trim(), tenant)),
    ...(permissions.ok ? {} : permissions.error),
    ...problemOf("reason", checkReason(raw.reason.trim())),
    ...problemOf("ticket", checkTicket(raw.ticket.trim())),
  };
  if (!system.ok || !timeout.ok || !permissions.ok) return err(problems);
  if (Object.keys(problems).length > 0) return err(problems);
  const minutes = timeout.value;
  return ok({
    tenant: tenant.name,
    system: system.value,
    ...(minutes !== undefined && { sessionTimeoutMinutes: minutes }),
    permissions: permissions.value,
    ...takeAsTyped(raw),
  });
}

function takeAsTyped(raw: RawDraft): Omit<Draft, "tenant" | "system" | "permissions"> {
  const ticket = raw.ticket.trim();
  return {
    ...(raw.recipe && { recipe: raw.recipe }),
    userName: raw.userName.trim(),
    doNotAllowUiSessions: raw.doNotAllowUiSessions,
    groupName: raw.groupName.trim(),
    reason: raw.reason.trim(),
    ...(ticket && { ticket }),
  };
}

/** The form as it opens: filled from the recipe, or with the tenant's defaults for "blank". */
export function toRawDraft(recipe: Recipe | undefined, tenant: Tenant): RawDraft {
  const { Get, Put, View, Modify } = recipe?.permissions ?? noPermissions;
  return {
    ...blank,
    ...(recipe && fillFrom(recipe)),
    tenant: tenant.name,
    domains: {
      Get: Get.join("\n"),
      Put: Put.join("\n"),
      View: View.join("\n"),
      Modify: Modify.join("\n"),
    },
  };
}

const blank = {
  recipe: "",
  userName: "",
  newSystem: "",
  sessionTimeoutMinutes: "",
  doNotAllowUiSessions: true,
  groupName: "",
  reason: "",
  ticket: "",
} as const;

function fillFrom(recipe: Recipe): Partial<RawDraft> {
  const { name, vendor, userName, groupName, sessionTimeoutMinutes } = recipe;
  return {
    recipe: name,
    newSystem: `${vendor} integration`,
    doNotAllowUiSessions: recipe.doNotAllowUiSessions,
    ...(userName !== undefined && { userName }),
    ...(groupName !== undefined && { groupName }),
    ...(sessionTimeoutMinutes !== undefined && {
      sessionTimeoutMinutes: String(sessionTimeoutMinutes),
    }),
  };
}

function checkUserName(name: string, tenant: Tenant): string | undefined {
  if (name === "") return "Type a user name: Workday needs one for every account.";
  if (unprintable.test(name)) return "Remove the invisible characters from the user name.";
  if (/[:;]/.test(name)) return "Workday allows no `:` and no `;` in a user name. Take them out.";
  if (/[<>&"\s]/.test(name)) {
    return 'Use no spaces and none of < > & " in a user name: several clients break on them.';
  }
  if (name.length > 100) return "Shorten the user name to 100 characters.";
  if (isOneOf(name, tenant.protectedAccounts)) {
    return "This account is protected by the bot's configuration. Choose another name.";
  }
  const rule = tenant.userNameRule;
  if (rule !== undefined && !new RegExp(rule.pattern, "u").test(name)) {
    return `This tenant's naming rule: ${rule.words}`;
  }
  return undefined;
}

function checkGroupName(name: string, tenant: Tenant): string | undefined {
  if (name === "") return "Type a name for the security group.";
  if (unprintable.test(name)) return "Remove the invisible characters from the group name.";
  if (name.length > 150) return "Shorten the group name to 150 characters.";
  if (isOneOf(name, tenant.protectedGroups)) {
    return "This group is protected by the bot's configuration. Choose another name.";
  }
  return undefined;
}

function checkReason(reason: string): string | undefined {
  if (reason === "") return "Say why it is needed: the approver decides by it.";
  if (reason.length > 3000) return "Shorten the reason to 3,000 characters.";
  return undefined;
}

function checkTicket(ticket: string): string | undefined {
  if (ticket === "") return undefined;
  const url = URL.parse(ticket);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    return "Paste the ticket's whole address, beginning with https://, or leave this empty.";
  }
  return ticket.length > 500 || /[\s<>|]/.test(ticket)
    ? "Shorten the address to 500 characters, without spaces and without < > |."
    : undefined;
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
  if (unprintable.test(name) || name.length > 150) {
    return err({ newSystem: "Use 150 characters at most, none of them invisible." });
  }
  return ok({ kind: "new", name });
}

function parseTimeout(typed: string, most: number): Result<number | undefined, string> {
  const text = typed.trim();
  if (text === "") return ok(undefined);
  const minutes = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (minutes === 0 || (minutes >= 6 && minutes <= most)) return ok(minutes);
  return err(`Leave it empty, type 0, or a whole number of minutes from 6 to ${most}.`);
}

function parsePermissions(raw: RawDraft, tenant: Tenant): Result<Permissions, FieldProblems> {
  const { Get, Put, View, Modify } = raw.domains;
  const permissions: Permissions = {
    Get: toDomains(Get),
    Put: toDomains(Put),
    View: toDomains(View),
    Modify: toDomains(Modify),
  };
  const problems: Partial<Record<Field, string>> = {};
  for (const access of accesses) {
    const problem = checkDomains(permissions[access], tenant);
    if (problem !== undefined) problems[access] = problem;
  }
  if (accesses.every((access) => permissions[access].length === 0)) {
    problems.Get = "Name at least one domain under Get, Put, View or Modify, one on each line.";
  }
  return Object.keys(problems).length === 0 ? ok(permissions) : err(problems);
}

function checkDomains(domains: readonly string[], tenant: Tenant): string | undefined {
  const odd = domains.find((domain) => unprintable.test(domain) || domain.length > 150);
  if (odd !== undefined) return "One domain on each line, 150 characters at most.";
  if (domains.length > 60) return "Name 60 domains at most under one access.";
  const refused = domains.find((domain) =>
    tenant.refusedDomains.some((other) => isSameDomain(other, domain)),
  );
  return refused === undefined
    ? undefined
    : `${refused} administers security itself, so this bot does not ask for it. Take it out.`;
}

function toDomains(text: string): readonly string[] {
  const named: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const domain = line.replace(/[ \t]+/g, " ").trim();
    if (domain !== "" && !named.some((other) => isSameDomain(other, domain))) named.push(domain);
  }
  return named;
}

function isOneOf(name: string, names: readonly string[]): boolean {
  return names.some((other) => other.toLowerCase() === name.toLowerCase());
}

function problemOf(field: Field, words: string | undefined): FieldProblems {
  return words === undefined ? {} : { [field]: words };
}
