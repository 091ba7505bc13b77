import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { acknowledged } from "../../src/flows/request/acknowledged.ts";

const started = /engine\.start\(\s*"([a-z-]+)"/g;

/** The workflows that a folder starts, by name. */
function startedIn(folder: string): readonly string[] {
  const files = globSync(`${folder}/**/*.ts`);
  return files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(started)].map(([, name = ""]) => name),
  );
}

it("takes up again and tells of every workflow that is started before Slack is told that all is well", () => {
  // The engine's options ask for both ways of each of these: without them nothing compiles.
  expect(new Set(startedIn("src/bot"))).toEqual(new Set(acknowledged));
});

it("leaves the work on a request to the sweep, which starts it again from the request's own events", () => {
  expect(startedIn("src/flows")).toEqual(["advance"]);
});
