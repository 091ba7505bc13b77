import { describe, expect, it } from "vitest";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { parsePasskeyOrder } from "../../../src/bot/payloads/parse-passkey-order.ts";
import type { BotDeps } from "../../../src/bot/slack/deps.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import type { PasskeyReply } from "../../../src/flows/ports/passkeys.ts";
import type { Notice } from "../../../src/flows/request/notice.ts";
import { err, ok } from "../../../src/result.ts";
import { aPasskey } from "../../support/data/a-passkey.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";
import { bea, ben } from "../../support/data/people.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { like } from "../support/like.ts";
import { onlyMessage, privately } from "../support/shown.ts";

const link = "https://isu-bot.example.com/enrol#token";

describe("/workday-isu passkey", () => {
  it("answers privately with a link and how the asker stands", async () => {
    const passkeys = {
      inviteToEnrol: async () => ok([{ tenant: aTenant(), passkeys: [aPasskey()], link }]),
      inviteToConfirm: async () => err("not-waiting" as const),
    };
    const { slack } = await openOffice({ deps: { passkeys } });
    const person = slack.person("ben");

    await person.command("/workday-isu", "passkey", { channel: "workday" });

    await privately(slack, person, link);
    expect(slack.messages("workday")).toEqual([]);
  });

  it("says why not to those who approve nothing", async () => {
    const passkeys = {
      inviteToEnrol: async () => err("not-an-approver" as const),
      inviteToConfirm: async () => err("not-waiting" as const),
    };
    const { slack } = await openOffice({ deps: { passkeys } });
    const person = slack.person("ann");

    await person.command("/workday-isu", "passkey", { channel: "workday" });

    await privately(slack, person, "not on the approver list");
    expect(slack.messages("workday")).toEqual([]);
  });

  it("answers nothing in a channel that is shared", async () => {
    const { slack } = await openOffice();
    const person = slack.person("ann");

    await person.command("/workday-isu", "passkey", { channel: "with-partners" });

    await privately(slack, person, "shared with another company");
    expect(slack.messages("with-partners")).toEqual([]);
  });
});

const waiting = aPasskey({ state: "waiting" });
const notice: Notice = {
  key: "passkey waiting",
  tenant: acme,
  madeAt: instant(Date.now()),
  matter: { kind: "passkey", what: "waiting", person: ben, credential: waiting.credential },
};

/** An office whose channel shows a passkey that waits. */
async function openWaiting(deps: Partial<BotDeps> = {}): Promise<Office> {
  const office = await openOffice({ deps });
  office.notice(notice);
  await office.outbox.whenSettled();
  return office;
}

describe("Confirm, on a passkey that waits", () => {
  it.each([
    ["a link to the page", ok(link), link],
    ["why there is none", err("own-passkey" as const), "This is your own passkey"],
  ])("answers privately with %s, and decides nothing", async (_what, invited, words) => {
    const { slack, engine } = await openWaiting({
      passkeys: { inviteToEnrol: async () => ok([]), inviteToConfirm: async () => invited },
    });
    const person = slack.person("bea");

    await person.press(onlyMessage(slack), "Confirm", { isConfirmed: true });

    await privately(slack, person, words);
    expect(engine.started).toEqual([]);
  });
});

describe("Refuse, on a passkey that waits", () => {
  it("is written down before it is acknowledged, once, and decides nothing by itself", async () => {
    const office = await openWaiting();
    const { slack, engine } = office;

    slack.deliverTwice({ isAtOnce: true });
    const pressed = await slack
      .person("bea")
      .press(onlyMessage(slack), "Refuse", { isConfirmed: true });

    expect(pressed.kind).not.toBe("trouble");
    expect(engine.started.map(({ workflow }) => workflow)).toEqual(["passkey"]);
    expect(engine.started.map(({ input }) => parsePasskeyOrder(input))).toMatchObject([
      { by: bea, credential: waiting.credential },
    ]);
  });

  it.each<[what: string, reply: PasskeyReply, words: string]>([
    ["what they did", ok(waiting), "You refused the passkey"],
    ["why it is not done", err("not-waiting"), "does not wait for a confirmation any more"],
    ["that they may not", err("not-an-approver"), "not on the approver list"],
  ])("answers %s, where the press came from or directly", async (_what, reply, words) => {
    const { slack, bot, engine } = await openWaiting();
    await slack.person("bea").press(onlyMessage(slack), "Refuse", { isConfirmed: true });
    const [order] = engine.started.map(({ input }) => parsePasskeyOrder(input));
    if (order === undefined) throw new Error("Nothing was written down");

    await bot.answerer.answerPasskey(order, reply);
    const { responseUrl: _gone, ...directly } = order;
    await bot.answerer.answerPasskey(directly, reply);

    const [there, here] = [
      slack.ephemerals(slack.person("bea").id),
      slack.directMessages(slack.person("bea").id),
    ];
    expect([there, here].map((messages) => messages.map(textOf).join())).toEqual([
      like(words),
      like(words),
    ]);
  });
});
