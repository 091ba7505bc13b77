import { expect, it } from "vitest";
import { createCallers } from "../../src/callers.ts";

it("knows for whom something is done, however deep and beside whom, and nobody outside of it", async () => {
  const { as, current } = createCallers();
  const seen: string[] = [];
  async function deep(): Promise<void> {
    await Promise.resolve();
    seen.push(current());
  }

  await Promise.all([as("a", deep), as("b", deep), deep()]);

  expect(seen).toEqual(["a", "b", ""]);
});
