import { describe, expect, it } from "vitest";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { describeEdit } from "../../../src/bot/forms/edits.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { ok } from "../../../src/result.ts";
import { aDraft, anEndOfSegments, aSegmentDraft } from "../../support/data/a-draft.ts";
import { anAsking, anOpening, expiresAt, requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange } from "../../support/data/changes.ts";
import { created } from "../../support/data/events.ts";
import { ann, ben } from "../../support/data/people.ts";
import { type Office, type OfficeChanges, openOffice } from "../support/an-office.ts";
import { keepRequest, onlyMessage, viewWith } from "../support/shown.ts";

const asked: Event = anAsking({ step: "approve-plan", pending: { kind: "not-activated" } });
const stuck: Event = {
  kind: "step-failed",
  step: "grant-permissions",
  words: "There is no such policy.",
  isAnswered: true,
  expiresAt,
};

async function open(changes: OfficeChanges = {}, ...events: Event[]): Promise<Office> {
  const office = await openOffice(changes);
  await keepRequest(office.store, ...events);
  await office.outbox.whenSettled();
  return office;
}

describe("Edit", () => {
  it("opens the form with what is asked, shows the difference, and records the edit of that very request", async () => {
    const { slack, engine } = await open({}, asked);
    const person = slack.person("ann");
    await person.press(onlyMessage(slack), "Edit");
    expect(await viewWith(slack, person, "Learning content for everybody")).toContain("ISU_Viva");

    await person.fill("groupName", "ISSG_Other");
    await person.submit();

    const shown = await viewWith(slack, person, "What changes");
    expect(shown).toContain("group name: ISSG_Viva → ISSG_Other");
    expect(shown).toContain("It has to be approved again");
    await person.submit();
    const [click] = engine.started.map(({ input }) => JSON.parse(input) as unknown);
    expect(click).toMatchObject({ request: requestId, command: { kind: "edit" } });
  });

  it("marks the domains that nobody knows, with the nearest, where the request is stuck on them", async () => {
    const permissions = { Get: ["Worker Data: Worker"], Put: [], View: [], Modify: [] };
    const office = await openOffice();
    const { slack, store } = office;
    const opening = anOpening(aDraft({ permissions }));
    await store.open(opening, office.deps.now());
    await store.decide({ id: requestId, key: "stuck", now: office.deps.now() }, () => ok([stuck]));
    await office.outbox.whenSettled();
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Fix the domains");

    const shown = await viewWith(slack, person, "The catalogue does not know");
    expect(shown).toContain('"Worker Data: Worker". Did you mean "Worker Data: Workers"?');
  });

  it("says above the form what it is stuck on, where every name is known", async () => {
    const { slack } = await open({}, stuck);
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Fix the domains");

    expect(await viewWith(slack, person, "There is no such policy.")).toContain("ISU_Viva");
  });

  it("is not an approver's", async () => {
    const { slack } = await open({}, asked);
    const person = slack.person("ben");

    await person.press(onlyMessage(slack), "Edit");

    expect(await viewWith(slack, person, "Only the person who asked")).toContain("[Close]");
  });

  it("comes too late where the request has gone on meanwhile", async () => {
    const { slack, store, deps } = await open({}, asked);
    const message = onlyMessage(slack);
    const approved: Event = { kind: "approved", by: ben, digest: "sha256:shown" };
    await store.decide({ id: requestId, key: "on", now: deps.now() }, () => ok([approved]));
    const person = slack.person("ann");

    await person.press(message, "Edit");

    expect(await viewWith(slack, person, "right now, or it takes effect")).toContain("[Close]");
  });

  it("says what to do where settings are changed meanwhile, and so does the message", async () => {
    const office = await openOffice();
    const { slack, store, deps } = office;
    const change = { doNotAllowUiSessions: false };
    await store.open(anOpening({ ...aDraft(), kind: "settings", shown: {}, change }), deps.now());
    await store.decide({ id: requestId, key: "asked", now: deps.now() }, () => ok([asked]));
    await office.outbox.whenSettled();
    const before = onlyMessage(slack);
    const made: Event = { kind: "step-begun", step: "change-settings" };
    await store.decide({ id: requestId, key: "on", now: deps.now() }, () => ok([made, stuck]));
    const person = slack.person("ann");

    await person.press(before, "Edit");

    expect(await viewWith(slack, person, "made in Workday already")).toContain("withdraw it");
    await office.outbox.whenSettled();
    expect(textOf(onlyMessage(slack))).toContain("so it cannot be edited");
  });

  it("opens the form of segments that are made with what was asked, and marks what nobody knows", async () => {
    const office = await openOffice();
    const { slack, store, deps } = office;
    const draft = aSegmentDraft();
    const permissions = { Get: ["Worker Data: Worker"], Put: [], View: [], Modify: [] };
    const segmented = { ...draft.segmented, permissions };
    await store.open(anOpening({ ...draft, segmented }), deps.now());
    const made: Event = { kind: "step-begun", step: "create-segment-group" };
    const events = [made, { ...stuck, step: "grant-in-segments" as const }];
    await store.decide({ id: requestId, key: "on", now: deps.now() }, () => ok(events));
    await office.outbox.whenSettled();
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Fix the domains");

    const shown = await viewWith(slack, person, "Segmented by");
    expect(shown).toContain("Compliance");
    expect(shown).toContain("ISSG_Viva segments");
    expect(shown).toContain('"Worker Data: Worker". Did you mean "Worker Data: Workers"?');
  });

  it("says above a form without domains what the request is stuck on", async () => {
    const office = await openOffice();
    const { slack, store, deps } = office;
    await store.open(anOpening(anEndOfSegments()), deps.now());
    const begun: Event = { kind: "step-begun", step: "revoke-in-segments" };
    const words = "There is no such policy.";
    const failed = { ...stuck, step: "grant-permissions" as const, field: "Get", words };
    await store.decide({ id: requestId, key: "on", now: deps.now() }, () => ok([begun, failed]));
    await office.outbox.whenSettled();
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Edit");

    expect(await viewWith(slack, person, "The end of the segments")).toContain(words);
  });

  it.each([
    ["what was typed for it", true, "The vendor asked for it"],
    ["that nobody knows any more what was typed", false, "does not know this form any more"],
  ])("of a kind that is written down no other way opens with %s", async (_what, isKept, words) => {
    const office = await openOffice();
    const { slack, store, deps } = office;
    const raw = aRawChange({ reason: "The vendor asked for it" });
    if (isKept) await store.keepDraft(requestId, { by: ann, raw });
    await store.open(anOpening({ ...aDraft(), kind: "rotate", tell: [] }), deps.now());
    await store.decide({ id: requestId, key: "on", now: deps.now() }, () => ok([asked]));
    await office.outbox.whenSettled();
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Edit");

    expect(await viewWith(slack, person, words)).toContain(words);
  });

  it("says at its field what the request is stuck on, where the form asks for it", async () => {
    const words = "Workday has such a user already.";
    const { slack } = await open({}, { ...stuck, step: "create-user", field: "userName", words });
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Edit");

    expect(await viewWith(slack, person, `Problem: ${words}`)).toContain("ISU_Viva");
  });

  it("says how to change a field of what is made: withdraw, and ask again where that fills the form", async () => {
    const { slack } = await open({}, created, { ...stuck, field: "groupName" });
    expect(textOf(onlyMessage(slack))).toContain("press *Change and ask again* on this message");

    const office = await openOffice();
    const { store, deps, outbox } = office;
    await store.open(anOpening(aSegmentDraft()), deps.now());
    const made: Event = { kind: "step-begun", step: "create-segment-group" };
    const failed = { ...stuck, step: "create-segment-group" as const, field: "segmentGroup" };
    await store.decide({ id: requestId, key: "on", now: deps.now() }, () => ok([made, failed]));
    await outbox.whenSettled();
    expect(textOf(onlyMessage(office.slack))).toContain("withdraw the request, and ask again");
  });

  it("says above the form what it is stuck on, where the form asks for no such thing", async () => {
    const words = "Workday took no password.";
    const { slack } = await open({}, { ...stuck, step: "create-user", field: "password", words });
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Edit");

    expect(await viewWith(slack, person, words)).not.toContain("Problem:");
  });

  it("shows that nothing is different, as long as nothing is", async () => {
    const { slack } = await open({}, asked);
    const person = slack.person("ann");
    await person.press(onlyMessage(slack), "Edit");
    await viewWith(slack, person, "Learning content for everybody");

    await person.submit();

    const shown = await viewWith(slack, person, "Nothing is different from what is asked for now.");
    expect(shown).toContain("Nothing of it is made yet.");
  });

  it("says what becomes of what is made, where something is", async () => {
    const { slack } = await open({}, created, stuck);
    const person = slack.person("ann");
    await person.press(onlyMessage(slack), "Fix the domains");
    await viewWith(slack, person, "There is no such policy.");
    await person.fill("reason", "Another story");

    await person.submit();

    const shown = await viewWith(slack, person, "What changes (1)");
    expect(shown).toContain("What is made already stays; what is not asked for any more is taken");
    expect(shown).not.toContain("Nothing of it is made yet.");
  });

  it("is told in the thread with how much it changes", () => {
    const draft = aDraft({ reason: "Another story" });
    const { plan } = anOpening(draft);
    const changes = ["reason: one → two", "ticket: none → HR-7"];
    const edited = {
      kind: "edited",
      by: ann,
      draft,
      typed: requestId,
      plan,
      kept: [],
      changes,
    } as const;

    expect(describeEdit(edited)).toContain("<@U0ANN> edited the request (2 changes).");
    expect(describeEdit({ ...edited, changes: ["reason: one → two"] })).toContain("(1 change)");
  });

  it("says so where the tenant is gone", async () => {
    const tenants = [aTenant()];
    const { slack } = await open({ deps: { tenants } }, asked);
    tenants.pop();
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Edit");

    expect(await viewWith(slack, person, "put the tenant back")).toContain("[Close]");
  });
});
