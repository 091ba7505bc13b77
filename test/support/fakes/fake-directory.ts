import { type PersonId, slackIdsOf, type UserGroupId } from "../../../src/flows/model/ids.ts";
import type { Directory, Standing } from "../../../src/flows/ports/directory.ts";
import { ok } from "../../../src/result.ts";
import { bea, securityAdmins, team } from "../data/people.ts";
import { createMishaps, type FaultInjector } from "./fault-injection.ts";

export interface FakeDirectory extends Directory {
  readonly setStanding: (person: PersonId, standing: Standing) => void;
  readonly setMembers: (group: UserGroupId, members: readonly PersonId[]) => void;
}

/** A Slack workspace's people: members, unless somebody says otherwise; other teams' are foreign. */
export function createFakeDirectory(mishaps: FaultInjector = createMishaps()): FakeDirectory {
  const standings = new Map<PersonId, Standing>();
  const members = new Map<UserGroupId, readonly PersonId[]>([[securityAdmins, [bea]]]);
  return {
    setStanding: (person, standing) => standings.set(person, standing),
    setMembers: (group, people) => members.set(group, people),
    findStanding: (person) =>
      mishaps.meet("directory.findStanding", () =>
        ok(standings.get(person) ?? (slackIdsOf(person).team === team ? "member" : "foreign")),
      ),
    findName: async (person) =>
      person === bea ? undefined : `${slackIdsOf(person).id.slice(2)} Baker`,
    isOn: (person, { people, groups }) =>
      mishaps.meet("directory.isOn", () =>
        ok(
          people.includes(person) ||
            groups.some((group) => members.get(group)?.includes(person) === true),
        ),
      ),
  };
}
