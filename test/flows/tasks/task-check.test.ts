import { describe, expect, it } from "vitest";
import { describeNotShown } from "../../../src/flows/tasks/task-check.ts";

const words = Array.from({ length: 7 }, (_, at) => `Domain ${at + 1} is missing.`);

describe("describeNotShown", () => {
  it.each([
    [1, "Domain 1 is missing. Do what is missing"],
    [5, "Domain 5 is missing. Do what is missing"],
    [7, "Domain 5 is missing. And 2 more. Do what is missing"],
  ])("names five of %d things at most, and says how many more there are", (count, said) => {
    expect(describeNotShown(words.slice(0, count))).toContain(said);
  });
});
