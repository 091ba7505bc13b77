import type { RequestId } from "../model/ids.ts";
import type { SegmentedAccess } from "../model/segments.ts";
import type { TitledList } from "../model/titled-list.ts";
import type { Asked, Draft, DraftKind, UndoneActivation } from "../request/draft.ts";
import type { PermissionChange, ProcessChange } from "../request/permission-change.ts";
import type { Raw } from "../request/raw-draft.ts";
import type { Step, StepName } from "../tasks/step.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** The draft of one kind, also where several kinds share an interface. */
export type DraftOf<K extends DraftKind> = Draft & { readonly kind: K };

/** What the form of one kind sends, also where several kinds share an interface. */
export type RawOf<K extends DraftKind> = Raw & { readonly kind: K };

/** What a request can make or end, so that it is there or not there afterwards. */
type Thing = "account" | "client" | "segments";

/**
 * What a request does to its account's group. `set`: it says what the group as a whole may do from then on. `changed`:
 * it makes the group, or changes its members or whether it is active.
 */
type GroupEffect = "kept" | "changed" | "set";

/** Where a request is carried out. */
export interface Place {
  readonly tenant: Tenant;
  readonly id: RequestId;
  /** An approver is asked before anything is made. */
  readonly asksForPlan: boolean;
}

/** A part of what is asked for: a field of the draft, or one of what is behind segments. */
export type PartOf<D> = keyof D | `segmented.${keyof SegmentedAccess}`;

/** Steps, each with the one that undoes it, last first. */
export type Undo = readonly (readonly [StepName, Step])[];

/**
 * Everything of one kind of request that needs nothing but its draft and the tenant's settings. What has to look at a
 * tenant goes by these facts: its preparation, its verification, and what it leaves behind.
 */
export interface Kind<D extends Asked> {
  /** What a request of this kind is called. */
  readonly title: string;
  /** What is asked for, whole: for an approver who reads it away from the form. */
  readonly purpose: string;
  /** What it is about; of an account what stands before the account's name. */
  readonly about: string | ((draft: D) => string);
  /** The same where there is no room for a sentence; absent: its account's name. */
  readonly subject?: string;
  /** What the steps of its plan do not say. */
  readonly note: (draft: D) => string;
  /** What it means that somebody else made the account; absent where a request is about no account. */
  readonly whereAdopted?: string;
  /** What the message shows beside the verification once it is carried out. */
  readonly result?: string;
  /** What takes effect by an approval of the whole plan, without any activation; absent: nothing. */
  readonly atOnce?: (draft: D) => string;
  /** The same where somebody else made the account, in other words. */
  readonly atOnceWhereAdopted?: string;

  readonly makes?: Thing;
  readonly ends?: Thing;
  readonly group: GroupEffect;
  /** It says whether the group is active, whatever requests before it said. */
  readonly saysWhetherActive?: true;
  /** What goes live does not tell what its account may do. */
  readonly isSilentOnHoldings?: true;

  readonly plan: (draft: D, place: Place) => readonly Step[];
  /** What undoes which step, as far as Workday lets anybody; absent: nothing can be. */
  readonly undo?: (draft: D, tenant: Tenant) => Undo;
  /**
   * What it asks for that can be edited once something of it is made, beside why; given the steps that may be done by then.
   * Absent: nothing can.
   */
  readonly editableWhenMade?: (perhapsDone: readonly StepName[]) => readonly PartOf<D>[];
  /** What it changes in what its groups may do. */
  readonly changes?: (draft: D) => readonly PermissionChange[];
  /** What it changes in the business processes that the account's group may initiate. */
  readonly processChange?: (draft: D) => ProcessChange;
  /** The domains and policies that somebody may do more with afterwards; absent: whatever its account may do. */
  readonly widens?: (draft: D) => readonly string[];
  /** The activations that it undoes, newest first; absent: none. */
  readonly undoes?: (draft: D) => readonly UndoneActivation[];
  /** What takes effect by way of a group that is there. */
  readonly listGroup?: (draft: D, tenant: Tenant) => readonly TitledList[];
}

/** Of each of these drafts what is peculiar to its kind. */
export type KindTable<D extends Asked & { readonly kind: string }> = {
  readonly [K in D["kind"]]: Kind<D & { readonly kind: K }>;
};
