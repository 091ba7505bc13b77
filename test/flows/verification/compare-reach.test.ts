import { describe, expect, it } from "vitest";
import type { SecurityGroup } from "../../../src/flows/ports/workday.ts";
import { compareReach } from "../../../src/flows/verification/compare-reach.ts";
import { judge } from "../../../src/flows/verification/expectation.ts";

const groupName = "ISSG_Viva";
const groupType = { kind: "unconstrained" } as const;

function look(
  group: Partial<SecurityGroup> | undefined,
  asked: Parameters<typeof compareReach>[0] = { groupName, groupType },
) {
  const part =
    group === undefined ? [] : [{ name: groupName, active: true, members: [], ...group }];
  return judge(compareReach(asked, { groups: { kind: "seen", part } }));
}

describe("compareReach", () => {
  it.each<
    [what: string, group: Partial<SecurityGroup> | undefined, outcome: string, words: RegExp]
  >([
    [
      "that no other group has to do with it",
      { administeredBy: [], includedIn: [] },
      "verified",
      /^$/,
    ],
    ["no such group", undefined, "verified", /^$/],
    [
      "who administers it",
      { administeredBy: ["HR"], includedIn: [] },
      "different",
      /^HR administers the group ISSG_Viva: it can add members\. Nobody asked for it\.$/,
    ],
    [
      "what includes it",
      { administeredBy: [], includedIn: ["HR"] },
      "different",
      /^HR includes the group ISSG_Viva: its members may do what that one may\. Nobody asked/,
    ],
    ["neither", {}, "unverified", /administer ISSG_Viva: not seen.*include ISSG_Viva: not seen/],
    [
      "one of the two",
      { includedIn: [] },
      "unverified",
      /^Which groups administer ISSG_Viva: not seen/,
    ],
  ])("judges a tenant that shows %s", (_what, group, outcome, words) => {
    const judged = look(group);

    expect(judged.outcome).toBe(outcome);
    expect(judged.items.map((item) => item.words).join(" ")).toMatch(words);
  });

  it("sees nothing where the groups cannot be seen", () => {
    const groups = { kind: "cannot-see", words: "No report.", isFailed: false } as const;

    const { facts } = judge(compareReach({ groupName, groupType }, { groups }));

    expect(facts?.map(({ fact, seen }) => [fact, seen])).toEqual([
      ["group-administered", "unseen"],
      ["group-included", "unseen"],
    ]);
  });

  it("expects nothing of a group that was there before", () => {
    expect(look({ administeredBy: ["HR"] }, { groupName }).facts).toEqual([]);
  });
});
