import { formatUtc, type Instant } from "../model/ids.ts";
import type { Recipe } from "./recipe.ts";

type Dated = Pick<Recipe, "date" | "lookedAt">;

/** A guide changes without saying so: after so many months, somebody should look again. */
const oldAfterMonths = 12;

/** The day it was last held against its guide, as YYYY-MM-DD. */
export function lookedAtOf({ date, lookedAt }: Dated): string {
  return lookedAt ?? date;
}

/** Whether nobody looked at the guide for a year. */
export function isOld(recipe: Dated, now: Instant): boolean {
  return ageInMonths(recipe, now) >= oldAfterMonths;
}

/** How long ago somebody looked, in a few words. A day to come is no age. */
export function describeAge(recipe: Dated, now: Instant): string {
  const months = ageInMonths(recipe, now);
  if (months < 1) return "looked at within a month";
  if (months < 2 * oldAfterMonths) return `looked at ${months} month${months === 1 ? "" : "s"} ago`;
  return `looked at ${(months - (months % oldAfterMonths)) / oldAfterMonths} years ago`;
}

/** Whole months, by the calendar in UTC; negative for a day to come. */
function ageInMonths(recipe: Dated, now: Instant): number {
  const today = split(formatUtc(now));
  const then = split(lookedAtOf(recipe));
  return today.months - then.months - (today.day < then.day ? 1 : 0);
}

/** @param date beginning with YYYY-MM-DD */
function split(date: string): { readonly months: number; readonly day: string } {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return { months, day: date.slice(8, 10) };
}
