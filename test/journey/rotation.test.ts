import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import {
  eachWithPlay,
  isTold,
  open,
  openChange,
  ownNames,
  press,
  told,
} from "../support/processes/play.ts";

describe("a password that is due", () => {
  const play = eachWithPlay({
    file: { rotationCheckEveryHours: 0.0004 },
    tenant: { rotation: { everyDays: 1, remindBeforeDays: [2] } },
  });

  it("is told to its owner and the channel once, until it is rotated or retired", async () => {
    const { ann, bob, slack } = play();
    const { userName, ...names } = ownNames();
    const title = `The password of ${userName} is due soon`;
    function lines(): number {
      return slack.messages("workday-access").filter((one) => textOf(one).includes(title)).length;
    }
    const created = await open(play(), { userName, ...names });
    await created.shows("waiting for an approver");
    await press(created, bob, "Approve");
    await created.shows("Verification: verified");

    await slack.until(() => lines() === 1, { what: "the reminder", within: 15_000 });
    await isTold(play(), ann, `/workday-isu rotate ${userName}`);
    await bob.command("/workday-isu", "list overdue");
    await isTold(play(), bob, userName);

    const rotation = await openChange(play(), `rotate ${userName}`);
    await rotation.shows("waiting for an approver");
    await press(rotation, bob, "Approve");
    await rotation.shows("Verification: verified");
    await slack.until(() => lines() === 2, { what: "the next reminder", within: 15_000 });
    function times(): number {
      return told(play(), ann).split("asks for another one").length - 1;
    }
    await expect.poll(times, { timeout: 60_000 }).toBe(2);
  });
});
