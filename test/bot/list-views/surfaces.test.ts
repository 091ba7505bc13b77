import { describe, expect, it } from "vitest";
import { chooser } from "../../../src/bot/forms/chooser.ts";
import { form } from "../../../src/bot/forms/form.ts";
import { showCommand, showHelp, unknownCommand } from "../../../src/bot/list-views/help.ts";
import { plan } from "../../../src/bot/request-views/plan.ts";
import { fillFromRecipe } from "../../../src/flows/intake/parse-draft.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { catalogue, viva } from "../support/an-office.ts";
import { known } from "../support/known-commands.ts";
import { countLines } from "../support/rendered-lines.ts";
import { breaches } from "../support/slack-limits.ts";

interface Surface {
  readonly blocks: readonly unknown[];
}

const filled = fillFromRecipe(viva, aTenant());
const aForm = { id: requestId, tenant: aTenant(), recipe: viva, raw: filled };

/** What each surface has to say first, in the first two of its blocks. */
const surfaces: readonly (readonly [name: string, shown: Surface, first: string])[] = [
  ["help", showHelp(known.groups), "What do you want to do?"],
  ["help create", showCommand(known.groups, "create"), "*create*: Asks for a new integration user"],
  [
    "a mistyped command",
    unknownCommand(known.groups, { word: "crate", rest: "viva-learning" }),
    "`crate` is not a command. Did you mean *create*?",
  ],
  ["the chooser", chooser({ recipes: [viva], hasBlank: true, tenants: [aTenant()] }), "Recipe"],
  ["the form, what matters first", form(aForm), '"text":"Reason"'],
  [
    "the plan of a new user",
    plan({ id: requestId, tenant: aTenant(), catalogue, draft: aDraft() }),
    "+\u00a01 account, +\u00a01 integration system, +\u00a01 security group, +\u00a04 permissions",
  ],
  [
    "the form again",
    form({ ...aForm, problems: { userName: "This account exists." } }),
    "To change: 1 field, marked below.",
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
