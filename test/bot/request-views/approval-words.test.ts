import { describe, expect, it } from "vitest";
import {
  approvalButtons,
  approvalCard,
  denyApproved,
} from "../../../src/bot/request-views/approval-card.ts";
import { approvalConfirmation } from "../../../src/bot/request-views/approval-confirmation.ts";
import {
  describeApprovalEvent,
  describeCredential,
} from "../../../src/bot/request-views/approval-timeline.ts";
import { answer } from "../../../src/bot/request-views/click-reply.ts";
import { requestCard, requestMessage } from "../../../src/bot/request-views/message.ts";
import { showNotes } from "../../../src/bot/review/notes.ts";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import type { Click } from "../../../src/flows/request/click.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { listApproval } from "../../../src/flows/wording/describe-approval.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { aCredential } from "../../support/data/a-passkey.ts";
import {
  anAsking,
  anOpening,
  expiresAt,
  foreignChange,
  given,
  requestId,
} from "../../support/data/a-request.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben, cy } from "../../support/data/people.ts";
import { like } from "../support/like.ts";
import { tell } from "../support/shown-requests.ts";

const tenant = aTenant();
const activation: Draft = { kind: "activate", tenant: acme, reason: "Time to" };
const rotation: Draft = { ...aDraft(), kind: "rotate", tell: [] };
const opened = anOpening(aDraft());

function approvedAt(step: "approve" | "approve-plan"): readonly Event[] {
  return [anAsking({ step }), { kind: "approved", by: ben, digest: "sha256:shown" }];
}

const click: Click = {
  id: "click-1",
  by: ben,
  request: requestId,
  answerTo: { kind: "person" },
  command: { kind: "approve", digest: "sha256:shown" },
};

describe("the answer to an approval", () => {
  it.each<[what: string, events: readonly Event[], words: string]>([
    [
      "the plan's",
      approvedAt("approve-plan"),
      "Your approval counts. The plan is carried out next.",
    ],
    ["the activation's", approvedAt("approve"), "Your approval counts."],
    [
      "one of two",
      [anAsking({ needed: 2 }), ...approvedAt("approve").slice(1)],
      "Others are needed",
    ],
  ])("says what %s comes to", (_what, events, words) => {
    const reply: Reply = { kind: "accepted", request: given(anOpening(rotation), ...events) };

    expect(answer(click, reply, { tenant }).text).toEqual(like(words));
  });

  it("sends whoever has a passkey to the bot's own page", () => {
    const errand = { kind: "approve", request: requestId, digest: "sha256:shown" } as const;
    const link = "https://isu-bot.example/approve#token";

    const shown = answer(click, { kind: "passkey-needed", tenant: acme, errand }, { tenant, link });

    expect(shown.text).toEqual(like("Nothing is approved yet: this tenant asks for your passkey"));
    expect(JSON.stringify(shown.blocks)).toContain(link);
  });
});

describe("the answer to a click", () => {
  const errand = { kind: "approve", request: requestId, digest: "sha256:shown" } as const;
  const address = "https://acme.slack.com/archives/C0ISU/p1";
  it.each<readonly [reply: Reply]>([
    [{ kind: "accepted", request: given(anOpening(aDraft())) }],
    [{ kind: "refused", refusal: "too-late" }],
    [{ kind: "passkey-needed", tenant: acme, errand }],
    [{ kind: "voided", difference: { added: [foreignChange], gone: [] } }],
    [
      {
        kind: "fault",
        fault: { kind: "unreachable", outside: "Workday", words: "It does not answer." },
      },
    ],
  ])("links to what was clicked at, and names its channel: $kind", (reply) => {
    const linked = `(<${address}|${requestId}>, <#${tenant.channel}>)`;

    const { text } = answer(click, reply, { tenant, address });

    expect(text.endsWith(linked)).toBe(true);
  });

  it("names no request to whoever may not know of one", () => {
    const { text } = answer(click, { kind: "refused", refusal: "guest" }, { tenant, address });

    expect(text).not.toContain(requestId);
  });
});

describe("what an approver of a production tenant is asked", () => {
  it.each<[draft: Draft, facts: string]>([
    [activation, `*Activation*\n*Asked by:*`],
    [rotation, "*New password*\n*Account:* `ISU_Viva`\n*Security group:* `ISSG_Viva`"],
    [aDraft(), "*Account:* `ISU_Viva`\n*Security group:* `ISSG_Viva`"],
  ])("begins with what it is about", (draft, facts) => {
    const request = given(anOpening(draft));

    const { blocks } = approvalConfirmation(
      request,
      { asked: anAsking().asked, given: [] },
      aTenant({ production: true }),
    );

    expect(JSON.stringify(blocks)).toContain(JSON.stringify(facts).slice(1, -1));
  });
});

describe("what an activation by itself makes live", () => {
  it("is all that is pending, as others' changes", () => {
    const { asked } = anAsking({ pending: { kind: "seen", changes: [foreignChange] } });

    const [live, ...others] = listApproval(given(anOpening(activation)), {
      asked,
      unseen: [],
      tenant,
    });

    expect(live?.title).toBe("Goes live (1):");
    expect(live?.lines).toHaveLength(1);
    expect(others).toEqual([]);
  });
});

describe("the card of an approval", () => {
  it("says how many more are needed, and for what", () => {
    const asking = anAsking({ step: "approve-plan", needed: 3 });
    const request = given(anOpening(rotation), asking, ...approvedAt("approve-plan").slice(1));
    if (request.phase.kind !== "waiting-for-approval") throw new Error("Nobody is asked");

    const card = JSON.stringify(approvalCard({ request, tenant, scale: 1 }, request.phase));

    expect(card).toContain("2 more approvals are needed before anything is done.");
  });

  it("says that the passkey is asked for next", () => {
    const approvals = { ...tenant.approvals, secondFactor: "passkey" } as const;
    const request = given(opened, anAsking());
    const { asked } = anAsking();

    const [approve] = approvalButtons(
      { request, tenant: aTenant({ approvals }) },
      { asked, given: [] },
    );

    expect(approve?.confirm?.text).toEqual(like("Next, the bot asks for your passkey."));
  });
});

describe("describeApprovalEvent", () => {
  const lapsed = { kind: "approval-lapsed", people: [] } as const;
  const again = "Nothing was approved: please review again.";

  it.each<[event: Parameters<typeof describeApprovalEvent>[0], words: string]>([
    [lapsed, `More approvers are needed by now than have approved. ${again}`],
    [{ ...lapsed, isTooOld: true }, `It was approved longer ago than an approval counts. ${again}`],
    [
      { ...lapsed, people: [{ person: ben, why: "no-passkey" }] },
      `<@U0BEN> approved it, without a passkey that counts by now. ${again}`,
    ],
    [
      { ...lapsed, people: [{ person: ben, why: "has-a-hand" }] },
      `<@U0BEN> approved it. By now they have a hand in what goes live, such as another request, or a change that their Workday account made. ${again}`,
    ],
    [
      { ...lapsed, people: [{ person: ben, why: "guest" }] },
      `<@U0BEN> approved it, and is no full member of this workspace any more. ${again}`,
    ],
    [
      { ...lapsed, people: [{ person: ben, why: "not-an-approver" }] },
      `<@U0BEN> approved it, and may not approve it any more. ${again}`,
    ],
    [
      { ...lapsed, people: [{ person: ben, why: "not-an-approver", for: ann }] },
      `<@U0BEN> approved it for <@U0ANN>, and may not decide it for them any more. ${again}`,
    ],
  ])("%#: says why an approval counts no more", (event, words) => {
    expect(describeApprovalEvent(event)).toBe(words);
  });

  it("names the passkey that proved an approval", () => {
    expect(describeCredential(undefined)).toBe("");
    expect(describeCredential(aCredential("ben"))).toMatch(/^ with the passkey `\S+`$/);
  });
});

describe("denyApproved", () => {
  it("offers nothing where nothing is approved", () => {
    const approved = given(opened, ...approvedAt("approve"));

    expect(denyApproved(given(opened))).toEqual([]);
    expect(denyApproved(approved).map(({ text }) => text)).toEqual(["Deny"]);
  });
});

describe("whom an approval's card calls", () => {
  it("is who decides for somebody who is away, as of when people were called last", () => {
    const of = aTenant({ approvers: { people: [ben], groups: [] } });
    const called: Event = { ...anAsking(), standIns: [{ by: cy, for: ben }] };
    const again: Event = { kind: "reminded", due: 1, expiresAt };

    expect(whoOf(called)).toContain("*Who may decide:* <@U0CY> for <@U0BEN>");
    expect(whoOf(called, again)).toContain("*Who may decide:* <@U0BEN>");

    function whoOf(...events: readonly Event[]): string {
      const request = given(opened, ...events);
      const { phase } = request;
      if (phase.kind !== "waiting-for-approval") throw new Error(`It is ${phase.kind}`);
      return JSON.stringify(approvalCard({ request, tenant: of, scale: 1 }, phase));
    }
  });
});

const found = {
  kind: "existing",
  isActive: true,
  members: ["ISU_Other"],
  holds: { Get: [], Put: [], View: [], Modify: [] },
} as const;

describe("why it is asked for, on the card of a plan's approval", () => {
  it.each([
    ["once where the top has all of it", "Because.", 1],
    ["whole where the top has it cut", `Because.${" Because.".repeat(54)}`, 2],
  ])("stands %s", (_what, reason, times) => {
    const asking = anAsking({ step: "approve-plan", pending: { kind: "not-activated" } });
    const told = tell(aDraft({ reason, group: found }), asking);

    const shown = JSON.stringify(requestMessage(told)).match(/Because\.( Because\.)*/g) ?? [];

    expect(shown).toHaveLength(times);
    expect(shown).toContain(reason);
    expect(JSON.stringify(requestCard(told))).toContain(reason);
  });
});

function noted(...notes: readonly (string | undefined)[]): string {
  const shown = notes.map((note) => ({
    by: ben,
    at: expiresAt,
    ...(note !== undefined && { note }),
  }));
  return JSON.stringify(showNotes(shown));
}

describe("the notes of approvers on a card", () => {
  it("are whole where they are few and short", () => {
    expect(noted("As agreed", undefined)).toContain("“As agreed”");
    expect(noted("As agreed", undefined)).not.toContain("in the thread");
    expect(noted(undefined)).toBe("[]");
  });

  it("are the newest of many, and say where all of them are", () => {
    const shown = noted("First", "Second", "Third", "Fourth");

    expect(shown).toMatch(/Second.*Third.*Fourth.*All notes \(4\) are in the thread, whole\./);
    expect(shown).not.toContain("First");
  });

  it("are cut where they are long, and say where they are whole", () => {
    expect(noted("x".repeat(500))).toMatch(/x{200,220}….*All notes \(1\) are in the thread/);
  });
});
