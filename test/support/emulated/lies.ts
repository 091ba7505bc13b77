import type { Access } from "../../../sandbox/workday/definition.ts";
import {
  domainPermission,
  permissionKey,
  proposeChange,
} from "../../../sandbox/workday/security.ts";
import type { TenantState } from "../../../sandbox/workday/state.ts";
import { accountLies, groupLies } from "./account-lies.ts";
import { clientLies } from "./client-lies.ts";
import { groupNameOf, type Lie, lasting, own, toState } from "./lie.ts";
import { secretLies } from "./secret-lies.ts";
import { segmentGroup, segmentLies } from "./segment-lies.ts";
import { signOnLies } from "./sign-on-lies.ts";

const policyLies: readonly Lie[] = [
  {
    fact: /: (?:Get|Put|View|Modify) /,
    what: "the permission is not there",
    tell: toState(({ active }) => {
      for (const [key, line] of active) if (isAsked(line)) active.delete(key);
    }),
  },
  {
    fact: /: (?:Get|Put|View|Modify) /,
    what: "the permission is pending still",
    tell: toState((state) => {
      for (const [key, line] of state.active) {
        if (!isAsked(line)) continue;
        state.active.delete(key);
        proposeChange(state, line, "Added", "ddiaz");
      }
    }),
  },
  {
    fact: /: (?:Get|Put|View|Modify) /,
    what: "the policy is disabled",
    tell: toState(({ active, policies }) => {
      for (const { policy } of [...active.values()].filter(isAsked)) {
        policies.set(policy, { disabled: "1", notes: "", subpolicies: "" });
      }
    }),
  },
  {
    fact: new RegExp(`^(?:${own.groupName}|HR Everything): nothing else$`),
    what: "more is active",
    tell: (on) =>
      toState((state) => grant(state, groupNameOf(on), "Integration Security", "Put"))(on),
  },
  {
    fact: new RegExp(`^(?:${own.groupName}|HR Everything): nothing else$`),
    what: "more is pending",
    tell: (on) =>
      toState((state) => {
        const line = domainPermission("Integration Security", groupNameOf(on), "Put");
        proposeChange(state, line, "Added", "ddiaz");
      })(on),
  },
  {
    fact: new RegExp(`^${segmentGroup}: nothing else$`),
    what: "more is active in the segments",
    tell: toState((state) => grant(state, segmentGroup, "Payroll", "View")),
  },
  {
    fact: /^process: /,
    what: "business processes are the other way round",
    kinds: lasting,
    tell: toState(({ active }) => {
      for (const [key, line] of active) if (line.kind === "business-process") active.delete(key);
    }),
  },
  {
    fact: /^activated-by$/,
    what: "it was activated with another comment",
    tell: toState(({ timestamps }) => {
      for (const one of timestamps.splice(0)) timestamps.push({ ...one, comment: "Cleaning up" });
    }),
  },
  {
    fact: /^activated-by$/,
    what: "somebody else activated",
    tell: toState(({ timestamps }) => {
      for (const one of timestamps.splice(0)) timestamps.push({ ...one, by: "lmcneil" });
    }),
  },
  {
    fact: /^process-policy: /,
    what: "the group may not initiate it any more",
    kinds: lasting,
    tell: toState(({ active }) => {
      for (const [key, line] of active) if (line.kind === "business-process") active.delete(key);
    }),
  },
  {
    fact: /^process(?:-policy)?: Change Email/,
    what: "the group may initiate it still",
    kinds: ["retire", "permissions"],
    tell: (on) => toState((state) => initiate(state, groupNameOf(on), "Change Email"))(on),
  },
  {
    fact: /: no other business process$/,
    what: "the group may initiate another",
    tell: (on) => toState((state) => initiate(state, groupNameOf(on), "Hire"))(on),
  },
  {
    fact: /^took-effect$/,
    what: "what was approved was taken back, and not activated",
    tell: toState(({ active }) => {
      active.delete(permissionKey(domainPermission("Integration Build", "HR Everything", "Get")));
    }),
  },
  {
    fact: /^activated$/,
    what: "what was approved is pending still",
    tell: toState((state) => {
      const line = domainPermission("Integration Build", "HR Everything", "Get");
      state.active.delete(permissionKey(line));
      proposeChange(state, line, "Added", "ddiaz");
    }),
  },
];

const rollbackLies: readonly Lie[] = [
  {
    fact: /^active-timestamp$/,
    what: "somebody activated meanwhile",
    tell: toState(({ timestamps }) =>
      timestamps.push({ comment: "Mine", by: "lmcneil", at: Date.UTC(2027, 0, 1), changes: [] }),
    ),
  },
  {
    fact: /^pending-again$/,
    what: "what was undone is not pending again",
    tell: toState(({ pending }) => pending.clear()),
  },
  {
    fact: /^in-force$/,
    what: "what was undone is in force still",
    tell: toState((state) => grant(state, own.groupName, "Worker Data: Workers", "Get")),
  },
];

/** One at least for every fact that any kind of request expects. */
export const lies: readonly Lie[] = [
  ...accountLies,
  ...signOnLies,
  ...groupLies,
  ...policyLies,
  ...rollbackLies,
  ...segmentLies,
  ...clientLies,
  ...secretLies,
];

/**
 * Facts that nobody can be wrong about once they were seen, with the reason; `test/contract/verdict/hands.test.ts` lies
 * before.
 */
export const seenBefore: readonly (readonly [fact: RegExp, why: string])[] = [
  [
    /^policy$/,
    "the account signed on, which the policy let it: whoever did not allow it stops the request",
  ],
  [/^client-values$/, "they were tried before they were stored: whatever is refused is not taken"],
  [
    /^reads$/,
    "the account made them when it signed on: what is refused later is told with its permissions",
  ],
  [/^sign-on$/, "the account signed on when its password was issued, or nobody could try"],
  [/^token-use$/, "it is expected only where nobody could try it"],
  [/^went-live(?:-processes)?$/, "it was compared right after the activation"],
  [
    /^others$/,
    "it counts the activations that the plan undoes and no request explains: the plan knows them",
  ],
];

function isAsked({
  kind,
  securityGroup,
}: {
  readonly kind: string;
  readonly securityGroup: string;
}): boolean {
  return (
    kind === "domain" && [own.groupName, segmentGroup, "HR Everything"].includes(securityGroup)
  );
}

function initiate(state: TenantState, securityGroup: string, policy: string): void {
  const line = { kind: "business-process", policy, securityGroup, access: "" } as const;
  const permission = { ...line, action: "Initiate (Web Service)" };
  state.active.set(permissionKey(permission), permission);
}

function grant(state: TenantState, group: string, domain: string, access: Access): void {
  const line = domainPermission(domain, group, access);
  state.active.set(permissionKey(line), line);
}
