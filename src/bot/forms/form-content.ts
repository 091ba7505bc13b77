import type { RequestId } from "../../flows/model/ids.ts";
import type { FieldProblems } from "../../flows/request/raw-draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import type { Part } from "./foldable.ts";

/** A form with what is known or was typed before. */
export interface FormContent<Raw> {
  readonly id: RequestId;
  readonly tenant: Tenant;
  readonly raw: Raw;
  /** The recipe that it was filled from, while there is one of that name. */
  readonly recipe?: Recipe;
  /** What the tenant does not take, by field. */
  readonly problems?: FieldProblems;
  /** The parts that are shown of those that few need; absent as the form opens. */
  readonly open?: readonly Part[];
  /** What failed, in plain words. Everything typed stays. */
  readonly banner?: string;
}
