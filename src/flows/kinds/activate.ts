import type { ActivateDraft, ReleaseMember } from "../request/draft.ts";
import { toOwnComment, toReleaseComment } from "./comment.ts";
import type { Kind } from "./kind.ts";
import { toTaskStep } from "./task-step.ts";

/** Whatever is pending in the tenant becomes active, by itself. */
export const activate: Kind<ActivateDraft> = {
  title: "Activation",
  purpose: "the activation of what is pending",
  about: () => "the activation of what is pending",
  subject: "pending changes",
  note: ({ wasEmpty }) => (wasEmpty === true ? nothingPending : everything),
  group: "kept",
  plan: (draft, { tenant, id }) => [
    { name: "approve", hand: "approver" },
    toTaskStep(
      {
        name: "activate",
        comment:
          draft.members === undefined
            ? toOwnComment(id, draft)
            : toReleaseComment(id, draft.members),
      },
      tenant,
    ),
    { name: "verify", hand: "api" },
  ],
};

const everything =
  "It takes effect for everything that is pending in the tenant, at once. The approver sees the whole list.";

const nothingPending =
  "⚠️ Nothing is pending in this tenant: every eye of the bot is open and shows nothing, so this activation makes nothing live. Open it only where you want one all the same, such as where a guide asks for it. It is approved like any, and takes effect for everything that is pending by then.";

/** The release of requests that come to their activation together. */
export function toReleaseDraft(
  tenant: ActivateDraft["tenant"],
  members: readonly ReleaseMember[],
): ActivateDraft {
  const reason =
    "These requests came to their activation together. One activation makes all of them live.";
  return { kind: "activate", tenant, reason, members };
}
