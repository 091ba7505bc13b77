import type { DomainPolicy, PolicyGroup, PolicyPermission } from "../../ports/implementation.ts";

/** The policy with one group more under one operation. All else stays as it came. */
export function grantTo(policy: DomainPolicy, group: PolicyGroup, operation: string): DomainPolicy {
  const own = policy.permissions.filter((permission) => permission.operation === operation);
  if (own.some(({ groups }) => holds(groups, group.wid))) return policy;
  const [first] = own;
  if (first === undefined) {
    const operationIds = [{ type: "Security_Operation_ID", id: operation }];
    const added = { operation, operationIds, groups: [group] };
    return { ...policy, permissions: [...policy.permissions, added] };
  }
  const grown = { ...first, groups: [...first.groups, group] };
  return {
    ...policy,
    permissions: policy.permissions.map((one) => (one === first ? grown : one)),
  };
}

/** The policy without one group under one operation. A permission that is nobody's any more goes with it. */
export function revokeFrom(
  policy: DomainPolicy,
  { wid }: Pick<PolicyGroup, "wid">,
  operation: string,
): DomainPolicy {
  const permissions = policy.permissions.flatMap((permission) => {
    if (permission.operation !== operation || !holds(permission.groups, wid)) return [permission];
    const groups = permission.groups.filter((group) => group.wid !== wid);
    return groups.length === 0 ? [] : [{ ...permission, groups }];
  });
  return { ...policy, permissions };
}

function holds(groups: readonly PolicyGroup[], wid: string): boolean {
  return groups.some((group) => group.wid === wid);
}

/** What is different in words, whatever the order; nothing where two readings mean the same. */
export function listPolicyChanges(before: DomainPolicy, after: DomainPolicy): readonly string[] {
  const lines = toLines(before.permissions);
  const now = toLines(after.permissions);
  return [
    ...[...lines].filter(([key]) => !now.has(key)).map(([, said]) => `${said} is gone`),
    ...[...now].filter(([key]) => !lines.has(key)).map(([, said]) => `${said} is new`),
    ...listOtherParts(before, after).map((what) => `${what} is other`),
  ];
}

/** One line for each group under each operation. */
function toLines(permissions: readonly PolicyPermission[]): ReadonlyMap<string, string> {
  return new Map(
    permissions.flatMap(({ operation, groups }) =>
      groups.map(
        ({ wid, label }) => [`${operation}\n${wid}`, `${operation} for ${label}`] as const,
      ),
    ),
  );
}

function listOtherParts(before: DomainPolicy, after: DomainPolicy): readonly string[] {
  const names = new Set([...before.rest, ...after.rest].map(({ what }) => what));
  const isRenamed = before.name !== after.name || before.wid !== after.wid;
  return [
    ...(isRenamed ? ["the domain"] : []),
    ...[...names].filter((what) => textOf(before, what) !== textOf(after, what)),
  ];
}

function textOf({ rest }: DomainPolicy, what: string): string {
  const texts = rest.filter((part) => part.what === what).map(({ text }) => text);
  return JSON.stringify(texts.toSorted());
}
