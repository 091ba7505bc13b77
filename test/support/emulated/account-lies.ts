import {
  groupNameOf,
  type Lie,
  lasting,
  own,
  replaceGroup,
  toAccount,
  toGroup,
  toGroupNamed,
} from "./lie.ts";

/** What is wrong of the account itself. */
export const accountLies: readonly Lie[] = [
  {
    fact: /^account$/,
    what: "the system has another user in its place",
    tell: toAccount((account) => {
      account.userName = "ISU_Else";
    }),
  },
  {
    fact: /^account$/,
    what: "it hangs on no integration system",
    tell: toAccount((account) => {
      account.integrationSystem = undefined;
    }),
  },
  {
    fact: /^ui-sessions$/,
    what: "UI sessions are the other way round",
    tell: toAccount((account) => {
      account.doNotAllowUiSessions = !account.doNotAllowUiSessions;
    }),
  },
  {
    fact: /^session-timeout$/,
    what: "another timeout",
    tell: toAccount((account) => {
      account.sessionTimeoutMinutes = 30;
    }),
  },
  {
    fact: /^new-password$/,
    what: "the password has to be changed at the next sign-in",
    tell: toAccount((account) => {
      account.requireNewPassword = !account.requireNewPassword;
    }),
  },
  {
    fact: /^lock$/,
    what: "it is locked",
    tell: toAccount((account) => {
      account.isLocked = true;
    }),
  },
  {
    fact: /^lock$/,
    what: "it is disabled",
    tell: toAccount((account) => {
      account.isDisabled = true;
    }),
  },
  {
    fact: /^expiry$/,
    what: "it ends one day",
    tell: toAccount((account) => {
      account.expiresOn = "2030-01-31";
    }),
  },
  {
    fact: /^password-kept$/,
    what: "it has another password",
    tell: toAccount((account) => {
      account.password = "Somebody-else-1";
    }),
  },
  {
    fact: /^exemption$/,
    what: "the exemption is the other way round",
    tell: toAccount((account) => {
      account.exemptFromPasswordExpiration = !account.exemptFromPasswordExpiration;
    }),
  },
  {
    fact: /^other-groups$/,
    what: "another group has it",
    tell: (on) => {
      const name = groupNameOf(on) === "HR Everything" ? "ISSG_Bot" : "HR Everything";
      return toGroupNamed(name, ({ members }) => members.add(own.userName))(on);
    },
  },
];

/** What is wrong of its group. */
export const groupLies: readonly Lie[] = [
  {
    fact: /^group$/,
    what: "it is not a member",
    kinds: lasting,
    tell: toGroup(({ members }) => members.delete(own.userName)),
  },
  {
    fact: /^group$/,
    what: "it is a member still",
    kinds: ["retire"],
    tell: toGroup(({ members }) => members.add(own.userName)),
  },
  {
    fact: /^group$/,
    what: "somebody else is a member as well",
    kinds: lasting,
    tell: toGroup(({ members }) => members.add("lmcneil")),
  },
  {
    fact: /^group$/,
    what: "it is active where it should not be, or the other way round",
    tell: toGroup((group) => {
      group.isActive = !group.isActive;
    }),
  },
  {
    fact: /^group$/,
    what: "there is none",
    tell: toGroup(({ name }, { groups }) => groups.delete(name.toLowerCase())),
  },
  {
    fact: /^group$/,
    what: "another group has its name in other letters",
    tell: toGroup((group, { groups }) => {
      groups.set("another", { ...group, name: group.name.toUpperCase(), members: new Set() });
    }),
  },
  {
    fact: /^group-administered$/,
    what: "another group administers it",
    tell: toGroup(({ administeredBy }) => administeredBy.add("HR Everything")),
  },
  {
    fact: /^group-included$/,
    what: "another group includes it",
    tell: toGroup(({ includedIn }) => includedIn.add("HR Everything")),
  },
  {
    fact: /^group-type$/,
    what: "user-based",
    tell: replaceGroup({ type: "User-Based Security Group" }),
  },
  {
    fact: /^group-type$/,
    what: "the other one of the two types for integration systems",
    tell: toGroup((group, { groups }) => {
      const { constraint, ...rest } = group;
      const type = constraint === undefined ? "Constrained" : "Unconstrained";
      groups.set(group.name.toLowerCase(), {
        ...rest,
        type: `Integration System Security Group (${type})`,
        ...(constraint === undefined && {
          constraint: { organizations: ["Acme Germany"], scope: "current" },
        }),
      });
    }),
  },
  ...(
    [
      { organizations: ["Acme Switzerland"], scope: "current" },
      { organizations: ["Acme Germany", "Acme Switzerland"], scope: "current" },
      { organizations: ["Acme Germany"], scope: "subordinates" },
    ] as const
  ).map((constraint) => ({
    fact: /^group-type$/,
    what: `constrained to ${constraint.organizations.join(" and ")}, ${constraint.scope}`,
    tell: replaceGroup({ type: "Integration System Security Group (Constrained)", constraint }),
  })),
];
