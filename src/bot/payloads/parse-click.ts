import { z } from "zod";
import { type PersonId, parsePersonId } from "../../flows/model/ids.ts";
import type { Click } from "../../flows/request/click.ts";
import { RequestIdText, StepNameText } from "./metadata.ts";

export const Person = z.string().transform((raw, issues): PersonId => {
  const [team = "", user = ""] = raw.split(":");
  const person = parsePersonId(team, user);
  if (person.ok) return person.value;
  issues.addIssue("Nobody's id");
  return z.NEVER;
});

const AnswerTo = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("response"), url: z.string() }),
  z.strictObject({ kind: z.literal("view"), viewId: z.string() }),
  z.strictObject({ kind: z.literal("person") }),
]);

const tenantTyped = { tenantTyped: z.string().exactOptional() };

const Command = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("open"),
    ...tenantTyped,
    areNamesMeant: z.boolean().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("edit"),
    draft: RequestIdText,
    ...tenantTyped,
    areNamesMeant: z.boolean().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("approve"),
    digest: z.string(),
    ...tenantTyped,
    note: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("deny"), digest: z.string(), reason: z.string() }),
  z.strictObject({
    kind: z.literal("postpone"),
    digest: z.string(),
    reason: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("send-back"), digest: z.string(), question: z.string() }),
  z.strictObject({ kind: z.literal("answer"), question: z.int(), answer: z.string() }),
  z.strictObject({ kind: z.literal("withdraw") }),
  z.strictObject({ kind: z.literal("start"), step: StepNameText }),
  z.strictObject({ kind: z.literal("report-done"), step: StepNameText }),
  z.strictObject({ kind: z.literal("report-refused"), step: StepNameText, why: z.string() }),
  z.strictObject({ kind: z.literal("retry") }),
  z.strictObject({ kind: z.literal("look-again") }),
  z.strictObject({ kind: z.literal("attest"), facts: z.array(z.string()).min(1).readonly() }),
  z.strictObject({ kind: z.literal("clean-up-again") }),
]);

const Written = z.strictObject({
  id: z.string(),
  by: Person,
  request: RequestIdText,
  answerTo: AnswerTo,
  command: Command,
});

/** Reads a click as `recordClick` wrote it. We wrote it, so anything else is a bug and throws. */
export function parseClick(text: string): Click {
  return Written.parse(JSON.parse(text));
}
