import { describe, expect, it } from "vitest";
import type { Event } from "../../../src/flows/request/event.ts";
import { anAsking, expiresAt, requestId } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ben, dan } from "../../support/data/people.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { clicksOf } from "../support/clicks-of.ts";
import { anyText, like } from "../support/like.ts";
import { keepRequest, onlyMessage, privately, viewWith } from "../support/shown.ts";
import { send, someone } from "../support/signed.ts";

const handed: Event = { kind: "handed-over", step: "create-security-group", expiresAt };

async function openShown(...events: Event[]): Promise<Office> {
  const tenant = aTenant({ hands: allBy("person") });
  const office = await openOffice({ deps: { tenants: [tenant] } });
  await keepRequest(office.store, ...events);
  await office.outbox.whenSettled();
  return office;
}

describe("a button", () => {
  it.each<[button: string, events: Event[], command: object]>([
    ["Approve", [anAsking()], { kind: "approve", digest: "sha256:shown" }],
    ["Done", [handed], { kind: "report-done", step: "create-security-group" }],
    [
      "Start",
      [{ kind: "handed-over", step: "activate", expiresAt, needsStart: true }],
      { kind: "start", step: "activate" },
    ],
    ["Look again", [{ kind: "done" }], { kind: "look-again" }],
    [
      "Try again",
      [
        {
          kind: "step-failed",
          step: "create-user",
          words: "No",
          isAnswered: true,
          expiresAt,
        },
      ],
      { kind: "retry" },
    ],
    [
      "Clean up again",
      [
        { kind: "closing", closing: { kind: "expired" }, plan: [] },
        { kind: "left-behind", item: { what: "account", words: "It stays." } },
        { kind: "ended" },
      ],
      { kind: "clean-up-again" },
    ],
  ])("%s is written down before it is acknowledged, once", async (button, events, command) => {
    const office = await openShown(...events);
    const { slack } = office;
    const person = slack.person("ben");

    slack.deliverTwice({ isAtOnce: true });
    const pressed = await person.press(onlyMessage(slack), button, { isConfirmed: true });

    expect(pressed).toEqual({ kind: "sent" });
    expect(clicksOf(office)).toEqual([
      {
        id: anyText(),
        by: ben,
        request: requestId,
        answerTo: { kind: "response", url: like("http") },
        command,
      },
    ]);
  });

  it("asks to confirm an approval and says what it activates", async () => {
    const { slack } = await openShown(anAsking());

    const dialog = await slack.person("ben").press(onlyMessage(slack), "Approve");

    expect(dialog).toMatchObject({
      kind: "confirm",
      dialog: { text: like("everything that is pending in Acme sandbox") },
    });
  });

  it("is another click when it is pressed again", async () => {
    const office = await openShown(anAsking());
    const person = office.slack.person("ben");

    await person.press(onlyMessage(office.slack), "Approve", { isConfirmed: true });
    await person.press(onlyMessage(office.slack), "Approve", { isConfirmed: true });

    expect(new Set(clicksOf(office).map(({ id }) => id)).size).toBe(2);
  });
});

describe("a reason", () => {
  it("is asked for by Deny, and is sent with the digest", async () => {
    const office = await openShown(anAsking());
    const { slack } = office;
    const person = slack.person("ben");

    await person.press(onlyMessage(slack), "Deny");
    await viewWith(slack, person, "Why is it denied?");
    await person.fill("reason", "  ");
    expect(await person.submit()).toMatchObject({ kind: "errors", isSent: true });
    await person.fill("reason", "Not before the audit\u2800");
    expect(await person.submit()).toMatchObject({ errors: { reason: like("U+2800") } });
    await person.fill("reason", "Not before the <audit>");
    await person.submit();
    await viewWith(slack, person, "is recorded");

    expect(clicksOf(office)).toMatchObject([
      {
        by: ben,
        answerTo: { kind: "view" },
        command: { kind: "deny", digest: "sha256:shown", reason: "Not before the <audit>" },
      },
    ]);
  });

  it("is asked for by I can't", async () => {
    const office = await openShown(handed);
    const { slack } = office;
    const person = slack.person("dan");

    await person.press(onlyMessage(slack), "I can't");
    await viewWith(slack, person, "What stood in the way?");
    await person.fill("reason", "No\u202eaccess");
    expect(await person.submit()).toMatchObject({ errors: { reason: like("U+202E") } });
    await person.fill("reason", "No access");
    await person.submit();
    await viewWith(slack, person, "is recorded");

    expect(clicksOf(office)).toMatchObject([
      {
        by: dan,
        command: { kind: "report-refused", step: "create-security-group", why: "No access" },
      },
    ]);
  });

  it.each([
    ["cy", "You are not on the approver list"],
    ["gus", "Guests of this workspace"],
    ["fay", "Only people of this workspace"],
    ["ann", "You are not on the approver list"],
  ])("is not asked of %s, who may not decide", async (name, words) => {
    const office = await openShown(anAsking());
    const { slack } = office;
    const person = slack.person(name);

    await person.press(onlyMessage(slack), "Deny");

    await privately(slack, person, words);
    expect(person.view()).toBeUndefined();
    expect(clicksOf(office)).toEqual([]);
  });

  it("is asked for all the same when Slack cannot say who it is: the click decides", async () => {
    const { slack } = await openShown(anAsking());
    slack.failNext({ method: "users.info", kind: "delay", ms: 4000, times: 3 });
    const person = slack.person("ben");

    await person.press(onlyMessage(slack), "Deny");

    expect(await viewWith(slack, person, "Why is it denied?")).toContain("[Deny]");
  });
});

describe("what the bot does not know", () => {
  it.each([
    ["a button", aPress("gone-for-good"), 200],
    ["an option list", anOptionRequest(), 200],
    ["a window", aSubmission(), 200],
  ])("acknowledges %s, so that nothing hangs", async (_what, payload, status) => {
    const { url } = await openOffice();

    const answer = await send(url, payload);

    expect(answer.status).toBe(status);
  });

  it("turns away what is not signed by Slack", async () => {
    const { url } = await openOffice();

    const answer = await send(url, aPress("approve"), "another secret");

    expect(answer.status).toBe(401);
  });
});

describe("health", () => {
  it.each([
    [true, 200],
    [false, 503],
  ])("is ready: %s", async (ready, status) => {
    const { url } = await openOffice({ deps: { isReady: async () => ready } });

    expect((await fetch(new URL("/readyz", url))).status).toBe(status);
    expect((await fetch(new URL("/healthz", url))).status).toBe(200);
  });

  it("is not ready when it cannot tell", async () => {
    const { url } = await openOffice({
      deps: { isReady: () => Promise.reject(new Error("no database")) },
    });

    expect((await fetch(new URL("/readyz", url))).status).toBe(503);
  });

  it("waits for what is running when it is drained", async () => {
    const { promise: written, resolve } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const { bot, url } = await openOffice({
      deps: {
        engine: {
          start: () => {
            arrive();
            return written;
          },
        },
      },
    });
    const pressed = send(url, aPress("withdraw", JSON.stringify({ request: requestId })));
    await arrived;

    expect(await bot.drain(50)).toBe(false);
    resolve();
    expect((await pressed).status).toBe(200);
  });
});

function aPress(action: string, value = "{}"): object {
  return {
    ...someone,
    type: "block_actions",
    container: {},
    response_url: "",
    actions: [{ type: "button", action_id: action, block_id: "b", action_ts: "1.2", value }],
  };
}

function aSubmission(): object {
  const view = {
    id: "V1",
    hash: "1.h",
    type: "modal",
    callback_id: "gone-for-good",
    private_metadata: "",
    state: { values: {} },
  };
  return { ...someone, type: "view_submission", view };
}

function anOptionRequest(): object {
  return {
    ...someone,
    type: "block_suggestion",
    action_id: "gone-for-good",
    block_id: "b",
    value: "x",
  };
}
