import { describe, expect, it } from "vitest";
import { z } from "zod";
import { OverflowOption } from "../../../sandbox/slack/blocks/option.ts";
import { buttonRow } from "../../../src/bot/blocks/button-row.ts";
import { actions } from "../../../src/bot/payloads/action-ids.ts";
import { pressChosen, toMenuIds } from "../../../src/bot/payloads/menu.ts";

const Row = z.object({
  elements: z.array(z.object({ text: z.object({ text: z.string() }).optional() })),
});
const digest = `sha256:${"0".repeat(64)}`;
const card = JSON.stringify({ request: "ISU-7F3K9QPM", digest });
const request = JSON.stringify({ request: "ISU-7F3K9QPM" });

function chosen(menu: string, value: string) {
  const option = { text: { type: "plain_text", text: "It" }, value };
  const action = { type: "overflow", action_id: menu, selected_option: option, action_ts: "1.2" };
  return { type: "block_actions", user: { id: "UBEN" }, actions: [action] };
}

describe("a menu", () => {
  it.each(Object.values(actions))("keeps to Slack's limits with the longest card: %s", (id) => {
    const { menu, values } = toMenuIds([{ id, value: card }]);
    expect(menu.length).toBeLessThanOrEqual(255);
    expect(OverflowOption.shape.value.safeParse(values[0]).success).toBe(true);
  });

  it("comes in as the press of the button that was chosen, with what that one carries", () => {
    const { menu, values } = toMenuIds([
      { id: "postpone", value: card },
      { id: "edit", value: request },
    ]);
    const [first = "", second = ""] = values;

    expect(pressChosen(chosen(menu, first))).toEqual({
      type: "block_actions",
      user: { id: "UBEN" },
      actions: [{ type: "button", action_id: "postpone", value: card, action_ts: "1.2" }],
    });
    expect(pressChosen(chosen(menu, second)).actions).toEqual([
      { type: "button", action_id: "edit", value: request, action_ts: "1.2" },
    ]);
  });

  it.each([
    { type: "view_submission", view: {} },
    { type: "block_actions", actions: [{ type: "button", action_id: "edit", value: request }] },
    chosen("of-somebody-else", "edit request"),
  ])("leaves alone what is none of it: %j", (body) => {
    expect(pressChosen(body)).toEqual(body);
  });
});

describe("a row of buttons", () => {
  it.each<[deciding: string, rare: string, shown: string[]]>([
    ["Approve Deny Ask", "Note Later Plan Edit Withdraw", ["Approve", "Deny", "Ask", "⋯"]],
    ["Done", "Plan Edit", ["Done", "⋯"]],
    ["Done", "Plan", ["Done", "Plan"]],
    ["", "Plan Edit Withdraw", ["Plan", "⋯"]],
    ["", "Plan Withdraw", ["Plan", "Withdraw"]],
    ["Approve", "1 2 3 4 5 6", ["Approve", "1", "⋯"]],
  ])("of what decides (%s) and what is rare (%s)", (deciding, rare, shown) => {
    expect(namesOf(buttonRow(toSpecs(deciding), toSpecs(rare)))).toEqual(shown);
  });
});

function toSpecs(names: string) {
  const all = names.split(" ").filter((name) => name !== "");
  return all.map((name) => ({ id: name.toLowerCase(), text: name, value: request }));
}

function namesOf(block: ReturnType<typeof buttonRow>): readonly string[] {
  const { elements } = Row.parse(block);
  return elements.map(({ text }) => text?.text ?? "⋯");
}
