import { z } from "zod";
import type { PossibleHands } from "../flows/request/step-kind.ts";
import { taskKinds } from "../flows/step-kinds/step-kinds.ts";
import { forEachTask, type TaskHand, type TaskName } from "../flows/tasks/task.ts";

const AnyHand = z.enum(["runner", "person", "implementation"]);
/** Workday has no operation that activates, in no service. */
const ActivatingHand = z.enum(["runner", "person"], {
  error:
    "runner or person: Workday has no operation that activates security policy changes, not even its implementation service",
});
/** Where `default` is implementation and nothing else is said, the hand of `activate` does these. */
const PageHand = z.enum(["runner", "person"], {
  error: "runner or person: Workday's implementation service has no operation for it",
});

/** The bot writes no business process security policy through the implementation service. */
const ProcessHand = z.enum(["runner", "person"], {
  error: "runner or person: the bot does not write business process security policies itself",
});

/** Their pages show secrets or end a client: no runner is asked for them. */
const PersonsHand = z.literal(
  "person",
  "person: Workday's page shows secrets there, and a runner has no place for one",
);

const entries = {
  any: AnyHand,
  activating: ActivatingHand,
  page: PageHand,
  process: ProcessHand,
  person: PersonsHand,
} satisfies Record<PossibleHands, z.ZodType<TaskHand>>;

/** Who carries out which task. */
export const Hands = z
  .strictObject({ default: AnyHand.default("person"), ...forEachTask(toEntry) })
  .prefault({});

function toEntry(name: TaskName): z.ZodOptional<z.ZodType<TaskHand>> {
  const { hands } = taskKinds[name];
  const entry = entries[hands].optional();
  const isLikeActivate = hands === "activating" && name !== "activate";
  return isLikeActivate ? entry.describe("The hand of activate, unless said.") : entry;
}
