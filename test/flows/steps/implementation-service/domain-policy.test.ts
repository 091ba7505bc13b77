import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DomainPolicy, PolicyPermission } from "../../../../src/flows/ports/implementation.ts";
import {
  grantTo,
  listPolicyChanges,
  revokeFrom,
} from "../../../../src/flows/steps/implementation-service/domain-policy.ts";
import {
  aPolicy,
  aPolicyGroup,
  securityOperations,
} from "../../../support/fakes/fake-implementation.ts";

const ours = aPolicyGroup("ISSG_Viva");
const { Get, Put } = securityOperations;
const policy = aPolicy("Workers", ["HR Partners", "Payroll"]);

function permission(operation: string, ...names: readonly string[]): PolicyPermission {
  const operationIds = [{ type: "Security_Operation_ID", id: operation }];
  return { operation, operationIds, groups: names.map(aPolicyGroup) };
}

function withPermissions(...permissions: readonly PolicyPermission[]): DomainPolicy {
  return { ...policy, permissions };
}

describe("grantTo", () => {
  it.each<[what: string, before: DomainPolicy, operation: string, after: DomainPolicy]>([
    [
      "to the operation's groups",
      withPermissions(permission(Get, "HR Partners"), permission(Put, "Payroll")),
      Get,
      withPermissions(permission(Get, "HR Partners", "ISSG_Viva"), permission(Put, "Payroll")),
    ],
    [
      "an operation that nobody had, as a permission of its own",
      withPermissions(permission(Get, "HR Partners")),
      Put,
      withPermissions(permission(Get, "HR Partners"), permission(Put, "ISSG_Viva")),
    ],
    [
      "to a policy that permits nothing",
      withPermissions(),
      Get,
      withPermissions(permission(Get, "ISSG_Viva")),
    ],
    [
      "nothing where the group is there, in whichever permission",
      withPermissions(permission(Get, "HR Partners"), permission(Get, "ISSG_Viva")),
      Get,
      withPermissions(permission(Get, "HR Partners"), permission(Get, "ISSG_Viva")),
    ],
  ])("adds %s", (_what, before, operation, after) => {
    expect(grantTo(before, ours, operation)).toEqual(after);
  });
});

describe("revokeFrom", () => {
  it.each<[what: string, before: DomainPolicy, after: DomainPolicy]>([
    [
      "the group alone",
      withPermissions(permission(Get, "HR Partners", "ISSG_Viva"), permission(Put, "ISSG_Viva")),
      withPermissions(permission(Get, "HR Partners"), permission(Put, "ISSG_Viva")),
    ],
    [
      "the permission that is nobody's any more",
      withPermissions(permission(Get, "ISSG_Viva"), permission(Put, "Payroll")),
      withPermissions(permission(Put, "Payroll")),
    ],
    ["nothing where the group is not there", policy, policy],
  ])("takes %s away", (_what, before, after) => {
    expect(revokeFrom(before, ours, Get)).toEqual(after);
  });
});

describe("listPolicyChanges", () => {
  it.each<[what: string, after: DomainPolicy, changes: readonly string[]]>([
    ["nothing", policy, []],
    ["another order", withPermissions(permission(Get, "Payroll", "HR Partners")), []],
    [
      "groups dealt out otherwise",
      withPermissions(permission(Get, "Payroll"), permission(Get, "HR Partners")),
      [],
    ],
    [
      "a lost and a new group",
      withPermissions(permission(Get, "Payroll", "Auditors")),
      ["get_op for HR Partners is gone", "get_op for Auditors is new"],
    ],
    [
      "another operation",
      withPermissions(permission(Get, "Payroll"), permission(Put, "HR Partners")),
      ["get_op for HR Partners is gone", "put_op for HR Partners is new"],
    ],
    [
      "other notes and a lost subpolicy",
      { ...policy, rest: [{ what: "Notes", text: '""' }] },
      ["Notes is other", "Security_Subpolicy_Data is other"],
    ],
    [
      "something new besides",
      { ...policy, rest: [...policy.rest, { what: "Disabled", text: '"1"' }] },
      ["Disabled is other"],
    ],
    ["parts in another order", { ...policy, rest: policy.rest.toReversed() }, []],
    ["another name", { ...policy, name: "Staff" }, ["the domain is other"]],
    ["another domain", { ...policy, wid: "another" }, ["the domain is other"]],
  ])("finds %s", (_what, after, changes) => {
    expect(listPolicyChanges(policy, after)).toEqual(changes);
  });
});

const anyPermission = fc
  .record({
    operation: fc.constantFrom(...Object.values(securityOperations)),
    names: fc.uniqueArray(fc.constantFrom("A", "B", "C", "ISSG_Viva"), { minLength: 1 }),
  })
  .map(({ operation, names }) => permission(operation, ...names));

const anyPolicy = fc
  .record({
    permissions: fc.array(anyPermission, { maxLength: 6 }),
    rest: fc.array(
      fc.record({ what: fc.constantFrom("Notes", "Disabled", "Sub"), text: fc.string() }),
      { maxLength: 4 },
    ),
  })
  .map((parts): DomainPolicy => ({ ...policy, ...parts }));

const anyOperation = fc.constantFrom(...Object.values(securityOperations));

describe("any policy", () => {
  it("loses and gains nothing but our line by a grant, and a second changes nothing", () => {
    fc.assert(
      fc.property(anyPolicy, anyOperation, (before, operation) => {
        const after = grantTo(before, ours, operation);
        const had = before.permissions.some(
          (one) => one.operation === operation && one.groups.some(({ wid }) => wid === ours.wid),
        );

        expect(listPolicyChanges(before, after)).toEqual(
          had ? [] : [`${operation} for ISSG_Viva is new`],
        );
        expect(after.rest).toBe(before.rest);
        expect(grantTo(after, ours, operation)).toEqual(after);
      }),
    );
  });

  it("loses nothing but our line by a revocation, wherever it stands", () => {
    fc.assert(
      fc.property(anyPolicy, anyOperation, (before, operation) => {
        const granted = grantTo(before, ours, operation);

        expect(listPolicyChanges(granted, revokeFrom(granted, ours, operation))).toEqual([
          `${operation} for ISSG_Viva is gone`,
        ]);
      }),
    );
  });
});
