/**
 * Why our rules say no. Each has one sentence in `bot/views/words.ts` that says what happened and what
 * the reader can do next.
 */
export type Refusal = PersonRefusal | SettleRefusal | "no-such-request" | "cannot-tell-who-you-are";

/** Why a person may not do this, whatever the request's state. A stranger learns nothing about it. */
export type PersonRefusal =
  | "guest"
  | "bot"
  | "deactivated"
  | "foreign"
  | "not-a-requester"
  | "not-a-doer"
  | "not-an-approver"
  | "not-the-requester"
  | "not-involved"
  | "own-request"
  /** An approver who carried out a step of this request in Workday. */
  | "did-a-step"
  /** A doer who approved this request. */
  | "approved-it";

/** Why it cannot be done now. */
export type SettleRefusal =
  | "already-settled"
  | "too-late"
  | "outdated-card"
  /** Each of the people that are needed is another. */
  | "approved-already"
  | "not-waiting-for-that"
  /** Somebody says it is activated, and the tenant still lists the changes as pending. */
  | "still-pending"
  | "nothing-stuck"
  | "nothing-left"
  | "activating-already";
