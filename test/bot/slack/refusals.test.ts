import { describe, expect, it } from "vitest";
import type { Fault } from "../../../sandbox/slack/faults.ts";
import type { Slack } from "../../../sandbox/slack/slack.ts";
import { parseUserGroupId } from "../../../src/flows/model/ids.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben, securityAdmins } from "../../support/data/people.ts";
import type { FakeLog } from "../../support/fakes/fake-log.ts";
import { valueIn } from "../../support/value-in.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { privately, viewWith } from "../support/shown.ts";

const groups = "usergroups.users.list";

/** Ann may ask by her id, Bea as one of the group. */
const byGroup = aTenant({
  requesters: { people: [ann], groups: [securityAdmins] },
  approvers: { people: [ben], groups: [securityAdmins] },
});

/** One second is the shortest wait that Slack asks for; a test asks for none. */
function limit(method: string, retryAfterSeconds: number, times = 1): Fault {
  return { method, kind: "ratelimit", retryAfterSeconds, times };
}

function countOf(slack: Slack, method: string): number {
  return slack.countCalls().get(method) ?? 0;
}

async function create({ slack }: Office, name: string): Promise<void> {
  await slack.person(name).command("/workday-isu", "create viva-learning", { channel: "workday" });
}

describe("a user group that Slack does not show", () => {
  it.each<[how: string, hide: (slack: Slack) => void]>([
    ["without the scope", (slack) => slack.failNext(refusal(groups, "missing_scope"))],
    ["hidden", (slack) => slack.hideGroup("S0SECADM")],
    ["limited for a minute", (slack) => slack.failNext(limit(groups, 60, 9))],
    ["in an outage", (slack) => slack.failNext({ ...outage, times: 9 })],
  ])("keeps out nobody who is named by id: %s", async (_how, hide) => {
    const office = await openOffice({ deps: { tenants: [byGroup] } });
    hide(office.slack);

    await create(office, "ann");

    expect(await viewWith(office.slack, office.slack.person("ann"), "User name of")).toBeTruthy();
    expect(countOf(office.slack, groups)).toBe(0);
  });

  it("lets in whom another group names", async () => {
    const second = { id: "S0SECOND", handle: "second", users: ["U0BEA"] };
    const first = { id: "S0SECADM", handle: "security-admins", users: ["U0BEA"] };
    const requesters = { people: [], groups: [securityAdmins, groupNamed("S0SECOND")] };
    const office = await openOffice({
      slack: { groups: [first, second] },
      deps: { tenants: [aTenant({ requesters })] },
    });
    office.slack.failNext(refusal(groups, "missing_scope"));

    await create(office, "bea");

    expect(await viewWith(office.slack, office.slack.person("bea"), "User name of")).toBeTruthy();
  });

  it("is not a no to whom nothing else lets in", async () => {
    const office = await openOffice({ deps: { tenants: [byGroup] } });
    office.slack.failNext(refusal(groups, "missing_scope"));

    await create(office, "bea");

    expect(await viewWith(office.slack, office.slack.person("bea"), "did not say who")).toContain(
      "tell the bot's operators",
    );
  });
});

describe("a limit that is over soon", () => {
  it.each(["users.info", groups, "conversations.info", "auth.test"])(
    "delays the answer and refuses nobody: %s",
    async (method) => {
      const office = await openOffice({ deps: { tenants: [byGroup] } });
      office.slack.failNext(limit(method, 0, 3));

      await create(office, "bea");

      expect(await viewWith(office.slack, office.slack.person("bea"), "User name of")).toBeTruthy();
      expect(countOf(office.slack, method)).toBe(4);
    },
  );

  it("is never met by looking up people, though lists name more groups than can be read in a minute", async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `S0G${at}`);
    const requesters = { people: [], groups: ids.map(groupNamed) };
    const slackGroups = ids.map((id) => ({ id, handle: id.toLowerCase(), users: ["U0CY"] }));
    const office = await openOffice({
      slack: {
        groups: [...slackGroups.slice(1), { id: "S0G0", handle: "s0g0", users: ["U0BEA"] }],
        pace: 1,
      },
      deps: { tenants: [aTenant({ requesters })] },
    });

    await create(office, "bea");

    expect(await viewWith(office.slack, office.slack.person("bea"), "User name of")).toBeTruthy();
    expect(countOf(office.slack, "usergroups.list")).toBe(1);
    expect(linesOf(office.log)).toEqual([]);
  });

  it("delays a private answer", async () => {
    const { slack, log } = await openOffice();
    slack.failNext(limit("response_url", 0, 3));
    const person = slack.person("ann");

    await person.command("/workday-isu", "status", { channel: "workday" });

    expect(await privately(slack, person, "You have no open request")).toBeTruthy();
    expect(countOf(slack, "response_url")).toBe(4);
    expect(linesOf(log)).toEqual([
      "Slack limits response_url: what needs it waits until it is over",
    ]);
  });

  it("delays the Home tab", async () => {
    const { slack } = await openOffice();
    slack.failNext(limit("views.publish", 0, 2));

    await slack.person("ann").openHome();

    await expect.poll(() => slack.person("ann").home()).toBeDefined();
  });
});

describe("fifty commands at once", () => {
  it("are few look-ups, and each gets its form at Slack's own pace", async () => {
    const people = Array.from({ length: 50 }, (_, at) => ({ id: `U0P${at}`, name: `p${at}` }));
    const users = people.map(({ id }) => id);
    // Slack's clock stands still: nobody's three seconds are over, and every call is in one minute.
    const at = Date.now();
    const office = await openOffice({
      slack: {
        pace: 1,
        now: () => at,
        people,
        groups: [{ id: "S0SECADM", handle: "security-admins", users }],
        channels: [{ id: "C0ISU", name: "workday", members: users }],
      },
      deps: { tenants: [byGroup] },
    });
    const { slack } = office;

    await Promise.all(people.map(({ name }) => create(office, name)));

    for (const { name } of people) await viewWith(slack, slack.person(name), "User name of");
    expect(countOf(slack, groups)).toBe(1);
    expect(countOf(slack, "conversations.info")).toBe(1);
    expect(countOf(slack, "users.info")).toBe(50);
    expect(countOf(slack, "auth.test")).toBe(1);
  });
});

describe("a channel of which Slack does not say whether it is shared", () => {
  it("gets no answer: silence is not a no", async () => {
    const { slack } = await openOffice({ fetch: withoutSharing });
    const person = slack.person("ann");

    await person.command("/workday-isu", "status", { channel: "workday" });

    expect(await privately(slack, person, "cannot see whether this conversation is")).toBeTruthy();
  });
});

/** Slack's answers without the one field. */
async function withoutSharing(...asked: Parameters<typeof fetch>): Promise<Response> {
  const answer = await fetch(...asked);
  const text = await answer.text();
  return new Response(text.replace(/"is_ext_shared":(true|false),?/, ""), answer);
}

describe("what Slack refuses", () => {
  it("is logged once, and that it is over once", async () => {
    const office = await openOffice({ deps: { tenants: [byGroup] } });
    const { slack, log } = office;
    const person = slack.person("ann");
    slack.revokeBotToken();

    for (const _ of [1, 2, 3]) {
      await person.command("/workday-isu", "status", { channel: "workday" });
    }
    await expect.poll(() => slack.ephemerals(person.id)).toHaveLength(3);
    expect(linesOf(log)).toHaveLength(1);
    slack.revokeBotToken(false);
    await person.command("/workday-isu", "status", { channel: "workday" });
    await privately(slack, person, "You have no open request");

    expect(linesOf(log)).toEqual([
      expect.stringMatching(/^Slack refuses the bot's token \(\S+\): The bot's token was revoked/),
      "Slack takes the bot's token again: it is over",
    ]);
  });

  it("is logged by its method, once however often", async () => {
    const office = await openOffice({ deps: { tenants: [byGroup] } });
    office.slack.failNext({ ...refusal(groups, "missing_scope"), times: 3 });

    for (const _ of [1, 2, 3]) {
      await create(office, "bea");
      await viewWith(office.slack, office.slack.person("bea"), "did not say who you are");
      await office.slack.person("bea").closeAll();
    }

    expect(linesOf(office.log)).toEqual([
      `Slack does not carry out ${groups}: The bot's Slack app lacks one of the scopes in its manifest (missing_scope).`,
    ]);
  });
});

describe("/readyz", () => {
  it.each([true, false])("says that the token is revoked, socket: %s", async (isSocket) => {
    const { slack, url } = await openOffice({ isSocket });
    const ready = new URL("/readyz", url);
    expect(await (await fetch(ready)).text()).toBe("ready");
    slack.revokeBotToken();
    await slack.person("ann").command("/workday-isu", "status", { channel: "workday" });

    await expect
      .poll(async () => (await fetch(ready)).text())
      .toBe("not ready: Slack refuses the bot token (token_revoked).");
    expect((await fetch(ready)).status).toBe(503);
    slack.revokeBotToken(false);
    await slack.person("ann").command("/workday-isu", "status", { channel: "workday" });

    await expect.poll(async () => (await fetch(ready)).status).toBe(200);
  });

  it("finds out by itself, before anybody asks for anything", async () => {
    const { slack, url } = await openOffice();
    slack.revokeBotToken();

    const answer = await fetch(new URL("/readyz", url));

    expect(await answer.text()).toContain("token_revoked");
  });

  it("stays ready while Slack is away", async () => {
    const { slack, url } = await openOffice();
    slack.failNext({ method: "auth.test", kind: "status", status: 503, times: 9 });

    expect((await fetch(new URL("/readyz", url))).status).toBe(200);
  });
});

const outage = { method: groups, kind: "status", status: 503 } as const;

function refusal(method: string, error: string): Fault {
  return { method, kind: "error", error };
}

function groupNamed(id: string): typeof securityAdmins {
  return valueIn(parseUserGroupId("T0ACME", id));
}

function linesOf({ lines }: FakeLog): readonly string[] {
  return lines.map(({ text }) => text);
}
