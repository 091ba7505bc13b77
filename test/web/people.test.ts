import { describe, expect, it } from "vitest";
import { namePeople } from "../../src/web/people.ts";
import { ann, ben } from "../support/data/people.ts";

describe("namePeople", () => {
  it("names with the id, asks once for each, and goes by the id where there is no name", async () => {
    const asked: string[] = [];
    const directory = {
      findName: async (person: string) => {
        asked.push(person);
        return person === ann ? "Ann Alvarez" : undefined;
      },
    };

    const nameOf = await namePeople(directory, [ann, ben, ann]);

    expect([nameOf(ann), nameOf(ben)]).toEqual(["Ann Alvarez (U0ANN)", "U0BEN (Slack id)"]);
    expect(asked).toEqual([ann, ben]);
  });
});
