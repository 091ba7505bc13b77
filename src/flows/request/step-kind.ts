import type { OwnStep, StepName } from "../tasks/step.ts";
import type { TaskName, TaskOf } from "../tasks/task.ts";
import type { TaskTrace } from "../tasks/task-check.ts";
import type { TaskInWords } from "../tasks/task-in-words.ts";
import type { Draft } from "./draft.ts";

/** What is known of a step without doing it. How the bot does its own is `workflows/carry-out.ts`. */
export interface StepKind<Name extends string = StepName> {
  /** As it is stored. */
  readonly name: Name;
  /** Its few words for a sentence about it. */
  readonly title: string;
  /** The step as one plain sentence. */
  readonly describe: (draft: Draft) => string;
  /** Whether somebody can do more or less at once after it, without an activation of its own. */
  readonly takesEffect: boolean;
  /** It changes security policies, which is pending until it is activated. Absent: no. */
  readonly changesPolicies?: true;
  /** It changes authentication policies, which is pending until these are activated. Absent: no. */
  readonly changesSignOn?: true;
  /** What it makes live of everybody's, or brings back. Absent: nothing. */
  readonly activates?: Activated;
  /** What the bot looks at when who does it by hand presses *Start*, for people. Absent: it is begun without one. */
  readonly startLook?: string;
  /** What it does to the account's security group. Absent: nothing, or it takes something away. */
  readonly effectOnGroup?: EffectOnGroup;
  /** Once begun it waits for no change window: until it ends nobody can sign on. Absent: it waits. */
  readonly waitsOnlyBefore?: true;
}

export type Activated = "security-policies" | "authentication-policies" | "earlier-timestamp";

/** What a step does to a security group: the group is there, the account is in it, or it is active afterwards. */
export type EffectOnGroup = "makes" | "joins" | "activates";

/** A step that the bot does itself. */
export interface OwnStepKind<Name extends string = OwnStep> extends StepKind<Name> {
  /** What does it, for people. */
  readonly by: string;
}

/** A step that a runner, a person or Workday's implementation service does. */
export interface TaskKind<Name extends TaskName = TaskName> extends StepKind<Name> {
  readonly hands: PossibleHands;
  /** What the tenant shows once it is done. Absent: nothing that the bot can read shows it, so it is taken on trust. */
  readonly shows?: (task: TaskOf<Name>) => TaskTrace;
  /** It is looked at before it is handed over, and nobody is asked where the tenant shows it as done. Absent: no. */
  readonly isDoneWhereShown?: true;
  /** As a person reads it, in Workday's words. */
  readonly inWords: (task: TaskOf<Name>) => TaskInWords;
}

/** Whose hands can do a task. */
export type PossibleHands =
  /** The implementation service has an operation for it. */
  | "any"
  /** It activates: no service has an operation for that. Its hand is that of `activate`, unless said. */
  | "activating"
  /** It has a page only. */
  | "page"
  /** A business process security policy, which the bot does not write itself. */
  | "process"
  /** Its page shows secrets, or ends a client: no runner is asked for it. */
  | "person";
