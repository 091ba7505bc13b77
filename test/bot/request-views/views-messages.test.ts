import { describe, expect, it } from "vitest";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { planFor } from "../../../src/flows/planning/plan.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { everyDraft, isAsKept, states, strict } from "../support/kept.ts";
import { replyOf } from "../support/reply-of.ts";
import { everyState } from "../support/shown-requests.ts";

describe("the request's message", () => {
  it.each(Object.entries(states))("%s", async (name, told) => {
    const message = requestMessage(told);

    expect(message.text).toContain(told.request.id);
    await isAsKept(`message-${name}`, message);
  });
});

describe("the message of a request whose password nobody knows", () => {
  it.each([
    ["opened", "known to nobody"],
    ["done", "Nobody knows the password"],
  ])("%s", async (name, words) => {
    const told = everyState(everyDraft)[name];
    if (told === undefined) throw new Error("No such state");
    const { secret: _none, probes: _neither, ...facts } = told.request.facts;

    const message = requestMessage({ ...told, request: { ...told.request, facts } });

    expect(JSON.stringify(message)).toContain(words);
    await isAsKept(`message-unknown-password-${name}`, message);
  });
});

describe("the request's message, with the implementation service", () => {
  it("warns on the card", async () => {
    const told = states["waiting-for-approval"];
    if (told === undefined) throw new Error("No request waits for an approval");
    const hands = { ...allBy("implementation"), activate: "person" as const };
    const steps = planFor(told.request.draft, aTenant({ hands }), told.request.id);
    const message = requestMessage({ ...told, request: { ...told.request, plan: steps } });

    expect(JSON.stringify(message)).toContain("not a public one");
    await isAsKept("message-waiting-for-approval-implementation", message);
  });
});

describe("a production tenant's message", () => {
  it.each(["waiting-for-approval", "waiting-for-window", "waiting-for-activation"])(
    "%s",
    async (name) => {
      const told = states[name];
      if (told === undefined) throw new Error("No such state");

      const message = requestMessage({ ...told, tenant: strict });

      expect(JSON.stringify(message)).toContain("Acme production");
      await isAsKept(`message-production-${name}`, message);
    },
  );
});

describe("the thread", () => {
  it.each(Object.entries(states))("of %s", async (name, told) => {
    const replies = told.story.flatMap((one) => replyOf(one, told.request, told.tenant));

    expect(replies.length).toBeGreaterThan(0);
    await isAsKept(`thread-${name}`, replies);
  });
});
