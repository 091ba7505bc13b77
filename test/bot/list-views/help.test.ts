import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { showCommand, showHelp, unknownCommand } from "../../../src/bot/list-views/help.ts";
import { openOffice } from "../support/an-office.ts";
import { known } from "../support/known-commands.ts";

const all = known.groups.flatMap(({ commands }) => commands);

function guess(word: string, rest = ""): ReturnType<typeof unknownCommand> {
  return unknownCommand(known.groups, { word, rest });
}

describe("the commands", () => {
  it("are in the changelog", () => {
    const changelog = readFileSync("CHANGELOG.md", "utf8");

    expect(known.names.filter((name) => !changelog.includes(name))).toEqual([]);
  });

  it("have a line each in the help, with an example, below what one wants to do", () => {
    const { text } = showHelp(known.groups);

    for (const { title } of known.groups) expect(text).toContain(`*${title}*`);
    for (const { name, example, summary } of all) {
      expect(text).toContain(`\`${`${name} ${example}`.trimEnd()}\` ${summary}`);
    }
  });

  it.each(all)("are told of in full: $name", (command) => {
    const { text } = showCommand(known.groups, command.name.toUpperCase());

    expect(text).toContain(command.more);
    expect(text).toContain(`/workday-isu ${`${command.name} ${command.usage}`.trimEnd()}\``);
  });

  it.each(known.names)("are known to the bot: %s", async (name) => {
    const { slack } = await openOffice();
    const person = slack.person("ann");

    await person.command("/workday-isu", name, { channel: "workday" });

    const answers = slack.ephemerals(person.id).map(textOf);
    expect(answers.filter((text) => text.includes("is not a command"))).toEqual([]);
  });

  it.each(known.names)("suggest %s for what is nearly it", (name) => {
    const at = name.length - 3;
    const missing = name.slice(0, at) + name.slice(at + 1);
    const swapped = `${name.slice(0, -2)}${name.at(-1)}${name.at(-2)}`;

    for (const word of [missing, swapped, `${name}s`]) {
      expect(guess(word).text).toContain(`Did you mean *${name}*?`);
    }
    expect(showCommand(known.groups, missing).text).toContain(`Did you mean *${name}*?`);
  });
});

describe("the buttons of the help", () => {
  it("type what they say, with what stood behind the mistyped word", async () => {
    const { slack } = await openOffice();
    const ann = slack.person("ann");
    await ann.command("/workday-isu", "crate viva-learning", { channel: "workday" });
    const [answer] = slack.ephemerals(ann.id);
    if (answer === undefined) throw new Error("There is no answer");

    await ann.press(answer, "create viva-learning");

    await slack.until(() => ann.view() !== undefined, { what: "a window" });
  });

  it("answer privately where a command answers from memory", async () => {
    const { slack } = await openOffice();
    const ann = slack.person("ann");
    await ann.command("/workday-isu", "zzzzzzzzz", { channel: "workday" });
    const [answer] = slack.ephemerals(ann.id);
    if (answer === undefined) throw new Error("There is no answer");

    await ann.press(answer, "All commands");

    await slack.until(
      () =>
        slack
          .ephemerals(ann.id)
          .map(textOf)
          .some((text) => text.includes("What do you want to do?")),
      { what: "the help" },
    );
  });
});
