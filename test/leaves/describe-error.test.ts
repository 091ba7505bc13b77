import { describe, expect, it } from "vitest";
import { describeError } from "../../src/describe-error.ts";

describe("describeError", () => {
  it("says which error and where, and nothing that its message may quote", () => {
    const words = describeError(new TypeError("hunter2"));

    expect(words).toMatch(/^TypeError at .*describe-error\.test\.ts/);
    expect(words).not.toContain("hunter2");
  });

  it("says no more than the type of what is no error", () => {
    expect(describeError("hunter2")).toBe("string");
  });

  it("says the name alone where nobody knows where it was", () => {
    const lost = new Error("hunter2");
    delete lost.stack;

    expect(describeError(lost)).toBe("Error");
  });
});
