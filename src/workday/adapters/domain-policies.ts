import type { Fault } from "../../flows/model/fault.ts";
import type { DomainPolicy, Implementation } from "../../flows/ports/implementation.ts";
import { err, ok, type Result } from "../../result.ts";
import { getDomainSecurityPolicy } from "../operations/get-domain-security-policy.ts";
import { perform, type Sender } from "../wire/perform.ts";
import { readPages } from "../wire/read-pages.ts";
import { unreadable } from "../wire/unreadable.ts";

/** Reads the names of all domains that have a policy, page by page. */
export async function listDomains(sender: Sender): ReturnType<Implementation["listDomains"]> {
  const read = await readPages(sender, getDomainSecurityPolicy, (page) => ({ page }));
  return read.ok
    ? ok(read.value.map(({ wid, name, subdomains }) => ({ wid, name, subdomains })))
    : read;
}

/**
 * Reads one whole policy.
 *
 * @returns `undefined` where the tenant has no policy for this domain
 */
export async function findPolicy(
  sender: Sender,
  wid: string,
): Promise<Result<DomainPolicy | undefined, Fault>> {
  const read = await perform(sender, getDomainSecurityPolicy, { wid });
  if (!read.ok) {
    return read.error.reason === "invalid-id" ? ok(undefined) : err(read.error.fault);
  }
  const [first, ...others] = read.value;
  if (others.length > 0) return err(unreadable(getDomainSecurityPolicy));
  if (first === undefined) return ok(undefined);
  const { policy } = first;
  return policy?.wid === wid ? ok(policy) : err(unreadable(getDomainSecurityPolicy));
}
