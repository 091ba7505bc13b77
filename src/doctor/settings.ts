import type { Problem } from "../config/problems.ts";
import { type Finding, findingsOf } from "./finding.ts";

const area = "settings";

/** Every setting that is missing or wrong, in the words of `npm start`. */
export function toSettingsFindings(problems: readonly Problem[]): readonly Finding[] {
  const { failed } = findingsOf(area);
  return problems.map(({ key, found, expected }) =>
    failed(key, `found ${found}`, `Set it to ${expected}.`),
  );
}

export function settingsAreGood(tenants: number): Finding {
  const words = `Every setting can be read, for ${tenants === 1 ? "one tenant" : `${tenants} tenants`}.`;
  return findingsOf(area).ok("all", words);
}
