import { describe, expect, it } from "vitest";
import {
  activations,
  allWithPlay,
  askForPlan,
  isTold,
  open,
  ownNames,
  press,
} from "../support/processes/play.ts";

const more = { View: "Worker Data: Compensation" };

describe("a recipe with an approver of its own", () => {
  const play = allWithPlay({
    tenant: {
      perRecipe: { "viva-learning": { approvers: { people: ["UCY"] } } },
      workdayAccounts: { runner: "rpa-runner" },
    },
  });

  it("is decided by that approver, and by nobody else", async () => {
    const { bob, cy } = play();
    const request = await open(play(), ownNames());
    await request.shows(/Who may decide:\* (<@UCY>|@cy)/);

    await press(request, bob, "Approve");
    await isTold(play(), bob, "not on the approver list");
    expect(activations(play())).toEqual([]);
    await press(request, cy, "Approve");

    await request.shows("Done, verified");
  });

  it("is decided by the tenant's own too, once another maker has changed its group", async () => {
    const { bob, cy, slack, workday } = play();
    const names = ownNames();
    const request = await open(play(), names);
    await request.shows("Waiting for an approver");
    const change = { domain: "Workday Accounts", access: ["Get"] };
    const fields = { group: names.groupName, grant: [change], revoke: [] };
    workday.tenant("acme_dpt1").perform("maintain-permissions", fields, "lmcneil");

    await press(request, cy, "Approve");
    await isTold(play(), cy, "so nothing was approved");
    await request.shows("has approvers of its own");
    const before = activations(play()).length;
    await press(request, cy, "Approve");
    await slack.until(() => request.text().includes("Still needed"), { what: "Cy to count" });
    expect(activations(play())).toHaveLength(before);
    await press(request, bob, "Approve");

    await request.shows("Done, verified");
  });

  it("is not, once somebody made it ask for more: the tenant's approvers decide", async () => {
    const { ann, cy, eve } = play();
    await askForPlan(play(), ann, { ...ownNames(), ...more });
    expect(JSON.stringify(ann.view())).toContain(
      "Not as the recipe says any more: the tenant's approvers decide",
    );
    const request = await open(play(), { ...ownNames(), ...more });
    await request.shows("Waiting for an approver");

    await press(request, cy, "Approve");
    await isTold(play(), cy, "not on the approver list");
    await press(request, eve, "Approve");

    await request.shows(/Done, verified|Unverified/);
  });
});
