import { changesPolicies } from "../flows/step-kinds/facts.ts";
import { taskKinds } from "../flows/step-kinds/step-kinds.ts";
import { taskNames } from "../flows/tasks/task.ts";
import type { Problem } from "./problems.ts";
import type { ReadableConfig } from "./readable.ts";
import type { TenantEntry } from "./tenant-entry.ts";

/** The hand `implementation` needs its service switched on, and does no activation. */
export function checkImplementation(file: ReadableConfig): readonly Problem[] {
  return file.tenants.flatMap((entry, index) =>
    entry === undefined ? [] : checkEntry(entry, `tenants[${index}]`),
  );
}

function checkEntry(entry: TenantEntry, key: string): readonly Problem[] {
  const named = Object.entries(entry.hands).filter(([, hand]) => hand === "implementation");
  const isForAll = entry.hands.default === "implementation" && entry.hands.activate === undefined;
  return [
    ...(isForAll
      ? [
          {
            key: `${key}.hands.activate`,
            found: 'nothing, and hands.default is "implementation"',
            expected:
              "runner or person: Workday has no operation that activates security policy changes",
          },
        ]
      : []),
    ...(entry.implementationService?.enabled === true ? [] : named.map(toSwitchedOff(key))),
    ...checkOperations(entry, key),
  ];
}

function toSwitchedOff(key: string): (hand: readonly [string, unknown]) => Problem {
  return ([task]) => ({
    key: `${key}.hands.${task}`,
    found: '"implementation"',
    expected:
      "person or runner, or implementationService.enabled: true, which is off unless you switch it on",
  });
}

/** Tasks by which the service would write policies. */
const policyTasks = taskNames.filter(
  (name) => changesPolicies(name) && taskKinds[name].hands === "any",
);

/** Who writes policies has to know how the tenant calls what they permit. */
function checkOperations(
  { hands, implementationService }: TenantEntry,
  key: string,
): readonly Problem[] {
  const writers = policyTasks.map((name) => hands[name] ?? hands.default);
  if (implementationService?.enabled !== true || !writers.includes("implementation")) return [];
  if (implementationService.securityOperations !== undefined) return [];
  const expected =
    "the tenant's Security_Operation_ID of Get, Put, View and Modify, since hands name implementation for permissions";
  return [{ key: `${key}.implementationService.securityOperations`, found: "nothing", expected }];
}
