import { isEdit } from "../../kinds/facts.ts";
import { groupOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { describeRevoke } from "../../tasks/describe-permissions.ts";

export const revokePermissions: TaskKind<"revoke-permissions"> = {
  name: "revoke-permissions",
  title: "taking the permissions away",
  describe: (draft) =>
    isEdit(draft)
      ? `Take permissions away from the group ${groupOf(draft)}, pending`
      : `Take the permissions away from the group ${groupOf(draft)}`,
  takesEffect: false,
  changesPolicies: true,
  hands: "any",
  shows: ({ groupName, permissions }) => ({
    kind: "grants",
    groupName,
    permissions,
    isGranted: false,
  }),
  inWords: describeRevoke,
};
