import { describe, expect, it } from "vitest";
import { showCommand, showHelp, unknownCommand } from "../../../src/bot/list-views/help.ts";
import { known } from "../support/known-commands.ts";
import { countLines } from "../support/rendered-lines.ts";
import { breaches } from "../support/slack-limits.ts";

interface Surface {
  readonly blocks: readonly unknown[];
}

/** What each surface has to say first, in the first two of its blocks. */
const surfaces: readonly (readonly [name: string, shown: Surface, first: string])[] = [
  ["help", showHelp(known.groups), "What do you want to do?"],
  ["help create", showCommand(known.groups, "create"), "*create*: Asks for a new integration user"],
  [
    "a mistyped command",
    unknownCommand(known.groups, { word: "crate", rest: "viva-learning" }),
    "`crate` is not a command. Did you mean *create*?",
  ],
];

describe("each surface", () => {
  it.each(surfaces)("says first what it is about: %s", (_name, { blocks }, first) => {
    expect(JSON.stringify(blocks.slice(0, 2))).toContain(first);
  });

  it.each(surfaces)("is a phone's screen or two at the most: %s", (_name, { blocks }) => {
    expect(countLines(blocks)).toBeLessThanOrEqual(40);
  });

  it.each(surfaces)("is within Slack's limits: %s", (_name, shown) => {
    expect(breaches(shown, { blocks: 50 })).toEqual([]);
  });
});
