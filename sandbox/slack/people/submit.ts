import { z } from "zod";
import { submissionPayload } from "../payloads.ts";
import { isRefused, type Refused } from "../reply.ts";
import type { View } from "../shown.ts";
import { pushModal, putView, readModal, replaceContent, setStack, stackOf } from "../views.ts";
import type { SubmitOutcome, Trouble } from "./client.ts";
import { clientErrors } from "./client-checks.ts";
import { type Desk, personAt, topView } from "./desk.ts";

/** What a person sees when the bot's answer to a submission is missing or makes no sense. */
const trouble: Trouble = {
  kind: "trouble",
  message: "We had some trouble connecting. Try again?",
};

/** @see Slack: Modals, "Updating view state via response_action" */
const Answer = z.discriminatedUnion("response_action", [
  z.strictObject({
    response_action: z.literal("errors"),
    errors: z.record(z.string(), z.string().min(1)),
  }),
  z.strictObject({ response_action: z.literal("update"), view: z.unknown() }),
  z.strictObject({ response_action: z.literal("push"), view: z.unknown() }),
  z.strictObject({ response_action: z.literal("clear") }),
]);
type Answer = z.infer<typeof Answer>;

/** Presses the top modal's submit button. */
export async function submit(desk: Desk): Promise<SubmitOutcome> {
  const view = topView(desk);
  if (view.content.type !== "modal" || view.content.submit === undefined) {
    throw new Error("the modal has no submit button");
  }
  const errors = clientErrors(view);
  putView(desk.world, { ...view, errors });
  if (Object.keys(errors).length > 0) return { kind: "errors", errors, isSent: false };

  const payload = submissionPayload(desk.world, personAt(desk), view);
  const ack = await desk.deliver({ kind: "interactive", payload });
  if (ack.kind === "failed") return { ...trouble, isLate: true };
  if (ack.body === undefined) return leave(desk, view);
  const answer = Answer.safeParse(ack.body);
  return answer.success ? follow(desk, view, answer.data) : trouble;
}

function follow(desk: Desk, view: View, answer: Answer): SubmitOutcome {
  switch (answer.response_action) {
    case "clear":
      setStack(desk.world, desk.id, []);
      return { kind: "closed" };
    case "errors":
      return showErrors(desk, view, answer.errors);
    case "update":
      return change(desk, answer.view, "updated", (content) =>
        replaceContent(desk.world, view, content),
      );
    case "push":
      return change(desk, answer.view, "pushed", (content) =>
        pushModal(desk.world, desk.id, content),
      );
  }
}

/** An answer without a body closes the view that was submitted, and what is above it. */
function leave(desk: Desk, view: View): SubmitOutcome {
  const stack = stackOf(desk.world, desk.id);
  const index = stack.findIndex(({ id }) => id === view.id);
  if (index >= 0) setStack(desk.world, desk.id, stack.slice(0, index));
  return { kind: "closed" };
}

/** Slack shows errors under input blocks only, and wants at least one. */
function showErrors(
  desk: Desk,
  view: View,
  errors: Readonly<Record<string, string>>,
): SubmitOutcome {
  const inputs = view.content.blocks.filter(({ type }) => type === "input");
  const ids = new Set(inputs.map(({ block_id }) => block_id));
  const named = Object.keys(errors);
  if (named.length === 0 || !named.every((id) => ids.has(id))) return trouble;
  putView(desk.world, { ...view, errors });
  return { kind: "errors", errors, isSent: true };
}

function change(
  desk: Desk,
  raw: unknown,
  kind: "updated" | "pushed",
  show: (content: Exclude<ReturnType<typeof readModal>, Refused>) => View | Refused,
): SubmitOutcome {
  const content = readModal(desk.world, raw);
  if (isRefused(content)) return trouble;
  return isRefused(show(content)) ? trouble : { kind };
}
