import { describe, expect, it } from "vitest";
import {
  describeListed,
  filterInbox,
  listStanding,
  listTurns,
} from "../../../src/bot/list-views/inbox.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { states } from "../support/kept.ts";
import { type Told } from "../support/shown-requests.ts";
import { workOf } from "../support/work-of.ts";

function read(name: string): Told {
  const told = states[name];
  if (told === undefined) throw new Error(`No such state: ${name}`);
  return told;
}

const address = "https://acme.slack.com/archives/C0WORKDAY/p1767603600000100";

describe("a request in a list", () => {
  it.each([
    ["waiting-for-approval", /^\*Waiting for an approver\* until <!date.*>, for <!subteam\^/],
    [
      "waiting-for-group",
      /^\*Waiting for a person \(the security group\)\* until <!date.*>, for <@/,
    ],
    ["opened", /^\*The bot is at work\*, opened <!date.*>\n/],
  ])("says first whose turn it is, until when, and who may: %s", (name, words) => {
    expect(describeListed(read(name), () => undefined)).toMatch(words);
  });

  it("links to its message, and is named by its id where there is none", () => {
    const told = read("opened");

    expect(describeListed(told, () => address)).toContain(`<${address}|${told.request.id}>`);
    expect(describeListed(told, () => undefined)).toContain(`\n${told.request.id} `);
  });
});

describe("filterInbox", () => {
  const elsewhere = { ...read("opened"), tenant: aTenant({ label: "Elsewhere" }) };
  const { tenant } = read("waiting-for-approval");
  const other = {
    ...elsewhere,
    tenant: { ...tenant, name: elsewhere.tenant.name },
  };
  const work = workOf({
    toApprove: [read("waiting-for-approval")],
    mine: [read("opened"), other],
    leftBehind: [read("ended-with-left-behind")],
    resting: [read("opened").request],
  });

  it.each([
    [{ kind: "waiting" } as const, ["Yours to approve"], 0],
    [{ kind: "mine" } as const, ["Your open requests"], 1],
    [
      { kind: "tenant", tenant } as const,
      ["Yours to approve", "Your open requests", "Left behind by requests of others"],
      0,
    ],
  ])("leaves %j", (filter, titles, resting) => {
    const left = filterInbox(work, filter);

    expect([...listTurns(left), ...listStanding(left)].map(({ title }) => title)).toEqual(titles);
    expect(left.resting).toHaveLength(resting);
  });
});
