import type { RawChange } from "../../flows/request/raw-draft.ts";
import { code } from "../blocks/mrkdwn.ts";
import { why } from "../forms/why-fields.ts";
import { type ChangeInSlack, defineChange } from "./change.ts";

export const activateGroup: ChangeInSlack<RawChange> = defineChange({
  command: "activate-group",
  introduce: ({ userName }: RawChange) =>
    `*The group of ${code(userName)} becomes active.* It was made inactive: what it is granted counts from the moment it is activated. An approver has to agree before.`,
  fields: why,
  toRaw: (where, read): RawChange => ({ kind: "activate-group", ...where, tell: [], ...read }),
});
