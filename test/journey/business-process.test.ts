import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import { hasBlock } from "../support/processes/form-fields.ts";
import {
  allWithPlay,
  approvePlan,
  open,
  openChange,
  openForm,
  ownNames,
  type Play,
  press,
  pressAndSay,
} from "../support/processes/play.ts";

const tenantName = "acme_dpt1";
const policy = "Work Contact Change";
const action = "Change Work Contact Information (Web Service)";
const contact = "Contact Change: Initiate (Web Service)";
const work = `${policy}: ${action}`;
const home = "Home Contact Change: Change Home Contact Information (Web Service)";

describe("business processes that an account may initiate", () => {
  const play = allWithPlay();

  function linesOf(groupName: string) {
    const lines = play().workday.tenant(tenantName).activePermissions();
    return lines.filter(({ securityGroup }) => securityGroup === groupName);
  }

  function activeOf(groupName: string) {
    return linesOf(groupName)
      .filter(({ kind }) => kind === "business-process")
      .map((line) => `${line.policy}: ${line.action}`)
      .toSorted();
  }

  function domainsOf(groupName: string) {
    return linesOf(groupName).filter(({ kind }) => kind === "domain");
  }

  /** An account that may initiate two of them. */
  async function make() {
    const names = ownNames();
    const businessProcesses = `${policy} | ${action}\nContact Change`;
    const request = await open(play(), { ...names, businessProcesses });
    await request.shows("Waiting for an approver");
    await press(request, play().bob, "Approve");
    await request.shows("Unverified");
    return names;
  }

  /** Asks for another one in place of the first, searched for as one types. */
  async function edit(userName: string) {
    const chosenProcesses = [home, "Contact Change"];
    const request = await openChange(play(), `permissions ${userName}`, { chosenProcesses });
    await request.shows("Waiting for an approver");
    return request;
  }

  it("are granted with the same activation, and taken away when the account is retired", async () => {
    const names = ownNames();
    const { bob } = play();

    const request = await open(play(), { ...names, businessProcesses: `${policy} | ${action}` });
    await request.shows("Waiting for an approver");
    expect(request.text()).toContain(`${policy}: ${action} (Added)`);
    expect(request.text()).not.toContain("Asked for, but not seen pending");
    expect(activeOf(names.groupName)).toEqual([]);
    await press(request, bob, "Approve");
    await request.shows("Unverified");
    expect(activeOf(names.groupName)).toEqual([`${policy}: ${action}`]);

    const end = await openChange(play(), `retire ${names.userName}`);
    await end.shows("Waiting for an approver");
    await press(end, bob, approvePlan);
    await end.shows("Goes live for this request");
    expect(end.text()).toContain(`${policy}: ${action} (Removed)`);
    await press(end, bob, "Approve");
    await end.shows("Unverified");

    expect(activeOf(names.groupName)).toEqual([]);
  });

  it("are edited: one is taken away and one added, after an approval that shows both", async () => {
    const { userName, groupName } = await make();
    const { ann, bob, slack } = play();
    const domains = domainsOf(groupName);

    const request = await edit(userName);
    expect(request.text()).toContain("Business processes unchanged: 1. Before: 2");
    expect(request.text()).toContain(`${home} (Added)`);
    expect(request.text()).toContain(`${work} (Removed)`);
    expect(request.text()).not.toContain("Asked for, but not seen pending");
    expect(activeOf(groupName)).toEqual([contact, work]);
    await press(request, bob, "Approve");
    await request.shows("Unverified");

    expect(activeOf(groupName)).toEqual([contact, home]);
    expect(domainsOf(groupName)).toEqual(domains);
    expect(request.text()).toContain(`Unverified: ${home}: not seen.`);

    await ann.closeAll();
    await ann.command("/workday-isu", `permissions ${userName}`);
    await slack.until(() => hasBlock(ann, "reason"), { what: "the first page of the form" });
    await ann.press("view", "Business processes");
    await slack.until(() => shownTo(ann).includes("As they were asked for last"), {
      what: "the form once more",
    });
    expect(shownTo(ann)).toContain(home);
    expect(shownTo(ann)).not.toContain(work);
  });

  it("are as they were when an edit is denied", async () => {
    const { userName, groupName } = await make();
    const lines = linesOf(groupName);

    const request = await edit(userName);
    await pressAndSay(play(), { request, who: play().bob, button: "Deny", words: "Not now" });
    await request.shows("left behind");

    const { workday } = play();
    expect(linesOf(groupName)).toEqual(lines);
    expect(
      workday
        .tenant(tenantName)
        .pending()
        .filter(({ securityGroup }) => securityGroup === groupName),
    ).toEqual([]);
    expect(request.text()).not.toContain("Left behind");
  });

  it("stand in the form of a recipe that needs them, and are searched as one types", async () => {
    const { ann } = play();
    await openForm(play(), ann, "okta");
    await ann.press("view", "Business processes");
    await play().slack.until(() => hasBlock(ann, "chosenProcesses"), { what: "the processes" });

    const offered = await ann.suggest("chosenProcesses", "contact");

    const content = shownTo(ann);
    expect(content).toContain(work);
    expect(content).toContain(home);
    expect(offered.map(({ text }) => text.text)).toEqual([
      "Contact Change: its initiating action (web service)",
      "Home Contact Change: Change Home Contact Information (REST Service)",
      home,
      "Work Contact Change: Change Work Contact Information (REST Service)",
      work,
      "Contact Change: Maintain Contact Information Web Service",
      "contact: its initiating action (web service)",
    ]);
    expect(offered[4]?.description?.text).toContain("spelled as in: Microsoft Learn");
  });
});

function shownTo(who: Play["ann"]): string {
  const view = who.view();
  return view === undefined ? "" : textOf(view);
}
