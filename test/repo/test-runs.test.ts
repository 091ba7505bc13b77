import { globSync } from "node:fs";
import { describe, expect, it } from "vitest";
import config from "../../vitest.config.ts";

/** `{a,b}.ts` as two paths. */
function spread(pattern: string): readonly string[] {
  const [whole = "", names = ""] = /\{([^}]+)\}/.exec(pattern) ?? [];
  return names === "" ? [pattern] : names.split(",").map((name) => pattern.replace(whole, name));
}

describe("what no coverage sees", () => {
  const excluded = config.test?.coverage?.exclude ?? [];

  it("is a list of files that there are", () => {
    const stale = excluded.flatMap(spread).filter((path) => globSync(path).length === 0);

    expect(excluded).not.toEqual([]);
    expect(stale).toEqual([]);
  });
});

describe("the projects", () => {
  it("run every test once", () => {
    const projects = (config.test?.projects ?? []).flatMap((one) =>
      typeof one === "object" && "test" in one ? [one.test ?? {}] : [],
    );

    const run = projects.flatMap(({ include = [], exclude = [] }) =>
      globSync(include, { exclude }),
    );

    expect(run.toSorted()).toEqual(globSync("test/**/*.test.ts").toSorted());
  });
});
