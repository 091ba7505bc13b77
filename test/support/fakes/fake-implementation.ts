import type {
  DomainPolicy,
  Implementation,
  ImplementedGroup,
  PolicyGroup,
  ShownConstrainedGroup,
  Subdomain,
} from "../../../src/flows/ports/implementation.ts";
import { ok } from "../../../src/result.ts";
import { aFault, createMishaps, type FaultInjector } from "./fault-injection.ts";

type Held = ImplementedGroup & { readonly wid: string };

export interface FakeImplementation extends Implementation {
  readonly groups: () => readonly Held[];
  /** Adds or replaces a group, as somebody else would. */
  readonly setGroup: (group: Partial<ImplementedGroup> & { readonly name: string }) => void;
  readonly setConstrained: (group: ShownConstrainedGroup) => void;
  /** A group that cannot be read, with whatever names it. */
  readonly setUnreadable: (labels: readonly string[]) => void;
  /** What stands below a domain; `undefined`: it cannot be read. */
  readonly setSubdomains: (name: string, below: readonly Subdomain[] | undefined) => void;
  readonly dropGroup: (name: string) => void;
  readonly policies: () => readonly DomainPolicy[];
  readonly policy: (name: string) => DomainPolicy;
  /** Adds or replaces a policy, as somebody else would. */
  readonly setPolicy: (policy: DomainPolicy) => void;
  readonly dropPolicy: (name: string) => void;
  /** What the service makes of the next policies that are written. */
  readonly distort: (change: (policy: DomainPolicy) => DomainPolicy) => void;
}

export const securityOperations = {
  Get: "get_op",
  Put: "put_op",
  View: "view_op",
  Modify: "modify_op",
};

export function aPolicyGroup(name: string): PolicyGroup {
  const wid = `wid of ${name}`;
  return { wid, label: name, ids: [{ type: "WID", id: wid }] };
}

/** A policy with some groups under Get, its notes, and a subpolicy. */
export function aPolicy(name: string, holders: readonly string[] = []): DomainPolicy {
  const operation = securityOperations.Get;
  const operationIds = [{ type: "Security_Operation_ID", id: operation }];
  const groups = holders.map(aPolicyGroup);
  return {
    wid: `wid of ${name}`,
    name,
    domainIds: [{ type: "WID", id: `wid of ${name}` }],
    permissions: groups.length === 0 ? [] : [{ operation, operationIds, groups }],
    rest: [
      { what: "Notes", text: '"Ask Ada first"' },
      { what: "Security_Subpolicy_Data", text: '{"Notes":"1"}' },
    ],
  };
}

/** The implementation service in memory: a write replaces the whole thing. */
export function createFakeImplementation(
  mishaps: FaultInjector = createMishaps(),
): FakeImplementation {
  const groups = new Map<string, Held>();
  const policies = new Map<string, DomainPolicy>();
  const constrained: ShownConstrainedGroup[] = [];
  const unreadable: (readonly string[])[] = [];
  const subdomains = new Map<string, readonly Subdomain[] | undefined>();
  let distort: ((policy: DomainPolicy) => DomainPolicy) | undefined;

  function keep(group: ImplementedGroup): void {
    groups.set(group.id, { ...group, wid: `wid of ${group.name}` });
  }

  return {
    operations: securityOperations,
    listGroups: () =>
      mishaps.meet("implementation.listGroups", () =>
        ok({ groups: [...groups.values()], unreadable }),
      ),
    listConstrainedGroups: () => Promise.resolve(ok(constrained)),
    addGroup: (group) =>
      mishaps.meet("implementation.addGroup", () => {
        if (groups.has(group.id)) return { ok: false, error: aFault("rejected") };
        keep(group);
        return ok(undefined);
      }),
    putGroup: (group) => mishaps.meet("implementation.putGroup", () => ok(keep(group))),
    listDomains: () =>
      mishaps.meet("implementation.listDomains", () =>
        ok(
          [...policies.values()].map(({ wid, name }) => ({
            wid,
            name,
            subdomains: subdomains.has(name) ? subdomains.get(name) : [],
          })),
        ),
      ),
    findPolicy: (wid) =>
      mishaps.meet("implementation.findPolicy", () =>
        ok([...policies.values()].find((policy) => policy.wid === wid)),
      ),
    putPolicy: (policy) =>
      mishaps.meet("implementation.putPolicy", () => {
        policies.set(policy.name, distort?.(policy) ?? policy);
        return ok(undefined);
      }),
    groups: () => [...groups.values()],
    setConstrained: (group) => constrained.push(group),
    setSubdomains: (name, below) => {
      subdomains.set(name, below);
    },
    setUnreadable: (labels) => unreadable.push(labels),
    setGroup: (group) =>
      keep({ id: `id of ${group.name}`, comment: "", isInactive: false, members: [], ...group }),
    dropGroup: (name) => {
      for (const { id } of [...groups.values()].filter((group) => group.name === name)) {
        groups.delete(id);
      }
    },
    policies: () => [...policies.values()],
    policy: (name) => {
      const policy = policies.get(name);
      if (policy === undefined) throw new Error(`There is no policy ${name}`);
      return policy;
    },
    setPolicy: (policy) => {
      policies.set(policy.name, policy);
    },
    dropPolicy: (name) => {
      policies.delete(name);
    },
    distort: (change) => {
      distort = change;
    },
  };
}
