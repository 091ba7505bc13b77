import type { Draft } from "../../flows/request/draft.ts";
import type { Raw as AnyRaw } from "../../flows/request/raw-draft.ts";
import type { Modal } from "../blocks/block.ts";
import type { Entered, EnteredFields } from "../forms/field.ts";
import type { FormContent } from "../forms/form-content.ts";

/** What differs in Slack by the kind of a request: one file a kind, each entered once in `kinds.ts`. */
export interface KindInSlack<Raw extends AnyRaw, Asked extends Draft = Draft> {
  /** The form that asks for it. */
  readonly form: (content: FormContent<Raw>) => Modal;
  /** Present where its form goes on from what it was filled with. */
  readonly goesOn?: GoesOn<Raw>;
  /** What its form is filled with to ask once more, or to edit; absent: what was typed, where that is kept. */
  readonly toRawAgain?: (draft: Asked) => AnyRaw;
}

/** How a form is read that was filled with what an account may do. That is kept: what is taken away is a part of it. */
interface GoesOn<Raw extends AnyRaw> {
  readonly modal: string;
  readonly read: (kept: Raw, entered: Entered) => EnteredFields;
}
