import { describe, expect, it } from "vitest";
import { readInherited } from "../../../src/flows/intake/open-request.ts";
import type { PersonId } from "../../../src/flows/model/ids.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { ann, ben, dan } from "../../support/data/people.ts";
import { createFakeStore } from "../../support/fakes/fake-store.ts";

const system = { kind: "existing", id: "ISU_BOT_ISU_7K3M9QXV", name: "Viva integration" } as const;

/** Who has a hand in a request for what Ann's left behind, asked for by Ann, where others asked for it since. */
function inherited(
  since: readonly Request[],
  draft = aDraft({ system }),
): ReturnType<typeof readInherited> {
  const store = {
    ...createFakeStore({}),
    find: async () => given(anOpening()),
    listBySystem: async ({ systemId }: { readonly systemId: string }) =>
      systemId === system.id ? since : [],
  };
  return readInherited({ store }, draft, ann);
}

function askedBy(person: PersonId, changes: Partial<Request> = {}): Request {
  return {
    ...given(anOpening(aDraft({ system, userName: "ISU_Other" }))),
    askedBy: person,
    ...changes,
  };
}

describe("who had to do with an integration system that is taken over", () => {
  it("is whoever took it over since, for whatever account, and who did a step for them", async () => {
    const since = [askedBy(ben, { carriedOutBy: [dan] }), askedBy(ann)];

    expect(await inherited(since)).toEqual({ inherited: [ben, dan] });
  });

  it("is whoever took it over since also where the request that made it is in no store", async () => {
    const store = { ...createFakeStore({}), listBySystem: async () => [askedBy(ben)] };

    expect(await readInherited({ store }, aDraft({ system }), ann)).toEqual({ inherited: [ben] });
  });

  it("is nobody where its requester alone had to do with it", async () => {
    expect(await inherited([askedBy(ann)])).toEqual({});
  });

  it("is nobody where a system is made, or no request of the bot's made the one that is there", async () => {
    const theirs = aDraft({ system: { ...system, id: "INT_THEIRS" } });

    expect(await inherited([askedBy(ben)], aDraft())).toEqual({});
    expect(await inherited([askedBy(ben)], theirs)).toEqual({});
  });
});
