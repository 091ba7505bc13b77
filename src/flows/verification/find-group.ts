import { isSameName } from "../model/names.ts";
import type { Observation } from "../model/observation.ts";
import type { SecurityGroup } from "../ports/workday.ts";

/** The groups that the tenant shows. */
export interface ShownGroups {
  readonly groups: Observation<readonly SecurityGroup[]>;
  /** Why groups of some types are not among them; absent: all are. */
  readonly unlisted?: string;
}

/**
 * One group by its name. Where some types are not listed, one that is not there may be there all the same; where several
 * have the name in any spelling, or its eyes disagree, nobody can tell which one is meant.
 */
export function findShownGroup(
  { groups, unlisted }: ShownGroups,
  groupName: string,
): Observation<SecurityGroup | undefined> {
  if (groups.kind === "cannot-see") return groups;
  const [part, ...others] = groups.part.filter(({ name }) => isSameName(name, groupName));
  if (others.length > 0) {
    const words = `Several security groups are called ${groupName}, or what shows it disagrees: nobody can tell which one is meant.`;
    return { kind: "cannot-see", words, isFailed: false };
  }
  return part === undefined && unlisted !== undefined
    ? { kind: "cannot-see", words: unlisted, isFailed: false }
    : { ...groups, part, ...(part?.by && { by: part.by }) };
}
