import { describe, expect, it } from "vitest";
import { refusals } from "../../../src/bot/blocks/messages.ts";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import type { AnswerTo, Click, Command } from "../../../src/flows/request/click.ts";
import type { Refusal } from "../../../src/flows/request/refusal.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { aPendingChange, requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben, cy } from "../../support/data/people.ts";
import { type Office, type OfficeChanges, openOffice } from "../support/an-office.ts";
import { keepRequest, privately, viewWith } from "../support/shown.ts";

function aClick(command: Command, answerTo: AnswerTo = { kind: "person" }): Click {
  return { id: "click-1", by: ann, request: requestId, answerTo, command };
}

const givenUp = { kind: "refused", refusal: "given-up" } as const;

const fault = { kind: "unreachable", outside: "Workday", words: "It does not answer." } as const;

const errand = { kind: "approve", request: requestId, digest: "d" } as const;

const replies: readonly [what: string, reply: Reply, words: string][] = [
  ["a refusal", { kind: "refused", refusal: "own-request" }, "cannot decide your own request"],
  ["a fault", { kind: "fault", fault }, "Your click changed nothing. Workday: It does not answer."],
  [
    "a void approval",
    {
      kind: "voided",
      difference: {
        added: [aPendingChange({ policy: "Payroll <!here>", changedBy: "lmcneil" })],
        gone: [],
      },
    },
    "Payroll <!here>",
  ],
  [
    "problems",
    { kind: "not-opened", check: { kind: "problems", problems: { userName: "Taken." } } },
    "Taken.",
  ],
  ["a failed check", { kind: "not-opened", check: { kind: "fault", fault } }, "does not answer"],
];

describe("answer", () => {
  it.each(replies)(
    "tells %s to the person in the channel, where only they see it",
    async (_what, reply, words) => {
      const { bot, slack, store } = await openOffice();
      await keepRequest(store);

      const answered = await bot.answerer.answer(aClick({ kind: "retry" }), reply);

      expect(answered.ok).toBe(true);
      expect(await privately(slack, slack.person("ann"), words)).toContain(words);
      expect(slack.messages("workday")).toEqual([]);
      expect(slack.mentions).toEqual([]);
    },
  );

  it.each<[Command]>([
    [{ kind: "open" }],
    [{ kind: "approve", digest: "d" }],
    [{ kind: "deny", digest: "d", reason: "r" }],
    [{ kind: "withdraw" }],
    [{ kind: "report-done", step: "activate" }],
    [{ kind: "report-refused", step: "activate", why: "w" }],
    [{ kind: "retry" }],
    [{ kind: "clean-up-again" }],
  ])("says what comes next after %o", async (command) => {
    const { bot, slack, store } = await openOffice();
    const request = await keepRequest(store);

    await bot.answerer.answer(aClick(command), { kind: "accepted", request });

    expect(await privately(slack, slack.person("ann"), requestId)).toContain("C0ISU");
  });

  const link = `<https://acme.slack.com/archives/C0ISU/p1767603600000100|${requestId}>`;

  it.each<[what: string, command: Command, refused: Reply | undefined]>([
    ["what counted", { kind: "approve", digest: "d" }, undefined],
    ["a refusal", { kind: "retry" }, { kind: "refused", refusal: "too-late" }],
    [
      "an edit that was refused",
      { kind: "edit", draft: requestId },
      { kind: "refused", refusal: "given-up" },
    ],
    ["a void approval", { kind: "retry" }, { kind: "voided", difference: { added: [], gone: [] } }],
    [
      "an outdated card",
      { kind: "retry" },
      { kind: "voided", difference: { added: [], gone: [] }, isOutdated: true },
    ],
    [
      "a passkey that is asked for",
      { kind: "retry" },
      { kind: "passkey-needed", tenant: aTenant().name, errand },
    ],
    ["a fault", { kind: "retry" }, { kind: "fault", fault }],
  ])("links to the request's message after %s", async (_what, command, refused) => {
    const { bot, slack, store, outbox } = await openOffice({ isQuiet: true });
    const request = await keepRequest(store);
    outbox.set(requestId, { place: { channel: "C0ISU", ts: "1767603600.000100" } });

    await bot.answerer.answer(aClick(command), refused ?? { kind: "accepted", request });

    expect(await privately(slack, slack.person("ann"), requestId)).toContain(link);
  });

  it.each<[what: string, command: Command, refusal: Refusal]>([
    ["somebody who may not know the request", { kind: "retry" }, "no-such-request"],
    ["a guest", { kind: "retry" }, "guest"],
    ["somebody whose plan opened none", { kind: "open" }, "too-many-open"],
  ])("names no request to %s", async (_what, command, refusal) => {
    const { bot, slack, store, outbox } = await openOffice({ isQuiet: true });
    await keepRequest(store);
    outbox.set(requestId, { place: { channel: "C0ISU", ts: "1767603600.000100" } });

    await bot.answerer.answer(aClick(command), { kind: "refused", refusal });

    const told = await privately(slack, slack.person("ann"), refusals[refusal]);
    expect(told).not.toContain(requestId);
    expect(told).not.toContain("archives");
  });

  it("tells somebody directly who is not in the channel, and when nobody knows the request", async () => {
    const { bot, slack, store } = await openOffice();
    const reply: Reply = { kind: "refused", refusal: "not-an-approver" };
    await bot.answerer.answer({ ...aClick({ kind: "retry" }), by: ben }, reply);
    await keepRequest(store);
    await bot.answerer.answer({ ...aClick({ kind: "retry" }), by: cy }, reply);

    expect(slack.directMessages("ben")).toHaveLength(1);
    expect(slack.directMessages("cy")).toHaveLength(1);
  });

  it("falls back to the person when the place of the click is gone", async () => {
    const { bot, slack, store } = await openOffice();
    await keepRequest(store);
    const reply: Reply = { kind: "refused", refusal: "own-request" };
    const url = "http://127.0.0.1:9/gone";

    await bot.answerer.answer(aClick({ kind: "retry" }, { kind: "response", url }), reply);
    await bot.answerer.answer(aClick({ kind: "retry" }, { kind: "view", viewId: "V0" }), reply);

    expect(slack.ephemerals("ann")).toHaveLength(2);
  });
});

describe("answer to a window", () => {
  it("goes back to the plan of a production tenant whose name was not typed", async () => {
    const production = aTenant({ production: true });
    const { bot, slack, viewId, store } = await openWindow({ tenants: [production] });
    await store.keepDraft(requestId, { by: ann, raw: aRawDraft() });

    await bot.answerer.answer(aClick({ kind: "open" }, { kind: "view", viewId }), {
      kind: "refused",
      refusal: "wrong-tenant-name",
    });

    const shown = await viewWith(slack, slack.person("ann"), "its name was not typed");
    expect(shown).toContain("The production tenant's name");
  });

  it("goes back to the plan of names that nobody said are meant", async () => {
    const { bot, slack, viewId, store } = await openWindow();
    await store.keepDraft(requestId, { by: ann, raw: aRawDraft({ userName: "ISU_Vivа" }) });

    await bot.answerer.answer(aClick({ kind: "open" }, { kind: "view", viewId }), {
      kind: "refused",
      refusal: "mixed-names",
    });

    const shown = await viewWith(slack, slack.person("ann"), "mixes alphabets");
    expect(shown).toContain("Is this how they are spelt?");
  });

  it("goes back to the form of a plan that was given up, without a look at the tenant", async () => {
    const { bot, slack, viewId, store } = await openWindow({
      prepare: () => Promise.reject(new Error("breaks each time")),
    });
    await store.keepDraft(requestId, { by: ann, raw: aRawDraft() });

    await bot.answerer.answer(aClick({ kind: "open" }, { kind: "view", viewId }), givenUp);

    const shown = await viewWith(slack, slack.person("ann"), "the bot failed at your click");
    expect(shown).toContain(aRawDraft().reason);
  });

  it("gives back what was typed for a plan that was given up when the window is closed", async () => {
    const { bot, slack, store } = await openOffice();
    await store.keepDraft(requestId, { by: ann, raw: { ...aRawDraft(), reason: "For <all>" } });

    await bot.answerer.answer(aClick({ kind: "open" }), givenUp);

    const told = await privately(slack, slack.person("ann"), "the bot failed at your click");
    expect(told).toContain("You typed");
    expect(told).toContain("reason: For <all>");
    expect(told).toContain(`user name: ${aRawDraft().userName}`);
  });

  it("gives nobody what somebody else typed", async () => {
    const { bot, slack, store } = await openOffice();
    await store.keepDraft(requestId, { by: ann, raw: aRawDraft() });

    await bot.answerer.answer({ ...aClick({ kind: "open" }), by: ben }, givenUp);

    expect(JSON.stringify(slack.directMessages("ben"))).not.toContain("You typed");
  });

  const dead: Command = { kind: "deny", digest: "d", reason: "Because <of> it" };

  it("gives back a reason that counted for nothing", async () => {
    const { bot, slack, viewId } = await openWindow();

    await bot.answerer.answer(aClick(dead, { kind: "view", viewId }), {
      kind: "refused",
      refusal: "too-late",
    });

    expect(await viewWith(slack, slack.person("ann"), "is over")).toContain("Because <of> it");
  });

  it("goes back to the form with problems, and everything that was typed", async () => {
    const { bot, slack, store, viewId } = await openWindow();
    await store.keepDraft(requestId, { by: ann, raw: aRawDraft({ reason: "A long story" }) });
    const check = { kind: "problems", problems: { userName: "Taken by now." } } as const;

    await bot.answerer.answer(aClick({ kind: "open" }, { kind: "view", viewId }), {
      kind: "not-opened",
      check,
    });

    const shown = await viewWith(slack, slack.person("ann"), "Problem: Taken by now.");
    expect(shown).toContain("A long story");
  });

  it.each<[what: string, userName: string, title: string]>([
    ["the plan", "ISU_Viva", "Check the plan"],
    ["the form, when it is not valid any more", "a:b", "New integration user"],
  ])("goes back to %s after a fault", async (_what, userName, title) => {
    const { bot, slack, store, viewId } = await openWindow();
    await store.keepDraft(requestId, { by: ann, raw: aRawDraft({ userName }) });

    await bot.answerer.answer(aClick({ kind: "open" }, { kind: "view", viewId }), {
      kind: "not-opened",
      check: { kind: "fault", fault },
    });

    expect(await viewWith(slack, slack.person("ann"), "It does not answer.")).toContain(title);
  });

  it("shows nobody else's draft", async () => {
    const { bot, slack, store, viewId } = await openWindow();
    await store.keepDraft(requestId, { by: ben, raw: aRawDraft({ reason: "A secret story" }) });

    await bot.answerer.answer(aClick({ kind: "open" }, { kind: "view", viewId }), {
      kind: "not-opened",
      check: { kind: "fault", fault },
    });

    expect(await viewWith(slack, slack.person("ann"), "was not opened")).not.toContain("secret");
  });
});

async function openWindow(
  deps: NonNullable<OfficeChanges["deps"]> = {},
): Promise<Office & { readonly viewId: string }> {
  const office = await openOffice({ deps });
  const person = office.slack.person("ann");
  await person.command("/workday-isu", "create", { channel: "workday" });
  await viewWith(office.slack, person, "Recipe");
  return { ...office, viewId: person.view()?.id ?? "" };
}
