import { kindOf, kinds } from "../../flows/kinds/kinds.ts";
import { countPermissions } from "../../flows/request/count-permissions.ts";
import {
  type AskedSystem,
  accountOf,
  type Draft,
  type DraftKind,
} from "../../flows/request/draft.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { code } from "./mrkdwn.ts";

/** What the message of a request that is carried out shows, where its kind is known. */
export function describeShownAtEnd(kind: DraftKind | undefined): string {
  const result = kind && kinds[kind].result;
  return result === undefined ? "what was verified" : `${result}, and what was verified`;
}

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
  return kindOf(draft).subject ?? accountOf(draft)?.userName ?? "";
}

/** What a request is about, in `mrkdwn`, to stand after "your request for". */
export function describeAbout(draft: Draft): string {
  const { about } = kindOf(draft);
  const userName = accountOf(draft)?.userName ?? "";
  return typeof about === "string" ? `${about}${code(userName)}` : about(draft);
}

/** What was asked for, in `mrkdwn`, after "asked for". */
export function describeAsked(draft: Draft): string {
  const account = accountOf(draft);
  if (account === undefined || kindOf(account).makes !== "account") return describeAbout(draft);
  const { system, userName } = account;
  const where = system.kind === "existing" ? ` on ${describeSystem(system, code)}` : "";
  return `the account ${code(userName)}${where} with ${countPermissions(draft)}`;
}
