import { describe, expect, it } from "vitest";
import { createDirectory } from "../../../src/bot/slack/directory.ts";
import { createReadWorkspace } from "../../../src/bot/slack/workspace.ts";
import { type PersonId, parsePersonId } from "../../../src/flows/model/ids.ts";
import type { Directory, Standing } from "../../../src/flows/ports/directory.ts";
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

describe("findName", () => {
  it.each<[what: string, user: object, name: string | undefined]>([
    ["of the profile", { real_name: "A", profile: { real_name: "Ann Alvarez" } }, "Ann Alvarez"],
    ["beside it", { real_name: "Ann" }, "Ann"],
    ["that turns what follows around", { real_name: "nnA\u202E" }, "nnA"],
    ["that is endless", { real_name: "A".repeat(100) }, `${"A".repeat(59)}…`],
    ["that is none", { profile: {} }, undefined],
  ])("gives a name %s", async (_what, user, name) => {
    const { directory, slack } = createAround({ "users.info": () => says({ ok: true, user }) });

    expect(await directory.findName(ann)).toBe(name);
    expect(await directory.findName(ann)).toBe(name);
    expect(slack.calls).toEqual(["users.info"]);
  });

  it("gives none where Slack does not say, and never fails", async () => {
    const { directory } = createAround({ "users.info": () => refuses("user_not_found") });

    expect(await directory.findName(ann)).toBeUndefined();
  });
});

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

  it("takes a member of two minutes ago for one while Slack limits the bot, and nobody else", async () => {
    let answer = aMember;
    const { directory, clock } = createAround({ "users.info": () => answer() });
    await directory.findStanding(ann);
    answer = limited;

    clock.goOn(119_999);
    const [still, other] = [await directory.findStanding(ann), await directory.findStanding(ben)];
    clock.goOn(5000);

    expect(still).toEqual(ok("member"));
    expect(other).toMatchObject({ error: { kind: "unreachable" } });
    expect(await directory.findStanding(ann)).toMatchObject({ error: { kind: "unreachable" } });
    answer = aLeaver;
    expect(await directory.findStanding(ann)).toEqual(ok("deactivated"));
    answer = limited;
    clock.goOn(5000);
    expect(await directory.findStanding(ann)).toMatchObject({ error: { kind: "unreachable" } });
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

function aMember(): Response {
  return says({ ok: true, user: home });
}

function aLeaver(): Response {
  return says({ ok: true, user: { ...home, deleted: true } });
}

function limited(): Response {
  return says({ ok: false }, 429, { "Retry-After": "90" });
}

function countOf({ calls }: FakeSlack, method: string): number {
  return calls.filter((call) => call === method).length;
}
