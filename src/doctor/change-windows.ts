import type { Instant } from "../flows/model/ids.ts";
import { longestGap } from "../flows/tenant/change-window.ts";
import type { Tenant } from "../flows/tenant/tenant.ts";
import { type Finding, findingsOf } from "./finding.ts";

const hourMs = 3_600_000;

/** Whether what is approved right after a change window still counts when the next one opens. */
export function judgeChangeWindows(
  { name, changeWindows, approvalExpiresAfterMs, approvals, perRecipe }: Tenant,
  now: Instant,
): readonly Finding[] {
  if (changeWindows.length === 0) return [];
  const gapMs = longestGap(changeWindows, now);
  const ofRecipes = perRecipe.flatMap(({ recipe, rules: { approvalExpiresAfterMs: lifeMs } }) =>
    lifeMs === undefined ? [] : [{ what: `${what} for ${recipe}`, lifeMs }],
  );
  const { planExpiresAfterMs: lifeMs } = approvals;
  const ofPlans = lifeMs === undefined ? [] : [{ what: `${what} for plans`, lifeMs }];
  return [{ what, lifeMs: approvalExpiresAfterMs }, ...ofPlans, ...ofRecipes].map((one) =>
    judge(findingsOf(`Workday ${name}`), { ...one, gapMs }),
  );
}

const what = "change windows";
const own = "approvalExpiresAfterHours";

function judge(
  { ok, warning }: ReturnType<typeof findingsOf>,
  {
    what: rule,
    lifeMs,
    gapMs,
  }: { readonly what: string; readonly lifeMs: number; readonly gapMs: number },
): Finding {
  const gap = formatHours(gapMs);
  if (gapMs < lifeMs) return ok(rule, `At most ${gap} lie between two; an approval counts longer.`);
  const words = `Up to ${gap} lie between two, and an approval counts ${formatHours(lifeMs)}: one that is given earlier is asked for again when the next opens.`;
  const setting = rule === `${what} for plans` ? "approvals.planExpiresAfterHours" : own;
  const remedy = `Set ${setting} to more than ${Math.ceil(gapMs / hourMs)}, or let a window open more often.`;
  return warning(rule, words, remedy);
}

function formatHours(ms: number): string {
  return `${Number((ms / hourMs).toFixed(2))} hours`;
}
