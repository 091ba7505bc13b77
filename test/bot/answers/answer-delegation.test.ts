import { describe, expect, it } from "vitest";
import { answerDelegation } from "../../../src/bot/answers/answer-delegation.ts";
import type { BotParts } from "../../../src/bot/slack/deps.ts";
import type { DelegationReply } from "../../../src/flows/ports/delegations.ts";
import type { DelegationOrder } from "../../../src/flows/request/delegation.ts";
import { aDelegation, delegating, delegationId } from "../../support/data/a-delegation.ts";
import { ben } from "../../support/data/people.ts";
import { createFakeSlack, type FakeSlack, refuses, says } from "../support/fake-slack.ts";
import { like } from "../support/like.ts";

const order: DelegationOrder = {
  id: "order-1",
  by: ben,
  viewId: "V1",
  command: { kind: "end", delegation: delegationId },
};
const ended: DelegationReply = { kind: "ended", delegation: aDelegation() };
const opens = { "conversations.open": () => says({ ok: true, channel: { id: "D1" } }) };
const posts = { "chat.postMessage": () => says({ ok: true }) };

function answer(slack: FakeSlack, reply = ended, tenants = [delegating()], sent = order) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it reads no more than the tenants
  const deps = { tenants } as unknown as BotParts["deps"];
  return answerDelegation({ deps, slack }, sent, reply);
}

describe("answerDelegation", () => {
  it("answers in the window, and tells the delegate", async () => {
    const slack = createFakeSlack({ "views.update": () => says({ ok: true }), ...opens, ...posts });

    expect(await answer(slack)).toEqual({ ok: true, value: undefined });
    expect(slack.calls).toEqual(["views.update", "conversations.open", "chat.postMessage"]);
  });

  it("tells nobody else of what was refused", async () => {
    const slack = createFakeSlack({ "views.update": () => says({ ok: true }) });

    expect(await answer(slack, { kind: "refused", refusal: "guest" })).toMatchObject({ ok: true });
    expect(slack.calls).toEqual(["views.update"]);
  });

  it("gives back a delegation that was not made, in the window or directly", async () => {
    const { by: _by, ...delegation } = aDelegation({ reason: "On <holiday>" });
    const sent = { ...order, command: { kind: "delegate" as const, delegation } };
    const shown: string[] = [];

    function keep(body: URLSearchParams) {
      shown.push(body.toString());
      return says({ ok: true });
    }

    const open = createFakeSlack({ "views.update": keep });
    const closed = createFakeSlack({
      "views.update": () => refuses("not_found"),
      ...opens,
      "chat.postMessage": keep,
    });

    await answer(open, { kind: "refused", refusal: "given-up" }, [delegating()], sent);
    await answer(closed, { kind: "refused", refusal: "given-up" }, [delegating()], sent);

    expect(shown.map((one) => decodeURIComponent(one.replaceAll("+", " ")))).toEqual([
      like("On <holiday>"),
      like("On <holiday>"),
    ]);
  });

  it("names the tenant as it is called where it is not configured any more", async () => {
    const texts: (string | null)[] = [];
    const slack = createFakeSlack({
      "views.update": () => says({ ok: true }),
      ...opens,
      "chat.postMessage": (sent) => {
        texts.push(sent.get("text"));
        return says({ ok: true });
      },
    });

    await answer(slack, ended, []);

    expect(texts).toEqual([like("You no longer decide for")]);
  });

  it("answers directly where the window is closed, and says where that fails too", async () => {
    const closed = { "views.update": () => refuses("not_found") };
    const open = createFakeSlack({ ...closed, ...opens, ...posts });
    const shut = createFakeSlack({
      ...closed,
      ...opens,
      "chat.postMessage": () => refuses("restricted_action"),
    });

    expect(await answer(open)).toMatchObject({ ok: true });
    expect(open.calls.filter((call) => call === "chat.postMessage")).toHaveLength(2);
    expect(await answer(shut)).toMatchObject({ ok: false, error: { outside: "Slack" } });
  });
});
