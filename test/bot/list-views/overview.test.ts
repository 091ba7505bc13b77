import { describe, expect, it } from "vitest";
import { fillPage } from "../../../src/bot/blocks/page.ts";
import { type Listed } from "../../../src/bot/list-views/inbox.ts";
import { overview } from "../../../src/bot/list-views/overview.ts";
import { openOffice } from "../support/an-office.ts";
import { states } from "../support/kept.ts";
import { countLines } from "../support/rendered-lines.ts";
import { keepRequest, privately } from "../support/shown.ts";
import { workOf } from "../support/work-of.ts";

function many(state: string, how: number): readonly Listed[] {
  const told = states[state];
  if (told === undefined) throw new Error(`No such state: ${state}`);
  return Array.from({ length: how }, () => told);
}

function nowhere(): undefined {
  return undefined;
}

/** Each page as it is shown one after the other. */
function pagesOf(work: ReturnType<typeof workOf>): readonly ReturnType<typeof overview>[] {
  const pages: ReturnType<typeof overview>[] = [];
  let from: number | undefined = 0;
  while (from !== undefined) {
    const page = overview(work, nowhere, { text: "mine", from });
    pages.push(page);
    const next = /\{\\"text\\":\\"mine\\",\\"from\\":(\d+)\}/.exec(JSON.stringify(page.blocks));
    from = next === null ? undefined : Number(next[1]);
  }
  return pages;
}

describe("a list of requests", () => {
  it("goes over as many pages as it takes, each within two screens, and shows every request once", () => {
    const work = workOf({ toApprove: many("waiting-for-approval", 3), mine: many("opened", 20) });

    const pages = pagesOf(work);

    const shown = pages.map(({ blocks }) => JSON.stringify(blocks));
    expect(shown.join("").match(/ISU-7K3M9QXV `ISU_Viva` in /g)).toHaveLength(23);
    expect(shown.join("").match(/"Approve"/g)?.length).toBeGreaterThanOrEqual(3);
    expect(shown.at(0)).toContain("1 to 2 of 23");
    expect(shown.at(-1)).toMatch(/\d+ to 23 of 23/);
    expect(shown.at(-1)).not.toContain("Next page");
    for (const { blocks } of pages) expect(countLines(blocks)).toBeLessThanOrEqual(40);
  });

  it("names the list again where it goes on from the page before", () => {
    const [, then] = pagesOf(workOf({ mine: many("opened", 20) }));

    expect(JSON.stringify(then?.blocks[0])).toContain("Your open requests (20)");
  });

  it("is counted nowhere where one page holds all of it", () => {
    const [page, ...others] = pagesOf(workOf({ mine: many("opened", 12) }));

    expect(others).toEqual([]);
    expect(JSON.stringify(page)).not.toMatch(/ of 12"|Next page/);
  });

  it("begins anew where so much is done by then that no further page is left", () => {
    const work = workOf({ mine: many("opened", 13) });

    const page = JSON.stringify(overview(work, nowhere, { text: "mine", from: 24 }).blocks);

    expect(page).toContain("1 to 12 of 13");
    expect(page).toContain("ISU-7K3M9QXV");
  });

  it("goes on with the button, for whoever presses it", async () => {
    const { slack, store } = await openOffice();
    const request = await keepRequest(store);
    Object.assign(store, { listOpen: async () => Array.from({ length: 15 }, () => request) });
    const person = slack.person("ann");
    await person.command("/workday-isu", "status mine", { channel: "workday" });
    await privately(slack, person, "1 to 12 of 15");

    const last = slack.ephemerals(person.id).at(-1);
    if (last === undefined) throw new Error("Nothing was answered");
    await person.press(last, "Next page");

    expect(await privately(slack, person, "13 to 15 of 15")).toContain("Your open requests (15)");
  });
});

describe("fillPage", () => {
  it.each([
    ["as many as the lines of a phone that they take", ["a".repeat(50), "b", "c"], 3, 2],
    ["one at least", ["a\n".repeat(40), "b"], 10, 1],
    ["all of a few", ["a", "b"], 10, 2],
    ["a link by its words alone", [`<https://acme.example/${"x".repeat(400)}|it>`, "b"], 2, 2],
    ["nothing of nothing", [], 10, 0],
  ])("shows %s", (_what, lines, most, shown) => {
    expect(fillPage(lines, most).shown).toBe(shown);
  });
});
