import type { Implementation } from "../../flows/ports/implementation.ts";
import { ok } from "../../result.ts";
import { getConstrainedSecurityGroups } from "../operations/get-constrained-security-groups.ts";
import { getIntegrationSystemSecurityGroups } from "../operations/get-integration-system-security-groups.ts";
import { putDomainSecurityPolicies } from "../operations/put-domain-security-policies.ts";
import { putIntegrationSystemSecurityGroup } from "../operations/put-integration-system-security-group.ts";
import { put, type Sender } from "../wire/perform.ts";
import { readPages } from "../wire/read-pages.ts";
import { createSoap, type SoapOptions } from "../wire/soap.ts";
import type { Credentials } from "../wire/username-token.ts";
import { findPolicy, listDomains } from "./domain-policies.ts";

export interface ImplementationOptions extends Omit<SoapOptions, "maxReplyBytes"> {
  /** The bot's own account; its name is without the tenant. */
  readonly account: Credentials;
  /** Without them no policy is written. */
  readonly operations?: NonNullable<Implementation["operations"]>;
}

/** A page of whole policies is long. */
const maxReplyBytes = 20_000_000;

/**
 * Joins one tenant's implementation service, which has a version of its own. Nothing is asked before the
 * first call.
 *
 * @throws where the configured address is not safe to send a password to
 */
export function createImplementation(options: ImplementationOptions): Implementation {
  const { account, operations } = options;
  const me: Sender = { call: createSoap({ ...options, maxReplyBytes }), as: account };
  return {
    ...(operations && { operations }),
    listGroups: () => listGroups(me),
    listConstrainedGroups: () => readPages(me, getConstrainedSecurityGroups, (page) => ({ page })),
    addGroup: (group) => put(me, putIntegrationSystemSecurityGroup, { group, isNew: true }),
    putGroup: (group) => put(me, putIntegrationSystemSecurityGroup, { group, isNew: false }),
    listDomains: () => listDomains(me),
    findPolicy: (wid) => findPolicy(me, wid),
    putPolicy: (policy) => put(me, putDomainSecurityPolicies, policy),
  };
}

/** Groups that cannot be read are told apart: the others are none the worse for them. */
async function listGroups(me: Sender): ReturnType<Implementation["listGroups"]> {
  const read = await readPages(me, getIntegrationSystemSecurityGroups, (page) => ({ page }));
  if (!read.ok) return read;
  return ok({
    groups: read.value.flatMap((one) => (one.kind === "readable" ? [one.group] : [])),
    unreadable: read.value.flatMap((one) => (one.kind === "unreadable" ? [one.labels] : [])),
  });
}
