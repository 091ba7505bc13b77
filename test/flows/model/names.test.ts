import { describe, expect, it } from "vitest";
import { isSameName } from "../../../src/flows/model/names.ts";

describe("isSameName", () => {
  it.each([
    ["Worker Data: Workers", "worker data: WORKERS", true],
    ["Worker Data: Workers", "  Worker\tData:  Workers ", true],
    ["Worker Data: Workers", "Worker\u00a0Data: Workers", true],
    ["Worker Data: Workers", "Worker Data:Workers", false],
    ["Worker Data: Workers", "Worker Data: Worker", false],
  ])("compares %j with %j", (one, other, isSame) => {
    expect(isSameName(one, other)).toBe(isSame);
  });
});
