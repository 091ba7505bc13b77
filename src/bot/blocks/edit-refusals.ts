import type { Refusal } from "../../flows/request/refusal.ts";

/** Why an open request was not edited. */
export const editRefusals = {
  "cannot-edit-now":
    "The bot or a person is at this request right now, or it takes effect already, so it was not edited. Choose Edit when its message offers it, as a button or under ⋯: while it waits for an approver, or is stuck.",
  "made-for-good":
    "A part of this request is made in Workday already, and settings, passwords and whatever takes effect step by step cannot be edited then. Nothing was changed. To ask for something else, withdraw it: what was made is taken back. Then ask again.",
  "made-already":
    "A part of this request is made in Workday already, so only what its groups may do, its reason and its ticket can be edited. Nothing was changed. To change something else, withdraw it and ask again.",
  "edited-since":
    "This request was edited after you opened this form, so nothing was changed. Choose Edit on its message again, and begin with what it asks for now.",
  "names-taken":
    "Another open request holds the account, the integration system or the security group that you chose: it was faster. Nothing was changed. Choose Edit again, and take other names.",
  "nothing-edited":
    "This is what the request asks for already, so nothing was changed, and its approval stands as it did.",
} as const satisfies Partial<Record<Refusal, string>>;
