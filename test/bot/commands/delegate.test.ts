import { describe, expect, it } from "vitest";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { delegationRefusals } from "../../../src/bot/forms/delegation-form.ts";
import { parseDelegationOrder } from "../../../src/bot/payloads/parse-delegation.ts";
import { describeGiven } from "../../../src/bot/request-views/approval-card.ts";
import { describeApprovalEvent } from "../../../src/bot/request-views/approval-timeline.ts";
import { noticeMessage } from "../../../src/bot/request-views/notices.ts";
import { describeClosing } from "../../../src/bot/request-views/timeline.ts";
import { dayMs, later } from "../../../src/flows/model/ids.ts";
import type { DelegationReply } from "../../../src/flows/ports/delegations.ts";
import { type Delegation } from "../../../src/flows/request/delegation.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { aDelegation, delegating, delegationId } from "../../support/data/a-delegation.ts";
import { anAsking, given, start } from "../../support/data/a-request.ts";
import { opening } from "../../support/data/events.ts";
import { ben, cy } from "../../support/data/people.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { like } from "../support/like.ts";
import { replyOf } from "../support/reply-of.ts";
import { privately, viewWith } from "../support/shown.ts";

const delegateId = "U0CY";
const tenant = delegating({
  delegation: { to: { people: [cy], groups: [] }, maxDays: 10 },
});

async function openWindow(
  own: readonly Delegation[] = [],
): Promise<Office & { readonly person: ReturnType<Office["slack"]["person"]> }> {
  const office = await openOffice({ deps: { tenants: [tenant] } });
  for (const one of own) await office.deps.delegations.keep(one, start);
  const person = office.slack.person("ben");
  await person.command("/workday-isu", "delegate", { channel: "workday" });
  await viewWith(office.slack, person, "While you are away");
  return { ...office, person };
}

describe("/workday-isu delegate", () => {
  it("writes down who, from when and until when, in whole days of UTC", async () => {
    const { person, engine, slack } = await openWindow();
    await person.fill("to", "cy");
    await person.fill("until", "2026-11-24");
    await person.fill("reason", "Skiing");

    expect(await person.submit()).toMatchObject({ kind: "updated" });
    await viewWith(slack, person, "it is recorded");

    const [order] = engine.started.filter(({ workflow }) => workflow === "delegation");
    expect(parseDelegationOrder(order?.input ?? "")).toMatchObject({
      by: ben,
      command: {
        kind: "delegate",
        delegation: {
          tenant: tenant.name,
          to: cy,
          from: Date.UTC(2026, 10, 23),
          until: Date.UTC(2026, 10, 25),
          reason: "Skiing",
        },
      },
    });
  });

  it.each<[what: string, entries: Record<string, string>, errors: Record<string, unknown>]>([
    ["oneself", { to: "ben" }, { to: like("somebody else") }],
    ["days that are reversed", { until: "2026-11-22" }, { until: like("before the first") }],
    ["too many days", { until: "2026-12-20" }, { until: like("longer than") }],
    [
      "days too far ahead",
      { from: "2028-01-01", until: "2028-01-02" },
      { from: like("more than a year ahead") },
    ],
    ["no reason", { reason: "  " }, { reason: like("Type a reason") }],
    ["a reason that hides something", { reason: "Ski\u3164ing" }, { reason: like("U+3164") }],
  ])("says at once what is wrong with %s", async (_what, entries, errors) => {
    const { person, engine } = await openWindow();
    const all = { to: "cy", until: "2026-11-24", reason: "Skiing", ...entries };
    for (const [block, value] of Object.entries(all)) await person.fill(block, value);

    expect(await person.submit()).toMatchObject({ kind: "errors", errors });
    expect(engine.started).toEqual([]);
  });

  it("lists what is delegated, each with a button that ends it", async () => {
    const { person, engine, slack } = await openWindow([aDelegation({ reason: "On <!channel>" })]);
    const shown = await viewWith(slack, person, "What you have delegated");
    expect(shown).toContain("On <!channel>");

    await person.press("view", "End it now");

    await slack.until(() => engine.started.length > 0, { what: "the order" });
    expect(parseDelegationOrder(engine.started[0]?.input ?? "")).toMatchObject({
      by: ben,
      command: { kind: "end", delegation: delegationId },
    });
    expect(slack.mentions.filter(({ kind }) => kind !== "user")).toEqual([]);
  });

  it.each([
    ["ann", "You are on no approver list"],
    ["cy", "You are on no approver list"],
    ["gus", "Guests of this workspace"],
  ])("tells %s why there is nothing to delegate", async (name, words) => {
    const { slack } = await openOffice({ deps: { tenants: [tenant] } });
    const person = slack.person(name);
    await person.command("/workday-isu", "delegate", { channel: "workday" });

    expect(await viewWith(slack, person, words)).not.toContain("First day");
  });

  it("says that it is off where no tenant allows it, and nothing in a shared channel", async () => {
    const { slack } = await openOffice();
    const person = slack.person("ben");
    await person.command("/workday-isu", "delegate", { channel: "workday" });
    await viewWith(slack, person, "Delegation is switched off");

    await slack.person("ann").command("/workday-isu", "delegate", { channel: "with-partners" });
    const shared = await viewWith(slack, slack.person("ann"), "shared with another company");
    expect(shared).not.toContain("switched off");
  });
});

describe("the answer to a delegation", () => {
  const made: DelegationReply = { kind: "delegated", delegation: aDelegation({ to: cy }) };
  const order = {
    id: "one",
    by: ben,
    viewId: "V0GONE",
    command: { kind: "end", delegation: delegationId },
  } as const;

  it.each<[DelegationReply, string, string | undefined]>([
    [made, "decides for", "You may decide requests in Acme sandbox for"],
    [{ ...made, kind: "ended" }, "has ended", "You no longer decide for"],
    [{ kind: "refused", refusal: "days-over" }, delegationRefusals["days-over"], undefined],
  ])("reaches both when the window is closed", async (reply, toBen, toCy) => {
    const { bot, slack } = await openOffice({ deps: { tenants: [tenant] } });

    expect(await bot.answerer.answerDelegation(order, reply)).toMatchObject({ ok: true });

    await privately(slack, slack.person("ben"), toBen);
    const told = slack.directMessages(delegateId).map(textOf).join();
    expect(told).toMatch(toCy ?? /^$/);
  });
});

describe("words about who decides for whom", () => {
  const event = { by: cy, for: ben } as const;

  it("name both", () => {
    const both = "<@U0CY> for <@U0BEN>";
    expect(describeGiven([{ ...event, at: start }])).toContain(both);
    expect(describeApprovalEvent({ kind: "approved", ...event, digest: "d" })).toBe(
      `${both} approved it.`,
    );
    expect(describeClosing({ kind: "denied", ...event, reason: "No" })).toContain(
      `${both} denied it`,
    );
    const people = [{ person: cy, for: ben, why: "delegation-over" }] as const;
    expect(describeApprovalEvent({ kind: "approval-lapsed", people })).toContain(
      "<@U0CY> approved it for <@U0BEN>, and may not decide it for them any more.",
    );
  });

  it("mention the delegate instead of who is away", () => {
    const asked = anAsking();
    const standIns = [event];
    const request = given(opening, asked);
    const events: readonly Event[] = [
      { ...asked, standIns },
      { kind: "reminded", due: 1, expiresAt: start, standIns },
    ];
    for (const told of events) {
      const [message] = replyOf({ seq: 2, at: start, event: told }, request, tenant);
      expect(JSON.stringify(message)).toContain("<@U0EVE>, <@U0CY> for <@U0BEN>");
    }
  });

  it("tell the channel of a delegation and of its end", () => {
    const delegation = aDelegation({ to: cy, reason: "Skiing" });
    const notice = { key: "k", tenant: tenant.name, madeAt: start } as const;
    const begun = noticeMessage({ ...notice, matter: { kind: "delegation", delegation } }, tenant);
    const endedAt = later(start, dayMs);
    const ended = noticeMessage(
      { ...notice, matter: { kind: "delegation", delegation: { ...delegation, endedAt } } },
      tenant,
    );

    expect(JSON.stringify(begun)).toContain("<@U0CY> decides for <@U0BEN>");
    expect(JSON.stringify(begun)).toContain("Reason: Skiing");
    expect(JSON.stringify(ended)).toContain("<@U0BEN> is back");
  });
});
