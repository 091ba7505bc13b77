import { type BusinessProcess, describeProcess } from "../model/business-process.ts";
import { isSameName } from "../model/names.ts";
import type { ProcessAccess } from "../model/process-access.ts";
import { toItem, type VerificationItem } from "../model/verification.ts";
import {
  byEye,
  type ComparedFacts,
  type Comparison,
  type Expectation,
  expectThat,
  found,
} from "./expectation.ts";
import { findShownGroup, type ShownGroups } from "./find-group.ts";
import type { Expected } from "./observed.ts";

type Asked = Pick<
  Expected,
  "groupName" | "businessProcesses" | "processesGone" | "knownProcesses" | "groupType"
>;

const where = "Look at View Business Process Security Policy.";
const noAction = `What shows the business processes of a group names none of their actions. ${where}`;

/**
 * Which business processes the group may initiate. Whether it may initiate one at all is seen; by which of its actions, is
 * seen by nothing, unless it may do nothing in it. What else it may do is none of ours where the group was there before.
 */
export function compareProcesses(asked: Asked, shown: ShownGroups): Comparison {
  const expected = listExpected(asked);
  const group = findShownGroup(shown, asked.groupName);
  const eye = shown.groups.kind === "seen" ? shown.groups.by : undefined;
  if (group.kind === "cannot-see") return { expected, findings: [] };
  const access = group.part === undefined ? nothing : group.part.processes;
  if (access === undefined) return { expected, findings: [] };
  return { expected, findings: byEye(eye, findAccess(asked, access)) };
}

/** Whether a group from which all business processes were to be taken may act in none. */
export function compareProcessesGone(asked: Asked, shown: ShownGroups): Comparison {
  const { businessProcesses = [], processesGone = [], ...others } = asked;
  const gone = [...businessProcesses, ...processesGone];
  return compareProcesses({ ...others, processesGone: gone, knownProcesses: [] }, shown);
}

/** Where there is no group, it may do nothing. */
const nothing: ProcessAccess = { any: [], initiates: [] };

function listExpected(asked: Asked): readonly Expectation[] {
  const { groupName, businessProcesses = [], processesGone = [], groupType } = asked;
  return [
    ...listPolicies(asked).map((policy) =>
      expectThat(toPolicyFact(policy), `Whether ${groupName} may initiate ${policy}`, where),
    ),
    ...[...businessProcesses, ...processesGone].map((one) =>
      expectThat(toActionFact(one), describeProcess(one), noAction),
    ),
    ...(groupType === undefined
      ? []
      : [
          expectThat(
            toMore(groupName),
            `Whether ${groupName} may do more in business processes than was asked`,
            where,
          ),
        ]),
  ];
}

function toPolicyFact(policy: string): string {
  return `process-policy: ${policy}`;
}

function toActionFact(process: BusinessProcess): string {
  return `process: ${describeProcess(process)}`;
}

function toMore(groupName: string): string {
  return `${groupName}: no other business process`;
}

/** Each policy once, also where several of its actions were asked for. */
function listPolicies({
  businessProcesses = [],
  processesGone = [],
}: Pick<Asked, "businessProcesses" | "processesGone">): readonly string[] {
  const names = [...businessProcesses, ...processesGone].map(({ policy }) => policy);
  return names.filter((name, at) => names.findIndex((one) => isSameName(one, name)) === at);
}

function findAccess(asked: Asked, access: ProcessAccess): readonly ComparedFacts[] {
  const { groupName, processesGone = [], knownProcesses = [], groupType } = asked;
  const policies = listPolicies(asked).map((policy) =>
    found(toPolicyFact(policy), comparePolicy(asked, policy, access)),
  );
  const actions = processesGone
    .filter(({ policy }) => !holds(access.any, policy))
    .map((one) => found(toActionFact(one), []));
  const expected = [...knownProcesses, ...listPolicies(asked)];
  const more = access.any
    .filter((policy) => !holds(expected, policy))
    .map((policy) => tooMuch(groupName, policy));
  const others = groupType === undefined ? [] : [found(toMore(groupName), more)];
  return [...policies, ...actions, ...others];
}

function comparePolicy(
  { groupName, businessProcesses = [] }: Asked,
  policy: string,
  { any, initiates }: ProcessAccess,
): readonly VerificationItem[] {
  const isAsked = businessProcesses.some((one) => isSameName(one.policy, policy));
  if (!isAsked) return holds(any, policy) ? [tooMuch(groupName, policy)] : [];
  if (holds(initiates, policy)) return [];
  return [toItem("missing", `${groupName} may not initiate ${policy}.`)];
}

function tooMuch(groupName: string, policy: string): VerificationItem {
  return toItem("too-much", `${groupName} may act in ${policy}, and nobody asked for it.`);
}

function holds(policies: readonly string[], policy: string): boolean {
  return policies.some((one) => isSameName(one, policy));
}
