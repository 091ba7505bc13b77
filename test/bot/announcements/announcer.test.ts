import { describe, expect, it } from "vitest";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { anAsking, expiresAt, foreignChange, requestId } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ben } from "../../support/data/people.ts";
import { type Office, type OfficeChanges, openOffice } from "../support/an-office.ts";
import { like } from "../support/like.ts";
import { keepRequest, onlyMessage } from "../support/shown.ts";

const created: Event = { kind: "step-finished", step: "create-user", facts: {} };
const stuck: Event = {
  kind: "step-failed",
  step: "create-user",
  words: "No",
  isAnswered: true,
  expiresAt,
};

async function announce({ bot, store }: Office, request: Request) {
  return bot.announcer.announce(request, store.peekStory(requestId));
}

async function openAnnounced(...events: Event[]): Promise<Office & { readonly request: Request }> {
  const office = await openOffice();
  const request = await keepRequest(office.store, ...events);
  expect(await announce(office, request)).toEqual({ ok: true, value: undefined });
  return { ...office, request };
}

function threadOf({ slack }: Office): readonly string[] {
  return slack.thread("workday", onlyMessage(slack).ts).slice(1).map(textOf);
}

describe("announce", () => {
  it("posts one message with the story below it, and keeps it current", async () => {
    const office = await openAnnounced(created);

    const asked = await keepRequest(office.store, created, anAsking());
    await announce(office, asked);

    const text = textOf(onlyMessage(office.slack));
    expect(text).toContain("waiting for an approver");
    expect(text).toContain("[Approve]");
    expect(threadOf(office).map((reply) => reply.split("\n")[0])).toEqual([
      like("asked for the account"),
      like("Finished: the account"),
      like("Finished: the account"),
      like("An approver's decision is asked for"),
    ]);
    expect(office.announcements.get(requestId)).toMatchObject({ channel: "C0ISU", through: 4 });
  });

  it("is the same when it is repeated, and when two ask at once", async () => {
    const office = await openOffice();
    const request = await keepRequest(office.store, created);

    await Promise.all([announce(office, request), announce(office, request)]);
    await announce(office, request);

    expect(threadOf(office)).toHaveLength(2);
  });

  it("finds its message and its replies again after a crash", async () => {
    const office = await openAnnounced(created);
    office.announcements.clear();

    await announce(office, office.request);

    expect(threadOf(office)).toHaveLength(2);
    expect(office.announcements.get(requestId)).toMatchObject({
      ts: onlyMessage(office.slack).ts,
      through: 2,
    });
  });

  it("posts only the replies that are missing", async () => {
    const office = await openAnnounced(created);
    const there = office.announcements.get(requestId);
    if (there === undefined) throw new Error("Not announced");
    office.announcements.set(requestId, { ...there, through: 1 });

    await announce(office, office.request);

    expect(threadOf(office)).toHaveLength(2);
  });

  it("does not show an older state over a newer one", async () => {
    const office = await openAnnounced();
    const asked = await keepRequest(office.store, anAsking());
    await announce(office, asked);

    await office.bot.announcer.announce(
      office.request,
      office.store.peekStory(requestId).slice(0, 1),
    );

    expect(textOf(onlyMessage(office.slack))).toContain("waiting for an approver");
  });

  it("takes the buttons away once it is decided", async () => {
    const office = await openAnnounced(anAsking());
    const approved = await keepRequest(
      office.store,
      { kind: "approved", by: ben, digest: "sha256:shown" },
      created,
      created,
    );

    await announce(office, approved);

    const text = textOf(onlyMessage(office.slack));
    expect(text).not.toContain("[Approve]");
    expect(text).toContain("Approved by:");
  });

  it("posts anew, without telling the story twice, when somebody deleted the message", async () => {
    const office = await openAnnounced(created);
    office.slack.failNext({ method: "chat.update", kind: "error", error: "message_not_found" });

    await announce(office, office.request);

    const [, second] = office.slack.messages("workday");
    expect(office.slack.thread("workday", second?.ts ?? "")).toHaveLength(1);
  });

  it.each<[what: string, trouble: (office: Office) => void]>([
    ["is archived", ({ slack }) => slack.archive("workday")],
    ["is without the bot", ({ slack }) => slack.remove("workday")],
    [
      "is archived by now",
      ({ slack }) => slack.failNext({ method: "chat.update", kind: "error", error: "is_inactive" }),
    ],
  ])("says clearly that the channel %s", async (what, trouble) => {
    const office = await openAnnounced();
    if (!what.endsWith("by now")) office.announcements.clear();
    trouble(office);

    expect(await announce(office, office.request)).toMatchObject({
      ok: false,
      error: { kind: "rejected", outside: "Slack", words: like("Invite the bot") },
    });
  });

  it("goes on in the tenant's other channel when the old one is gone", async () => {
    const office = await openOffice();
    const request = await keepRequest(office.store, created);
    office.announcements.set(requestId, { channel: "C0GONE", ts: "1.1", through: 1 });

    await announce(office, request);

    expect(threadOf(office)).toEqual([like("Finished: the account")]);
  });

  it.each<[what: string, changes: OfficeChanges, words: string]>([
    [
      "a channel that is shared with another company",
      { deps: { tenants: [aTenant({ channel: "C0EXT" })] } },
      "shared with another company",
    ],
    ["a tenant that nobody knows any more", { deps: { tenants: [] } }, "not in the configuration"],
  ])("refuses %s", async (_what, changes, words) => {
    const office = await openOffice(changes);
    const request = await keepRequest(office.store);

    expect(await announce(office, request)).toMatchObject({
      ok: false,
      error: { kind: "rejected", words: like(words) },
    });
  });

  it.each(["chat.postMessage", "conversations.history", "conversations.replies", "auth.test"])(
    "is a fault when %s fails, and is right when it is repeated",
    async (method) => {
      const office = await openOffice();
      const request = await keepRequest(office.store, created);
      office.slack.failNext({ method, kind: "status", status: 503, times: 2 });

      for (let tries = 0; tries < 4; tries += 1) {
        const { ok } = await announce(office, request);
        if (ok) break;
      }

      expect(threadOf(office)).toHaveLength(2);
    },
  );

  it("finds what Slack posted without saying so", async () => {
    const office = await openOffice();
    const request = await keepRequest(office.store, created);
    office.slack.failNext({ method: "chat.postMessage", kind: "cut", isPerformed: true, times: 2 });

    for (let tries = 0; tries < 4; tries += 1) await announce(office, request);

    expect(threadOf(office)).toHaveLength(2);
  });

  it("tells a long list in several replies, every change of it", async () => {
    const changes = Array.from({ length: 300 }, (_, at) => ({
      ...foreignChange,
      policy: `Policy ${at} ${"x".repeat(60)}`,
    }));
    const office = await openAnnounced(anAsking({ pending: { kind: "seen", changes } }));

    const told = threadOf(office).join("\n");

    expect(changes.filter(({ policy }) => !told.includes(policy))).toEqual([]);
    expect(textOf(onlyMessage(office.slack))).toContain(
      "all of them stand in this request's thread",
    );
  });

  it("mentions who is asked, in the thread", async () => {
    const office = await openOffice({
      deps: { tenants: [aTenant({ hands: allBy("person") })] },
    });
    const step = "create-security-group";
    const request = await keepRequest(office.store, { kind: "handed-over", step, expiresAt });

    await announce(office, request);

    expect(office.slack.mentions).toContainEqual(expect.objectContaining({ id: "U0DAN" }));
    expect(textOf(onlyMessage(office.slack))).toContain("[Done] [I can't] [Withdraw]");
  });
});

describe("the requester", () => {
  it("is told directly what needs them or is over, once", async () => {
    const office = await openAnnounced(anAsking(), stuck, { kind: "retried", by: ben }, created, {
      kind: "closing",
      closing: { kind: "denied", by: ben, reason: "Not <!here> & now" },
      plan: [],
    });
    await announce(office, office.request);

    expect(office.slack.directMessages("ann").map(textOf)).toEqual([
      like("waits for an approver"),
      like("is stuck"),
      like("Not <!here> & now"),
    ]);
    expect(office.slack.mentions.filter(({ kind }) => kind === "here")).toEqual([]);
  });

  it("stops nothing when Slack does not let the bot write to them", async () => {
    const office = await openOffice();
    const request = await keepRequest(office.store, anAsking());
    office.slack.failNext({ method: "conversations.open", kind: "error", error: "cannot_dm_bot" });

    expect(await announce(office, request)).toEqual({ ok: true, value: undefined });

    expect(threadOf(office)).toHaveLength(2);
    expect(office.log.lines).toContainEqual(
      expect.objectContaining({ text: "cannot tell the requester directly" }),
    );
  });

  it("is told later when Slack cannot be reached now", async () => {
    const office = await openOffice();
    const request = await keepRequest(office.store, anAsking());
    office.slack.failNext({
      method: "conversations.open",
      kind: "ratelimit",
      // Longer than anybody waits.
      retryAfterSeconds: 60,
    });

    expect(await announce(office, request)).toMatchObject({ ok: false });
    expect(await announce(office, request)).toMatchObject({ ok: true });

    expect(office.slack.directMessages("ann").map(textOf)).toEqual([like("waits for an approver")]);
  });
});

describe("tell", () => {
  it("writes one private sentence", async () => {
    const { bot, slack } = await openOffice();

    await bot.announcer.tell(ben, "Nothing is lost.");

    expect(slack.directMessages("ben").map(textOf)).toEqual(["Nothing is lost."]);
  });
});
