import { describe, expect, it } from "vitest";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { ok } from "../../../src/result.ts";
import { anAsking, expiresAt, foreignChange, requestId } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ben } from "../../support/data/people.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { like } from "../support/like.ts";
import { keepRequest, onlyMessage } from "../support/shown.ts";

const created: Event = { kind: "step-finished", step: "create-user", facts: {} };
const approved: Event = { kind: "approved", by: ben, digest: "sha256:shown" };
const done: Event = { kind: "done" };
const stuck: Event = {
  kind: "step-failed",
  step: "create-user",
  words: "No",
  isAnswered: true,
  expiresAt,
};

function threadOf({ slack }: Office): readonly string[] {
  return slack.thread("workday", onlyMessage(slack).ts).slice(1).map(textOf);
}

function told({ slack }: Office): readonly string[] {
  return slack.directMessages("ann").map(textOf);
}

function calls({ slack }: Office, method: string): number {
  return slack.traffic.filter(({ what }) => what === `POST /api/${method}`).length;
}

/** More happens to the request. */
async function record({ store, clock }: Office, ...events: Event[]): Promise<void> {
  const key = `more ${store.peekStory(requestId).length}`;
  await store.decide({ id: requestId, key, now: clock.now() }, () => ok(events));
}

/** A request that Slack has everything of. */
async function openShown(...events: Event[]): Promise<Office> {
  const office = await openOffice();
  await keepRequest(office.store, ...events);
  await office.outbox.whenSettled();
  return office;
}

describe("a request", () => {
  it("is one message that is kept current, with what has to be read later below it", async () => {
    const office = await openShown(created, anAsking());

    await record(office, approved, created, created);
    await record(office, done);
    await office.outbox.whenSettled();

    expect(textOf(onlyMessage(office.slack))).toContain("Unverified");
    expect(textOf(onlyMessage(office.slack))).not.toContain("[Approve]");
    const [asking = "", ending = "", ...others] = threadOf(office);
    expect(asking).toContain("asked for the account");
    expect(asking).toContain("An approver's decision is asked for");
    expect(ending).toContain("approved it");
    expect(ending).toContain("The plan is carried out");
    expect(others).toEqual([]);
    expect(told(office)).toEqual([like("is carried out")]);
    expect(told(office)[0]).toContain(requestId);
  });

  it("takes at most four posts, six updates and no look at its thread", async () => {
    const office = await openOffice();
    await keepRequest(office.store);
    await record(office, created);
    await record(office, anAsking());
    await office.outbox.whenSettled();
    await record(office, approved);
    await record(office, created);
    await record(office, created);
    await record(office, done);
    await office.outbox.whenSettled();

    expect(calls(office, "chat.postMessage")).toBeLessThanOrEqual(4);
    expect(calls(office, "chat.update")).toBeLessThanOrEqual(6);
    expect(calls(office, "conversations.replies")).toBe(0);
    expect(calls(office, "conversations.history")).toBe(0);
  });

  it("mentions approvers once: in the message where it was posted with the card", async () => {
    const office = await openOffice({ isQuiet: true });
    await keepRequest(office.store, created, anAsking());

    office.bot.publisher.start();
    await office.outbox.whenSettled();

    const approvers = office.slack.mentions.filter(({ id }) => id === "U0BEN");
    expect(approvers).toHaveLength(1);
    expect(threadOf(office)[0]).not.toContain("the buttons are in the message above");
    expect(threadOf(office)[0]).toContain("An approver's decision is asked for");
  });

  it("tells a long list in several replies, every change of it, and each once", async () => {
    const changes = Array.from({ length: 300 }, (_, at) => ({
      ...foreignChange,
      policy: `Policy ${at} ${"x".repeat(60)}`,
    }));
    const office = await openShown(anAsking({ pending: { kind: "seen", changes } }));

    const all = threadOf(office).join("\n");

    expect(threadOf(office).length).toBeGreaterThan(1);
    expect(changes.filter(({ policy }) => all.split(policy).length !== 2)).toEqual([]);
  });

  it("is posted anew, and its story is not told twice, when somebody deleted the message", async () => {
    const office = await openShown(anAsking());
    office.slack.failNext({ method: "chat.update", kind: "error", error: "message_not_found" });

    await record(office, approved);
    await record(office, done);
    await office.outbox.whenSettled();

    const [, second] = office.slack.messages("workday");
    const replies = office.slack
      .thread("workday", second?.ts ?? "")
      .slice(1)
      .map(textOf);
    expect(replies.join()).not.toContain("asked for the account");
    expect(replies.join()).toContain("approved it");
  });
});

describe("what went wrong on the way", () => {
  it.each(["chat.postMessage", "chat.update", "conversations.info", "auth.test"])(
    "is right in the end when %s fails for a while",
    async (method) => {
      const office = await openOffice({ isQuiet: true });
      await keepRequest(office.store, created);
      office.slack.failNext({ method, kind: "status", status: 503, times: 2 });

      office.bot.publisher.start();
      await office.slack.until(() => office.slack.messages("workday")[0]);
      await record(office, anAsking());
      await office.outbox.whenSettled();

      expect(textOf(onlyMessage(office.slack))).toContain("Waiting for an approver");
      expect(threadOf(office)).toHaveLength(1);
    },
  );

  it("finds what Slack posted without saying so", async () => {
    const office = await openOffice({ isQuiet: true });
    await keepRequest(office.store, anAsking());
    office.slack.failNext({ method: "chat.postMessage", kind: "cut", isPerformed: true, times: 2 });

    office.bot.publisher.start();
    await office.outbox.whenSettled();

    expect(threadOf(office)).toHaveLength(1);
  });

  it("waits as long as Slack says, and nobody is told of it", async () => {
    const office = await openOffice({ isQuiet: true });
    await keepRequest(office.store, anAsking());
    office.slack.failNext({ method: "chat.postMessage", kind: "ratelimit", retryAfterSeconds: 1 });

    const since = performance.now();
    office.bot.publisher.start();
    await office.outbox.whenSettled();

    expect(performance.now() - since).toBeGreaterThan(900);
    expect(threadOf(office)).toHaveLength(1);
    expect(told(office)).toEqual([]);
    expect(office.log.lines.map(({ text }) => text)).toEqual([
      "Slack limits chat.postMessage: what needs it waits until it is over",
    ]);
    expect(calls(office, "conversations.history")).toBe(0);
  });

  it("tells the requester directly that it is done, though the channel is gone", async () => {
    const office = await openShown(anAsking(), approved);
    office.slack.archive("workday");
    office.clock.goOn(60_000);

    await record(office, done);
    await office.slack.until(() => told(office)[0]);

    expect(told(office)).toEqual([like("is carried out")]);
  });

  it("tells the requester directly that it is held, where nothing could ever be posted", async () => {
    const office = await openOffice({ isQuiet: true });
    office.slack.archive("workday");
    await keepRequest(office.store, stuck);

    office.bot.publisher.start();
    await office.slack.until(() => told(office)[0]);

    expect(told(office)).toEqual([like("is stuck")]);
    expect(told(office)[0]).toContain(`/workday-isu status ${requestId}`);
  });

  it("tells the requester once that nobody sees whose turn it is", async () => {
    const office = await openOffice({ isQuiet: true });
    await keepRequest(office.store, anAsking());
    office.slack.remove("workday");

    office.bot.publisher.start();
    await office.slack.until(() => told(office)[0]);

    expect(told(office)).toEqual([like("I cannot post in the channel")]);
  });

  it("goes on in the tenant's other channel when the old one is gone", async () => {
    const office = await openOffice({ isQuiet: true });
    await keepRequest(office.store, created);
    office.outbox.set(requestId, { place: { channel: "C0GONE", ts: "1.1" }, throughSeq: 1 });
    await record(office, anAsking());

    office.bot.publisher.start();
    await office.outbox.whenSettled();

    expect(threadOf(office)).toHaveLength(1);
    expect(threadOf(office)[0]).not.toContain("asked for the account");
  });

  it("stops nothing when Slack does not let the bot write to the requester", async () => {
    const office = await openOffice();
    office.slack.failNext({ method: "conversations.open", kind: "error", error: "cannot_dm_bot" });
    await keepRequest(office.store, stuck);
    await office.outbox.whenSettled();

    expect(threadOf(office).join()).toContain("Stuck at");
    expect(office.log.lines.map(({ text }) => text)).toEqual([
      "cannot tell the requester directly",
    ]);
  });

  it("says nothing where another company reads along, and catches up once it is alone", async () => {
    const office = await openOffice({ isQuiet: true });
    office.slack.share("workday", "shared");
    await keepRequest(office.store, anAsking());

    office.bot.publisher.start();
    await office.slack.until(() => told(office)[0]);
    const meanwhile = office.slack.messages("workday");
    office.slack.share("workday", "alone");
    await office.outbox.whenSettled();

    expect(meanwhile).toEqual([]);
    expect(told(office)).toEqual([like("shared with another company")]);
    expect(textOf(onlyMessage(office.slack))).toContain("Waiting for an approver");
  }, 40_000);
});

describe("a task of a person", () => {
  it("mentions those who carry it out, with its buttons", async () => {
    const tenant = aTenant({ hands: allBy("person") });
    const office = await openOffice({ deps: { tenants: [tenant] } });
    const step = "create-security-group";
    await keepRequest(office.store, { kind: "handed-over", step, expiresAt });
    await office.outbox.whenSettled();

    expect(office.slack.mentions).toContainEqual(expect.objectContaining({ id: "U0DAN" }));
    expect(textOf(onlyMessage(office.slack))).toContain(
      "[Done] [I can't] [⋯ Show the plan | Withdraw]",
    );
  });
});
