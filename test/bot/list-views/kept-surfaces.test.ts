import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { countLines } from "../support/rendered-lines.ts";
import { breaches } from "../support/slack-limits.ts";

/**
 * What each window, list, notice and Home tab has to say first, in the first two of its blocks, by the name of its
 * snapshot. The first row that fits counts. Messages of requests have a record of their own, in `headline.test.ts`.
 */
const firsts: readonly (readonly [surface: RegExp, first: string])[] = [
  [/^plan-production-again$/, "The request was not opened."],
  [/^(plan|adopted-.*|rollback-plan.*|plan-.*)$/, "*Nothing has been changed yet.* What will be"],
  [/^approve-production$/, "*PRODUCTION: Acme production.*"],
  [/^audit-refused$/, "You may not read the audit trail"],
  [/^audit-(broken|story-differs)$/, "*ALARM: the "],
  [/^audit$/, "Chain intact through #40"],
  [/^change-activate-group$/, "*The group of `ISU_Viva` becomes active.*"],
  [/^checking$/, "Checking Acme sandbox: "],
  [/^chooser-unknown-recipe$/, "There is no recipe `viva-lerning`. Did you mean `viva-learning`?"],
  [/^chooser/, "Recipe"],
  [/^client-change-form$/, "*The API client of `ISU_Viva`.*"],
  [/^client-form$/, "*An API client for `ISU_Viva`.*"],
  [/^deciding$/, "Your answer to ISU-7K3M9QXV is recorded."],
  [/^delegating$/, "One moment: it is recorded."],
  [/^delegation-several$/, "*What you have delegated:*"],
  [/^delegation$/, "While you are away, somebody else decides for you in Acme sandbox."],
  [/^deny$/, "The request ends, and what it changed so far is cleaned up."],
  [/^domains-nothing$/, "The catalogue has no domain and no business process"],
  [/^domains-area$/, "Worker Data, area not stated (1)"],
  [/^domains-processes$/, "Business processes, area not stated (1)"],
  [/^domains$/, "5 domains and 2 business processes in the catalogue"],
  [/^end-segments-form/, "*The end of the segments of `ISU_Viva`*"],
  [/^form-(choices|more-problems|problems)$/, "⚠️ To change: "],
  [/^form-group-problems$/, "To change: 1 below, 1 in the form."],
  [/^form-left-to-choose$/, "To change: 1 below, 1 in Domain choices."],
  [/^form-group$/, "Kind of security group"],
  [/^form-more$/, "Session timeout in minutes"],
  [/^segments-form-problems$/, "To change: 1 below, 1 in More settings."],
  [/^(segments|settings)-form-more$/, "To change: 1 field, marked below."],
  [/^permissions-form-processes$/, "Business processes to initiate by web service"],
  [/^permissions-form-processes-adopted$/, "To change: 1 field, marked below."],
  [/^(form|permissions-form|segments-form)-(fault|problems)$/, "What you typed is still here."],
  [/^form-blank$/, "Reason"],
  [/^(permissions|segments)-form/, "*Account:* `ISU_Viva`, *security group:* `ISSG_Viva`"],
  [/^help-one$/, "*create*: Asks for a new integration user"],
  [/^help$/, "*What do you want to do?*"],
  [/^home-nothing$/, "You have no open request, and none waits for you."],
  [/^home-refused$/, "Guests of this workspace cannot use this bot."],
  [/^(home|status)$/, "Yours to approve (1)"],
  [/^inventory-nothing-overdue$/, "no password is overdue or due within 30 days."],
  [/^inventory-nothing$/, "There is no account with `payroll` that you can read."],
  [/^inventory-refused$/, "You may not list"],
  [/^inventory/, "Integration users that the bot made: "],
  [/^loading/, "One moment: the bot looks up what you may ask for."],
  [/^notice-passkey-confirmed$/, "A passkey was confirmed"],
  [/^notice-passkey-refused$/, "A passkey was refused"],
  [/^notice-passkey-removed$/, "A passkey was taken away"],
  [/^notice-passkey-waiting$/, "A new passkey waits for confirmation"],
  [/^opening$/, "Opening the request ISU-7K3M9QXV."],
  [/^passkeys-first$/, "You have no passkey here, so you cannot approve yet."],
  [/^passkeys-none$/, "No tenant of this bot asks for a passkey"],
  [/^passkeys$/, "Your passkey `…of-ben` counts."],
  [/^recipe-of-delivered-groups$/, "Acme & PTO"],
  [/^recipe-unknown$/, "There is no recipe `viva-lerning`. Did you mean `viva-learning`?"],
  [/^recipe$/, "Acme HR"],
  [/^recipes-(none-old|old)$/, "Not looked at for a year: 0"],
  [/^recipes/, "Recipes: "],
  [/^refused$/, "You are not on the list of people who may ask for integration users."],
  [/^report-refused$/, "The request stands still until somebody tries again"],
  [/^rollback-card$/, "*Waiting for an approver* until "],
  [/^rollback-task$/, "*Waiting for a person (the roll back)* until "],
  [/^rollback-form/, "*Back to an earlier activation.*"],
  [/^settings-form/, "These are its settings as the tenant shows them now."],
  [/^status-nothing$/, "You have no open request, and none waits for you."],
  [/^status-one$/, "*Denied by <@U0BEN>.* ⚠️ *1 thing is left behind.*"],
  [/^unknown-command$/, "`statsu` is not a command. Did you mean *status*?"],
  [/^use-(never|unused)$/, "ISU_Viva is not used"],
  [/^use-new/, " is used from somewhere new"],
  [/^use-refused$/, "ISU_Viva is refused"],
];

/**
 * Lines of what is longer than two screens of a phone, in fives, none of which may grow, by why it is. Every form and every
 * plan fits: a form shows one page at a time, and a plan that is longer says its steps in short.
 */
const longer: readonly {
  readonly why: string;
  readonly lines: Readonly<Record<string, number>>;
}[] = [
  {
    why: "Each way around the segments is a warning that an approver decides by, beside what goes live with them.",
    lines: { "message-segments-waiting-for-approval": 55 },
  },
  {
    why: "Reference: a recipe that has everything that a recipe can have, looked up by its name.",
    lines: { recipe: 65 },
  },
];

const bounds: Readonly<Record<string, number>> = Object.fromEntries(
  longer.flatMap(({ lines }) => Object.entries(lines)),
);

const Surface = z.looseObject({ type: z.string().optional(), blocks: z.array(z.unknown()) });
const folder = new URL("../snapshots/", import.meta.url);

function read(name: string): readonly z.infer<typeof Surface>[] {
  const shown: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
  return z.array(Surface).parse(Array.isArray(shown) ? shown : [shown]);
}

/** Replies in a thread are for the record; a link in private is words alone. */
const names = readdirSync(folder)
  .map((file) => file.replace(".json", ""))
  .filter((name) => !name.startsWith("thread-") && name !== "passkey-link");

describe("each surface that is kept", () => {
  it.each(names.filter((name) => !name.startsWith("message-")))(
    "says first what it is: %s",
    (name) => {
      const [, first] = firsts.find(([surface]) => surface.test(name)) ?? [];
      const [shown] = read(name);

      expect(first, "no row of the record is about it").toBeDefined();
      expect(JSON.stringify(shown?.blocks.slice(0, 2))).toContain(first);
    },
  );

  it.each(names)("is no longer than a phone's two screens, or than it was: %s", (name) => {
    const lines = Math.max(...read(name).map(({ blocks }) => countLines(blocks)));

    expect(lines).toBeLessThanOrEqual(bounds[name] ?? 40);
  });

  it("keeps no bound that is not needed any more", () => {
    const needless = Object.entries(bounds).filter(([name, most]) => {
      const lines = Math.max(...read(name).map(({ blocks }) => countLines(blocks)));
      return lines <= Math.max(40, most - 5);
    });

    expect(needless).toEqual([]);
  });

  it.each(names)("is within Slack's limits: %s", (name) => {
    const found = read(name).flatMap((shown) =>
      breaches(shown, { blocks: shown.type === undefined ? 50 : 100 }),
    );

    expect(found).toEqual([]);
  });

  it("has no row for what there is no more", () => {
    const rows = [...firsts.keys()].filter((at) => {
      const own = names.filter((name) => firsts.findIndex(([row]) => row.test(name)) === at);
      return own.length === 0;
    });

    expect(rows).toEqual([]);
    expect(Object.keys(bounds).filter((name) => !names.includes(name))).toEqual([]);
  });
});
