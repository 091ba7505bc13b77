import type { z } from "zod";
import type { TenantState } from "../state.ts";

/** How a task ended. A refusal is a sentence such as the page would show. */
export type TaskOutcome =
  | {
      readonly status: "done";
      readonly detail: string;
      /** What the page shows this one time, a client's secret for example. */
      readonly shownOnce?: Readonly<Record<string, string>>;
    }
  | { readonly status: "refused"; readonly detail: string };

/** A task as the registry holds it: it checks its own fields. */
export interface Task {
  readonly name: string;
  perform(state: TenantState, fields: unknown, by: string): TaskOutcome;
}

interface TaskDefinition<Fields> {
  readonly name: string;
  readonly fields: z.ZodType<Fields>;
  perform(state: TenantState, fields: Fields, by: string): TaskOutcome;
}

/** Makes a task of its fields and what it does with them; wrong fields are refused in words. */
export function aTask<Fields>(definition: TaskDefinition<Fields>): Task {
  return {
    name: definition.name,
    perform(state, fields, by) {
      const parsed = definition.fields.safeParse(fields);
      if (parsed.success) return definition.perform(state, parsed.data, by);
      const problems = parsed.error.issues.map(
        (issue) => `${issue.path.join(".") || "fields"}: ${issue.message}`,
      );
      return refused(`The page has errors. ${problems.join("; ")}.`);
    },
  };
}

export function done(detail: string): TaskOutcome {
  return { status: "done", detail };
}

export function refused(detail: string): TaskOutcome {
  return { status: "refused", detail };
}
