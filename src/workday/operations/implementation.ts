import type { Implementation } from "../../flows/ports/implementation.ts";
import { createSoap, type SoapOptions } from "../wire/soap.ts";
import type { Credentials } from "../wire/username-token.ts";
import { findPolicy, listDomains, putPolicy } from "./domain-policies.ts";
import { listGroups, putGroup } from "./security-groups.ts";

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
  const { account: me, operations } = options;
  const call = createSoap({ ...options, maxReplyBytes });
  return {
    ...(operations && { operations }),
    listGroups: () => listGroups(call, me),
    addGroup: (group) => putGroup(call, me, { group, isNew: true }),
    putGroup: (group) => putGroup(call, me, { group, isNew: false }),
    listDomains: () => listDomains(call, me),
    findPolicy: (wid) => findPolicy(call, me, wid),
    putPolicy: (policy) => putPolicy(call, me, policy),
  };
}
