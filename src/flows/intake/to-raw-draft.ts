import { writeProcess } from "../model/business-process.ts";
import { toRawGroup } from "../model/group-settings.ts";
import { writeDomains } from "../model/permissions.ts";
import { toRawSignOn } from "../model/sign-on.ts";
import type { CreateDraft } from "../request/draft.ts";
import type { RawDraft } from "../request/raw-draft.ts";

/** What would be typed for a draft: to ask for the same once more, changed. */
export function toRawDraft(draft: CreateDraft): RawDraft {
  const { kind, system, sessionTimeoutMinutes: minutes, permissions } = draft;
  const signOn = toRawSignOn(draft);
  const group = toRawGroup(draft);
  return {
    kind,
    tenant: draft.tenant,
    recipe: draft.recipe ?? "",
    userName: draft.userName,
    ...(system.kind === "existing" && { existingSystem: toChosen(system) }),
    newSystem: system.kind === "new" ? system.name : "",
    sessionTimeoutMinutes: minutes === undefined ? "" : String(minutes),
    doNotAllowUiSessions: draft.doNotAllowUiSessions,
    groupName: draft.groupName,
    domains: writeDomains(permissions),
    ...(draft.businessProcesses && {
      businessProcesses: draft.businessProcesses.map(writeProcess).join("\n"),
    }),
    reason: draft.reason,
    ticket: draft.ticket ?? "",
    ...(signOn && { signOn }),
    ...(group && { group }),
  };
}

function toChosen({
  kind: _existing,
  ...chosen
}: Extract<CreateDraft["system"], { kind: "existing" }>): NonNullable<RawDraft["existingSystem"]> {
  return chosen;
}
