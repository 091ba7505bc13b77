import { describe, expect, it } from "vitest";
import { problemsOf } from "../../../sandbox/slack/blocks/problems.ts";
import { HomeContent, MessageBlocks, ModalContent } from "../../../sandbox/slack/blocks/surface.ts";

function plain(text: string): { type: string; text: string } {
  return { type: "plain_text", text };
}

function option(value: string): object {
  return { text: plain(value), value };
}

const button = { type: "button", text: plain("Go") };
const textInput = {
  type: "input",
  label: plain("Name"),
  element: { type: "plain_text_input" },
};

function problemsInMessage(blocks: readonly object[]): readonly string[] {
  const input = { blocks };
  const { error } = MessageBlocks.safeParse(input);
  return error === undefined ? [] : problemsOf(error, input, "");
}

function problemsInModal(view: object): readonly string[] {
  const input = { type: "modal", title: plain("New"), blocks: [], ...view };
  const { error } = ModalContent.safeParse(input);
  return error === undefined ? [] : problemsOf(error, input, "/view");
}

function actions(...elements: readonly object[]): object {
  return { type: "actions", elements };
}

describe("blocks of a message", () => {
  it.each<[why: string, block: object, problem: string]>([
    [
      "a text that is too long",
      { type: "section", text: { type: "mrkdwn", text: "x".repeat(3001) } },
      "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
    ],
    [
      "an empty text",
      { type: "section", text: plain("") },
      "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
    ],
    [
      "a section without text",
      { type: "section" },
      "missing required field: text [json-pointer:/blocks/0]",
    ],
    [
      "an unknown block",
      { type: "marquee" },
      "unsupported type: marquee [json-pointer:/blocks/0/type]",
    ],
    ["an input", textInput, "unsupported type: input [json-pointer:/blocks/0/type]"],
    [
      "an unknown key",
      { type: "divider", colour: "red" },
      "invalid additional property: colour [json-pointer:/blocks/0]",
    ],
    [
      "a long button",
      actions({ ...button, text: plain("x".repeat(76)) }),
      "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
    ],
    [
      "a long button value",
      actions({ ...button, value: "x".repeat(2001) }),
      "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
    ],
    [
      "a long confirm button",
      actions({ ...button, confirm: { text: plain("Sure?"), confirm: plain("x".repeat(31)) } }),
      "must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/confirm/text]",
    ],
    [
      "an overflow menu of one",
      actions({ type: "overflow", options: [option("a")] }),
      "no less than 2 items allowed [json-pointer:/blocks/0/elements/0/options]",
    ],
    [
      "an overflow menu of six",
      actions({ type: "overflow", options: Array.from("abcdef", option) }),
      "no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]",
    ],
    [
      "an overflow menu whose entry has a long value",
      actions({
        type: "overflow",
        options: [option("a"), { text: plain("b"), value: "x".repeat(76) }],
      }),
      "must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/1/value]",
    ],
    [
      "an overflow menu with one value twice",
      actions({ type: "overflow", options: [option("a"), option("a")] }),
      "must not hold one value twice [json-pointer:/blocks/0/elements/0/options]",
    ],
    [
      "a select of 101",
      actions({
        type: "static_select",
        options: Array.from({ length: 101 }, (_, index) => option(String(index))),
      }),
      "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]",
    ],
    [
      "a select without options",
      actions({ type: "static_select" }),
      "must have either options or option_groups [json-pointer:/blocks/0/elements/0/options]",
    ],
    [
      "an initial option that is not offered",
      actions({ type: "static_select", options: [option("a")], initial_option: option("b") }),
      "must match one of the options [json-pointer:/blocks/0/elements/0/initial_option]",
    ],
    [
      "more chosen from the start than may be chosen",
      actions({
        type: "multi_external_select",
        max_selected_items: 1,
        initial_options: [option("a"), option("b")],
      }),
      "no more than max_selected_items allowed [json-pointer:/blocks/0/elements/0/initial_options]",
    ],
    [
      "one option chosen twice from the start",
      actions({ type: "multi_external_select", initial_options: [option("a"), option("a")] }),
      "must not hold one value twice [json-pointer:/blocks/0/elements/0/initial_options]",
    ],
    [
      "no option chosen from the start, in a list",
      actions({ type: "multi_external_select", initial_options: [] }),
      "no less than 1 items allowed [json-pointer:/blocks/0/elements/0/initial_options]",
    ],
    [
      "the same action id twice in a block",
      actions({ ...button, action_id: "go" }, { ...button, action_id: "go" }),
      '`action_id` "go" already exists for another element [json-pointer:/blocks/0]',
    ],
  ])("refuses %s", (_why, block, problem) => {
    expect(problemsInMessage([block])).toEqual([problem]);
  });

  it("refuses 51 blocks and takes 50", () => {
    const divider = { type: "divider" };

    expect(problemsInMessage(Array.from({ length: 50 }, () => divider))).toEqual([]);
    expect(problemsInMessage(Array.from({ length: 51 }, () => divider))).toEqual([
      "no more than 50 items allowed [json-pointer:/blocks]",
    ]);
  });

  it("refuses a block id that is there already", () => {
    const divider = { type: "divider", block_id: "line" };

    expect(problemsInMessage([divider, divider])).toEqual([
      '`block_id` "line" already exists for another block [json-pointer:/blocks/1/block_id]',
    ]);
  });
});

describe("a modal", () => {
  it.each<[why: string, view: object, problem: string]>([
    [
      "a title of 25",
      { title: plain("x".repeat(25)) },
      "must be less than 25 characters [json-pointer:/view/title/text]",
    ],
    ["no title", { title: undefined }, "missing required field: title [json-pointer:/view]"],
    [
      "inputs without submit",
      { blocks: [textInput] },
      "missing required field: submit [json-pointer:/view]",
    ],
    [
      "long private metadata",
      { private_metadata: "x".repeat(3001) },
      "must be less than 3001 characters [json-pointer:/view/private_metadata]",
    ],
    [
      "a button as an input",
      { submit: plain("Send"), blocks: [{ ...textInput, element: button }] },
      "unsupported type: button [json-pointer:/view/blocks/0/element/type]",
    ],
    [
      "a number input that does not say whether decimals are allowed",
      { submit: plain("Send"), blocks: [{ ...textInput, element: { type: "number_input" } }] },
      "missing required field: is_decimal_allowed [json-pointer:/view/blocks/0/element]",
    ],
  ])("refuses %s", (_why, view, problem) => {
    expect(problemsInModal(view)).toEqual([problem]);
  });

  it("alone takes an alert", () => {
    const alert = { type: "alert", level: "warning", text: { type: "mrkdwn", text: "*Careful*" } };

    expect(problemsInModal({ blocks: [alert] })).toEqual([]);
    expect(problemsInModal({ blocks: [{ ...alert, level: "loud" }] })).toHaveLength(1);
    expect(problemsInMessage([alert])).toEqual([
      "unsupported type: alert [json-pointer:/blocks/0/type]",
    ]);
    expect(HomeContent.safeParse({ type: "home", blocks: [alert] }).success).toBe(false);
  });

  it("takes inputs when there is a submit button", () => {
    expect(problemsInModal({ submit: plain("Send"), blocks: [textInput] })).toEqual([]);
  });
});
