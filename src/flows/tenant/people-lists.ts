import { type PeopleList } from "./tenant.ts";

/** Everybody who is on one of the lists, once. */
export function joinLists(lists: readonly PeopleList[]): PeopleList {
  return {
    people: [...new Set(lists.flatMap(({ people }) => people))],
    groups: [...new Set(lists.flatMap(({ groups }) => groups))],
  };
}
