import { describeProcess } from "../model/business-process.ts";
import { accountOf, type Draft } from "../request/draft.ts";
import { type ExpectedChange } from "./expected-changes.ts";

/**
 * In plain words, as people know it from *Maintain Permissions for Security Group*; with the group where it is
 * another than the account's own.
 */
export function describeExpected(one: ExpectedChange, draft: Draft): string {
  const what = one.kind === "domain" ? `${one.access}: ${one.domain}` : describeProcess(one);
  const where = describeOtherGroup(one, draft);
  return one.change === "Added" ? `${what}${where}` : `${what}${where} (to be removed)`;
}

/** Nothing for the account's own group: the request is about it. */
export function describeOtherGroup(
  { securityGroup }: Pick<ExpectedChange, "securityGroup">,
  draft: Draft,
): string {
  return securityGroup === accountOf(draft)?.groupName ? "" : ` for ${securityGroup}`;
}
