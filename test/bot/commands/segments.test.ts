import { describe, expect, it } from "vitest";
import type { Person } from "../../../sandbox/slack/people/client.ts";
import { messages } from "../../../src/bot/blocks/messages.ts";
import { toRawAgain } from "../../../src/bot/kinds/kinds.ts";
import { parseSegments } from "../../../src/flows/intake/parse-segments.ts";
import type { Held } from "../../../src/flows/intake/prepare-permissions.ts";
import { noPermissions, type Permissions } from "../../../src/flows/model/permissions.ts";
import type { SegmentedAccess } from "../../../src/flows/model/segments.ts";
import { err, ok } from "../../../src/result.ts";
import {
  aDraft,
  anEndOfSegments,
  aSegmentDraft,
  existingSystem,
} from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aRawActivation, aRawEnd } from "../../support/data/changes.ts";
import { ann, ben } from "../../support/data/people.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { like } from "../support/like.ts";
import { draftIdOf, viewWith } from "../support/shown.ts";

const { permissions, ...account } = aDraft({ system: existingSystem });
const plain: Held = {
  account: { ...account, permissions },
  before: permissions,
  seenIn: "report",
  others: [],
};
const { segmented } = aSegmentDraft();
const withSegments: Held = { ...plain, account: { ...plain.account, segmented } };

async function openForm(
  held: Held,
  deps: Parameters<typeof openOffice>[0] = {},
): Promise<Office & { readonly person: Person }> {
  const office = await openOffice({ deps: { findHeld: async () => ok(held), ...deps?.deps } });
  const person = office.slack.person("ann");
  await person.command("/workday-isu", "segments ISU_Viva", { channel: "workday" });
  await viewWith(office.slack, person, "segment");
  return { ...office, person };
}

/** Fields that few need. */
async function showMore({
  slack,
  person,
}: Pick<Office, "slack"> & { readonly person: Person }): Promise<void> {
  await person.press("view", "More settings");
  await viewWith(slack, person, "Learning content to mark");
}

async function fillIn(person: Person): Promise<void> {
  await person.fill("segmentKind", "categories");
  await person.fill("segmentNames", "Managers");
  await person.fill("reason", "Less to see");
}

function errorsIn(sent: Awaited<ReturnType<Person["submit"]>>): unknown {
  return sent.kind === "errors" ? sent.errors : sent.kind;
}

describe("/workday-isu segments", () => {
  it("keeps what was entered, and shows the plan", async () => {
    const { person, slack, store } = await openForm(plain, {
      deps: { prepare: async () => ok(aSegmentDraft()) },
    });
    await fillIn(person);
    await showMore({ slack, person });
    await person.fill("segmentInactive", true);
    await person.press("view", "Back to the form");
    expect(await viewWith(slack, person, "Filled in: More settings.")).toContain("Managers");
    await person.submit();

    await viewWith(slack, person, "Open in the learning topics");

    expect((await store.findDraft(draftIdOf(person)))?.raw).toMatchObject({
      kind: "segment",
      userName: "ISU_Viva",
      before: permissions,
      segmentKind: "categories",
      segmentNames: "Managers",
      segmentGroup: "ISSG_Viva segments",
      segmentInactive: true,
      domains: { Get: "Manage: Learning Content\nReports: Learning Record" },
      reason: "Less to see",
    });
  });

  it("says on the first page that another ID was typed for the segment", async () => {
    const { person, slack } = await openForm(plain);
    expect(await viewWith(slack, person, "[More settings]")).not.toContain("Filled in");
    await showMore({ slack, person });
    await person.fill("segmentId", "Another ID");

    await person.press("view", "Back to the form");

    expect(await viewWith(slack, person, "Filled in: More settings.")).toContain("[Check]");
  });

  it("shows what is wrong on its field, and takes a table that is pasted", async () => {
    const { person, slack } = await openForm(plain, {
      deps: { prepare: async () => ok(aSegmentDraft()) },
    });
    await person.fill("otherDomains", "Get: Badge Data\nWhich access");
    await person.fill("segmentNames", "Compliance");
    await person.fill("reason", "Less to see");

    expect(errorsIn(await person.submit())).toEqual({ otherDomains: like("Say which access") });

    await person.fill("otherDomains", "Get: Badge Data");
    await showMore({ slack, person });
    await person.fill("segmentId", " ");
    expect(errorsIn(await person.submit())).toEqual({ segmentId: like("Type an ID") });
  });

  it.each([
    [
      "a problem",
      { kind: "problems", problems: { segmentGroup: "It is taken." } } as const,
      "It is taken.",
    ],
    [
      "an outage",
      {
        kind: "fault",
        fault: { kind: "unreachable", outside: "Workday", words: "No answer." },
      } as const,
      "What you typed is still here",
    ],
  ])("shows the form again for %s, with everything in it", async (_what, check, words) => {
    const { person, slack } = await openForm(plain, { deps: { prepare: async () => err(check) } });
    await fillIn(person);
    await person.submit();

    expect(await viewWith(slack, person, words)).toContain("Managers");
  });

  it.each([
    ["taken", false],
    ["restored", true],
  ])("asks an account that has segments for their end: %s", async (chosen, isRestored) => {
    const { person, slack, store } = await openForm(withSegments, {
      deps: { prepare: async () => ok(anEndOfSegments()) },
    });
    const id = draftIdOf(person);
    await person.fill("reason", " ");
    expect(errorsIn(await person.submit())).toEqual({ reason: like("Say why") });
    await person.fill("isRestored", chosen);
    await person.fill("reason", "Everything again");
    await person.submit();

    await viewWith(slack, person, "Open in no segment any more");

    expect((await store.findDraft(id))?.raw).toMatchObject({ kind: "end-segments", isRestored });
  });

  it("shows the form of the end again", async () => {
    const { person, slack } = await openForm(withSegments, {
      deps: {
        prepare: async () => err({ kind: "problems", problems: { userName: "It has none." } }),
      },
    });
    await person.fill("reason", "Everything again");
    await person.submit();

    expect(await viewWith(slack, person, "It has none.")).toContain("Everything again");
  });

  it.each([
    ["something else is kept", ann, aRawActivation()],
    ["it is somebody else's", ben, undefined],
  ])("goes no further where %s", async (_what, by, other) => {
    const { person, slack, store } = await openForm(plain);
    await fillIn(person);
    const id = draftIdOf(person);
    const raw = other ?? (await store.findDraft(id))?.raw ?? aRawActivation();
    await store.keepDraft(id, { by, raw });
    await person.submit();

    const words = other === undefined ? messages.notYours : messages.noDraft;
    expect(await viewWith(slack, person, words)).not.toContain("Managers");
  });

  it("says why there is nothing to ask for", async () => {
    const office = await openOffice({
      deps: {
        findHeld: async () => err({ kind: "problems", problems: { userName: "It is nobody's." } }),
      },
    });
    const person = office.slack.person("ann");

    await person.command("/workday-isu", "segments ISU_Nobody", { channel: "workday" });

    expect(await viewWith(office.slack, person, "It is nobody's.")).toContain("Acme sandbox");
  });
});

describe("what the form of an edit is filled with", () => {
  it.each<[what: string, changes: Partial<SegmentedAccess>]>([
    ["topics", {}],
    ["marked content", { content: ["Your first week", "Code of conduct"] }],
    [
      "categories, for an inactive group",
      { segments: { kind: "categories", names: ["Managers", "Partners"] }, isInactive: true },
    ],
  ])("is what was asked by segments: %s", (_what, changes) => {
    const draft = aSegmentDraft({ segmented: { ...segmented, ...changes }, ticket: "HR-7" });
    const raw = toRawAgain(draft);
    if (raw?.kind !== "segment") throw new Error("It is another form");

    const { moved: _moved, ...asked } = draft.segmented;
    expect(parseSegments(raw, aTenant())).toEqual(ok(asked));
    expect(raw).toMatchObject({ before: toSets(permissions), ticket: "HR-7" });
  });

  it.each([true, false])(
    "is whether the end of them gives back what was held: %s",
    (isRestored) => {
      const ended = anEndOfSegments(isRestored ? {} : { restored: noPermissions });

      const { reason } = ended;
      expect(toRawAgain(ended)).toEqual(aRawEnd({ isRestored, reason }));
    },
  );
});

/** In whichever order. */
function toSets({ Get, Put, View, Modify }: Permissions): object {
  const ofGet: unknown = expect.arrayContaining([...Get]);
  return { Get: ofGet, Put, View, Modify };
}
