import type { RawActivation } from "../../flows/request/raw-draft.ts";
import { why } from "../forms/why-fields.ts";
import { type ChangeInSlack, defineChange } from "./change.ts";

export const activate: ChangeInSlack<RawActivation> = defineChange({
  command: "activate",
  introduce: () =>
    "*Activate what is pending, by itself.* It takes effect for everything that is pending in the tenant, from whomever it is. An approver sees all of it and has to agree.",
  fields: why,
  toRaw: ({ tenant }, read) => ({ kind: "activate", tenant, ...read }),
});
