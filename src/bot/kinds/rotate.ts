import type { RawChange } from "../../flows/request/raw-draft.ts";
import { code } from "../blocks/mrkdwn.ts";
import { tell } from "../forms/change-fields.ts";
import { listFields } from "../forms/field.ts";
import { why } from "../forms/why-fields.ts";
import { type ChangeInSlack, defineChange } from "./change.ts";

export const rotate: ChangeInSlack<RawChange> = defineChange({
  command: "rotate",
  introduce: ({ userName }: RawChange) =>
    `*Another password for ${code(userName)}.* An approver has to agree; then the bot issues it straight into Key Vault, where nobody sees it, and disables the one before.`,
  fields: listFields(tell).and(why),
  toRaw: (where, read): RawChange => ({ kind: "rotate", ...where, ...read }),
});
