import type { Draft, RawDraft } from "../../src/flows/draft.ts";
import { acme } from "./a-tenant.ts";

/** A checked draft on a new integration system, with permissions of three kinds. */
export function aDraft(changes: Partial<Draft> = {}): Draft {
  return {
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
