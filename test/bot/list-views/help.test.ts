import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { showHelp, unknownCommand } from "../../../src/bot/list-views/help.ts";
import { openOffice } from "../support/an-office.ts";
import { known } from "../support/known-commands.ts";
import { breaches } from "../support/slack-limits.ts";

/** Each command with what may stand behind it, as it is first named in a text. */
function namedIn(text: string, mark: RegExp): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", rest = ""] of text.matchAll(mark)) {
    if (found.get(name) === undefined || rest !== "") found.set(name, rest.trim());
  }
  return found;
}

const typed = /`\/workday-isu ([a-z-]+)([^`]*)`/g;
const subcommands = known.names;
const shown = namedIn(showHelp(known.helpLines, []).text, typed);

describe("the commands", () => {
  it.each(["README.md", "manifest.yml"])("are in %s what they are in the help", (file) => {
    const text = readFileSync(file, "utf8");
    const hint = /usage_hint: "([^"]+)"/.exec(text)?.[1] ?? "";
    const table = /## Commands\n([^]*?)\n## /.exec(text)?.[1] ?? "";
    const named =
      file === "README.md"
        ? namedIn(table.replace("list overdue", "list"), typed)
        : namedIn(hint, /(?:^|\| )([a-z-]+)([^|]*)/g);

    expect(Object.fromEntries(named)).toEqual(Object.fromEntries(shown));
  });

  it("are in the changelog, and all of them in the help", () => {
    const changelog = readFileSync("CHANGELOG.md", "utf8");

    expect([...shown.keys()].toSorted()).toEqual([...subcommands].toSorted());
    expect(subcommands.filter((name) => !changelog.includes(name))).toEqual([]);
  });

  it.each(subcommands)("are known to the bot: %s", async (name) => {
    const { slack } = await openOffice();
    const person = slack.person("ann");

    await person.command("/workday-isu", name, { channel: "workday" });

    const answers = slack.ephemerals(person.id).map(textOf);
    expect(answers.filter((text) => text.includes("is not a command"))).toEqual([]);
  });

  it.each(subcommands)("suggest %s for what is nearly it", (name) => {
    const at = name.length - 3;
    const missing = name.slice(0, at) + name.slice(at + 1);
    const swapped = `${name.slice(0, -2)}${name.at(-1)}${name.at(-2)}`;

    for (const word of [missing, swapped, `${name}s`]) {
      expect(unknownCommand(word, known).text).toContain(`Did you mean \`/workday-isu ${name}\`?`);
    }
  });

  it("name every recipe that fits, however long the rest is", () => {
    const recipes = Array.from({ length: 80 }, (_, at) => `recipe-${at}`);

    const message = showHelp(known.helpLines, recipes);

    expect(JSON.stringify(message.blocks)).toContain("`recipe-79`");
    expect(breaches(message, { blocks: 50 })).toEqual([]);
  });
});
