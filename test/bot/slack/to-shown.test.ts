import { describe, expect, it } from "vitest";
import { alert, section } from "../../../src/bot/blocks/block.ts";
import { notice } from "../../../src/bot/blocks/notice.ts";
import { toShown } from "../../../src/bot/slack/to-shown.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { openOffice } from "../support/an-office.ts";
import { viewWith } from "../support/shown.ts";

const danger = alert("warning", "*Careful.*");
const view = notice("Look.", [danger]);
const older = notice("Look.", [section("*Careful.*")]);

describe("what leaves for Slack", () => {
  it("has alerts in windows where the workspace shows them", () => {
    expect(toShown({ view }, { newerBlocks: true })).toEqual({ view });
  });

  it.each<[where: string, content: Record<string, unknown>, shown: Record<string, unknown>]>([
    ["a message", { text: "Look.", blocks: view.blocks }, { text: "Look.", blocks: older.blocks }],
    [
      "a Home tab",
      { user_id: "U0ANN", view: { type: "home", blocks: view.blocks } },
      { user_id: "U0ANN", view: { type: "home", blocks: older.blocks } },
    ],
  ])("has sections for them in %s, wherever it goes", (_where, content, shown) => {
    expect(toShown(content, { newerBlocks: true })).toEqual(shown);
  });

  it("has sections for them everywhere unless the operator says otherwise", () => {
    expect(toShown({ trigger_id: "1", view }, {})).toEqual({ trigger_id: "1", view: older });
  });

  it.each([
    ["a call", "create viva-learning"],
    ["an acknowledgement", "create"],
  ])("is changed so by %s", async (_how, command) => {
    const shown = await Promise.all(
      [true, false].map(async (newerBlocks) => {
        const production = aTenant({ production: true });
        const { slack } = await openOffice({ newerBlocks, deps: { tenants: [production] } });
        const ann = slack.person("ann");
        await ann.command("/workday-isu", command, { channel: "workday" });
        if (command === "create") {
          await viewWith(slack, ann, "Recipe");
          await ann.fill("recipe", ".blank");
          await ann.submit();
        }
        await viewWith(slack, ann, "PRODUCTION:");
        return JSON.stringify(ann.view()?.content.blocks);
      }),
    );

    expect(shown[0]).toContain('"type":"alert"');
    expect(shown[1]).not.toContain('"alert"');
  });
});
