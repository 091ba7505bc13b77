import { formatUtc } from "../../flows/model/ids.ts";
import { countPermissions } from "../../flows/request/count-permissions.ts";
import {
  type AccountDraft,
  type AskedSystem,
  accountOf,
  type Draft,
  type DraftKind,
} from "../../flows/request/draft.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { code } from "./mrkdwn.ts";

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

/** What the message of a request that is carried out shows, where its kind is known. */
export function describeShownAtEnd(kind: DraftKind | undefined): string {
  const first = kind === undefined ? undefined : shownFirst[kind];
  return first === undefined ? "what was verified" : `${first}, and what was verified`;
}

const shownFirst: Partial<Record<DraftKind, string>> = {
  create: "what became of the password",
  rotate: "what became of the password",
  "api-client": "where the client's values are",
  "replace-token": "where the new token is",
};

/** An integration system as Workday names it, with its id: a name may be taken twice, an id is not. */
export function describeSystem(
  system: AskedSystem,
  describeName: (name: string) => string = String,
): string {
  const name = describeName(truncate(system.name, 150));
  if (system.kind === "new") return `${name} (new)`;
  return system.id === system.name ? name : `${name} (${describeName(system.id)})`;
}

/** What a request is about, as plain text: an account's name, or what of the tenant. */
export function nameOf(draft: Draft): string {
  if (draft.kind === "rollback") return "an earlier security timestamp";
  return accountOf(draft)?.userName ?? "pending changes";
}

/** What a request is about, in `mrkdwn`, to stand after "your request for". */
export function describeAbout(draft: Draft): string {
  if (draft.kind === "rollback") return `the way back to ${formatUtc(draft.to.at)}`;
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
export function describeAsked(draft: Draft): string {
  if (draft.kind !== "create") return describeAbout(draft);
  const { system, userName } = draft;
  const where = system.kind === "existing" ? ` on ${describeSystem(system, code)}` : "";
  return `the account ${code(userName)}${where} with ${countPermissions(draft)}`;
}
