import { describe, expect, it } from "vitest";
import { signOnAs } from "../../sandbox/demo/sign-on.ts";
import { textOf } from "../../sandbox/slack/text-of.ts";
import {
  eachWithPlay,
  isTold,
  open,
  openChange,
  ownNames,
  type Play,
  press,
  told,
} from "../support/processes/play.ts";

const vendorAddress = "203.0.113.7";

/** A vendor signs on from an address of its own, with the stored password unless said otherwise. */
async function signOnFromOutside(
  { workday, vault }: Play,
  userName: string,
  password?: string,
): Promise<void> {
  const address = { url: workday.url, tenant: "acme_dpt1", from: vendorAddress };
  const secret = vault
    .secrets()
    .find(({ versions }) => versions.some(({ tags }) => tags?.["isu"] === userName));
  const stored = secret && vault.valueOf(secret.name, secret.versions.at(-1)?.version ?? "");
  await signOnAs(address, userName, password ?? stored ?? "");
}

function isAnnounced({ slack }: Play, title: string): boolean {
  return slack.messages("workday-access").some((one) => textOf(one).includes(title));
}

describe("a password that is due", () => {
  const play = eachWithPlay({
    file: { rotationCheckEveryHours: 0.0004, watchSignOnsEveryMinutes: 0.02 },
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
    await created.shows("Waiting for an approver");
    await press(created, bob, "Approve");
    await created.shows("Done, verified");

    await slack.until(() => lines() === 1, { what: "the reminder" });
    await isTold(play(), ann, `/workday-isu rotate ${userName}`);
    await bob.command("/workday-isu", "list overdue");
    await isTold(play(), bob, userName);

    const rotation = await openChange(play(), `rotate ${userName}`);
    await rotation.shows("Waiting for an approver");
    await press(rotation, bob, "Approve");
    await rotation.shows("Done, verified");
    await slack.until(() => lines() === 2, { what: "the next reminder" });
    function times(): number {
      return told(play(), ann).split("asks for another one").length - 1;
    }
    await expect.poll(times, { timeout: 60_000 }).toBe(2);

    // The vendor has the old password still, and then the new one.
    await signOnFromOutside(play(), userName, "Canary-old-9");
    await slack.until(() => isAnnounced(play(), `${userName} is refused`), {
      what: "the refused vendor",
    });
    await signOnFromOutside(play(), userName);
    await rotation.tells("Somebody else than the bot signed on with the new password");
    expect(rotation.thread()).toContain(vendorAddress);
    expect(created.thread()).not.toContain(vendorAddress);
    await bob.command("/workday-isu", `list ${userName}`);
    await isTold(play(), bob, `from \`${vendorAddress}\``);
  });
});
