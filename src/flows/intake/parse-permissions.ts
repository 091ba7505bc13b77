import { err, ok, type Result } from "../../result.ts";
import { describeInvisible } from "../../unicode/invisible.ts";
import { isOneOf } from "../model/names.ts";
import { accesses, type Permissions } from "../model/permissions.ts";
import { describeRefused } from "../request/protected.ts";
import type { Field, FieldProblems, RawDraft } from "../request/raw-draft.ts";
import { listUndecided, mergeChoices, type RecipeChoices } from "../tenant/recipe-choices.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { readPasted } from "./pasted-domains.ts";

type Asked = Pick<RawDraft, "domains" | "otherDomains" | "choices" | "group" | "businessProcesses">;

const noChoices: RecipeChoices = { optional: {}, open: [] };

/** The domains that were chosen and those that were pasted, each once. A problem stands where it was entered. */
export function parsePermissions(raw: Asked, tenant: Tenant): Result<Permissions, FieldProblems> {
  const { Get, Put, View, Modify } = raw.domains;
  const { choices = noChoices } = raw;
  const chosen = mergeChoices(
    {
      Get: toDomains(Get.split(/\r?\n/)),
      Put: toDomains(Put.split(/\r?\n/)),
      View: toDomains(View.split(/\r?\n/)),
      Modify: toDomains(Modify.split(/\r?\n/)),
    },
    choices,
  );
  const pasted = readPasted(raw.otherDomains ?? "");
  const permissions: Permissions = {
    Get: toDomains([...chosen.Get, ...pasted.permissions.Get]),
    Put: toDomains([...chosen.Put, ...pasted.permissions.Put]),
    View: toDomains([...chosen.View, ...pasted.permissions.View]),
    Modify: toDomains([...chosen.Modify, ...pasted.permissions.Modify]),
  };
  const problems = {
    ...checkAll({ chosen, permissions, pasted }, tenant),
    ...checkChoices(choices),
  };
  const isUnanswered = pasted.strays.length > 0 || problems.open !== undefined;
  if (isTooEmpty(permissions, raw) && !isUnanswered) {
    return err({ ...problems, Get: "Name at least one domain under Get, Put, View or Modify." });
  }
  return Object.keys(problems).length === 0 ? ok(permissions) : err(problems);
}

function checkChoices(choices: RecipeChoices): FieldProblems {
  const [undecided] = listUndecided(choices);
  return undecided === undefined ? {} : { open: `Choose which access ${undecided} needs.` };
}

interface Entered {
  readonly chosen: Permissions;
  readonly permissions: Permissions;
  readonly pasted: ReturnType<typeof readPasted>;
}

function checkAll({ chosen, permissions, pasted }: Entered, tenant: Tenant): FieldProblems {
  const problems: Partial<Record<Field, string>> = {};
  for (const access of accesses) {
    const problem = checkDomains(chosen[access], tenant) ?? checkCount(permissions[access]);
    if (problem !== undefined) problems[access] = problem;
  }
  const other = checkPasted(pasted, tenant);
  return other === undefined ? problems : { ...problems, otherDomains: other };
}

/** A group that is there may hold what is needed already, and one that initiates something may need no more. */
function isTooEmpty(permissions: Permissions, { group, businessProcesses = "" }: Asked): boolean {
  if (group?.groupType === "existing" || businessProcesses.trim() !== "") return false;
  return accesses.every((access) => permissions[access].length === 0);
}

function checkPasted(
  { permissions, strays }: ReturnType<typeof readPasted>,
  tenant: Tenant,
): string | undefined {
  const named = [...accesses.flatMap((access) => permissions[access]), ...strays];
  const problem = checkDomains(named, tenant);
  const [stray] = strays;
  if (problem !== undefined || stray === undefined) return problem;
  return `Say which access this line is for: ${stray}. Begin it with Get:, Put:, View: or Modify:, or put the access alone on the line above.`;
}

function checkDomains(domains: readonly string[], tenant: Tenant): string | undefined {
  const invisible = describeInvisible(...domains);
  if (invisible !== undefined) return invisible;
  if (domains.some((domain) => domain.length > 150)) {
    return "One domain on each line, 150 characters at most.";
  }
  const [refused] = domains.flatMap((domain) => describeRefused(domain, tenant) ?? []);
  return refused;
}

function checkCount({ length }: readonly string[]): string | undefined {
  return length > 60 ? "Name 60 domains at most under one access." : undefined;
}

function toDomains(lines: readonly string[]): readonly string[] {
  const named: string[] = [];
  for (const line of lines) {
    const domain = line.replace(/[ \t]+/g, " ").trim();
    if (domain !== "" && !isOneOf(domain, named)) named.push(domain);
  }
  return named;
}
