import { describe, expect, it } from "vitest";
import { type Entries, fillForm, hasBlock, refusalOf } from "../support/processes/form-fields.ts";
import {
  allWithPlay,
  askForPlan,
  enter,
  open,
  openForm,
  ownNames,
  press,
  titleOf,
} from "../support/processes/play.ts";
import { readDetails } from "../support/processes/read-details.ts";
import { withdraw } from "../support/processes/withdraw.ts";

const markup = "<!channel> <@UCY> *x* ]]>&amp;</wd:User_Name><wd:Password>x</wd:Password>";

describe("what people type", () => {
  const play = allWithPlay();

  it.each<[why: string, entries: Entries, field: string, words: string]>([
    ["a colon in the user name", { userName: "ISU:X" }, "userName", "no `:` and no `;`"],
    ["a semicolon in the user name", { userName: "ISU;X" }, "userName", "no `:` and no `;`"],
    ["markup in the user name", { userName: "<!channel>&x" }, "userName", "Use no spaces"],
    ["the bot's own account", { userName: "isu_slack_BOT" }, "userName", "protected"],
    ["a protected group", { groupName: "issg_slack_bot" }, "groupName", "protected"],
    ["a timeout of 5", { sessionTimeoutMinutes: "5" }, "sessionTimeoutMinutes", "from 6 to 720"],
    ["no domain", { Get: "" }, "Get", "Name at least one domain"],
    ["a domain of security", { Get: "Security Configuration" }, "Get", "administers security"],
    [
      "a pasted domain of security",
      { otherDomains: "Get: security  configuration" },
      "otherDomains",
      "administers security",
    ],
    ["a ticket that is no link", { ticket: "javascript:alert(1)" }, "ticket", "https://"],
  ])("refuses %s on its field, and keeps the form", async (_why, entries, field, words) => {
    const { ann } = play();
    await openForm(play(), ann);
    await fillForm(play(), ann, { ...ownNames(), reason: "Because", ...entries });

    const sent = await ann.submit();

    expect(sent.kind === "errors" ? sent.errors[field] : sent.kind).toContain(words);
    expect(hasBlock(ann, field)).toBe(true);
    await ann.closeAll();
  });

  it("carries markup as text in every field that may hold it, and mentions nobody", async () => {
    const { bob, slack, workday } = play();
    const reason = `${markup} ${"r".repeat(3_000)}`.slice(0, 3_000);
    const request = await open(play(), {
      userName: ownNames().userName,
      groupName: `Group ${markup}`,
      newSystem: `System ${markup}`,
      reason,
      ticket: "https://tickets.example/?a=1&b=%3C!channel%3E",
    });
    await request.shows("Waiting for an approver");
    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    expect(slack.mentions.filter(({ kind }) => kind !== "user" && kind !== "group")).toEqual([]);
    expect(slack.mentions.some(({ id }) => id === "UCY")).toBe(false);
    await request.tells(reason.slice(0, 60));
    const tenant = workday.tenant("acme_dpt1");
    expect(tenant.groups().map(({ name }) => name)).toContain(`Group ${markup}`);
    expect(tenant.integrationSystems().map(({ name }) => name)).toContain(`System ${markup}`);
  });

  it("carries markup in a domain's name as text, and says what the runner says of it", async () => {
    const { ann, slack } = play();
    const request = await open(play(), {
      ...ownNames(),
      otherDomains: `Get: Domain ${markup}`.slice(0, 150),
    });

    await request.shows("Stuck at");

    expect(await readDetails(play(), request, ann)).toContain("Domain <!channel> <@UCY>");
    expect(slack.mentions.some(({ id, kind }) => id === "UCY" || kind === "channel")).toBe(false);
    await withdraw(play(), request, ann);
    await request.shows("left behind");
  });

  it("refuses an account that exists before anything is touched, and keeps the form", async () => {
    const { ann, workday } = play();
    const before = workday.passwordsSeen.size;
    await openForm(play(), ann);
    await enter(ann, { ...ownNames(), userName: "isu_okta_provisioning", reason: "A long story" });

    const refusal = await refusalOf(play(), ann);

    expect(refusal).toContain("would reset its password");
    expect(titleOf(ann)).toBe("New integration user");
    expect(workday.passwordsSeen.size).toBe(before);
    await ann.closeAll();
  });

  it("refuses a worker's name, which no integration system lists", async () => {
    const { ann } = play();
    await openForm(play(), ann);
    await enter(ann, { ...ownNames(), userName: "lmcneil", reason: "Because" });

    expect(await refusalOf(play(), ann)).toContain("would reset its password");
  });

  it("refuses a name that an open request holds", async () => {
    const { bob } = play();
    const { userName, ...others } = ownNames();
    const first = await open(play(), { userName, ...others });
    await first.shows("Waiting for an approver");

    await openForm(play(), bob);
    await enter(bob, { ...ownNames(), userName, reason: "Me too" });

    expect(await refusalOf(play(), bob)).toContain(`The open request ${first.id} holds`);
    await bob.closeAll();
  });

  it("keeps two user names apart that a secret's name cannot tell apart", async () => {
    const { bob, vault } = play();
    const names = ["ISU_Kolleno", "ISU-Kolleno"];
    for (const userName of names) {
      const request = await open(play(), { ...ownNames(), userName });
      await request.shows("Waiting for an approver");
      await press(request, bob, "Approve");
      await request.shows("Done, verified");
    }

    const secrets = vault.secrets().filter(({ name }) => name.includes("isu-kolleno"));

    expect(new Set(secrets.map(({ name }) => name)).size).toBe(2);
    expect(secrets.map(({ versions }) => versions.length)).toEqual([1, 1]);
  });

  it("goes back from the plan to the form with everything in it", async () => {
    const { ann, slack } = play();
    await askForPlan(play(), ann, { ...ownNames(), reason: "A story worth keeping" });

    await ann.press("view", "Change something");
    await slack.until(() => titleOf(ann) === "New integration user");

    expect(JSON.stringify(ann.view())).toContain("A story worth keeping");
  });
});
