import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stepKinds } from "../../src/flows/step-kinds/step-kinds.ts";

/** Its name, its entry, and two more: of a step of the bot's own how it runs, of a task its stored form and the runner's. */
const mostFiles = 4;

/**
 * Who may name any step: the kinds of requests that plan it, the table that registers it, what evolves a request out of its
 * events, and the stored forms.
 */
const notCounted =
  /^src\/flows\/(?:planning|kinds)\/|^src\/flows\/step-kinds\/step-kinds\.ts$|^src\/flows\/request\/(?:request|orders)\.ts$|^src\/store\/stored\//;

/**
 * Names that mean something else too, and where only that is meant: a kind of request and its command; a click, a page
 * that a passkey is asked for on, and what is in somebody's inbox. Only as a step they count.
 */
const homonyms: Readonly<Record<string, RegExp>> = {
  activate: /\bkinds?\b|^\s*(?:case )?"activate"[,:]$|\bdraft\b/,
  approve:
    /\bkinds?\b|\bcommand\b|\b(?:may|check)Command\b|\bOpenLink\b|\bopenLink\b|\berrand\b|\bPageName\b|\bTurn\b|\bpick\b|: "approve",$|^\s*(?:case )?"approve"[,:]$/,
};

/** Where a line that looks like the other meaning is about the step. */
const stepAfterAll: Readonly<Record<string, readonly string[]>> = {
  activate: ["src/flows/tasks/task.ts", "src/workday/runner/task.ts"],
};

const sources = globSync("src/**/*.ts")
  .filter((file) => !notCounted.test(file))
  .map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n") }));

/** A command, or a kind of request, that is called as a step: its file means itself. */
function isNamesake(file: string, name: string): boolean {
  return (
    name in homonyms && new RegExp(String.raw`^src/bot/(?:commands|kinds)/${name}\.ts$`).test(file)
  );
}

function isOwnFile(file: string, name: string): boolean {
  return new RegExp(String.raw`^src/flows/step-kinds/(?:own|tasks)/${name}\.ts$`).test(file);
}

/** As text, or by an import of its file. */
function namesOf(name: string): RegExp {
  return new RegExp(String.raw`"${name}"|/(?:own|tasks)/${name}\.ts"`);
}

function listFilesNaming(name: string): readonly string[] {
  const names = namesOf(name);
  const other = homonyms[name];
  return sources
    .filter(({ file }) => !isOwnFile(file, name) && !isNamesake(file, name))
    .filter(({ file, lines }) => {
      const isStep = stepAfterAll[name]?.includes(file) === true;
      return lines.some((line) => names.test(line) && (isStep || other?.test(line) !== true));
    })
    .map(({ file }) => file);
}

describe("the table of steps", () => {
  const counts = Object.keys(stepKinds).map((name) => ({ name, files: listFilesNaming(name) }));

  it("has each step in a file of its own that names it", () => {
    for (const { name } of counts) {
      expect(globSync(`src/flows/step-kinds/{own,tasks}/${name}.ts`)).toHaveLength(1);
    }
  });

  it("prints how many files name each step outside of its own", () => {
    const lines = counts.map(({ name, files }) => `${String(files.length).padStart(3)} ${name}`);
    process.stdout.write(`Files that name a step beside its own:\n${lines.join("\n")}\n`);

    expect(lines).toHaveLength(Object.keys(stepKinds).length);
  });

  it("names each in few files", () => {
    const beyond = counts.filter(({ files }) => files.length > mostFiles);

    expect(beyond).toEqual([]);
  });
});
