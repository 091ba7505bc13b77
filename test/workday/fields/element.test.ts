import { describe, expect, it } from "vitest";
import { findUnsendable, isElement } from "../../../src/workday/fields/element.ts";

describe("findUnsendable", () => {
  it.each([
    ["whole numbers", { Page: 0, Count: 999 }],
    ["truths", { Add: true, Remove: false }],
    ["what is left out", { Name: undefined }],
    ["letters of any script", { Name: "Zoë 株式会社 نظام ₪ – “x”" }],
    ["lists", { Item: [{ ID: "1" }, { ID: "2" }] }],
  ])("lets through %s", (_what, element) => {
    expect(findUnsendable(element)).toBeUndefined();
  });

  it.each([
    ["half a minute", { Data: { Session_Timeout_Minutes: 10.5 } }, "Session_Timeout_Minutes"],
    ["a negative number", { Count: -1 }, "Count"],
    ["no number", { Count: Number.NaN }, "Count"],
    ["a value deep in a list", { A: [{ ID: "ok" }, { ID: { $value: "a\u0000" } }] }, "ID"],
    ["an attribute", { Ref: { attributes: { "wd:type": "\u0007" } } }, "Ref"],
  ])("names the element that holds %s", (_what, element, name) => {
    expect(findUnsendable(element)).toBe(name);
  });

  it.each(["_xml", "$xml", "a b", "x:y", "_attributes"])(
    "throws on the key %s, which nobody but a programmer can write",
    (key) => {
      expect(() => findUnsendable({ Data: { [key]: "<a/>" } })).toThrow(key);
    },
  );
});

describe("isElement", () => {
  it.each<[what: string, value: Parameters<typeof isElement>[0], is: boolean]>([
    ["an element", { ID: "1" }, true],
    ["a list", [{ ID: "1" }], false],
    ["a text", "ID", false],
    ["nothing", undefined, false],
  ])("tells %s", (_what, value, is) => {
    expect(isElement(value)).toBe(is);
  });
});
