import { describe, expect, it } from "vitest";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { VerificationItem } from "../../../src/flows/model/verification.ts";
import type { IntegrationSystemUser } from "../../../src/flows/ports/workday.ts";
import { compareRetired } from "../../../src/flows/verification/compare-account.ts";
import type { Expected, Observed } from "../../../src/flows/verification/observed.ts";

const { userName, systemId, groupName } = {
  userName: "ISU_Viva",
  systemId: "INT_1",
  groupName: "ISSG_Viva",
};
const user = { systemId, systemWid: "a", userName, doNotAllowUiSessions: true, tokens: [] };
const noToken: VerificationItem = {
  kind: "unseen",
  words:
    "Whether an API client has a refresh token of ISU_Viva still: not seen. No web service shows it. Look at Manage Refresh Tokens for Integrations.",
};
const processes = { any: [], initiates: [] };
const group = { name: groupName, active: false, members: ["lmcneil"], processes };
const existing = { kind: "existing", isActive: true, members: [], holds: noPermissions } as const;

function expected(changes: Partial<Expected> = {}): Expected {
  return {
    systemId,
    userName,
    doNotAllowUiSessions: true,
    groupName,
    groupType: { kind: "unconstrained" },
    permissions: noPermissions,
    probes: [],
    ...changes,
  };
}

function shown(changes: Partial<Observed> = {}): Observed {
  return {
    user: { kind: "seen", part: user },
    groups: { kind: "seen", part: [group] },
    permissions: { kind: "seen", part: [] },
    exemptions: { kind: "seen", part: [] },
    accounts: {
      kind: "seen",
      part: [
        {
          userName: "ISU_Viva",
          isLocked: false,
          isDisabled: false,
          expiry: { kind: "never" },
        },
      ],
    },
    ...changes,
  };
}

function asUser(part: IntegrationSystemUser | undefined): Observed {
  return shown({ user: { kind: "seen", part } });
}

function asGroups(...part: readonly (typeof group)[]): Observed {
  return shown({ groups: { kind: "seen", part } });
}

const held = {
  securityGroup: groupName,
  domain: "Workers",
  access: "Get",
  status: "active",
} as const;
const x509 = { x509: { key: [{ type: "Certificate_ID", id: "Sig" }] } } as const;
const blind = { kind: "cannot-see", words: "No report.", isFailed: false } as const;

describe("compareRetired", () => {
  it.each<[what: string, asked: Partial<Expected>, tenant: Observed]>([
    ["an account that is closed and in no group", {}, shown()],
    [
      "one that left a group which was there before, whatever that is",
      { existing },
      shown({
        groups: { kind: "seen", part: [{ ...group, active: true }] },
        permissions: { kind: "seen", part: [held] },
      }),
    ],
  ])("finds nothing but what no service shows of %s", (_what, asked, tenant) => {
    expect(compareRetired(expected(asked), tenant)).toMatchObject({
      outcome: "unverified",
      items: [noToken],
    });
  });

  it.each<[words: string, kind: VerificationItem["kind"], tenant: Observed]>([
    [
      "The account ISU_Viva on INT_1 is open to UI sessions.",
      "too-much",
      asUser({ ...user, doNotAllowUiSessions: false }),
    ],
    [
      "ISU_Viva is still in the group ISSG_Viva.",
      "too-much",
      asGroups({ ...group, members: ["isu_viva"] }),
    ],
    [
      "The security group ISSG_Viva is still active.",
      "too-much",
      asGroups({ ...group, active: true }),
    ],
    [
      "x509 sign-on with the key Sig of ISU_Viva is still on: its key holder can sign on.",
      "too-much",
      shown({ user: { kind: "seen", part: { ...user, tokens: [x509] } } }),
    ],
    [
      "ISU_Viva is also in the group HR, which gives View on Workers.",
      "too-much",
      shown({
        groups: { kind: "seen", part: [group, { name: "HR", active: true, members: [userName] }] },
        permissions: {
          kind: "seen",
          part: [{ ...held, securityGroup: "HR", access: "View" }],
        },
      }),
    ],
    [
      "Get on Workers is active.",
      "too-much",
      shown({ permissions: { kind: "seen", part: [held, { ...held, securityGroup: "HR" }] } }),
    ],
  ])("calls it different: %s", (words, kind, tenant) => {
    expect(compareRetired(expected(), tenant)).toMatchObject({
      outcome: "different",
      items: [{ kind, words }, noToken],
    });
  });

  it("looks at the segment-based group of the account as well", () => {
    const segmented: NonNullable<Expected["segmented"]> = {
      groupName: "ISSG_Viva segments",
      segments: { kind: "existing", names: ["EMEA"] },
      content: [],
      permissions: { ...noPermissions, Get: ["Workers"] },
      moved: noPermissions,
    };
    const open = { ...group, name: "ISSG_Viva segments", active: true };

    expect(compareRetired(expected({ segmented }), asGroups(group, open))).toMatchObject({
      outcome: "different",
      items: [{ words: "The security group ISSG_Viva segments is still active." }, noToken],
    });
  });

  it.each<[words: string, tenant: Observed]>([
    [
      "The account ISU_Viva: not seen. The integration system INT_1 has no user any more: Workday deletes no account, so it hangs on another one, or on none.",
      asUser(undefined),
    ],
    [
      "The group ISSG_Viva: not seen. There is none of that name any more: it was deleted, or renamed.",
      asGroups(),
    ],
    ["The account ISU_Viva: not seen. No report.", shown({ user: blind })],
    [
      "UI sessions: not seen. Workday does not say. Look at the account in Workday.",
      asUser({ systemId, systemWid: "a", userName }),
    ],
    [
      "Whether x509 or SAML sign-on of ISU_Viva is off: not seen. Workday does not say. Look at Configure Web Service Security.",
      asUser({ systemId, systemWid: "a", userName, doNotAllowUiSessions: true }),
    ],
    [
      "The account ISU_Viva: not seen. The integration system INT_1 has the user ISU_Else in its place.",
      asUser({ ...user, userName: "ISU_Else" }),
    ],
    ["The group ISSG_Viva: not seen. No report.", shown({ groups: blind })],
    [
      "Whether the group ISSG_Viva may still do anything: not seen. No report.",
      shown({ permissions: blind }),
    ],
  ])("calls it unverified: %s", (words, tenant) => {
    const { outcome, items } = compareRetired(expected(), tenant);

    expect(outcome).toBe("unverified");
    expect(items).toContainEqual({ kind: "unseen", words });
    expect(items).toContainEqual(noToken);
  });
});
