import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { aFile, aFolder, aTenantEntry, problemsOf } from "./a-config.ts";

function aClockFile(content: string): string {
  const path = join(aFolder(), "clock");
  writeFileSync(path, content);
  return path;
}

it("sets the clock with a file that holds a whole number, where no tenant is in production", () => {
  expect(problemsOf(aFile({ clockFile: aClockFile("-259200000\n") }))).toEqual([]);
});

it("refuses a set clock beside any tenant in production", () => {
  const clockFile = aClockFile("0");
  const tenants = [aTenantEntry(), aTenantEntry({ name: "acme", production: true })];

  expect(problemsOf(aFile({ clockFile, tenants }))).toEqual([
    ["clockFile", `"${clockFile}"`, "no set clock where a tenant is in production"],
  ]);
});

it.each(["config.yml", "no-clock"])(
  "refuses a clock file that holds no number: %s",
  (clockFile) => {
    const expected = "a readable file that holds a whole number of milliseconds, such as 0";

    expect(problemsOf(aFile({ clockFile }))).toEqual([["clockFile", `"${clockFile}"`, expected]]);
  },
);
