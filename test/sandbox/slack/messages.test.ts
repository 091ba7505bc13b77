import type { App } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { type Office, openOffice } from "./office.ts";

let office: Office;
afterEach(() => office.stop());

const approve = {
  type: "button",
  action_id: "approve",
  text: { type: "plain_text", text: "Approve" },
  value: "request-1",
} as const;
const withConfirm = {
  ...approve,
  confirm: {
    text: { type: "plain_text", text: "Really?" },
    confirm: { type: "plain_text", text: "Yes, approve" },
  },
} as const;

/** What a call was refused with: Slack's code. */
async function refusal(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const data = error instanceof Error && "data" in error ? error.data : undefined;
  return typeof data === "object" && data !== null && "error" in data ? data.error : error;
}

describe("the Web API", () => {
  beforeEach(async () => {
    office = await openOffice("http");
  });

  it.each<[code: string, call: (app: App) => Promise<unknown>]>([
    ["no_text", ({ client }) => client.chat.postMessage({ channel: "C01", text: "" })],
    ["not_in_channel", ({ client }) => client.chat.postMessage({ channel: "C02", text: "hi" })],
    ["channel_not_found", ({ client }) => client.chat.postMessage({ channel: "C9", text: "hi" })],
    [
      "invalid_blocks",
      ({ client }) =>
        client.chat.postMessage({ channel: "C01", text: "hi", blocks: [{ type: "marquee" }] }),
    ],
    [
      "message_not_found",
      ({ client }) => client.chat.update({ channel: "C01", ts: "1.0", text: "x" }),
    ],
    [
      "cannot_reply_to_message",
      ({ client }) =>
        client.chat.postMessage({ channel: "C01", text: "hi", thread_ts: "1.000000" }),
    ],
    [
      "user_not_in_channel",
      ({ client }) => client.chat.postEphemeral({ channel: "C01", user: "UEVE", text: "hi" }),
    ],
    ["user_not_found", ({ client }) => client.users.info({ user: "U9" })],
    ["users_not_found", ({ client }) => client.users.lookupByEmail({ email: "no@one.example" })],
    ["no_such_subteam", ({ client }) => client.usergroups.users.list({ usergroup: "S9" })],
    ["unknown_method", ({ client }) => client.apiCall("chat.shout", {})],
    ["invalid_auth", ({ client }) => client.auth.test({ token: "xoxb-wrong" })],
    ["not_allowed_token_type", ({ client }) => client.auth.test({ token: "xapp-test" })],
  ])("refuses with %s", async (code, call) => {
    expect(await refusal(call(office.app))).toBe(code);
  });

  it("answers a free plan's user group with plan_upgrade_required", async () => {
    office.slack.setUserGroupsAvailable(false);

    const call = office.app.client.usergroups.users.list({ usergroup: "S01" });

    expect(await refusal(call)).toBe("plan_upgrade_required");
  });

  it("refuses to post to an archived channel", async () => {
    office.slack.archive("workday");

    const call = office.app.client.chat.postMessage({ channel: "C01", text: "hi" });

    expect(await refusal(call)).toBe("is_archived");
  });

  it("shows metadata in the history only to those who ask for it", async () => {
    const { client } = office.app;
    const metadata = { event_type: "request", event_payload: { id: "r-1" } };
    await client.chat.postMessage({ channel: "C01", text: "first", metadata });
    await client.chat.postMessage({ channel: "C01", text: "second" });

    const bare = await client.conversations.history({ channel: "C01" });
    const full = await client.conversations.history({ channel: "C01", include_all_metadata: true });

    expect(bare.messages?.map(({ text, metadata: found }) => [text, found])).toEqual([
      ["second", undefined],
      ["first", undefined],
    ]);
    expect(full.messages?.[1]?.metadata).toEqual(metadata);
  });

  it("pages through the history, forward from `oldest`", async () => {
    const { client } = office.app;
    const posted: string[] = [];
    for (const text of ["a", "b", "c", "d"]) {
      const { ts = "" } = await client.chat.postMessage({ channel: "C01", text });
      posted.push(ts);
    }

    const page = await client.conversations.history({
      channel: "C01",
      oldest: posted[0] ?? "",
      limit: 2,
    });
    const rest = await client.conversations.history({
      channel: "C01",
      oldest: posted[0] ?? "",
      limit: 2,
      cursor: page.response_metadata?.next_cursor ?? "",
    });

    expect(page.messages?.map(({ text }) => text)).toEqual(["c", "b"]);
    expect(page.has_more).toBe(true);
    expect(rest.messages?.map(({ text }) => text)).toEqual(["d"]);
    expect(rest.has_more).toBe(false);
  });

  it("posts to a person in their own conversation with the app", async () => {
    await office.app.client.chat.postMessage({ channel: "UANN", text: "hello Ann" });

    expect(office.slack.directMessages("ann").map(textOf)).toEqual(["hello Ann"]);
  });

  it("remembers whom a text notifies, and that escaped marks notify nobody", async () => {
    await office.app.client.chat.postMessage({ channel: "C01", text: "<@UBOB> &lt;!here&gt;" });
    await office.app.client.chat.postMessage({ channel: "C01", text: "<!channel>" });

    expect(office.slack.mentions).toEqual([
      { kind: "user", id: "UBOB", where: "C01" },
      { kind: "channel", id: "", where: "C01" },
    ]);
  });
});

describe("scopes", () => {
  it("names the scope that a method lacks", async () => {
    office = await openOffice("http", { scopes: ["commands", "chat:write"] });

    const error: unknown = await office.app.client.users
      .info({ user: "UANN" })
      .catch((reason: unknown) => reason);

    expect(error).toMatchObject({
      data: { error: "missing_scope", needed: "users:read", provided: "commands,chat:write" },
    });
  });
});

describe("a button", () => {
  beforeEach(async () => {
    office = await openOffice("http");
  });

  it("sends nothing before its dialog is answered with yes", async () => {
    const { slack, app } = office;
    const presses: unknown[] = [];
    app.action("approve", async ({ ack, action, body }) => {
      presses.push([body.user.id, action.type === "button" ? action.value : undefined]);
      await ack();
    });
    const blocks = [{ type: "actions" as const, elements: [withConfirm] }];
    await app.client.chat.postMessage({ channel: "C01", text: "Approve?", blocks });
    const [message] = slack.messages("workday");
    if (message === undefined) throw new Error("nothing was posted");

    const pressed = await slack.person("bob").press(message, "Approve");
    expect(presses).toEqual([]);
    if (pressed.kind !== "confirm") throw new Error("no dialog was shown");
    pressed.no();
    await pressed.yes();

    expect(pressed.dialog).toEqual({
      title: "Are you sure?",
      text: "Really?",
      confirm: "Yes, approve",
      deny: "No",
    });
    expect(presses).toEqual([["UBOB", "request-1"]]);
  });

  it("is gone after the message was edited, except for whoever did not see that yet", async () => {
    const { slack, app } = office;
    app.action("approve", async ({ ack, respond }) => {
      await ack();
      await respond({ replace_original: true, text: "Approved", blocks: [] });
    });
    const blocks = [{ type: "actions" as const, elements: [approve] }];
    await app.client.chat.postMessage({ channel: "C01", text: "Approve?", blocks });
    const [before] = slack.messages("workday");
    if (before === undefined) throw new Error("nothing was posted");

    await slack.person("bob").press(before, "Approve");
    const after = await slack.until(() => slack.messages("workday").find((m) => m.isEdited));

    expect(textOf(before)).toBe("[Approve]");
    expect(textOf(after)).toBe("Approved");
    await expect(slack.person("ann").press(before, "Approve")).rejects.toThrow(
      'no button "Approve"',
    );
    expect(await slack.person("ann").press(before, "Approve", { isStale: true })).toEqual({
      kind: "sent",
    });
  });

  it("shows trouble when the bot does not answer", async () => {
    const { slack, app } = office;
    const blocks = [{ type: "actions" as const, elements: [approve] }];
    await app.client.chat.postMessage({ channel: "C01", text: "Approve?", blocks });
    slack.pointAt({ kind: "http", url: "http://127.0.0.1:9/slack/events" });
    const [message] = slack.messages("workday");
    if (message === undefined) throw new Error("nothing was posted");

    const outcome = await slack.person("bob").press(message, "Approve");

    expect(outcome).toEqual({ kind: "trouble", message: "The app did not answer." });
  });
});

describe("faults on request", () => {
  beforeEach(async () => {
    office = await openOffice("http");
  });

  it("answers with a rate limit and its Retry-After", async () => {
    office.slack.failNext({ method: "auth.test", kind: "ratelimit", retryAfterSeconds: 7 });

    const answer = await fetch(`${office.slack.apiUrl}auth.test`, { method: "POST" });

    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "7"]);
  });

  it("cuts the line after the message was posted", async () => {
    office.slack.failNext({ method: "chat.postMessage", kind: "cut", isPerformed: true });

    const error: unknown = await office.app.client.chat
      .postMessage({ channel: "C01", text: "posted all the same" })
      .catch((reason: unknown) => reason);

    expect(error).toMatchObject({ code: "slack_webapi_request_error" });
    expect(office.slack.messages("workday").map(textOf)).toEqual(["posted all the same"]);
  });

  it("finds a text in the traffic whatever its encoding", async () => {
    const canary = 'p"ss & wörd';
    await office.app.client.chat.postMessage({
      channel: "C01",
      text: "hi",
      blocks: [{ type: "section", text: { type: "plain_text", text: canary } }],
    });

    expect(office.slack.trafficWith(canary).map(({ direction }) => direction)).toEqual([
      "from-bot",
      "to-bot",
    ]);
    expect(office.slack.trafficWith("another secret")).toEqual([]);
  });

  it("tells what there is to see when something awaited does not happen", async () => {
    await office.app.client.chat.postMessage({ channel: "C01", text: "still waiting" });

    const wait = office.slack.until(() => undefined, { within: 10, what: "the approval" });

    await expect(wait).rejects.toThrow(
      /the approval did not happen within 10 ms[^]*#workday \(C01\)\n {2}still waiting/,
    );
  });
});
