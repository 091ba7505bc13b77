import { expect, it } from "vitest";
import { createLooking } from "../../../src/bot/publisher/showing.ts";
import { createFakeLog } from "../../support/fakes/fake-log.ts";

it("says once that it cannot look, and looks again when something has happened", async () => {
  const log = createFakeLog();
  let looks = 0;
  let heard: (() => void) | undefined;
  const looking = createLooking(
    {
      changed: () => undefined,
      look: async () => {
        looks += 1;
        heard?.();
        throw new Error("The database is away");
      },
    },
    log,
  );
  async function looked(act: () => void): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    heard = resolve;
    act();
    await promise;
  }

  await looked(looking.start);
  await looked(looking.wake);
  await looking.stop();

  expect(looks).toBeGreaterThan(1);
  expect(log.lines.filter(({ text }) => text.includes("Home tabs"))).toHaveLength(1);
});
