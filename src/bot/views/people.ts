import type { PeopleList } from "../../flows/tenant.ts";
import { mention, mentionGroup } from "../escape.ts";

/** Most names in one sentence. */
const most = 10;

/** Who is on a list, as mentions. */
export function sayPeople({ people, groups }: PeopleList): string {
  const all = [...groups.map(mentionGroup), ...people.map(mention)];
  const shown = all.slice(0, most).join(", ");
  if (all.length === 0) return "nobody yet: ask the bot's operators";
  return all.length > most ? `${shown} and ${all.length - most} more` : shown;
}
