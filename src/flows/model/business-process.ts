import { err, ok, type Result } from "../../result.ts";
import { describeInvisible } from "../../unicode/invisible.ts";
import { isSameName } from "./names.ts";

/**
 * A business process security policy, and the web-service action of it that a group may initiate. Integration
 * system security groups are valid there for web-service tasks only.
 * @see Workday, Put Business Process Security Policy v47.0, validations
 */
export interface BusinessProcess {
  readonly policy: string;
  /** Absent: the policy's initiating web-service action, whatever it is called there. */
  readonly action?: string;
}

/** Most of them in one request. */
export const mostProcesses = 20;

/** One a line, the action behind a `|`. */
export function writeProcess({ policy, action }: BusinessProcess): string {
  return action === undefined ? policy : `${policy} | ${action}`;
}

/** As people read it. */
export function describeProcess({ policy, action }: BusinessProcess): string {
  return `${policy}: ${action ?? "its initiating action (web service)"}`;
}

/** Reads what {@link writeProcess} writes, each once. */
export function parseProcesses(text: string): Result<readonly BusinessProcess[], string> {
  const found: BusinessProcess[] = [];
  for (const line of text.split(/\r?\n/).filter((one) => one.trim() !== "")) {
    const process = parseProcess(line);
    if (!process.ok) return process;
    if (!hasProcess(found, process.value)) found.push(process.value);
  }
  if (found.length > mostProcesses) {
    return err(`Name ${mostProcesses} business processes at most.`);
  }
  const twice = findUnclear(found);
  return twice === undefined
    ? ok(found)
    : err(
        `${twice} stands with an action and without one, which may be the same action. Keep one of the two.`,
      );
}

/** A policy that is named with and without an action: taking one of them away might take the other. */
function findUnclear(processes: readonly BusinessProcess[]): string | undefined {
  const named = processes.filter(({ action }) => action !== undefined);
  const unnamed = processes.filter(({ action }) => action === undefined);
  return unnamed.find(({ policy }) => named.some((one) => isSameName(one.policy, policy)))?.policy;
}

/** Reads one business process, as a form holds it: the policy, and its action behind a bar. */
export function parseProcess(line: string): Result<BusinessProcess, string> {
  const parts = line.split("|").map((part) => part.replace(/[ \t]+/g, " ").trim());
  const [policy = "", action = ""] = parts;
  const invisible = describeInvisible(line.trim());
  if (invisible !== undefined) return err(invisible);
  if (line.length > 300 || policy === "" || parts.length > 2) {
    return err(
      "One business process on each line, and its action behind a |, 300 characters at most.",
    );
  }
  return ok(action === "" ? { policy } : { policy, action });
}

/** In any order. */
export function areSameProcesses(
  one: readonly BusinessProcess[],
  other: readonly BusinessProcess[],
): boolean {
  return withoutProcesses(one, other).length + withoutProcesses(other, one).length === 0;
}

/** What the first holds and the second does not, as the first spells it. */
export function withoutProcesses(
  processes: readonly BusinessProcess[],
  others: readonly BusinessProcess[],
): readonly BusinessProcess[] {
  return processes.filter((process) => !hasProcess(others, process));
}

export function hasProcess(
  processes: readonly BusinessProcess[],
  process: BusinessProcess,
): boolean {
  return processes.some((one) => isSameProcess(one, process));
}

export function isSameProcess(one: BusinessProcess, other: BusinessProcess): boolean {
  return isSameName(one.policy, other.policy) && isSameName(one.action ?? "", other.action ?? "");
}
