import { segmentGroupOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { describeRevoke } from "../../tasks/describe-permissions.ts";

export const revokeInSegments: TaskKind<"revoke-in-segments"> = {
  name: "revoke-in-segments",
  title: "taking the permissions in the segments away",
  describe: (draft) => `Take the permissions away from the group ${segmentGroupOf(draft)}, pending`,
  takesEffect: false,
  changesPolicies: true,
  hands: "page",
  shows: ({ groupName, permissions }) => ({
    kind: "grants",
    groupName,
    permissions,
    isGranted: false,
  }),
  inWords: describeRevoke,
};
