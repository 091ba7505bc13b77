import { isSameName } from "../model/names.ts";
import type { Observation } from "../model/observation.ts";
import { listPermissions, type Permission, type Permissions } from "../model/permissions.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import { toItem, unseen, type VerificationItem } from "../model/verification.ts";
import type { ProbeOutcome } from "../request/step-facts.ts";
import { byEye, type ComparedFacts, type Comparison, expectThat, found } from "./expectation.ts";

/** What one group should hold. */
interface Expected {
  readonly groupName: string;
  readonly permissions: Permissions;
  /** What reads as the new user showed, once. */
  readonly probes: readonly ProbeOutcome[];
}

/** What a group has to be able to do, permission by permission, and nothing else. */
export function comparePermissions(
  asked: Expected,
  observed: Observation<readonly GroupPermission[]>,
): Comparison {
  const { groupName, permissions } = asked;
  const expected = [
    ...listPermissions(permissions).map((one) =>
      expectThat(toFact(groupName, one), `${one.access} on ${one.domain}`, viewGroup),
    ),
    expectThat(toMore(groupName), describeMore(groupName), viewGroup),
  ];
  const findings =
    observed.kind === "seen"
      ? byEye(observed.by, findHeld(asked, observed.part))
      : byEye("probe", findUnproven(asked, observed.words));
  return { expected, findings };
}

const viewGroup = "Look at View Security for Securable Item, or at View Security Group.";

function toFact(groupName: string, { access, domain }: Permission): string {
  return `${groupName}: ${access} ${domain}`;
}

function toMore(groupName: string): string {
  return `${groupName}: nothing else`;
}

function describeMore(groupName: string): string {
  return `Whether the group ${groupName} may do more than was asked`;
}

function findHeld(
  { groupName, permissions, probes }: Expected,
  lines: readonly GroupPermission[],
): readonly ComparedFacts[] {
  const asked = listPermissions(permissions);
  const held = lines.filter(({ securityGroup }) => isSameName(securityGroup, groupName));
  const more = held
    .filter((line) => !asked.some((one) => isSame(one, line) || includes(one, line)))
    .map(({ access, domain, status }) =>
      toItem("too-much", `${access} on ${domain} is ${status}, and nobody asked for it.`),
    );
  return [
    ...asked.map((one) => found(toFact(groupName, one), compareOne(one, held, probes))),
    found(toMore(groupName), more),
  ];
}

function compareOne(
  permission: Permission,
  held: readonly GroupPermission[],
  probes: readonly ProbeOutcome[],
): readonly VerificationItem[] {
  const lines = held.filter((line) => isSame(permission, line));
  const active = lines.filter(({ status }) => status === "active");
  if (active.length > 0) {
    const isPerhapsDisabled = active.every((line) => line.isPerhapsDisabled === true);
    if (!isPerhapsDisabled || isProven(permission, probes)) return [];
    const what = `Whether the policy that gives ${permission.access} on ${permission.domain} is enabled`;
    return [unseen(what, notTold)];
  }
  const [{ status } = { status: "not there" }] = lines;
  const state = status === "pending" ? "pending, and not active" : status;
  return [toItem("missing", `${permission.access} on ${permission.domain} is ${state}.`)];
}

/** Where no report tells, an answered read shows Get, and nothing shows the rest or what is there besides. */
function findUnproven(
  { permissions, probes, groupName }: Expected,
  why: string,
): readonly ComparedFacts[] {
  const items = listPermissions(permissions).map((one) => {
    const what = `${one.access} on ${one.domain}`;
    return found(toFact(groupName, one), isProven(one, probes) ? [] : [unseen(what, why)]);
  });
  return [...items, found(toMore(groupName), [unseen(describeMore(groupName), why)])];
}

/** Whether Workday gives the one with the other, and shows both in one word. */
function includes({ domain, access }: Permission, line: GroupPermission): boolean {
  const included = { Put: "Get", Modify: "View", Get: undefined, View: undefined }[access];
  return line.isJoined === true && line.access === included && isSameName(domain, line.domain);
}

function isProven({ access, domain }: Permission, probes: readonly ProbeOutcome[]): boolean {
  return (
    access === "Get" &&
    probes.some((probe) => probe.kind === "verified" && isSameName(probe.domain, domain))
  );
}

const notTold = "What shows it does not tell. Look at the domain's policy in Workday.";

/** What a group that should hold nothing holds. */
export function compareHeld(
  { groupName }: Pick<Expected, "groupName">,
  observed: Observation<readonly GroupPermission[]>,
): Comparison {
  const fact = toMore(groupName);
  const what = `Whether the group ${groupName} may still do anything`;
  const items =
    observed.kind === "cannot-see"
      ? [unseen(what, observed.words)]
      : observed.part
          .filter(({ securityGroup }) => isSameName(securityGroup, groupName))
          .map(({ access, domain, status }) =>
            toItem("too-much", `${access} on ${domain} is ${status}.`),
          );
  const eye = observed.kind === "seen" ? observed.by : undefined;
  return {
    expected: [expectThat(fact, what, viewGroup)],
    findings: byEye(eye, [found(fact, items)]),
  };
}

function isSame({ domain, access }: Permission, line: GroupPermission): boolean {
  return access === line.access && isSameName(domain, line.domain);
}
