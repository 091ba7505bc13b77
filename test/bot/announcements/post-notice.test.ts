import { describe, expect, it } from "vitest";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { postNotice } from "../../../src/bot/announcements/post-notice.ts";
import type { AnnouncerParts } from "../../../src/bot/announcements/update-thread.ts";
import { noticeMessage } from "../../../src/bot/request-views/notices.ts";
import { createRefuseShared } from "../../../src/bot/slack/refuse-shared.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import type { Matter, Notice } from "../../../src/flows/request/notice.ts";
import { err, ok } from "../../../src/result.ts";
import { requestId, start } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";
import { createFakeLog } from "../../support/fakes/fake-log.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import { openOffice } from "../support/an-office.ts";
import { type Answers, createFakeSlack, refuses, says } from "../support/fake-slack.ts";

type Activation = Extract<Matter, { kind: "activation" }>;

const matter: Activation = {
  kind: "activation",
  at: start,
  by: "lmcneil",
  comment: "<!channel> quick fix",
  groups: ["ISSG_Viva"],
};

const rotation: Matter = {
  kind: "rotation",
  request: requestId,
  userName: "ISU_Viva",
  owner: ann,
  dueAt: start,
  isOverdue: false,
};

function aNotice(changes: Partial<Activation> = {}): Notice {
  return {
    key: "activation sha256:1",
    tenant: aTenant().name,
    // Slack's clock is the wall's.
    madeAt: instant(0),
    matter: { ...matter, ...changes },
  };
}

describe("post", () => {
  it("posts a notice once, however often it is asked to", async () => {
    const { bot, slack } = await openOffice();

    await bot.announcer.post(aNotice());
    const again = await bot.announcer.post(aNotice());

    const [message, ...others] = slack.messages("workday");
    const text = message === undefined ? "" : textOf(message);
    expect(again).toEqual({ ok: true, value: undefined });
    expect(others).toEqual([]);
    expect(text).toContain("An activation that no request asked for");
    expect(text).toContain("Who: lmcneil");
    expect(text).toContain("`ISSG_Viva`");
  });

  it.each([
    ["a channel that is shared with another company", { channel: "C0EXT" }],
    ["a channel that is not there", { channel: "C0GONE" }],
  ])("posts nothing in %s", async (_what, changes) => {
    const { bot, slack } = await openOffice({ deps: { tenants: [aTenant(changes)] } });

    const posted = await bot.announcer.post(aNotice());

    expect(posted.ok).toBe(false);
    expect(slack.messages("with-partners")).toEqual([]);
  });

  it("posts nothing for a tenant that is not configured any more", async () => {
    const { bot } = await openOffice({ deps: { tenants: [] } });

    expect(await bot.announcer.post(aNotice())).toMatchObject({ error: { kind: "rejected" } });
  });
});

describe("the alarm", () => {
  it.each<[what: string, changes: Partial<Activation>, words: string]>([
    ["nobody's name", { by: "" }, "the report does not say"],
    ["no comment", { comment: "" }, "Comment: none"],
    ["no group of ours", { groups: [] }, "hold what was asked for them"],
    ["many groups", { groups: Array.from({ length: 25 }, (_, at) => `G${at}`) }, "and 5 more"],
  ])("says so: %s", (_what, changes, words) => {
    expect(JSON.stringify(noticeMessage(aNotice(changes), aTenant()))).toContain(words);
  });

  it.each<[matter: Matter, words: string]>([
    [
      {
        kind: "drift",
        request: requestId,
        userName: "ISU_Viva",
        items: [{ kind: "missing", words: "The account is gone." }],
      },
      "Missing: The account is gone.",
    ],
    [
      { kind: "drift", request: requestId, userName: "ISU_Viva", items: [] },
      "ISU_Viva is as asked again",
    ],
    [
      {
        kind: "went-live",
        request: requestId,
        strange: { count: 2, lines: ["Put on Payroll for <HR>"] },
        gone: 1,
      },
      "Put on Payroll for <HR>\\nand 1 more",
    ],
    [
      {
        kind: "went-live",
        request: requestId,
        strange: { count: 1, lines: ["Put on Payroll for <HR>"] },
        gone: 0,
      },
      "more went live than its approval card showed",
    ],
    [{ kind: "refreshed", missing: 2, of: 3 }, "2 of the 3 accounts"],
    [rotation, "is due soon"],
    [rotation, "`/workday-isu rotate ISU_Viva`"],
    [{ ...rotation, isOverdue: true }, "is overdue"],
    [{ ...rotation, isOverdue: true }, "This is said every week"],
  ])("tells what else the channel should know: %j", (told, words) => {
    const notice = { ...aNotice(), matter: told };

    expect(JSON.stringify(noticeMessage(notice, aTenant()))).toContain(words);
  });

  it("calls production by its name", () => {
    const { text } = noticeMessage(aNotice(), aTenant({ production: true }));

    expect(text).toContain("PRODUCTION: An activation");
  });
});

describe("a notice that cannot be posted", () => {
  const home = ok({ team_id: "T0ACME", user_id: "U0BOT" });
  const answers = {
    "conversations.info": () => says({ ok: true, channel: { id: "C0ISU", is_ext_shared: false } }),
    "conversations.history": () => says({ ok: true, messages: [] }),
    "chat.postMessage": () => says({ ok: true, ts: "1.2" }),
  };

  function post(changed: Answers = {}, workspace: AnnouncerParts["workspace"] = async () => home) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it reads no more than the tenants
    const deps = { tenants: [aTenant()] } as unknown as AnnouncerParts["deps"];
    const slack = createFakeSlack({ ...answers, ...changed });
    const refuseShared = createRefuseShared({ now: () => start, log: createFakeLog() }, slack);
    return postNotice({ deps, slack, workspace, refuseShared }, aNotice());
  }

  it.each(Object.keys(answers))("says so where %s is refused", async (method) => {
    const refused = await post({ [method]: () => refuses("restricted_action") });

    expect(await post()).toEqual(ok(undefined));
    expect(refused).toMatchObject({ ok: false, error: { outside: "Slack" } });
  });

  it("says so where nobody knows which bot it is", async () => {
    const fault = err({ ...aFault("denied", "Slack"), code: "invalid_auth" });

    expect(await post({}, async () => fault)).toEqual(fault);
  });
});
