import type { RawChange } from "../../flows/request/raw-draft.ts";
import { code } from "../blocks/mrkdwn.ts";
import { what } from "../forms/change-fields.ts";
import { listFields } from "../forms/field.ts";
import { why } from "../forms/why-fields.ts";
import { type ChangeInSlack, defineChange } from "./change.ts";

export const replaceToken: ChangeInSlack<RawChange> = defineChange({
  command: "api-client",
  introduce: ({ userName }: RawChange) =>
    `*The API client of ${code(userName)}.* Its refresh token can be replaced, or the client can be disabled. Nothing is done before an approver has agreed.`,
  fields: listFields(what).and(why),
  toRaw: (where, read): RawChange => ({ kind: "replace-token", ...where, tell: [], ...read }),
});
