import { expect, it } from "vitest";
import { enterValues } from "../../../src/flows/pages/enter-secrets.ts";
import { like } from "../../bot/support/like.ts";
import { atTask, values } from "../../support/scenes/client-scene.ts";

it("says that readers get nothing meanwhile, where one value is stored and the next is not", async () => {
  const { world, pages, invite } = await atTask();
  const { token, code } = await invite();
  // The first that the vault was given is the account's password.
  world.mishaps.fail("vault.putDisabledVersion", { kind: "denied", from: 3, times: 1 });

  const refused = await enterValues(pages, { token, code, values: values() });
  const own = world.vault.all().filter(({ tags }) => tags["request"] === world.id);

  expect(refused).toMatchObject({
    error: { why: { words: like("Until then the newest version of a secret is disabled") } },
  });
  expect(own.map(({ enabled }) => enabled)).toEqual([false]);
});
