import { plainGroup, type RawGroup } from "../../../src/flows/model/group-settings.ts";
import type { RawDraft } from "../../../src/flows/request/raw-draft.ts";
import { aRawDraft } from "./a-draft.ts";

const noDomains = { Get: "", Put: "", View: "", Modify: "" };

/** What a person types to have the account put into a group that is there. */
export function aRawJoining(changes: Partial<RawDraft> = {}): RawDraft {
  return aRawDraft({
    groupName: "issg_hr",
    domains: noDomains,
    group: { ...plainGroup, groupType: "existing" },
    ...changes,
  });
}

export function aRawGroup(changes: Partial<RawGroup> = {}): RawGroup {
  return { ...plainGroup, ...changes };
}
