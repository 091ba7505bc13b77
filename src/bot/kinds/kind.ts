import type { RequestId } from "../../flows/model/ids.ts";
import type { RawEndSegments, RawSegment } from "../../flows/model/raw-segments.ts";
import type {
  DraftKind,
  FieldProblems,
  RawActivation,
  RawChange,
  RawClient,
  RawDraft,
  RawPermissions,
  RawRollback,
} from "../../flows/request/draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import type { Modal } from "../blocks/block.ts";

/** A form with what is known or was typed before. */
export interface FormContent<Raw> {
  readonly id: RequestId;
  readonly tenant: Tenant;
  readonly raw: Raw;
  /** The recipe that it was filled from, while there is one of that name. */
  readonly recipe?: Recipe;
  /** What the tenant does not take, by field. */
  readonly problems?: FieldProblems;
  /** What failed, in plain words. Everything typed stays. */
  readonly banner?: string;
}

/** What differs in Slack by the kind of a request: one file a kind, each entered once in `kinds.ts`. */
export interface KindInSlack<Raw> {
  /** The form that asks for it. */
  readonly form: (content: FormContent<Raw>) => Modal;
}

/** What the form of each kind sends. */
export interface RawByKind extends Readonly<Record<DraftKind, unknown>> {
  readonly create: RawDraft;
  readonly rotate: RawChange;
  readonly retire: RawChange;
  readonly "activate-group": RawChange;
  readonly "replace-token": RawChange;
  readonly "disable-client": RawChange;
  readonly activate: RawActivation;
  readonly rollback: RawRollback;
  readonly permissions: RawPermissions;
  readonly "api-client": RawClient;
  readonly segment: RawSegment;
  readonly "end-segments": RawEndSegments;
}
