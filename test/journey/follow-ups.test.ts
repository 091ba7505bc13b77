import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import {
  allWithPlay,
  askForPlan,
  confirmPlan,
  isTold,
  ownNames,
  press,
  sendChange,
} from "../support/processes/play.ts";

describe("what comes next, where the guide asks for an API client", () => {
  const play = allWithPlay();

  it("is named in the channel and to the requester, and one press opens its form", async () => {
    const { ann, bob, cy, slack } = play();
    const names = ownNames();
    await askForPlan(play(), ann, names, "kolleno");
    const request = await confirmPlan(play());
    await request.shows("Waiting for an approver");
    expect(request.text()).not.toContain("Next:");
    await press(request, bob, "Approve");
    await request.shows(`Ask for it with \`/workday-isu api-client ${names.userName} acme_dpt1\``);
    await isTold(play(), ann, `/workday-isu api-client ${names.userName}`);

    for (const [who, shown] of [
      [cy, "people who may ask for integration users"],
      [ann, "Kolleno API Client"],
    ] as const) {
      await press(request, who, "Ask for an API client");
      await slack.until(() => JSON.stringify(who.view() ?? "").includes(shown), { what: shown });
    }
    const client = await sendChange(play());
    await client.shows("Waiting for an approver");

    expect(textOf(client.message())).toContain("Customer Accounts, System");
    expect(client.text()).toContain(names.userName);
  });
});
