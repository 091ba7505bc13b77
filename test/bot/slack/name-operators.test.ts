import { describe, expect, it } from "vitest";
import { refusals } from "../../../src/bot/blocks/messages.ts";
import { notice } from "../../../src/bot/blocks/notice.ts";
import { toMessage } from "../../../src/bot/slack/send-directly.ts";
import { toShown } from "../../../src/bot/slack/to-shown.ts";
import { requestId } from "../../support/data/a-request.ts";
import { openOffice } from "../support/an-office.ts";
import { privately, viewWith } from "../support/shown.ts";

const asks = { channel: "C0ISU", ...toMessage(refusals["not-a-requester"]) };

function footOf(contact: string): string {
  return JSON.stringify(toShown(asks, { operators: contact })["blocks"]);
}

describe("who the operators are", () => {
  it.each([
    ["C0OPERATORS", "<#C0OPERATORS>"],
    ["U0OPERATOR", "<@U0OPERATOR>"],
    ["S0OPERATORS", "<!subteam^S0OPERATORS>"],
    ["https://help.acme.example/isu?a=1&b", "<https://help.acme.example/isu?a=1&amp;b>"],
    ["the <service> desk", "the &lt;service&gt; desk"],
  ])("says who they are below what sends people to them: %s", (contact, shown) => {
    expect(footOf(contact)).toContain(`The bot's operators: ${shown}`);
  });

  it("does so in a window too, and keeps everything else", () => {
    const view = notice(refusals["cannot-tell-who-you-are"]);

    expect(toShown({ trigger_id: "1", view }, { operators: "the desk" })).toEqual({
      trigger_id: "1",
      view: {
        ...view,
        blocks: [
          ...view.blocks,
          {
            type: "context",
            elements: [{ type: "mrkdwn", text: "The bot's operators: the desk", verbatim: true }],
          },
        ],
      },
    });
  });

  it.each<[what: string, content: Record<string, unknown>]>([
    ["what says nothing of them", { ...toMessage(refusals.guest) }],
    ["what is no message", { users: "U0ANN" }],
    ["what is full", { blocks: Array.from({ length: 48 }, () => asks.blocks[0]) }],
  ])("leaves %s as it is", (_what, content) => {
    expect(toShown(content, { operators: "the desk" })).toEqual(content);
  });

  it("is said in what the bot answers and in its windows", async () => {
    const { slack } = await openOffice({ operators: "the service desk" });
    const cy = slack.person("cy");
    const words = "The bot's operators: the service desk";

    await cy.command("/workday-isu", "create", { channel: "all" });
    await cy.command("/workday-isu", `audit ${requestId}`, { channel: "all" });

    expect(await viewWith(slack, cy, words)).toContain("not on the list");
    expect(await privately(slack, cy, words)).toContain(
      "may not read the audit trail of any tenant",
    );
  });

  it("adds nothing where nobody is configured", () => {
    expect(toShown(asks, {})).toEqual(asks);
  });
});
