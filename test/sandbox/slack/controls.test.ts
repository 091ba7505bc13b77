import type { App } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Slack } from "../../../sandbox/slack/slack.ts";
import { type Office, openOffice } from "./office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice("http", {
    groups: [
      { id: "S01", handle: "approvers", users: ["UBOB"] },
      { id: "S02", handle: "doers", users: ["UANN"] },
    ],
  });
});
afterEach(() => office.stop());

/** What came of a call: `ok`, or Slack's code. */
async function outcome(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    () => "ok",
    (reason: unknown) => reason,
  );
  const data = error instanceof Error && "data" in error ? error.data : undefined;
  return typeof data === "object" && data !== null && "error" in data ? data.error : error;
}

describe("what can befall the bot in a workspace", () => {
  it.each<
    [
      what: string,
      how: {
        readonly befall: (slack: Slack) => void;
        readonly undo: (slack: Slack) => void;
        readonly call: (app: App) => Promise<unknown>;
        readonly code: string;
      },
    ]
  >([
    [
      "its token is revoked",
      {
        befall: (slack) => slack.revokeBotToken(),
        undo: (slack) => slack.revokeBotToken(false),
        call: ({ client }) => client.users.info({ user: "UANN" }),
        code: "token_revoked",
      },
    ],
    [
      "a channel is deleted",
      {
        befall: (slack) => slack.deleteChannel("workday"),
        undo: (slack) => slack.giveBack("workday"),
        call: ({ client }) => client.chat.postMessage({ channel: "C01", text: "hi" }),
        code: "channel_not_found",
      },
    ],
    [
      "a channel is archived",
      {
        befall: (slack) => slack.archive("workday"),
        undo: (slack) => slack.giveBack("workday"),
        call: ({ client }) => client.chat.postMessage({ channel: "C01", text: "hi" }),
        code: "is_archived",
      },
    ],
    [
      "it is taken out of a channel",
      {
        befall: (slack) => slack.remove("workday"),
        undo: (slack) => slack.giveBack("workday"),
        call: ({ client }) => client.chat.postMessage({ channel: "C01", text: "hi" }),
        code: "not_in_channel",
      },
    ],
    [
      "a group is hidden",
      {
        befall: (slack) => slack.hideGroup("S01"),
        undo: (slack) => slack.hideGroup("S01", false),
        call: ({ client }) => client.usergroups.users.list({ usergroup: "S01" }),
        code: "no_such_subteam",
      },
    ],
  ])("%s, and it is undone", async (_what, { befall, undo, call, code }) => {
    const { slack, app } = office;
    befall(slack);
    const meanwhile = await outcome(call(app));
    undo(slack);

    expect([meanwhile, await outcome(call(app))]).toEqual([code, "ok"]);
  });

  it("a hidden group hides no other", async () => {
    office.slack.hideGroup("S01");

    const call = office.app.client.usergroups.users.list({ usergroup: "S02" });

    expect(await outcome(call)).toBe("ok");
  });
});
