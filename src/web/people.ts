import { type PersonId, slackIdsOf } from "../flows/model/ids.ts";
import type { Directory } from "../flows/ports/directory.ts";

/** How a page names somebody: with the id, since a name may be anybody's. */
export type NameOf = (person: PersonId) => string;

/** Asks Slack for everybody's name at once. Whom it does not name goes by the id. Never fails. */
export async function namePeople(
  { findName }: Pick<Directory, "findName">,
  people: readonly PersonId[],
): Promise<NameOf> {
  const asked = [...new Set(people)].map(
    async (person) => [person, await findName(person)] as const,
  );
  const names = new Map(await Promise.all(asked));
  return (person) => {
    const { id } = slackIdsOf(person);
    const name = names.get(person);
    return name === undefined ? `${id} (Slack id)` : `${name} (${id})`;
  };
}
