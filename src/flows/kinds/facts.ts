import { existingGroupOf } from "../model/group-settings.ts";
import { accountOf, type Draft } from "../request/draft.ts";
import { kindOf } from "./kinds.ts";

/** Whether it makes an account in a group of its own: then nothing takes effect before that one's activation. */
export function makesOwnGroup(draft: Draft): boolean {
  const account = accountOf(draft);
  if (account === undefined || kindOf(account).makes !== "account") return false;
  return existingGroupOf(account) === undefined;
}

/** Whether it edits what groups may do: then the plan and the message show which permissions or business processes. */
export function isEdit(draft: Draft): boolean {
  return kindOf(draft).group === "set";
}

/** Whether it is about segments: then its lists say what the account may do. */
export function isAboutSegments(draft: Draft): boolean {
  const { makes, ends } = kindOf(draft);
  return makes === "segments" || ends === "segments";
}
