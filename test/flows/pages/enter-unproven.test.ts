import { expect, it } from "vitest";
import { enterValues } from "../../../src/flows/pages/enter-secrets.ts";
import { atTask, shown, values } from "../../support/scenes/client-scene.ts";

it("learns none of the values that are entered before whoever enters them has proven who they are", async () => {
  const { pages, known, invite } = await atTask();
  const { token, code } = await invite();
  const spent = { ...pages, passkeys: { ...pages.passkeys, takeTry: async () => undefined } };

  await enterValues(pages, { token: "guessed", code, values: values() });
  await enterValues(pages, { token, code: "AAAA", values: values() });
  await enterValues(spent, { token, code, values: values() });
  expect(known).toEqual([]);
  await enterValues(pages, { token, code, values: values() });

  expect(known).toEqual(Object.values(shown));
});
