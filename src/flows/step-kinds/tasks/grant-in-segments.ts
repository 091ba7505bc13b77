import { segmentGroupOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { describeGrant } from "../../tasks/describe-permissions.ts";

export const grantInSegments: TaskKind<"grant-in-segments"> = {
  name: "grant-in-segments",
  title: "the permissions in the segments",
  describe: (draft) => `Add permissions to the group ${segmentGroupOf(draft)}, pending`,
  takesEffect: false,
  changesPolicies: true,
  hands: "page",
  shows: ({ groupName, permissions }) => ({
    kind: "grants",
    groupName,
    permissions,
    isGranted: true,
  }),
  inWords: describeGrant,
};
