import { describe, expect, it } from "vitest";
import { checkCommand } from "../../../src/flows/authorization/access.ts";
import type { PersonId } from "../../../src/flows/model/ids.ts";
import type { Directory } from "../../../src/flows/ports/directory.ts";
import type { CommandKind } from "../../../src/flows/request/click.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben, cy, dan, eve } from "../../support/data/people.ts";
import { createFakeDirectory } from "../../support/fakes/fake-directory.ts";
import { createMishaps } from "../../support/fakes/fault-injection.ts";

describe("checkCommand", () => {
  const requesters = aTenant().requesters.people;
  const doers = aTenant().doers.people;
  const approvers = aTenant().approvers.people;

  it.each<[command: CommandKind, person: PersonId, asked: readonly (readonly PersonId[])[]]>([
    ["open", ann, [requesters]],
    ["approve", ben, [approvers]],
    ["deny", cy, [approvers]],
    ["withdraw", cy, []],
    ["report-done", dan, [doers]],
    ["report-refused", cy, [doers]],
    ["retry", dan, [doers]],
    ["retry", ben, [doers, approvers]],
    ["clean-up-again", ann, []],
  ])("reads what decides %s and no more", async (command, by, asked) => {
    const tenant = aTenant();
    const lists: (readonly PersonId[])[] = [];
    const directory = createFakeDirectory();
    const listening: Directory = {
      ...directory,
      isOn: (person, list) => {
        lists.push(list.people);
        return directory.isOn(person, list);
      },
    };

    await checkCommand(listening, command, { by, askedBy: ann, tenant });

    expect(lists).toEqual(asked);
  });

  it.each<[command: CommandKind, by: PersonId, unread: number, answer: string]>([
    ["retry", dan, 1, "cannot-tell-who-you-are"],
    ["open", ann, 1, "cannot-tell-who-you-are"],
    ["approve", ben, 1, "cannot-tell-who-you-are"],
    ["deny", ben, 1, "cannot-tell-who-you-are"],
    ["report-done", dan, 1, "cannot-tell-who-you-are"],
    ["report-refused", dan, 1, "cannot-tell-who-you-are"],
    ["retry", cy, 1, "cannot-tell-who-you-are"],
    ["retry", cy, 2, "cannot-tell-who-you-are"],
    ["retry", ben, 1, "yes"],
  ])("%s, while a list cannot be read", async (command, by, from, answer) => {
    const mishaps = createMishaps();
    mishaps.fail("directory.isOn", { kind: "unreachable", times: 1, from });
    const asked = { by, askedBy: eve, tenant: aTenant() };

    const may = await checkCommand(createFakeDirectory(mishaps), command, asked);

    expect(may.ok ? "yes" : may.error).toBe(answer);
  });
});
