import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import type { CommandGroup, SlashCommand } from "../../src/bot/commands/command.ts";
import { commandsOf } from "../../src/bot/commands/command-table.ts";
import { commands } from "../../src/bot/commands/commands.ts";
import { openOffice } from "../bot/support/an-office.ts";
import { blocksBelow, exampleFor } from "./examples/code-in-contributing.ts";
import { tenants } from "./examples/tenants.ts";

const all = commandsOf(commands);

/** No more files name a command outside of its own. */
const most = 4;

/** A command's own file is called as its word. */
function homeOf({ name }: SlashCommand): string {
  return `src/bot/commands/${name}.ts`;
}

/** Every file of the bot, without its comments. */
const sources = globSync("src/**/*.ts").map((file) => ({
  file,
  code: readFileSync(file, "utf8")
    .replaceAll(/\/\*[^]*?\*\//g, "")
    .replaceAll(/^\s*\/\/.*$/gm, ""),
}));

/**
 * A file names a command when it writes what is typed for it (`/workday-isu rotate`) or, in the bot, imports its file
 * or has the beginning of what is typed (`"create [recipe]"`). The word in quotes alone is left out: most are the
 * stored name of a kind of request too (`"rotate"`), which has a count of its own, or an ordinary word (`"status"`).
 */
function listNaming(command: SlashCommand): readonly string[] {
  const { name } = command;
  const typed = new RegExp(`/workday-isu ${name}(?![a-z-])`);
  const imported = `from "./${name}.ts"`;
  const begun = new RegExp(`["\`]${name} [[$]`);
  return sources
    .filter(({ file }) => file !== homeOf(command))
    .filter(
      ({ file, code }) =>
        typed.test(code) ||
        (file.startsWith("src/bot/") && begun.test(code)) ||
        (dirname(file) === "src/bot/commands" && code.includes(imported)),
    )
    .map(({ file }) => file);
}

/** Each command with what may stand behind it, as a text names it: the longest of its usages. */
function namedIn(text: string, mark: RegExp): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  for (const [, name = "", rest = ""] of text.matchAll(mark)) {
    if ((found.get(name) ?? "") === "") found.set(name, rest.trim());
  }
  return Object.fromEntries(found);
}

const usages = Object.fromEntries(all.map(({ name, usage }) => [name, usage]));

describe("the table of commands", () => {
  it("holds each command once, in a file that is called as its word", () => {
    const words = all.map(({ name }) => name);

    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    expect(all.map(homeOf).filter((file) => !existsSync(file))).toEqual([]);
    expect(all.filter(({ isDefault }) => isDefault === true)).toHaveLength(1);
  });

  it("has an entry for each file that exports a command", () => {
    const files = globSync("src/bot/commands/*.ts").filter((file) =>
      /^export const \w+: SlashCommand = /m.test(readFileSync(file, "utf8")),
    );

    expect(files.toSorted()).toEqual(all.map(homeOf).toSorted());
  });

  it.each([
    ["README.md", /## Commands\n([^]*?)\n## /, /`\/workday-isu ([a-z-]+)([^`]*)`/g],
    ["manifest.yml", /usage_hint: "([^"]+)"/, /(?:^|\| )([a-z-]+)([^|]*)/g],
  ])("is what %s lists", (file, part, mark) => {
    const [, text = ""] = part.exec(readFileSync(file, "utf8")) ?? [];

    expect(namedIn(text.replace("list overdue", "list"), mark)).toEqual(usages);
  });

  it("knows what the sandbox's tour offers to send", () => {
    const text = readFileSync("sandbox/page/tour/tour.ts", "utf8");
    const offered = [...text.matchAll(/"\/workday-isu ([a-z-]+)/g)].map(([, word = ""]) => word);

    expect(offered).not.toEqual([]);
    expect(offered.filter((word) => !Object.hasOwn(usages, word))).toEqual([]);
  });

  it("is all that names a command, but for a few files", () => {
    const counts = all.map((command) => {
      const files = listNaming(command);
      return { name: command.name, count: files.length, files: files.join(" ") };
    });

    for (const { name, count, files } of counts) {
      process.stdout.write(`${name} ${count}: ${files}\n`);
    }
    expect(counts.filter(({ count }) => count > most)).toEqual([]);
    expect(counts.filter(({ count }) => count === 0)).toEqual([]);
  });
});

/** What the bot answers privately where these are its commands. */
async function type(groups: readonly CommandGroup[], text: string): Promise<string> {
  const { slack } = await openOffice({ commands: groups });
  const person = slack.person("ann");
  await person.command("/workday-isu", text, { channel: "workday" });
  return slack.ephemerals(person.id).map(textOf).join("\n");
}

describe("CONTRIBUTING.md, a command", () => {
  const groups = [...commands, { title: "Look up tenants", commands: [tenants] }];

  it("shows the code that is tried here", () => {
    expect(blocksBelow("A command")).toEqual([exampleFor("src/bot/commands", "tenants.ts")]);
  });

  it.each([
    ["tenants", "Acme sandbox"],
    ["tenants no such", "There is none."],
    ["help", "`tenants acme` the bot's tenants"],
    ["help tenants", "Type `/workday-isu tenants [text]`"],
    ["tenant", "Did you mean *tenants*?"],
  ])("answers %s", async (text, words) => {
    expect(await type(groups, text)).toContain(words);
  });
});
