import { expect, it } from "vitest";
import { describeNews, listNews } from "../../../src/bot/publisher/requester-news.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { recorded } from "../../support/data/a-request.ts";
import {
  approved,
  asked,
  created,
  denied,
  failed,
  left,
  opening,
} from "../../support/data/events.ts";
import { ben } from "../../support/data/people.ts";
import { like } from "../support/like.ts";

const of = { toldSeq: 0, draft: aDraft(), recipe: undefined };
const noted: Event = {
  kind: "approved",
  by: ben,
  digest: "sha256:shown",
  note: "After <payroll>",
};
const retried: Event = { kind: "retried", by: ben };

it.each<[what: string, events: readonly Event[], kinds: readonly string[]]>([
  ["nothing of a request that only began", [opening, created], []],
  ["that a step failed, while it stands", [opening, failed], ["step-failed"]],
  ["no failure that somebody tried again", [opening, failed, retried], []],
  ["the failure after that", [opening, failed, retried, failed], ["step-failed"]],
  ["no approval without words", [opening, asked, approved], []],
  ["the note of an approval", [opening, asked, noted], ["approved"]],
  ["no failure of what is closed", [opening, failed, denied], ["closing"]],
])("tells the requester %s", (_what, events, kinds) => {
  const story = recorded(events);

  expect(listNews(story, 0).map(({ event }) => event.kind)).toEqual(kinds);
});

it("has no words where nothing is news, or all of it was told", () => {
  const story = recorded([opening, failed]);

  expect(describeNews(recorded([opening, created]), of)).toBeUndefined();
  expect(describeNews(story, { ...of, toldSeq: 2 })).toBeUndefined();
});

it("tells who said what with an approval", () => {
  expect(describeNews(recorded([opening, asked, noted]), of)).toBe(
    "<@U0BEN> approved your request for `ISU_Viva`, with a note: “After &lt;payroll&gt;”",
  );
});

it("tells a failure of the clean-up as one, and of the request itself as another", () => {
  const cleaning = describeNews(recorded([opening, denied, failed]), { ...of, toldSeq: 2 });
  const working = describeNews(recorded([opening, failed]), of);

  expect(cleaning).toEqual(like("lean"));
  expect(working).toBeDefined();
  expect(working).not.toBe(cleaning);
  expect(describeNews(recorded([opening, denied, left]), { ...of, toldSeq: 2 })).toBeUndefined();
});
