import { ok, type Result } from "../../../result.ts";
import {
  refuse,
  type StepContext,
  type StepResult,
  type Stopped,
} from "../../lifecycle/step-context.ts";
import type { Fault } from "../../model/fault.ts";
import { isSameName } from "../../model/names.ts";
import {
  type Access,
  listPermissions,
  type Permission,
  type Permissions,
} from "../../model/permissions.ts";
import type {
  DomainPolicy,
  Implementation,
  ListedDomain,
  PolicyGroup,
} from "../../ports/implementation.ts";
import { retryRead } from "../../ports/retry.ts";
import type { Task } from "../../tasks/task.ts";
import { askMeant } from "../../text/nearest.ts";
import { grantTo, listPolicyChanges, revokeFrom } from "./domain-policy.ts";
import { findImplementedGroup, missing } from "./implement-group.ts";
import { readModifyWrite } from "./read-modify-write.ts";

interface Asked {
  readonly groupName: string;
  readonly permissions: Permissions;
}

/** One policy, and what is to be granted in it or taken away. */
interface PolicyWork {
  readonly wid: string;
  readonly name: string;
  readonly accesses: readonly Access[];
}

interface FoundPolicies {
  readonly known: readonly PolicyWork[];
  /** Of domains that have no policy of their own. */
  readonly unknown: readonly Permission[];
  readonly domains: readonly ListedDomain[];
}

/** Carries out a task about what a group may do; `undefined` where the task is about something else. */
export function implementPermissions(
  acting: StepContext,
  service: Implementation,
  task: Task,
): Promise<StepResult> | undefined {
  if (task.name === "grant-permissions") return grantPermissions(acting, service, task);
  if (task.name === "revoke-permissions") return revokePermissions(acting, service, task);
  return undefined;
}

/**
 * Ensures the group's permissions, policy by policy, each written as a whole with only this group's lines
 * added. Every domain is looked up before the first is written. All of it is pending until it is activated.
 */
async function grantPermissions(
  acting: StepContext,
  service: Implementation,
  asked: Asked,
): Promise<StepResult> {
  const works = await findPolicies(acting, service, asked.permissions);
  if (!works.ok) return works;
  const [first] = works.value.unknown;
  if (first !== undefined) return refuse(describeUnknown(works.value), first.access);
  const group = await findImplementedGroup(acting, service, asked.groupName);
  if (!group.ok) return group;
  if (group.value === undefined) return missing(asked.groupName);
  const own = toPolicyGroup(group.value);
  return writeEach(acting, service, {
    works: works.value.known,
    change: (policy, operation) => grantTo(policy, own, operation),
  });
}

/** Each once, with what is nearest to it in the tenant. */
function describeUnknown({ unknown, domains }: FoundPolicies): string {
  const names = domains.map(({ name }) => name);
  const sentences = [...new Set(unknown.map(({ domain }) => domain))].map(
    (domain) => `Workday has no domain security policy "${domain}".${askMeant(domain, names)}`,
  );
  return `${sentences.join(" ")} Nothing was written.`;
}

/** Ensures that the group's permissions are gone. What is not there needs no taking away. */
async function revokePermissions(
  acting: StepContext,
  service: Implementation,
  asked: Asked,
): Promise<StepResult> {
  const group = await findImplementedGroup(acting, service, asked.groupName);
  if (!group.ok) return group;
  if (group.value === undefined) return ok({});
  const own = toPolicyGroup(group.value);
  const works = await findPolicies(acting, service, asked.permissions);
  if (!works.ok) return works;
  const { known, unknown, domains } = works.value;
  const left = findLeft(unknown, { domains, wid: own.wid, operations: service.operations });
  if (left !== undefined) return refuse(left);
  return writeEach(acting, service, {
    works: known,
    change: (policy, operation) => revokeFrom(policy, own, operation),
  });
}

/**
 * What of domains without a policy of their own the group holds still, or may hold: a subordinate domain's line stands
 * in its parent's policy, which a person edits.
 *
 * @returns a sentence; `undefined` where nothing is left of them
 */
function findLeft(
  unknown: readonly Permission[],
  {
    domains,
    wid,
    operations,
  }: {
    readonly domains: readonly ListedDomain[];
    readonly wid: string;
    readonly operations: Implementation["operations"];
  },
): string | undefined {
  for (const { domain, access } of unknown) {
    const above = domains.find(({ subdomains = [] }) =>
      subdomains.some(({ name }) => isSameName(name, domain)),
    );
    const below = above?.subdomains?.find(({ name }) => isSameName(name, domain));
    if (above === undefined || below === undefined) {
      const shut = domains.find(({ subdomains }) => subdomains === undefined);
      if (shut === undefined) continue;
      return `${domain} has no policy of its own, and the bot cannot read what stands below ${shut.name}. Nothing was written. Look at it in Workday: a person has to do this task.`;
    }
    const isHeld = below.permissions.some(
      ({ operation, groups }) =>
        operation === operations?.[access] && groups.some((group) => group.wid === wid),
    );
    if (isHeld) {
      return `The group may still do ${access} on ${domain}, which is below ${above.name}: it stands in that domain's policy, and the bot does not write it there. Nothing was written. A person has to do this task.`;
    }
  }
  return undefined;
}

function toPolicyGroup(group: { readonly wid: string; readonly name: string }): PolicyGroup {
  return { wid: group.wid, label: group.name, ids: [{ type: "WID", id: group.wid }] };
}

async function findPolicies(
  { deps }: StepContext,
  service: Implementation,
  permissions: Permissions,
): Promise<Result<FoundPolicies, Fault>> {
  const domains = await retryRead(deps.clock, service.listDomains);
  if (!domains.ok) return domains;
  const known = new Map<string, PolicyWork>();
  const unknown: Permission[] = [];
  for (const { domain, access } of listPermissions(permissions)) {
    const found = domains.value.find(({ name }) => isSameName(name, domain));
    if (found === undefined) unknown.push({ domain, access });
    else {
      const accesses = [...(known.get(found.wid)?.accesses ?? []), access];
      known.set(found.wid, { wid: found.wid, name: found.name, accesses });
    }
  }
  return ok({ known: [...known.values()], unknown, domains: domains.value });
}

/** One policy after the other; the first that is not as it should be ends it. */
async function writeEach(
  acting: StepContext,
  service: Implementation,
  {
    works,
    change,
  }: {
    readonly works: readonly PolicyWork[];
    readonly change: (policy: DomainPolicy, operation: string) => DomainPolicy;
  },
): Promise<StepResult> {
  const { operations } = service;
  if (operations === undefined) {
    return refuse(
      "The configuration does not name the tenant's security operations any more. Ask the bot's operator to, then press Try again.",
    );
  }
  for (const work of works) {
    const first = await readPolicy(acting, service, work);
    if (!first.ok) return first;
    let meant = first.value;
    for (const access of work.accesses) meant = change(meant, operations[access]);
    const whole = {
      words: `the policy of ${work.name}`,
      find: () => service.findPolicy(work.wid),
      put: service.putPolicy,
      listChanges: listPolicyChanges,
    };
    const written = await readModifyWrite(acting, whole, { first: first.value, meant });
    if (!written.ok) return written;
  }
  return ok({});
}

async function readPolicy(
  { deps }: StepContext,
  service: Implementation,
  { wid, name }: PolicyWork,
): Promise<Result<DomainPolicy, Fault | Stopped>> {
  const policy = await retryRead(deps.clock, () => service.findPolicy(wid));
  if (!policy.ok) return policy;
  return policy.value === undefined
    ? refuse(`The policy of ${name} is gone. Look at it in Workday, then press Try again.`)
    : ok(policy.value);
}
