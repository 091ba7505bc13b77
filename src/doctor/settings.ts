import { describePlace, type Problem, unknown } from "../config/problems.ts";
import { type Finding, findingsOf } from "./finding.ts";

const area = "settings";

/** Every setting that is missing or wrong, in the words of `npm start`. */
export function toSettingsFindings(problems: readonly Problem[]): readonly Finding[] {
  const { failed } = findingsOf(area);
  return problems.map(({ found, expected, meant, ...problem }) =>
    failed(
      describePlace(problem),
      `found ${found}`,
      toRemedy({ found, expected, ...(meant !== undefined && { meant }) }),
    ),
  );
}

function toRemedy({ found, expected, meant }: Omit<Problem, "key" | "line">): string {
  if (meant !== undefined) return `Did you mean ${meant}?`;
  return found === unknown ? `Take it out, or name ${expected}.` : `Set it to ${expected}.`;
}

export function settingsAreGood(tenants: number): Finding {
  const words = `Every setting can be read, for ${tenants === 1 ? "one tenant" : `${tenants} tenants`}.`;
  return findingsOf(area).ok("all", words);
}
