import { kindOf } from "../kinds/kinds.ts";
import type { SignOn } from "../model/sign-on.ts";
import type { Verification } from "../model/verification.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { accountIn } from "../request/account-of-request.ts";
import type { Request } from "../request/request.ts";
import { compareGroup } from "./compare-group.ts";
import { compareLock } from "./compare-lock.ts";
import { compareOtherGroups } from "./compare-other-groups.ts";
import { compareReach } from "./compare-reach.ts";
import { compareSegmented } from "./compare-segmented.ts";
import { compareUser } from "./compare-user.ts";
import { bothOfComparisons, type Comparison, judge } from "./expectation.ts";
import { lookAtGroups, lookAtUser, toExpected } from "./look-at-tenant.ts";
import type { Expected, Observed } from "./observed.ts";
import { compareExemption } from "./password-exemption.ts";

/**
 * Judges what can be as asked before the activation: the account's settings, lock and other groups; the group's type,
 * organizations and members, and which groups include or administer it; the segment-based group. What goes live with it,
 * and what comes after it, is not looked at. Changes nothing; what does not answer was not seen.
 */
export async function lookBeforeActivation(
  deps: FlowDeps,
  request: Request,
): Promise<Verification> {
  const place = deps.contextOf(request.draft.tenant);
  const requests = [...(await deps.store.listDone()), request];
  const expected = toExpectedBefore(request, requests);
  const user = await lookAtUser(deps, place, expected.systemId);
  const shown: Observed = { user, ...(await lookAtGroups(deps, place, requests)) };
  return judge(compareBefore(request, expected, shown));
}

/** An account that ends has left its groups by then, and is closed later. */
function compareBefore({ draft }: Request, asked: Expected, shown: Observed): Comparison {
  const { userName, groupName, alsoIn = [] } = asked;
  if (kindOf(draft).ends === "account") {
    return compareOtherGroups({ userName, own: [] }, shown);
  }
  return [
    compareUser(asked, shown.user, shown.accounts),
    compareLock(userName, shown.accounts),
    compareReach(asked, shown),
    compareGroup(asked, shown),
    compareOtherGroups({ userName, own: [groupName, ...alsoIn] }, shown),
    compareExemption(asked, shown.exemptions),
    withoutPermissions(compareSegmented(asked, shown), asked),
  ].reduce(bothOfComparisons);
}

/** What a group may do counts from the activation on. */
function withoutPermissions(
  { expected, findings }: Comparison,
  { segmented }: Expected,
): Comparison {
  const ofGroup = `${segmented?.groupName}: `;
  return {
    expected: expected.filter(({ fact }) => !fact.startsWith(ofGroup)),
    findings: findings.filter(({ facts }) => !facts.some((fact) => fact.startsWith(ofGroup))),
  };
}

/** What steps after the activation bring is not there yet. */
function toExpectedBefore(request: Request, done: readonly Request[]): Expected {
  const { plan, finished } = request;
  const later = new Set(plan.map(({ name }) => name).filter((name) => !finished.includes(name)));
  const account = accountIn(request);
  const { isExempt, ...expected } = toExpected(request, done);
  return {
    ...expected,
    signOn: later.has("enable-token-sign-on") ? withoutTokens(account) : account,
    isExempt: isExempt === true && !later.has("exempt-from-password-expiry"),
  };
}

function withoutTokens(signOn: SignOn): SignOn {
  const { x509: _key, saml: _issuer, furtherTokens: _more, ...rest } = signOn;
  return rest;
}
