import { expect, it } from "vitest";
import { type Instant, later } from "../../../src/flows/model/ids.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { ann } from "../../support/data/people.ts";
import { anId, noon } from "../support/an-opened.ts";
import { useStore } from "../support/open-store.ts";

let now: Instant = noon;
const openStore = useStore(() => now);
const draft = { by: ann, raw: aRawDraft() };

it("forgets a draft that nobody confirmed within 30 days", async () => {
  const { store } = await openStore();
  await store.keepDraft(anId(1), draft);
  now = later(noon, 29 * 86_400_000);
  await store.keepDraft(anId(2), draft);
  expect(await store.findDraft(anId(1))).toEqual(draft);

  now = later(noon, 31 * 86_400_000);
  await store.keepDraft(anId(3), draft);

  expect(await store.findDraft(anId(1))).toBeUndefined();
  expect(await store.findDraft(anId(2))).toEqual(draft);
});
