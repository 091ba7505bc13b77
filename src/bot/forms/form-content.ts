import type { RequestId } from "../../flows/model/ids.ts";
import type { FieldProblems } from "../../flows/request/raw-draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { truncate } from "../../flows/text/truncate.ts";
import type { ShownPage } from "./pages.ts";

/** A form with what is known or was typed before. */
export interface FormContent<Raw> {
  readonly id: RequestId;
  readonly tenant: Tenant;
  readonly raw: Raw;
  /** The recipe that it was filled from, while there is one of that name. */
  readonly recipe?: Recipe;
  /** What the tenant does not take, by field. */
  readonly problems?: FieldProblems;
  /** The page that somebody asked for. Absent: the first, or the one that has everything that is wrong. */
  readonly page?: ShownPage;
  /** What failed, in plain words. Everything typed stays. */
  readonly banner?: string;
}

/** Characters of one problem, and of all, that a window carries from page to page: Slack takes 3,000 with all else. */
const most = { one: 300, all: 2000 } as const;

/**
 * What the form is told to change, kept while somebody turns its pages, until it is checked once more. Where there is more
 * than a window can carry the rest is told by that check.
 */
export function toCarriedProblems(problems: FieldProblems): { readonly problems?: FieldProblems } {
  const carried: [string, string][] = [];
  for (const [field, words] of Object.entries(problems)) {
    const next: [string, string] = [field, truncate(words, most.one)];
    if (JSON.stringify([...carried, next]).length > most.all) break;
    carried.push(next);
  }
  return carried.length === 0 ? {} : { problems: Object.fromEntries(carried) };
}

/** What a form is told, by field and as a whole: see {@link toCarriedProblems}. */
export function toCarried({
  problems = {},
  banner,
}: Pick<FormContent<unknown>, "problems" | "banner">): {
  readonly problems?: FieldProblems;
  readonly banner?: string;
} {
  return {
    ...toCarriedProblems(problems),
    ...(banner !== undefined && { banner: truncate(banner, most.one) }),
  };
}
