import { describe, expect, it } from "vitest";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Notice } from "../../../src/flows/request/notice.ts";
import { anAsking, requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { like } from "../support/like.ts";
import { keepRequest, onlyMessage } from "../support/shown.ts";

const created: Event = { kind: "step-finished", step: "create-user", facts: {} };
const minuteMs = 60_000;

const notice: Notice = {
  key: "refreshed sha256:1",
  tenant: aTenant().name,
  // Slack's clock is the wall's.
  madeAt: instant(0),
  matter: { kind: "refreshed", missing: 2, of: 3 },
};

const refused = {
  ok: false,
  error: { kind: "rejected", isLogged: true, words: like("shared with another company") },
};

async function announce({ bot, store }: Office, ...events: Event[]) {
  const request = await keepRequest(store, ...events);
  return bot.announcer.announce(request, store.peekStory(requestId));
}

/** Everything that the bot said in the tenant's channel. */
function said({ slack }: Office): readonly string[] {
  return slack.messages("workday").flatMap(({ ts }) => slack.thread("workday", ts).map(textOf));
}

function asked({ slack }: Office): number {
  return slack.traffic.filter(({ what }) => what === "POST /api/conversations.info").length;
}

describe.each(["shared", "invited"] as const)("a channel that becomes %s", (how) => {
  it("gets no update and no reply, and both once it is alone again", async () => {
    const office = await openOffice();
    await announce(office, created);
    const before = said(office);
    office.slack.share("workday", how);
    office.clock.goOn(minuteMs);

    const first = await announce(office, created, anAsking());
    const again = await announce(office, created, anAsking());
    const meanwhile = said(office);
    office.slack.share("workday", "alone");
    office.clock.goOn(minuteMs);
    const after = await announce(office, created, anAsking());

    expect([first, again]).toMatchObject([refused, refused]);
    expect(meanwhile).toEqual(before);
    expect(after).toEqual({ ok: true, value: undefined });
    expect(said(office).join()).toContain("An approver's decision is asked for");
  });

  it("gets no message and no notice", async () => {
    const office = await openOffice();
    office.slack.share("workday", how);

    expect(await announce(office)).toMatchObject({ ok: false, error: { isLogged: true } });
    expect(await office.bot.announcer.post(notice)).toMatchObject({ error: { isLogged: true } });
    expect(said(office)).toEqual([]);
    expect(office.slack.directMessages("ann")).toEqual([]);
  });
});

describe("what becomes of a shared channel", () => {
  it("stops a story in the middle, and nobody is told of what is not posted", async () => {
    const office = await openOffice();
    const { announcements } = office.deps;
    const { keep } = announcements;
    Object.assign(announcements, {
      keep: async (...kept: Parameters<typeof keep>) => {
        await keep(...kept);
        office.slack.share("workday", "shared");
        office.clock.goOn(minuteMs);
      },
    });

    const stopped = await announce(office, created);

    expect(stopped).toMatchObject(refused);
    expect(said(office)).toHaveLength(1);
    expect(office.slack.directMessages("ann")).toEqual([]);
  });

  it("is logged once each time", async () => {
    const office = await openOffice();
    for (const how of ["shared", "shared", "alone", "alone", "invited"] as const) {
      office.slack.share("workday", how);
      office.clock.goOn(minuteMs);
      await announce(office, created);
    }

    expect(office.log.lines.map(({ level, text }) => [level, text])).toEqual([
      ["warn", like("nothing is posted there")],
      ["info", "the channel is shared no more"],
      ["warn", like("nothing is posted there")],
    ]);
  });

  it("is left for the one that the configuration names by now", async () => {
    const tenants = [aTenant()];
    const office = await openOffice({ deps: { tenants } });
    await announce(office, created);
    office.slack.share("workday", "shared");
    office.clock.goOn(minuteMs);
    tenants.splice(0, 1, aTenant({ channel: "C0ALL" }));

    await announce(office, created, anAsking());

    expect(office.slack.messages("all").map(textOf)).toEqual([like("waiting for an approver")]);
  });

  it("is asked of Slack once a minute at the most", async () => {
    const office = await openOffice();
    await announce(office, created);
    await announce(office, created, anAsking());
    const before = asked(office);
    office.clock.goOn(minuteMs);
    await announce(office, created, anAsking());

    expect([before, asked(office)]).toEqual([1, 2]);
  });

  it("holds everything back while Slack does not say, and no longer", async () => {
    const office = await openOffice();
    const failure = { method: "conversations.info", kind: "status", status: 503 } as const;
    office.slack.failNext({ ...failure, times: 2 });

    const first = await announce(office, created);
    const before = said(office);
    const second = await announce(office, created);

    expect(first).toMatchObject({ ok: false, error: { kind: "unknown" } });
    expect(before).toEqual([]);
    expect(second.ok).toBe(true);
    expect(textOf(onlyMessage(office.slack))).toContain(requestId);
  });
});
