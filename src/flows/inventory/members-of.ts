import { isSameName } from "../model/names.ts";
import type { SecurityGroup } from "../ports/workday.ts";

/** Everybody who is in a group; `undefined` where there is none. Of one that is shown several times, in any of them. */
export function membersOf(
  groups: readonly SecurityGroup[],
  groupName: string,
): readonly string[] | undefined {
  const found = groups.filter(({ name }) => isSameName(name, groupName));
  return found.length === 0 ? undefined : found.flatMap(({ members }) => members);
}
