import { expect, it, onTestFinished } from "vitest";
import { createPublisher } from "../../../src/bot/publisher/publisher.ts";
import { aHolder, aPublisher } from "./a-publisher.ts";

it("says once that the database is away, tries again, and goes on with it", async () => {
  const { parts, log } = aPublisher();
  const looks: string[] = [];
  let isAway = true;
  const holder = {
    ...aHolder(1),
    renew: async () => {
      looks.push(isAway ? "away" : "there");
      if (isAway) throw new Error("the database is away");
      return 1;
    },
  };
  const publisher = createPublisher({ ...parts, holder });
  onTestFinished(() => publisher.stop());
  function countSaid(): number {
    return log.lines.filter(({ text }) => text.includes("the publisher cannot work")).length;
  }

  publisher.start();
  await lookFor("away", 3);
  expect(countSaid()).toBe(1);

  isAway = false;
  await lookFor("there", 1);
  isAway = true;
  await lookFor("away", 4);
  expect(countSaid()).toBe(2);

  async function lookFor(what: string, times: number): Promise<void> {
    await expect
      .poll(() => {
        publisher.wake();
        return looks.filter((one) => one === what).length;
      })
      .toBeGreaterThanOrEqual(times);
  }
});

it("shows nothing while another replica has the lease", async () => {
  const { parts, outbox, slack, log } = aPublisher();
  const looks: string[] = [];
  const holder = {
    ...aHolder(undefined),
    renew: async () => {
      looks.push("asked");
      return undefined;
    },
  };
  const listed = { ...outbox, listBehind: () => Promise.reject(new Error("it was looked")) };
  const publisher = createPublisher({ ...parts, holder, outbox: listed });
  onTestFinished(() => publisher.stop());

  publisher.start();
  await expect
    .poll(() => {
      publisher.wake();
      return looks.length;
    })
    .toBeGreaterThan(2);

  expect(slack.calls).toEqual([]);
  expect(log.lines).toEqual([]);
});
