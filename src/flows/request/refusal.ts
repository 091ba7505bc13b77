/**
 * Why our rules say no. Each has one sentence in `bot/blocks/messages.ts` that says what happened and what
 * the reader can do next.
 */
export type Refusal =
  | PersonRefusal
  | SettleRefusal
  | "no-such-request"
  | "cannot-tell-who-you-are"
  /** The bot broke on it at each of its tries, and gave it up. */
  | "given-up"
  /** The tenant is not in the configuration any more: nobody knows its rules, so everything of it rests. */
  | "tenant-gone";

/** Why a person may not do this, whatever the request's state. A stranger learns nothing about it. */
export type PersonRefusal =
  | "guest"
  | "bot"
  | "deactivated"
  | "foreign"
  | "not-a-requester"
  /** Who may ask for a recipe, and asks for more than it says. */
  | "not-as-the-recipe"
  | "not-a-doer"
  | "not-an-approver"
  | "not-the-requester"
  | "not-involved"
  | "own-request"
  /** An approver who carried out a step of this request in Workday. */
  | "did-a-step"
  /** Something of another request goes live too that they, or whom they decide for, asked for or did a step of. */
  | "has-a-hand"
  /** Neither an approver nor somebody who may ask for requests. */
  | "not-an-attester"
  /** A doer who approved this request. */
  | "approved-it"
  /** A doer who asked for what this activation makes live, where the tenant does not allow that. */
  | "asked-for-it"
  /** The tenant asks for a passkey, and theirs does not count, or there is none. */
  | "no-passkey";

/** Why it cannot be done now. */
export type SettleRefusal =
  | "already-settled"
  | "too-late"
  /** It is approved, and no change window is waited for any more. */
  | "too-late-to-deny"
  | "outdated-card"
  /** A release is not denied as a whole: each of its requests is, by itself. */
  | "one-of-a-release"
  /** It was sent back with a question, and is approved once that is answered. */
  | "sent-back"
  /** The card was sent back as often as it can be. */
  | "enough-questions"
  /** The question is answered already, or its card is gone. */
  | "nothing-to-answer"
  /** Each of the people that are needed is another. */
  | "approved-already"
  /** A production tenant's name has to be typed, and is missing or another one. */
  | "wrong-tenant-name"
  /** A name mixes scripts, and nobody said that it is meant so. */
  | "mixed-names"
  /** They have as many open requests in this tenant as one person may have. */
  | "too-many-open"
  /** All is well but for the passkey that this tenant asks for: a click in Slack alone approves nothing. */
  | "passkey-needed"
  /** Their passkey waits for another approver, who confirms it. */
  | "passkey-waits"
  | "not-waiting-for-that"
  /** Start was not pressed, or so long ago that it counts no more. */
  | "not-started"
  /** Somebody pressed Start already, and it counts still. */
  | "started-already"
  /** What was approved is not there any more as it was, or may not go live now. */
  | "do-not-activate"
  /** Somebody says it is activated, and the tenant still lists the changes as pending. */
  | "still-pending"
  /** Somebody says a task is done, and the tenant shows otherwise. */
  | "not-shown"
  /** The task is done when what its page showed is stored: by the bot's page, or by command. */
  | "values-needed"
  /** The bot or a person is at it, or it changes nothing that could be edited. */
  | "cannot-edit-now"
  /** Something of it is made, and requests of its kind are not edited then. */
  | "made-for-good"
  /** Something of it is made, and what is made stays as it is. */
  | "made-already"
  /** It was edited after the form was opened. */
  | "edited-since"
  /** Another open request holds a name that it asks for: it was faster. */
  | "names-taken"
  /** Everything is as it was asked for. */
  | "nothing-edited"
  | "nothing-stuck"
  /** It is not carried out yet, or it was denied, withdrawn or expired. */
  | "nothing-to-look-at"
  /** The tenant was looked at less than a minute ago. */
  | "looked-just-now"
  /** A later request about the account was carried out: that one says what it should be. */
  | "looked-at-by-another"
  /** The verdict is another by now, or somebody sees it. */
  | "nothing-to-attest"
  | "attested-already"
  /** Who asked for it or carried a step out says nothing of whether it was done well. */
  | "own-work"
  | "nothing-left"
  /** A later request is at the account or its group, or was: a clean-up would undo what that one does. */
  | "changed-since"
  | "activating-already";
