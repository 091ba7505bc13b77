import type { RawChange } from "../../flows/request/raw-draft.ts";
import { code } from "../blocks/mrkdwn.ts";
import { why } from "../forms/why-fields.ts";
import { type ChangeInSlack, defineChange } from "./change.ts";

export const retire: ChangeInSlack<RawChange> = defineChange({
  command: "retire",
  introduce: ({ userName }: RawChange) =>
    `*The end of ${code(userName)}.* Its permissions and its membership are taken away, its group is inactivated unless others are in it, its account is closed as far as Workday lets anybody, and its secret is disabled. Nothing is done before an approver has agreed.`,
  fields: why,
  toRaw: (where, read): RawChange => ({ kind: "retire", ...where, tell: [], ...read }),
});
