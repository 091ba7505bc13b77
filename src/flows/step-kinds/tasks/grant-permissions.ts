import { isEdit } from "../../kinds/facts.ts";
import { countPermissions } from "../../request/count-permissions.ts";
import { groupOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { describeGrant } from "../../tasks/describe-permissions.ts";

export const grantPermissions: TaskKind<"grant-permissions"> = {
  name: "grant-permissions",
  title: "the permissions",
  describe: (draft) =>
    isEdit(draft)
      ? `Add permissions to the group ${groupOf(draft)}, pending`
      : `Add ${countPermissions(draft)}, pending`,
  takesEffect: false,
  changesPolicies: true,
  hands: "any",
  shows: ({ groupName, permissions }) => ({
    kind: "grants",
    groupName,
    permissions,
    isGranted: true,
  }),
  inWords: describeGrant,
};
