import { bothOf } from "../../../src/flows/model/permissions.ts";
import type {
  CreateDraft,
  EndSegmentsDraft,
  PermissionsDraft,
  SegmentDraft,
} from "../../../src/flows/request/draft.ts";
import type { RawDraft } from "../../../src/flows/request/raw-draft.ts";
import { acme } from "./a-tenant.ts";

/** A checked draft on a new integration system, with permissions of three kinds. */
export function aDraft(changes: Partial<CreateDraft> = {}): CreateDraft {
  return {
    kind: "create",
    tenant: acme,
    recipe: "viva-learning",
    userName: "ISU_Viva",
    system: { kind: "new", name: "Viva integration" },
    sessionTimeoutMinutes: 0,
    doNotAllowUiSessions: true,
    groupName: "ISSG_Viva",
    permissions: {
      Get: ["Manage: Learning Content", "Worker Data: Workers", "Reports: Learning Record"],
      Put: ["Manage: Learning Content"],
      View: [],
      Modify: [],
    },
    reason: "Learning content for everybody",
    ...changes,
  };
}

export const existingSystem = {
  kind: "existing",
  id: "INT_Payroll",
  name: "Payroll integration",
} as const;

/** What a person types for {@link aDraft}. */
export function aRawDraft(changes: Partial<RawDraft> = {}): RawDraft {
  return {
    kind: "create",
    tenant: acme,
    recipe: "viva-learning",
    userName: "ISU_Viva",
    newSystem: "Viva integration",
    sessionTimeoutMinutes: "0",
    doNotAllowUiSessions: true,
    groupName: "ISSG_Viva",
    domains: {
      Get: "Manage: Learning Content\nWorker Data: Workers\nReports: Learning Record",
      Put: "Manage: Learning Content",
      View: "",
      Modify: "",
    },
    reason: "Learning content for everybody",
    ticket: "",
    ...changes,
  };
}

/** Access of {@link aDraft}'s account by topics, of which one is made. */
export function aSegmentDraft(changes: Partial<SegmentDraft> = {}): SegmentDraft {
  const { permissions, ...account } = aDraft({ system: existingSystem });
  const moved = { ...permissions, Get: ["Manage: Learning Content", "Reports: Learning Record"] };
  return {
    ...account,
    kind: "segment",
    permissions: { Get: ["Worker Data: Workers"], Put: [], View: [], Modify: [] },
    segmented: {
      segments: { kind: "topics", names: ["Compliance", "Onboarding"], segment: "Viva topics" },
      groupName: "ISSG_Viva segments",
      permissions: moved,
      moved,
      content: [],
    },
    seenIn: "report",
    missing: { names: ["Onboarding"], segment: "Viva topics" },
    otherWays: { kind: "seen", groups: [] },
    reason: "Less to see",
    ...changes,
  };
}

/** The end of it, with everything given back. */
export function anEndOfSegments(changes: Partial<EndSegmentsDraft> = {}): EndSegmentsDraft {
  const { missing: _made, otherWays: _ways, seenIn: _seen, ...draft } = aSegmentDraft();
  const { moved } = draft.segmented;
  return {
    ...draft,
    kind: "end-segments",
    restored: moved,
    permissions: bothOf(draft.permissions, moved),
    ...changes,
  };
}

/** An edit of {@link aDraft}'s account: one domain added, one removed. */
export function anEditDraft(changes: Partial<PermissionsDraft> = {}): PermissionsDraft {
  const { permissions: before, ...account } = aDraft({ system: existingSystem });
  return {
    ...account,
    kind: "permissions",
    before,
    seenIn: "report",
    permissions: { ...before, Put: [], Modify: ["Badge Data"] },
    ...changes,
  };
}
