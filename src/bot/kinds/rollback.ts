import type { RawRollback } from "../../flows/request/raw-draft.ts";
import { timestamp } from "../forms/change-fields.ts";
import { listFields } from "../forms/field.ts";
import { why } from "../forms/why-fields.ts";
import { type ChangeInSlack, defineChange } from "./change.ts";

export const rollback: ChangeInSlack<RawRollback> = defineChange({
  command: "rollback",
  introduce: () =>
    "*Back to an earlier activation.* What was activated after it stops working at once and becomes pending again, from whomever it is. The plan shows what the bot knows of it, and an approver has to agree.",
  fields: listFields(timestamp).and(why),
  toRaw: ({ tenant }, read) => ({ kind: "rollback", tenant, ...read }),
});
