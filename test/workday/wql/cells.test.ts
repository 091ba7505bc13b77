import { describe, expect, it } from "vitest";
import {
  readCount,
  readFlag,
  readName,
  readNames,
  WqlRow,
} from "../../../src/workday/wql/cells.ts";
import { instance } from "./a-reader.ts";

/** A row as Workday sends it, of which only one cell matters. */
function rowOf(cell: unknown): WqlRow {
  return WqlRow.parse({ cell });
}

const two = [instance("A"), instance("B")];

describe("a cell of WQL", () => {
  it.each<[cell: unknown, name: string | undefined]>([
    ["A", "A"],
    [instance("A"), "A"],
    [[instance("A")], "A"],
    ["", undefined],
    [instance(""), undefined],
    [two, undefined],
    [[], undefined],
    [7, undefined],
    [{ label: "A" }, undefined],
  ])("%j holds the one name %j", (cell, name) => {
    expect(readName(rowOf(cell), "cell")).toBe(name);
  });

  it.each<[cell: unknown, names: readonly string[] | undefined]>([
    [two, ["A", "B"]],
    [[], []],
    [instance("A"), ["A"]],
    ["A", undefined],
    [null, undefined],
    [[{ label: "A" }], undefined],
  ])("%j holds the names %j", (cell, names) => {
    expect(readNames(rowOf(cell), "cell")).toEqual(names);
  });

  it.each<[cell: unknown, flag: boolean | undefined]>([
    [true, true],
    [false, false],
    ["true", undefined],
    [null, undefined],
  ])("%j says %j", (cell, flag) => {
    expect(readFlag(rowOf(cell), "cell")).toBe(flag);
  });

  it.each<[cell: unknown, count: number | undefined]>([
    [12, 12],
    ["12", 12],
    ["12.5", undefined],
    ["twelve", undefined],
    [1.5, undefined],
    [-1, undefined],
    [null, undefined],
  ])("%j counts %j", (cell, count) => {
    expect(readCount(rowOf(cell), "cell")).toBe(count);
  });

  it.each([
    ["the row leaves it out", "other"],
    ["the source has no such field", undefined],
    ["it is called as every object's own", "toString"],
  ])("is empty where %s", (_why, alias) => {
    const row = rowOf("A");

    expect(readName(row, alias)).toBeUndefined();
    expect(readNames(row, alias)).toEqual([]);
    expect(readFlag(row, alias)).toBe("left-out");
    expect(readCount(row, alias)).toBeUndefined();
  });
});
