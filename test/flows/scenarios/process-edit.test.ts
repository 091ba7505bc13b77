import { describe, expect, it } from "vitest";
import { toInventory } from "../../../src/flows/inventory/inventory.ts";
import { writeProcess } from "../../../src/flows/model/business-process.ts";
import { listExpected, splitPending } from "../../../src/flows/planning/expected-changes.ts";
import type { RawPermissions } from "../../../src/flows/request/raw-draft.ts";
import type { TaskHand } from "../../../src/flows/tasks/task.ts";
import { like } from "../../bot/support/like.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { anEdit, aRawChange, withAccount } from "../../support/data/changes.ts";
import { ben, dan } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";

const work = { policy: "Work Contact Change", action: "Change It (Web Service)" };
const home = { policy: "Home Contact Change", action: "Change Home (Web Service)" };
const contact = { policy: "Contact Change" };
const hands = ["runner", "person"] as const;

/** An account that may initiate two. */
async function anAccount(options: Parameters<typeof withAccount>[0] = {}): Promise<World> {
  const businessProcesses = `${writeProcess(work)}\n${writeProcess(contact)}`;
  return withAccount({ raw: aRawDraft({ businessProcesses }), ...options });
}

/** Another one in place of the first. */
const others = `${writeProcess(home)}\n${writeProcess(contact)}`;

/** What the group may initiate, in the tenant. */
function active({ workday }: World): readonly string[] {
  const lines = workday.tenant.active().filter((line) => line.includes(" | "));
  return lines.map((line) => line.replace("ISSG_Viva:  ", "")).toSorted();
}

function activeDomains({ workday }: World): readonly string[] {
  return workday.tenant.active().filter((line) => !line.includes(" | "));
}

/** What the card shows as going live beside what was asked for. */
function listOthers(world: World): readonly unknown[] {
  const { phase, draft } = world.request();
  if (phase.kind !== "waiting-for-approval" || phase.asked.pending.kind !== "seen") {
    throw new Error("No card shows what is pending");
  }
  return splitPending(phase.asked.pending.changes, listExpected(draft)).others;
}

const before = [
  "Contact Change | Initiate (Web Service)",
  "Work Contact Change | Change It (Web Service)",
];
const after = [
  "Contact Change | Initiate (Web Service)",
  "Home Contact Change | Change Home (Web Service)",
];

describe("an edit of business processes", () => {
  it.each(hands)("takes one away and adds another by %s, and nothing else", async (hand) => {
    const world = await anAccount({ tenant: aTenant({ hands: allBy(hand) }) });
    const domains = activeDomains(world);

    await world.openNext(await anEdit(world, { processes: others }));
    const { plan } = world.request();
    const done = await world.live();

    expect(plan).toMatchObject([
      { name: "revoke-business-processes", hand, task: { businessProcesses: [work] } },
      { name: "grant-business-processes", hand, task: { businessProcesses: [home] } },
      { name: "approve" },
      { name: "activate" },
      { name: "verify" },
    ]);
    expect(done.phase).toEqual({ kind: "done" });
    expect(active(world)).toEqual(after);
    expect(activeDomains(world)).toEqual(domains);
  });

  it("shows both to the approver, and nothing is live before", async () => {
    const world = await anAccount();

    await world.openNext(await anEdit(world, { processes: others }));
    await world.work();

    expect(active(world)).toEqual(before);
    expect(world.request().phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: {
        step: "approve",
        pending: {
          changes: [
            { ...work, change: "Removed" },
            { ...home, change: "Added" },
          ],
        },
      },
    });
    expect(world.request().facts.unseen).toEqual([]);
    expect(listOthers(world)).toEqual([]);
  });

  it("sees which of them the group may initiate and which no more, and not by which action", async () => {
    const world = await anAccount();

    await world.openNext(await anEdit(world, { processes: others }));
    const done = await world.live();

    expect(done.facts.verification).toMatchObject({
      outcome: "unverified",
      items: [
        { kind: "unseen", words: like("Home Contact Change: Change Home") },
        { kind: "unseen", words: like("Contact Change: its initiating action") },
      ],
    });
    const seen = done.facts.verification?.facts?.filter(({ seen: how }) => how === "as-asked");
    expect(seen?.map(({ fact }) => fact)).toEqual(
      expect.arrayContaining([
        "process-policy: Home Contact Change",
        "process-policy: Work Contact Change",
        "process: Work Contact Change: Change It (Web Service)",
        "ISSG_Viva: no other business process",
      ]),
    );
  });

  it.each(hands)("that is denied leaves the policies as they were, by %s", async (hand) => {
    const world = await anAccount({ tenant: aTenant({ hands: allBy(hand) }) });

    await world.openNext(await anEdit(world, { processes: others }));
    const ended = await world.live((digest) =>
      world.click(ben, { kind: "deny", digest, reason: "Not now" }),
    );

    expect(ended.phase).toEqual({ kind: "ended" });
    expect(ended.plan).toMatchObject([
      { name: "revoke-business-processes", task: { businessProcesses: [home] } },
      { name: "grant-business-processes", task: { businessProcesses: [work] } },
    ]);
    expect(world.workday.tenant.pending()).toEqual([]);
    expect(active(world)).toEqual(before);
    expect(ended.leftBehind).toEqual([]);
  });

  it.each<[what: string, next: TaskHand, names: readonly string[]]>([
    ["was begun", "runner", ["grant-business-processes"]],
    [
      "a person may have done in one go",
      "person",
      ["revoke-business-processes", "grant-business-processes"],
    ],
  ])("takes back no more than %s", async (_what, next, names) => {
    const byPeople = { ...allBy("person"), "grant-business-processes": next } as const;
    const world = await anAccount({ tenant: aTenant({ hands: byPeople }) });
    await world.openNext(await anEdit(world, { processes: others }));
    await world.work();

    await world.click(world.request().askedBy, { kind: "withdraw" });
    await world.work();

    const { plan } = world.request();
    expect(plan.map(({ name }) => name)).toEqual(names);
    expect(plan.at(-1)).toMatchObject({ task: { businessProcesses: [work] } });
  });

  it("is not said to be done with a task before it where nothing would show it", async () => {
    const world = await anAccount({ tenant: aTenant({ hands: allBy("person") }) });
    const same = `${writeProcess(work)}\nContact Change | Initiate (Web Service)`;
    await world.openNext(await anEdit(world, { processes: same }));
    await world.work();

    await world.click(dan, { kind: "report-done", step: "revoke-business-processes" });
    await world.work();

    expect(world.request().phase).toMatchObject({
      kind: "waiting-for-person",
      step: "grant-business-processes",
    });
  });

  it("keeps an action that is named where it was not before, approved or denied", async () => {
    const world = await anAccount();
    const same = `${writeProcess(work)}\nContact Change | Initiate (Web Service)`;

    await world.openNext(await anEdit(world, { processes: same }));
    await world.live((digest) => world.click(ben, { kind: "deny", digest, reason: "No" }));
    expect(active(world)).toEqual(before);
    await world.openNext(await anEdit(world, { processes: same }));
    await world.live();

    expect(active(world)).toEqual(before);
  });

  it.each<[what: string, change: (edit: RawPermissions) => RawPermissions]>([
    ["something else", (edit) => ({ ...edit, processesBefore: [work, home] })],
    [
      "none, from a window that did not ask about them yet",
      ({ processesBefore: _before, businessProcesses: _typed, ...edit }) => edit,
    ],
  ])("is nothing where the form was filled with %s", async (_what, change) => {
    const world = await anAccount();
    const edit = await anEdit(world, { addPut: "Badge Data", processes: others });

    expect(await world.openNext(change(edit))).toMatchObject({
      check: { problems: { userName: like("has changed since this form was opened") } },
    });
  });
});

describe("the account after an edit of business processes", () => {
  it("has in the inventory what was asked for: the next edit begins with it, and its end takes it away", async () => {
    const world = await anAccount();
    await world.openNext(await anEdit(world, { processes: others }));
    await world.live();

    expect(toInventory(await world.store.listDone())).toMatchObject([
      { draft: { businessProcesses: [home, contact] } },
    ]);
    expect((await anEdit(world, {})).processesBefore).toEqual([home, contact]);
    await world.openNext(aRawChange({ kind: "retire" }));
    await world.live();

    expect(active(world)).toEqual([]);
  });

  it("keeps them when only its domains are edited", async () => {
    const world = await anAccount();

    await world.openNext(await anEdit(world, { addPut: "Badge Data" }));
    const plan = world.request().plan.map(({ name }) => name);
    await world.live();

    expect(plan).toEqual(["grant-permissions", "approve", "activate", "verify"]);
    expect(active(world)).toEqual(before);
    expect(world.request().draft).toMatchObject({ businessProcesses: [work, contact] });
  });

  it("has none any more where all were taken away", async () => {
    const world = await anAccount();

    await world.openNext(await anEdit(world, { processes: "" }));
    await world.live();

    expect(active(world)).toEqual([]);
    expect(world.request().draft).not.toHaveProperty("businessProcesses");
    expect((await anEdit(world, {})).processesBefore).toEqual([]);
  });
});
