import { describe, expect, it } from "vitest";
import { formatUtc, instant } from "../../../src/flows/model/ids.ts";
import { describeReopening } from "../../../src/flows/wording/describe-reopening.ts";

const opensAt = instant(Date.parse("2026-12-05T10:00:00Z"));
const hand = { tell: formatUtc, quote: (words: string) => `<${words}>` };

describe("what an approved request waits for", () => {
  it("is a change window, or the end of a freeze, with its reason", () => {
    expect(describeReopening({ opensAt }, hand)).toBe(
      "the change window, which opens 2026-12-05 10:00:00 UTC",
    );
    expect(describeReopening({ opensAt, freeze: "Year end" }, hand)).toBe(
      "the end of the freeze (<Year end>), 2026-12-05 10:00:00 UTC",
    );
  });
});
