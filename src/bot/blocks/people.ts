import type { PersonId } from "../../flows/model/ids.ts";
import type { Delegate } from "../../flows/request/event.ts";
import type { PeopleList } from "../../flows/tenant/tenant.ts";
import { mention, mentionGroup } from "./mrkdwn.ts";

/** Most names in one sentence. */
const most = 10;

/** Who decided, and for whom. */
export function mentionBoth(one: { readonly by: PersonId; readonly for?: PersonId }): string {
  return one.for === undefined ? mention(one.by) : `${mention(one.by)} for ${mention(one.for)}`;
}

/** Who is on a list, as mentions; instead of those who are away, those who decide for them. */
export function describePeople(
  { people, groups }: PeopleList,
  standIns: readonly Delegate[] = [],
): string {
  const there = people.filter((person) => !standIns.some((one) => one.for === person));
  const all = [...groups.map(mentionGroup), ...there.map(mention), ...standIns.map(mentionBoth)];
  const shown = all.slice(0, most).join(", ");
  if (all.length === 0) return "nobody yet: ask the bot's operators";
  return all.length > most ? `${shown} and ${all.length - most} more` : shown;
}
