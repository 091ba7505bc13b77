import { describe, expect, it } from "vitest";
import type { ProcessAccess } from "../../../src/flows/model/process-access.ts";
import {
  compareProcesses,
  compareProcessesGone,
} from "../../../src/flows/verification/compare-processes.ts";
import { judge } from "../../../src/flows/verification/expectation.ts";
import type { ShownGroups } from "../../../src/flows/verification/find-group.ts";

const groupName = "ISSG_Viva";
const email = { policy: "Change Email", action: "Initiate (Web Service)" };
const name = { policy: "Change Name" };
const groupType = { kind: "unconstrained" } as const;

function showing(processes?: ProcessAccess, by?: "wql"): ShownGroups {
  const group = { name: groupName, active: true, members: [], ...(processes && { processes }) };
  return { groups: { kind: "seen", part: [group], ...(by && { by }) } };
}

function may(...policies: readonly string[]): ProcessAccess {
  return { any: policies, initiates: policies };
}

type Asked = Omit<Parameters<typeof compareProcesses>[0], "groupName">;

/** Facts, each with what became of it. */
function look(asked: Asked, shown: ShownGroups, compare = compareProcesses): unknown {
  const { facts = [] } = judge(compare({ groupName, groupType, ...asked }, shown));
  return Object.fromEntries(facts.map(({ fact, seen }) => [fact, seen]));
}

const policy = "process-policy: Change Email";
const action = "process: Change Email: Initiate (Web Service)";
const more = "ISSG_Viva: no other business process";

describe("compareProcesses", () => {
  it.each<[what: string, shown: ShownGroups, seen: readonly [string, string, string]]>([
    ["what was asked", showing(may("change email")), ["as-asked", "unseen", "as-asked"]],
    ["nothing", showing(may()), ["different", "unseen", "as-asked"]],
    [
      "something else in it",
      showing({ any: ["Change Email"], initiates: [] }),
      ["different", "unseen", "as-asked"],
    ],
    ["more", showing(may("Change Email", "Hire")), ["as-asked", "unseen", "different"]],
    ["groups alone", showing(), ["unseen", "unseen", "unseen"]],
    ["no such group", { groups: { kind: "seen", part: [] } }, ["different", "unseen", "as-asked"]],
    [
      "no groups",
      { groups: { kind: "cannot-see", words: "No report.", isFailed: false } },
      ["unseen", "unseen", "unseen"],
    ],
  ])("judges a tenant that shows %s", (_what, shown, [ofPolicy, ofAction, ofMore]) => {
    expect(look({ businessProcesses: [email] }, shown)).toEqual({
      [policy]: ofPolicy,
      [action]: ofAction,
      [more]: ofMore,
    });
  });

  it("sees that what was taken away is gone, by every action of it", () => {
    const asked = { businessProcesses: [name], processesGone: [email] };

    expect(look(asked, showing(may("Change Name")))).toMatchObject({
      [policy]: "as-asked",
      [action]: "as-asked",
      "process-policy: Change Name": "as-asked",
    });
    expect(look(asked, showing(may("Change Name", "Change Email")))).toMatchObject({
      [policy]: "different",
      [action]: "unseen",
      [more]: "as-asked",
    });
  });

  it("does not say of one action that it is gone where another was asked for", () => {
    const asked = { businessProcesses: [{ ...email, action: "Other" }], processesGone: [email] };

    expect(look(asked, showing(may("Change Email")))).toEqual({
      [policy]: "as-asked",
      [action]: "unseen",
      "process: Change Email: Other": "unseen",
      [more]: "as-asked",
    });
  });

  it("finds nothing of what other requests asked for, nor of a group that was there before", () => {
    const shown = showing(may("Hire"));

    expect(look({ knownProcesses: ["hire"] }, shown)).toEqual({ [more]: "as-asked" });
    expect(judge(compareProcesses({ groupName }, shown)).facts).toEqual([]);
  });

  it("says by which eye it was seen, and what is wrong in words", () => {
    const shown = showing(may("Hire"), "wql");

    const { items, facts } = judge(
      compareProcesses({ groupName, groupType, businessProcesses: [email] }, shown),
    );

    expect(facts).toContainEqual(
      expect.objectContaining({ fact: policy, seen: "different", eye: "wql" }),
    );
    expect(items.map(({ words }) => words)).toEqual([
      "ISSG_Viva may not initiate Change Email.",
      "ISSG_Viva may act in Hire, and nobody asked for it.",
      "Change Email: Initiate (Web Service): not seen. What shows the business processes of a group names none of their actions. Look at View Business Process Security Policy.",
    ]);
  });
});

describe("compareProcessesGone", () => {
  it("expects nothing of the group of an account that ended, whatever others asked for", () => {
    const asked = { businessProcesses: [email], processesGone: [name], knownProcesses: ["Hire"] };

    expect(look(asked, showing(may()), compareProcessesGone)).toEqual({
      [policy]: "as-asked",
      "process-policy: Change Name": "as-asked",
      [action]: "as-asked",
      "process: Change Name: its initiating action (web service)": "as-asked",
      [more]: "as-asked",
    });
    expect(look({}, showing(may("Hire")), compareProcessesGone)).toEqual({ [more]: "different" });
  });
});
