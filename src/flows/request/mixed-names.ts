import { describeMixed, isMixed } from "../../unicode/scripts.ts";
import { listPermissions } from "../model/permissions.ts";
import { heldBy } from "../model/segments.ts";
import type { TitledList } from "../model/titled-list.ts";
import { type AccountDraft, accountOf, type Draft } from "./draft.ts";

/**
 * The names of a request that mix scripts, each once with its letters that are not Latin: they may look like others. Who
 * asks says that they are meant, and who approves sees them.
 */
export function listMixed(draft: Draft): readonly string[] {
  const account = accountOf(draft);
  const names = account === undefined ? [] : listNames(account);
  return [...new Set(names)].filter(isMixed).map(describeMixed);
}

/** The same for who approves; none where no name is mixed. */
export function listMixedNames(draft: Draft): readonly TitledList[] {
  const lines = listMixed(draft);
  return lines.length === 0 ? [] : [{ title: `${mixedNames} (${lines.length}):`, lines }];
}

export const mixedNames =
  "⚠️ Names that mix scripts, such as Latin and Cyrillic, and may look like other names";

/** Whatever a request names in Workday, but for what Workday itself named. */
function listNames(account: AccountDraft): readonly string[] {
  const { userName, system, groupName, group, client, segmented, businessProcesses } = account;
  return [
    userName,
    groupName,
    ...(system.kind === "new" ? [system.name] : []),
    ...(group?.kind === "constrained" ? group.organizations : []),
    ...listPermissions(heldBy(account)).map(({ domain }) => domain),
    ...(businessProcesses ?? []).flatMap(({ policy, action = "" }) => [policy, action]),
    ...(client === undefined ? [] : [client.name, ...client.functionalAreas]),
    ...(segmented === undefined ? [] : listOfSegments(segmented)),
  ];
}

function listOfSegments({
  segments,
  groupName,
  content,
}: NonNullable<AccountDraft["segmented"]>): readonly string[] {
  const segment = segments.kind === "topics" ? [segments.segment] : [];
  return [groupName, ...segments.names, ...segment, ...content];
}
