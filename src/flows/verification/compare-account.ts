import { groupsOf } from "../model/segments.ts";
import { toItem, type Verification } from "../model/verification.ts";
import type { ProbeOutcome } from "../request/step-facts.ts";
import { compareGroup, compareLeft } from "./compare-group.ts";
import { compareLock } from "./compare-lock.ts";
import { compareOtherGroups } from "./compare-other-groups.ts";
import { compareHeld, comparePermissions } from "./compare-permissions.ts";
import { compareProcesses, compareProcessesGone } from "./compare-processes.ts";
import { compareReach } from "./compare-reach.ts";
import { compareSegmented, compareSegmentsEnded } from "./compare-segmented.ts";
import { expectSignOn } from "./compare-sign-on.ts";
import { compareClosed, compareUser } from "./compare-user.ts";
import {
  bothOfComparisons,
  byEye,
  type Comparison,
  expectThat,
  found,
  judge,
} from "./expectation.ts";
import type { Expected, Observed } from "./observed.ts";
import { compareExemption, compareExemptionEnded } from "./password-exemption.ts";

/**
 * Compares what was asked with what the tenant shows. Reports and reads are evidence for the same list: what
 * one of them contradicts is different, whatever the others say, and what none of them showed is unverified.
 */
export function compareAccount(asked: Expected, shown: Observed): Verification {
  return judge(lookAtAccount(asked, shown));
}

/** What is left of an account that should be closed, without a group and without permissions. */
export function compareRetired(asked: Expected, shown: Observed): Verification {
  return judge(lookAtRetired(asked, shown));
}

/** Every fact of an account that has to be as it was asked. */
export function lookAtAccount(asked: Expected, shown: Observed): Comparison {
  const { userName, alsoIn = [] } = asked;
  const own = [...groupsOf(asked), ...alsoIn];
  return [
    compareUser(asked, shown.user, shown.accounts),
    compareLock(userName, shown.accounts),
    expectSignOn(asked),
    compareGroup(asked, shown),
    compareReach(asked, shown),
    comparePermissions(asked, shown.permissions),
    compareReads(asked.probes),
    compareOtherGroups({ userName, own }, shown),
    compareExemption(asked, shown.exemptions),
    comparePolicy(asked.policy),
    compareProcesses(asked, shown),
    compareSegmented(asked, shown),
  ].reduce(bothOfComparisons);
}

/** Every fact of an account that ended: no way to sign on, no group, nothing held. */
export function lookAtRetired(asked: Expected, shown: Observed): Comparison {
  const { userName, groupName } = asked;
  return [
    compareClosed(asked, shown.user),
    compareLeft(asked, shown),
    compareOtherGroups({ userName, own: [groupName] }, shown),
    asked.existing === undefined ? compareHeld(asked, shown.permissions) : nothing,
    compareExemptionEnded(asked, shown.exemptions),
    comparePolicy(asked.policy),
    expectNoToken(userName),
    compareProcessesGone(asked, shown),
    compareSegmentsEnded(asked.segmented, shown),
  ].reduce(bothOfComparisons);
}

const nothing: Comparison = { expected: [], findings: [] };

/** A refresh token signs on without any password: Workday keeps the account, so a token that is left works. */
function expectNoToken(userName: string): Comparison {
  const what = `Whether an API client has a refresh token of ${userName} still`;
  const where = "No web service shows it. Look at Manage Refresh Tokens for Integrations.";
  return { expected: [expectThat("refresh-tokens", what, where)], findings: [] };
}

/** Who is in an authentication policy no report tells; that the account signed on shows that it may. */
function comparePolicy(policy: Expected["policy"]): Comparison {
  if (policy === undefined) return nothing;
  const { words, hasSignedOn } = policy;
  return {
    expected: [
      expectThat("policy", words, "No report tells. Look at Manage Authentication Policies."),
    ],
    findings: hasSignedOn ? byEye("sign-on", [found("policy", [])]) : [],
  };
}

function compareReads(probes: readonly ProbeOutcome[]): Comparison {
  const told = probes.filter(({ kind }) => kind === "verified" || kind === "refused").length;
  if (told === 0) return nothing;
  const what = `What reads as the new user showed (${told})`;
  const items = probes
    .filter((probe) => probe.kind === "refused")
    .map(({ domain, operation }) =>
      toItem("other", `${operation}, which needs Get on ${domain}, is refused to the new user.`),
    );
  return {
    expected: [expectThat("reads", what, "Look at what its group may do.")],
    findings: byEye("probe", [found("reads", items)]),
  };
}
