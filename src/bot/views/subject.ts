import { type AccountDraft, accountOf, type Draft, type DraftKind } from "../../flows/draft.ts";
import { sayUtc } from "../../flows/ids.ts";
import { countPermissions } from "../../flows/say-step.ts";
import { code } from "../escape.ts";

/** What a request of each kind is called. */
export const titles: Record<DraftKind, string> = {
  create: "New integration user",
  rotate: "New password",
  retire: "Retirement",
  activate: "Activation",
  "activate-group": "Activation of a group",
  rollback: "Roll back",
  permissions: "Other permissions",
  "api-client": "API client",
  "replace-token": "New refresh token",
  "disable-client": "End of an API client",
  segment: "Access by segments",
  "end-segments": "End of segments",
};

/** What a request is about, as plain text: an account's name, or what of the tenant. */
export function nameOf(draft: Draft): string {
  if (draft.kind === "rollback") return "an earlier security timestamp";
  return accountOf(draft)?.userName ?? "pending changes";
}

/** The same in `mrkdwn`, after "your request for". */
export function sayAbout(draft: Draft): string {
  if (draft.kind === "rollback") return `the way back to ${sayUtc(draft.to.at)}`;
  if (draft.kind === "activate") return "the activation of what is pending";
  return `${about[draft.kind]}${code(draft.userName)}`;
}

/** What stands before the account's name. */
const about: Record<AccountDraft["kind"], string> = {
  create: "",
  rotate: "a new password for ",
  retire: "the end of ",
  "activate-group": "the activation of the group of ",
  permissions: "other permissions for ",
  "api-client": "an API client for ",
  "replace-token": "a new refresh token for ",
  "disable-client": "the end of the API client of ",
  segment: "access by segments for ",
  "end-segments": "the end of the segments of ",
};

/** What was asked for, in `mrkdwn`, after "asked for". */
export function sayAsked(draft: Draft): string {
  return draft.kind === "create"
    ? `the account ${code(draft.userName)} with ${countPermissions(draft)}`
    : sayAbout(draft);
}
