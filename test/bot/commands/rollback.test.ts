import { describe, expect, it } from "vitest";
import { changeForm } from "../../../src/bot/kinds/kinds.ts";
import { answer } from "../../../src/bot/request-views/click-reply.ts";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { plan } from "../../../src/bot/request-views/plan.ts";
import { describeTimeline } from "../../../src/bot/request-views/timeline.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { err, ok } from "../../../src/result.ts";
import { StoredEvent } from "../../../src/store/stored/stored-event.ts";
import {
  anAsking,
  anOpening,
  aPendingChange,
  expiresAt,
  requestId,
  start,
} from "../../support/data/a-request.ts";
import { aRollback, at } from "../../support/data/a-rollback.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aRawRollback } from "../../support/data/changes.ts";
import { ben } from "../../support/data/people.ts";
import { catalogue, openOffice } from "../support/an-office.ts";
import { replyOf } from "../support/reply-of.ts";
import { draftIdOf, viewWith } from "../support/shown.ts";
import { tell, tenant } from "../support/shown-requests.ts";
import { breaches } from "../support/slack-limits.ts";

const step = "activate-previous-timestamp";

const listed = [at(3, `${requestId}: permissions`), at(2, "<!channel> quick fix", ""), at(1, "")];

const asked = anAsking({ step: "approve-plan", pending: { kind: "not-activated" } });
const approved: readonly Event[] = [asked, { kind: "approved", by: ben, digest: "sha256:shown" }];
const handed: Event = { kind: "handed-over", step, expiresAt };
const draft = aRollback();
const most = aRollback({
  undone: Array.from({ length: 100 }, (_, one) => at(200 - one, "A long comment. ".repeat(60))),
  again: Array.from({ length: 300 }, (_, one) =>
    aPendingChange({ policy: `Domain ${one} ${"x".repeat(120)}` }),
  ),
  affected: Array.from({ length: 90 }, (_, one) => ({
    userName: `ISU_${one}`,
    groupName: "G".repeat(150),
    loses: 1,
  })),
});

async function isAsKept(name: string, shown: unknown): Promise<void> {
  await expect(`${JSON.stringify(shown, null, 2)}\n`).toMatchFileSnapshot(
    `../snapshots/${name}.json`,
  );
}

const raw = aRawRollback({ timestamp: String(start), newest: String(listed[0]?.at) });

describe("a roll back in Slack", () => {
  it.each<[name: string, view: unknown]>([
    [
      "rollback-form",
      changeForm({ id: requestId, tenants: [tenant], raw: { ...raw, timestamp: "" }, listed }),
    ],
    [
      "rollback-form-again",
      changeForm({
        id: requestId,
        tenants: [tenant],
        raw,
        problems: { timestamp: "Somebody activated." },
      }),
    ],
    ["rollback-plan", plan({ id: requestId, catalogue, tenant, draft })],
    [
      "rollback-plan-nobody-affected",
      plan({
        id: requestId,
        catalogue,
        tenant,
        draft: aRollback({ affected: [], undone: draft.undone.slice(0, 1) }),
      }),
    ],
    ["rollback-card", requestMessage(tell(draft, asked))],
    ["rollback-task", requestMessage(tell(draft, ...approved, handed))],
  ])("shows %s as kept", async (name, view) => {
    expect(
      breaches(view, { blocks: name.includes("card") || name.includes("task") ? 50 : 100 }),
    ).toEqual([]);
    await isAsKept(name, view);
  });

  it("stays within limits with as much as a list may hold", () => {
    const told = tell(most, asked);

    expect(
      breaches(plan({ id: requestId, catalogue, tenant, draft: most }), { blocks: 100 }),
    ).toEqual([]);
    expect(breaches(requestMessage(told), { blocks: 50 })).toEqual([]);
    const form = changeForm({
      id: requestId,
      tenants: [tenant],
      raw: { ...raw, timestamp: "" },
      listed: most.undone,
    });
    expect(breaches(form, { blocks: 100 })).toEqual([]);
    const replies = told.story.flatMap((one) => replyOf(one, told.request, told.tenant));
    for (const reply of replies) expect(breaches(reply, { blocks: 50 })).toEqual([]);
  });

  it("says why an approval counts for nothing", () => {
    const difference = { added: [], gone: [] };
    const voided: Event = { kind: "approval-voided", difference, isOutdated: true };
    const click = {
      id: "1",
      by: ben,
      request: requestId,
      answerTo: { kind: "person" },
      command: { kind: "approve", digest: "d" },
    } as const;

    expect(describeTimeline(tell(draft, asked, voided).story).join("\n")).toContain(
      "nothing is rolled back",
    );
    expect(
      answer(click, { kind: "voided", difference, isOutdated: true }, { tenant }).text,
    ).toContain("nothing is rolled back");
  });

  it("is kept with all of it", () => {
    const opened = anOpening(draft, tenant);
    const voided = {
      kind: "approval-voided",
      difference: { added: [], gone: [] },
      isOutdated: true,
    };

    expect(StoredEvent.parse(JSON.parse(JSON.stringify(opened)))).toEqual(opened);
    expect(StoredEvent.parse(voided)).toEqual(voided);
  });
});

describe("/workday-isu rollback", () => {
  const two = [aTenant(), aTenant({ label: "Acme production", production: true })];

  it.each<[why: string, typed: string, deps: Parameters<typeof openOffice>[0], words: string]>([
    ["has no report", "", {}, "reports.securityTimestamps"],
    [
      "has no earlier activation",
      "",
      {
        deps: { readTimestamps: async () => ok({ kind: "seen", timestamps: listed.slice(0, 1) }) },
      },
      "no earlier activation",
    ],
    [
      "cannot be read",
      "",
      {
        deps: {
          readTimestamps: async () =>
            err({ kind: "denied", outside: "Workday reports", words: "No." }),
        },
      },
      "The Workday reports: No.",
    ],
    ["is not named", "", { deps: { tenants: two } }, "Name the tenant"],
    ["is unknown", "acme_other", {}, "/workday-isu rollback acme_dpt1"],
  ])("says so where the tenant %s", async (_why, typed, changes, words) => {
    const { slack } = await openOffice(changes);
    const person = slack.person("ann");

    await person.command("/workday-isu", `rollback ${typed}`, { channel: "workday" });

    expect(await viewWith(slack, person, words)).toContain(words);
  });

  it.each([
    ["cy", "workday", "not on the list"],
    ["ann", "with-partners", "shared with another company"],
  ])("is refused to %s in %s", async (name, channel, words) => {
    const { slack } = await openOffice();
    const person = slack.person(name);

    await person.command("/workday-isu", "rollback", { channel });

    expect(await viewWith(slack, person, words)).toContain(words);
  });

  it("lists the activations, and keeps which was chosen with the newest of the list", async () => {
    const { slack, store } = await openOffice({
      deps: {
        readTimestamps: async () => ok({ kind: "seen", timestamps: listed.toReversed() }),
        prepare: async () => ok(draft),
      },
    });
    const person = slack.person("ann");
    await person.command("/workday-isu", "rollback ACME_dpt1", { channel: "workday" });
    await viewWith(slack, person, "Go back to");

    await person.fill("timestamp", String(listed[2]?.at));
    await person.fill("reason", "It went wrong");
    await person.submit();

    const text = await viewWith(slack, person, "Activations that are undone (2)");
    expect(text).toContain("The bot cannot see what the activations of others made live (1)");
    expect((await store.findDraft(draftIdOf(person)))?.raw).toMatchObject({
      kind: "rollback",
      timestamp: String(listed[2]?.at),
      newest: String(listed[0]?.at),
    });
  });
});
