import { describe, expect, it } from "vitest";
import { brand } from "../../../src/brand.ts";
import { toReleaseDraft } from "../../../src/flows/kinds/activate.ts";
import { type RequestId, theBot } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { ok } from "../../../src/result.ts";
import {
  anAsking,
  anOpening,
  anOtherRequest,
  expiresAt,
  requestId,
} from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { voided } from "../../support/data/events.ts";
import { ann, ben } from "../../support/data/people.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { clicksOf } from "../support/clicks-of.ts";
import { like } from "../support/like.ts";
import { keepRequest, onlyMessage, privately, viewWith } from "../support/shown.ts";

const sentBack: Event = {
  kind: "sent-back",
  by: ben,
  question: "Why <Payroll>?",
  expiresAt,
};
const answered: Event = { kind: "answered", by: ann, answer: "The guide says so.", expiresAt };

async function openShown(...events: Event[]): Promise<Office> {
  const office = await openOffice();
  await keepRequest(office.store, ...events);
  await office.outbox.whenSettled();
  return office;
}

describe("a question", () => {
  it("is typed by an approver, and is sent with the digest of the card, once", async () => {
    const office = await openShown(anAsking());
    const { slack } = office;
    const person = slack.person("ben");

    await person.press(onlyMessage(slack), "Ask a question");
    await viewWith(slack, person, "Nobody can approve it before it is answered");
    await person.fill("reason", " ");
    expect(await person.submit()).toMatchObject({ kind: "errors" });
    await person.fill("reason", "Why <Payroll>?");
    slack.deliverTwice();
    await person.submit();
    await viewWith(slack, person, "is recorded");

    expect(clicksOf(office)).toMatchObject([
      {
        by: ben,
        request: requestId,
        answerTo: { kind: "view" },
        command: { kind: "send-back", digest: "sha256:shown", question: "Why <Payroll>?" },
      },
    ]);
  });

  it("is asked by no stranger", async () => {
    const office = await openShown(anAsking());
    const { slack } = office;
    const person = slack.person("cy");

    await person.press(onlyMessage(slack), "Ask a question");
    await privately(slack, person, "You are not on the approver list");

    expect(clicksOf(office)).toEqual([]);
  });

  it("takes Approve away, and tells the requester what is asked and until when", async () => {
    const { slack } = await openShown(anAsking(), sentBack);
    const message = JSON.stringify(onlyMessage(slack));

    expect(message).toContain("*Question by <@U0BEN>:* “Why &lt;Payroll&gt;?”");
    expect(message).toContain("without an answer the request expires then");
    expect(message).not.toContain('"action_id":"approve"');
    await privately(slack, slack.person("ann"), "asks about your request for");
  });

  it("reminds the requester, in the thread and in private", async () => {
    const reminded: Event = { kind: "answer-reminded", due: 1, expiresAt };
    const { slack } = await openShown(anAsking(), sentBack, reminded);

    await privately(slack, slack.person("ann"), "still waits for your answer");
    const thread = slack.thread("workday", onlyMessage(slack).ts);
    expect(JSON.stringify(thread)).toContain("Still no answer.");
  });
});

const member: RequestId = brand("ISU-0THERREQ");

/** A release of one request. */
async function openRelease(...events: Event[]): Promise<Office> {
  const office = await openOffice();
  const { store } = office;
  const now = office.deps.now();
  const tenant = aTenant();
  await store.open({ ...anOpening(), id: member }, now);
  const draft = toReleaseDraft(tenant.name, [{ id: member }]);
  await store.open({ ...anOpening(draft, tenant), by: theBot }, now);
  const facts = { about: "New integration user ISU_Viva", unseen: [] };
  const others = [anOtherRequest({ id: member, member: facts })];
  await store.decide({ id: requestId, key: "asked", now }, () =>
    ok([anAsking({ others, parts: [{ request: member, needed: 1 }] }), ...events]),
  );
  await office.outbox.whenSettled();
  return office;
}

function releaseCard({ slack }: Office): ReturnType<typeof onlyMessage> {
  const found = slack.messages("workday").find((one) => JSON.stringify(one).includes("Not now"));
  if (found === undefined) throw new Error("No card");
  return found;
}

describe("a question about a release", () => {
  it("is about one of its requests, which an approver of any of them chooses", async () => {
    const office = await openRelease();
    const { slack } = office;
    const person = slack.person("ben");

    await person.press(releaseCard(office), "Ask a question");
    await viewWith(slack, person, "About which request?");
    await person.fill("about", member);
    await person.fill("reason", "Why Payroll?");
    await person.submit();
    await viewWith(slack, person, "is recorded");

    expect(clicksOf(office)).toMatchObject([
      { by: ben, request: member, command: { kind: "send-back", question: "Why Payroll?" } },
    ]);
  });

  it("is none once no card shows its requests", async () => {
    const office = await openRelease();
    const { slack, store, deps } = office;
    const card = releaseCard(office);
    const person = slack.person("ben");
    await store.decide({ id: requestId, key: "void", now: deps.now() }, () => ok([voided]));

    await person.press(card, "Ask a question");
    await privately(slack, person, "is decided already");
    expect(clicksOf(office)).toEqual([]);
  });
});

describe("an answer", () => {
  it("is typed below the question, and stands on the card", async () => {
    const office = await openShown(anAsking(), sentBack);
    const { slack, store } = office;
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Answer");
    await viewWith(slack, person, "Why <Payroll>?");
    await person.fill("reason", "It\u202eis");
    expect(await person.submit()).toMatchObject({ errors: { reason: like("U+202E") } });
    await person.fill("reason", "The guide says so.");
    await person.submit();
    await viewWith(slack, person, "is recorded");
    const now = office.deps.now();
    await store.decide({ id: requestId, key: "answered", now }, () => ok([answered]));
    await office.outbox.whenSettled();

    expect(clicksOf(office)).toMatchObject([
      { by: ann, command: { kind: "answer", question: 0, answer: "The guide says so." } },
    ]);
    const card = JSON.stringify(onlyMessage(slack));
    expect(card).toContain("Answer: “The guide says so.”, by <@U0ANN>");
    expect(card).toContain('"action_id":"approve"');
  });

  it("is asked of nobody once there is one", async () => {
    const office = await openShown(anAsking(), sentBack);
    const { slack, store } = office;
    const message = onlyMessage(slack);
    const now = office.deps.now();
    await store.decide({ id: requestId, key: "answered", now }, () => ok([answered]));
    const person = slack.person("ann");

    await person.press(message, "Answer");
    await privately(slack, person, "This question is answered already");

    expect(clicksOf(office)).toEqual([]);
  });

  it("is asked of nobody who may not ask for requests", async () => {
    const office = await openShown(anAsking(), sentBack);
    const { slack } = office;
    const person = slack.person("dan");

    await person.press(onlyMessage(slack), "Answer");
    await privately(slack, person, "You are not on the list of people who may ask");

    expect(clicksOf(office)).toEqual([]);
  });
});
