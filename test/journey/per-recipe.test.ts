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
    tenant: { perRecipe: { "viva-learning": { approvers: { people: ["UCY"] } } } },
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
