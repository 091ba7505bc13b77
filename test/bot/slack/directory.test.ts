import { describe, expect, it } from "vitest";
import { createDirectory } from "../../../src/bot/slack/directory.ts";
import { createReadWorkspace } from "../../../src/bot/slack/workspace.ts";
import { type PersonId, parsePersonId, parseUserGroupId } from "../../../src/flows/model/ids.ts";
import type { Directory, Standing } from "../../../src/flows/ports/directory.ts";
import type { PeopleList } from "../../../src/flows/tenant/tenant.ts";
import { ok } from "../../../src/result.ts";
import { ann, bea, ben, cy, securityAdmins } from "../../support/data/people.ts";
import { createFakeClock, type FakeClock } from "../../support/fakes/fake-clock.ts";
import { valueIn } from "../../support/value-in.ts";
import {
  type Answers,
  authTest,
  createFakeSlack,
  type FakeSlack,
  refuses,
  says,
} from "../support/fake-slack.ts";

interface Around {
  readonly directory: Directory;
  readonly slack: FakeSlack;
  readonly clock: FakeClock;
}

function createAround(answers: Answers): Around {
  const slack = createFakeSlack({ "auth.test": authTest, ...answers });
  const clock = createFakeClock();
  const workspace = createReadWorkspace(slack);
  return { slack, clock, directory: createDirectory({ slack, workspace, now: clock.now }) };
}

const home = { team_id: "T0ACME" };
const stranger = valueIn(parsePersonId("T0OTHER", "U0FAY"));
const slackbot = valueIn(parsePersonId("T0ACME", "USLACKBOT"));

describe("findStanding", () => {
  it.each<[why: string, user: object, standing: Standing]>([
    ["a member", home, "member"],
    ["somebody who left", { ...home, deleted: true }, "deactivated"],
    ["a bot", { ...home, is_bot: true }, "bot"],
    ["a guest", { ...home, is_restricted: true }, "guest"],
    ["a guest of one channel", { ...home, is_ultra_restricted: true }, "guest"],
    ["somebody of another workspace", { team_id: "T0OTHER" }, "foreign"],
    ["a stranger", { ...home, is_stranger: true }, "foreign"],
    [
      "somebody of another company's organisation",
      { team_id: "T0OTHER", enterprise_user: { enterprise_id: "E0OTHER" } },
      "foreign",
    ],
  ])("tells %s", async (_why, user, standing) => {
    const { directory } = createAround({ "users.info": () => says({ ok: true, user }) });

    expect(await directory.findStanding(ann)).toEqual({ ok: true, value: standing });
  });

  it("takes a colleague from another workspace of the same organisation", async () => {
    const user = { team_id: "T0SISTER", enterprise_user: { enterprise_id: "E0ACME" } };
    const { directory } = createAround({
      "auth.test": () =>
        says({ ok: true, team_id: "T0ACME", user_id: "U0BOT", enterprise_id: "E0ACME" }),
      "users.info": () => says({ ok: true, user }),
    });

    expect(await directory.findStanding(ann)).toEqual({ ok: true, value: "member" });
  });

  it.each<[who: string, person: PersonId, standing: Standing]>([
    ["a person of another team", stranger, "foreign"],
    ["Slackbot", slackbot, "bot"],
  ])("needs no more than the id of %s", async (_who, person, standing) => {
    const { directory } = createAround({ "users.info": () => says({ ok: true, user: home }) });

    expect(await directory.findStanding(person)).toEqual({ ok: true, value: standing });
  });

  it("counts somebody whom Slack does not know as foreign", async () => {
    const { directory } = createAround({ "users.info": () => refuses("user_not_found") });

    expect(await directory.findStanding(ann)).toEqual({ ok: true, value: "foreign" });
  });

  it("asks again after five seconds, and at once after a failure", async () => {
    let isAway = true;
    const { directory, slack, clock } = createAround({
      "users.info": () => (isAway ? refuses("fatal_error") : says({ ok: true, user: home })),
    });

    expect(await directory.findStanding(ann)).toMatchObject({
      ok: false,
      error: { kind: "unknown" },
    });
    isAway = false;
    await directory.findStanding(ann);
    clock.goOn(4999);
    await directory.findStanding(ann);
    expect(countOf(slack, "users.info")).toBe(2);
    clock.goOn(1);
    await directory.findStanding(ann);

    expect(countOf(slack, "users.info")).toBe(3);
  });

  it("is a fault when Slack does not say whose bot this is, or talks nonsense", async () => {
    const away = createAround({ "auth.test": () => refuses("invalid_auth") });
    const odd = createAround({ "users.info": () => says({ ok: true, user: "ann" }) });

    expect(await away.directory.findStanding(ann)).toMatchObject({ error: { kind: "denied" } });
    expect(await odd.directory.findStanding(ann)).toMatchObject({ error: { kind: "unreadable" } });
  });
});

describe("isOn", () => {
  const list = { people: [ben], groups: [securityAdmins] };
  const withBea: Answers = {
    "usergroups.users.list": () => says({ ok: true, users: ["U0BEA"] }),
  };

  it.each<[who: string, person: PersonId, isOn: boolean]>([
    ["somebody who is named", ben, true],
    ["somebody in the group", bea, true],
    ["somebody else", cy, false],
    ["the same user id of another team", valueIn(parsePersonId("T0OTHER", "U0BEA")), false],
  ])("tells %s", async (_who, person, isOn) => {
    const { directory } = createAround(withBea);

    expect(await directory.isOn(person, list)).toEqual({ ok: true, value: isOn });
  });

  it.each(["plan_upgrade_required", "no_such_subteam"])(
    "takes a group that Slack does not have for empty: %s",
    async (error) => {
      const { directory } = createAround({ "usergroups.users.list": () => refuses(error) });

      expect(await directory.isOn(bea, list)).toEqual({ ok: true, value: false });
      expect(await directory.isOn(ben, list)).toEqual({ ok: true, value: true });
    },
  );

  it("is a fault, never a yes, when Slack does not answer and no name decides", async () => {
    const { directory } = createAround({
      "usergroups.users.list": () => says({}, 503),
    });

    expect(await directory.isOn(bea, list)).toMatchObject({ ok: false });
    expect(await directory.isOn(ben, list)).toEqual({ ok: true, value: true });
  });

  it("keeps a group for thirty seconds, whoever is looked for", async () => {
    const { directory, slack, clock } = createAround(withBea);

    await Promise.all([directory.isOn(bea, list), directory.isOn(cy, list)]);
    clock.goOn(29_999);
    await directory.isOn(bea, list);
    expect(countOf(slack, "usergroups.users.list")).toBe(1);
    clock.goOn(1);
    await directory.isOn(bea, list);

    expect(countOf(slack, "usergroups.users.list")).toBe(2);
  });
});

describe("isOn, of more groups than Slack lets anybody read in a minute", () => {
  const ids = Array.from({ length: 25 }, (_, at) => `S0GROUP${at}`);
  const last = "S0GROUP24";
  const list = { people: [], groups: ids.map((id) => valueIn(parseUserGroupId("T0ACME", id))) };

  function some(from: number): PeopleList {
    return { people: [], groups: list.groups.slice(from, from + 3) };
  }

  /** Every group is empty but the last, which is as `lastGroup` says. */
  function listing(...lastGroup: readonly object[]): Answers {
    const others = ids.filter((id) => id !== last).map((id) => aGroup(id, []));
    return {
      "usergroups.list": () => says({ ok: true, usergroups: [...others, ...lastGroup] }),
      "usergroups.users.list": (sent) =>
        says({ ok: true, users: sent.get("usergroup") === last ? ["U0BEA"] : [] }),
    };
  }

  it("reads all of them in one call, for whoever asks within half a minute", async () => {
    const { directory, slack } = createAround(listing(aGroup(last, ["U0BEA"])));

    const [bea1, cy1] = await Promise.all([directory.isOn(bea, list), directory.isOn(cy, list)]);

    expect([bea1, cy1]).toEqual([ok(true), ok(false)]);
    expect(countOf(slack, "usergroups.list")).toBe(1);
    expect(countOf(slack, "usergroups.users.list")).toBe(0);
  });

  it.each<[why: string, answers: Answers, singly: number]>([
    ["the answer leaves out", listing(), 1],
    ["the answer gives a part of", listing(aGroup(last, ["U0CY"], 2)), 1],
    [
      "Slack does not list, nor any other,",
      { ...listing(), "usergroups.list": () => refuses("unknown_method") },
      25,
    ],
  ])("reads by itself a group that %s", async (_why, answers, singly) => {
    const { directory, slack } = createAround(answers);

    expect(await directory.isOn(bea, list)).toEqual(ok(true));
    expect(countOf(slack, "usergroups.users.list")).toBe(singly);
  });

  it("counts what was read one by one within a minute, for every list", async () => {
    const { directory, slack, clock } = createAround(listing(aGroup(last, ["U0BEA"])));

    await directory.isOn(bea, some(0));
    await directory.isOn(bea, some(3));
    expect(countOf(slack, "usergroups.users.list")).toBe(3);
    expect(countOf(slack, "usergroups.list")).toBe(1);
    clock.goOn(60_000);
    await directory.isOn(bea, some(6));

    expect(countOf(slack, "usergroups.users.list")).toBe(6);
  });

  it.each([
    ["many groups", list],
    ["few groups", { people: [], groups: list.groups.slice(-1) }],
  ])(
    "lets a yes of %s stand for two minutes while Slack limits the bot, and nothing else",
    async (_what, asked) => {
      let answers = listing(aGroup(last, ["U0BEA"]));
      const { directory, clock } = createAround({
        "usergroups.list": (sent) => valueOf(answers, "usergroups.list")(sent),
        "usergroups.users.list": (sent) => valueOf(answers, "usergroups.users.list")(sent),
      });
      await directory.isOn(bea, asked);
      answers = { "usergroups.list": limited, "usergroups.users.list": limited };

      clock.goOn(119_999);
      const still = await directory.isOn(bea, asked);
      const other = await directory.isOn(cy, asked);
      clock.goOn(1);

      expect(still).toEqual(ok(true));
      expect(other).toMatchObject({ error: { kind: "unreachable" } });
      expect(await directory.isOn(bea, asked)).toMatchObject({ error: { kind: "unreachable" } });
    },
  );

  it("takes nobody for a member who was taken out half a minute ago, or where Slack fails otherwise", async () => {
    let answers = listing(aGroup(last, ["U0BEA"]));
    const { directory, clock } = createAround({
      "usergroups.list": (sent) => valueOf(answers, "usergroups.list")(sent),
      "usergroups.users.list": (sent) => valueOf(answers, "usergroups.users.list")(sent),
    });
    await directory.isOn(bea, list);
    answers = listing(aGroup(last, []));
    clock.goOn(30_000);
    const gone = await directory.isOn(bea, list);
    answers = listing(aGroup(last, ["U0BEA"]));
    clock.goOn(30_000);
    await directory.isOn(bea, list);
    answers = { "usergroups.list": failing, "usergroups.users.list": failing };
    clock.goOn(30_000);

    expect(gone).toEqual(ok(false));
    expect(await directory.isOn(bea, list)).toMatchObject({ ok: false });
  });
});

function aGroup(id: string, users: readonly string[], count = users.length): object {
  return { id, users, user_count: count };
}

function limited(): Response {
  return says({ ok: false }, 429, { "Retry-After": "90" });
}

function failing(): Response {
  return says({}, 503);
}

function valueOf(answers: Answers, method: string): (sent: URLSearchParams) => Response {
  return answers[method] ?? (() => refuses("unknown_method"));
}

function countOf({ calls }: FakeSlack, method: string): number {
  return calls.filter((call) => call === method).length;
}
