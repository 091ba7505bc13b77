import { describe, expect, it } from "vitest";
import {
  parseFormMetadata,
  parseRequestMetadata,
  parseStepMetadata,
} from "../../../src/bot/payloads/metadata.ts";
import { parseClick } from "../../../src/bot/payloads/parse-click.ts";
import {
  parseCommand,
  parsePress,
  parseSuggestion,
} from "../../../src/bot/payloads/parse-payload.ts";
import { createBoltLog } from "../../../src/bot/slack/bolt-log.ts";
import { requestId } from "../../support/data/a-request.ts";
import { ann } from "../../support/data/people.ts";
import { createFakeLog } from "../../support/fakes/fake-log.ts";

const action = { action_id: "approve", action_ts: "1.2" };
const body = { trigger_id: "1.2.3", response_url: "", view: null };

describe("readPress", () => {
  it.each<[who: string, from: object, by: string]>([
    ["the workspace's own", { user: { id: "U1", team_id: "T1" }, team: { id: "T1" } }, "T1:U1"],
    ["another company's", { user: { id: "U1", team_id: "T2" }, team: { id: "T1" } }, "T2:U1"],
    ["one without a team of their own", { user: { id: "U1" }, team: { id: "T1" } }, "T1:U1"],
    ["one in no workspace", { user: { id: "U1", team_id: "T1" }, team: null }, "T1:U1"],
    [
      "a colleague in the same organisation, who is one person wherever they click",
      { user: { id: "W1", team_id: "T2" }, team: { id: "T1", enterprise_id: "E1" } },
      "T1:W1",
    ],
  ])("names %s", (_who, from, by) => {
    expect(parsePress({ ...body, ...from }, action)).toEqual({
      id: `${by}:1.2:approve`,
      by,
      action: "approve",
      value: "",
      triggerId: "1.2.3",
    });
  });

  it("throws for nobody", () => {
    const from = { user: { id: "nobody" }, team: null };

    expect(() => parsePress({ ...body, ...from }, action)).toThrow("cannot be read");
  });
});

describe("what we wrote ourselves", () => {
  const click = {
    id: "1",
    by: ann,
    request: requestId,
    answerTo: { kind: "person" },
    command: { kind: "retry" },
  };

  it("comes back as it was", () => {
    expect(parseClick(JSON.stringify(click))).toEqual(click);
  });

  it.each<[what: string, read: () => unknown]>([
    ["a click with more", () => parseClick(JSON.stringify({ ...click, more: 1 }))],
    ["a click of nobody", () => parseClick(JSON.stringify({ ...click, by: "U1" }))],
    ["a button without a request", () => parseRequestMetadata('{"request":"7"}')],
    [
      "a button with an unknown step",
      () => parseStepMetadata(`{"request":"${requestId}","step":"x"}`),
    ],
    [
      "a form of no tenant",
      () => parseFormMetadata(`{"id":"${requestId}","tenant":"-","recipe":""}`),
    ],
  ])("throws for %s", (_what, read) => {
    expect(read).toThrow(/"(?:code|message)"/);
  });
});

it("takes a command and a search without text", () => {
  const typed = {
    team_id: "T1",
    user_id: "U1",
    trigger_id: "1",
    channel_id: "C1",
    response_url: "u",
  };

  expect(parseCommand(typed)).toMatchObject({ by: "T1:U1", text: "" });
  expect(parseSuggestion({ view: { private_metadata: "m" } })).toEqual({ text: "", form: "m" });
});

it("hands Bolt's warnings on, without the objects beside them", () => {
  const log = createFakeLog();
  const logger = createBoltLog(log);

  logger.debug("nothing");
  logger.info("nothing");
  logger.warn("slow", { token: "xoxb-1" });
  logger.error(new TypeError("xoxb-1"));
  logger.error({ token: "xoxb-1" });
  logger.setName("any");

  expect(log.lines.map(({ level, text }) => [level, text])).toEqual([
    ["warn", "slow"],
    ["error", "TypeError"],
    ["error", "Bolt logged something that is no text"],
  ]);
});
