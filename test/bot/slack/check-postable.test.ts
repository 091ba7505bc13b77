import { describe, expect, it } from "vitest";
import { createChannels, createCheckPostable } from "../../../src/bot/slack/check-postable.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";
import { createFakeLog } from "../../support/fakes/fake-log.ts";
import { createFakeSlack, refuses, says } from "../support/fake-slack.ts";

const open = { is_ext_shared: false, is_member: true };

function channelThat(is: object): () => Response {
  return () => says({ ok: true, channel: { ...open, ...is } });
}

describe("a tenant's channel", () => {
  it.each<[state: string, what: string, answer: () => Response]>([
    ["open", "takes what is posted", channelThat({})],
    ["shared", "is shared with another company", channelThat({ is_ext_shared: true })],
    ["shared", "is about to be", channelThat({ is_pending_ext_shared: true })],
    ["gone", "is archived", channelThat({ is_archived: true })],
    ["gone", "does not have the bot", channelThat({ is_member: false })],
    ["gone", "is not known to Slack", () => refuses("channel_not_found")],
    ["cannot-tell", "is not said to be shared or not", channelThat({ is_ext_shared: undefined })],
    ["cannot-tell", "is asked for while Slack has trouble", () => refuses("internal_error")],
  ])("is %s where it %s", async (state, _what, answer) => {
    const slack = createFakeSlack({ "conversations.info": answer });
    const check = createCheckPostable({ now: () => instant(0), log: createFakeLog() }, slack);

    expect(await createChannels({ tenants: [aTenant()] }, check).check(acme)).toBe(state);
  });

  it("cannot be told of a tenant that the configuration does not name", async () => {
    const slack = createFakeSlack({ "conversations.info": channelThat({}) });
    const check = createCheckPostable({ now: () => instant(0), log: createFakeLog() }, slack);

    expect(await createChannels({ tenants: [] }, check).check(acme)).toBe("cannot-tell");
    expect(slack.calls).toEqual([]);
  });

  it("that is shared is a line in the log when it begins, and when it ends", async () => {
    const log = createFakeLog();
    let isShared = true;
    const slack = createFakeSlack({
      "conversations.info": () => channelThat({ is_ext_shared: isShared })(),
    });
    const check = createCheckPostable({ now: () => instant(0), log }, slack);

    await check(acme, "C1");
    await check(acme, "C1");
    expect(log.lines.map(({ text }) => text)).toEqual([
      "the channel is shared with another company: nothing is posted there",
    ]);
    isShared = false;
    await check(acme, "C1");
    await check(acme, "C1");

    expect(log.lines.slice(1).map(({ text }) => text)).toEqual(["the channel is no longer shared"]);
  });
});
