import type { Result } from "../../result.ts";
import type { Fault } from "../model/fault.ts";
import type { OrganizationScope } from "../model/group-settings.ts";
import type { Access } from "../model/permissions.ts";

/** One id of a thing in Workday, such as a `WID`. */
interface TypedId {
  readonly type: string;
  readonly id: string;
}

/** A user in a group: the account's name, and the ids by which Workday knows it. */
export interface ImplementedMember {
  readonly account: string;
  readonly ids: readonly TypedId[];
}

/** An Integration System Security Group (Unconstrained) with all that Workday says of it. */
export interface ImplementedGroup {
  /** The Tenant_Security_Group_ID. */
  readonly id: string;
  readonly name: string;
  readonly comment: string;
  readonly isInactive: boolean;
  readonly members: readonly ImplementedMember[];
}

/** The service's list of unconstrained groups. */
interface GroupList {
  readonly groups: readonly (ImplementedGroup & { readonly wid: string })[];
  /**
   * Of each group that says nothing of itself, or several things, or more than the bot knows how to hand back, whatever
   * names it: its name, its descriptor, its ids.
   */
  readonly unreadable: readonly (readonly string[])[];
}

/** An Integration System Security Group (Constrained), as far as it is compared: it is never written. */
export interface ShownConstrainedGroup {
  readonly name: string;
  readonly isInactive: boolean;
  /** User names. */
  readonly members: readonly string[];
  /** Of each organisation its name and its ids. */
  readonly organizations: readonly (readonly string[])[];
  /** Absent where the service says neither. */
  readonly scope?: OrganizationScope;
}

/** A group as a policy names it. */
export interface PolicyGroup {
  readonly wid: string;
  /** Fit to be shown. */
  readonly label: string;
  readonly ids: readonly TypedId[];
}

/** Who may do one thing in a domain. */
export interface PolicyPermission {
  /** The Security_Operation_ID: one for each permission. */
  readonly operation: string;
  readonly operationIds: readonly TypedId[];
  readonly groups: readonly PolicyGroup[];
}

/** Whatever else stands in a policy, as the service wrote it: only compared, and handed back. */
export interface PolicyPart {
  /** The element's name in words, such as `Notes`. */
  readonly what: string;
  readonly text: string;
}

/** A subordinate domain, and who may do what in it: its line stands in the policy of the domain above it. */
export interface Subdomain {
  readonly wid: string;
  readonly name: string;
  readonly permissions: readonly PolicyPermission[];
}

/** A domain that has a policy of its own. */
export interface ListedDomain {
  readonly wid: string;
  readonly name: string;
  /** `undefined` where what stands below it cannot be read whole. */
  readonly subdomains: readonly Subdomain[] | undefined;
}

/** A whole domain security policy: a write of less takes the rest away. */
export interface DomainPolicy {
  readonly wid: string;
  readonly name: string;
  readonly domainIds: readonly TypedId[];
  readonly permissions: readonly PolicyPermission[];
  readonly rest: readonly PolicyPart[];
}

/**
 * Workday's implementation service, which is none of its public ones. Each write replaces the whole thing:
 * read, change one line, write, and read back. What it writes to policies is pending until it is activated.
 *
 * @see Workday Core_Implementation_Service v47.0; nobody has tried it on a live tenant
 */
export interface Implementation {
  /** The Security_Operation_ID of each access, as the configuration names it; absent where it names none. */
  readonly operations?: Readonly<Record<Access, string>>;
  readonly listGroups: () => Promise<Result<GroupList, Fault>>;
  /** Reads what nobody else shows of constrained groups. */
  readonly listConstrainedGroups: () => Promise<Result<readonly ShownConstrainedGroup[], Fault>>;
  /** Makes a group (`Add_Only`): `rejected` where its id exists. On `unknown` it may be there. */
  readonly addGroup: (group: ImplementedGroup) => Promise<Result<void, Fault>>;
  /** Replaces a whole group, members too. Repeating is the same as once. */
  readonly putGroup: (group: ImplementedGroup) => Promise<Result<void, Fault>>;
  /** Every domain that has a policy, by name. */
  readonly listDomains: () => Promise<Result<readonly ListedDomain[], Fault>>;
  /** @returns `undefined` where the tenant has no such policy; `unreadable` where it holds what the bot does not know. */
  readonly findPolicy: (wid: string) => Promise<Result<DomainPolicy | undefined, Fault>>;
  /** Replaces a whole policy, pending until it is activated. Repeating is the same as once. */
  readonly putPolicy: (policy: DomainPolicy) => Promise<Result<void, Fault>>;
}
