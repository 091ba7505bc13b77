import { describe, expect, it } from "vitest";
import { describeNoWindow, refusals } from "../../../src/bot/blocks/messages.ts";
import { describeAbout, nameOf } from "../../../src/bot/blocks/request-titles.ts";
import { describeUnknownAccount } from "../../../src/bot/blocks/unknown-account.ts";
import { tellDelegate } from "../../../src/bot/forms/delegation-form.ts";
import { describeReadRefusal } from "../../../src/bot/list-views/read-refusals.ts";
import { describeLive, listLive } from "../../../src/bot/request-views/activation-effects.ts";
import { describeFollowUp } from "../../../src/bot/request-views/next-steps.ts";
import { taskCard } from "../../../src/bot/request-views/task-card.ts";
import { windowOfTask, windowsBeforeApproval } from "../../../src/bot/request-views/windows.ts";
import { describePostponed, postponedCard } from "../../../src/bot/review/postponed.ts";
import type { ActivationEffects } from "../../../src/flows/model/activation-effects.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anOpening, expiresAt, given, start } from "../../support/data/a-request.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";
import { ben } from "../../support/data/people.ts";
import { windows } from "../support/kept.ts";
import { replyOf } from "../support/reply-of.ts";

const tenant = aTenant();
const activation: Draft = { kind: "activate", tenant: acme, reason: "Time to" };
const live: Extract<ActivationEffects, { kind: "seen" }> = {
  kind: "seen",
  shown: { count: 0, lines: [] },
  strange: { count: 0, lines: [] },
  gone: 0,
  uncompared: 0,
  isShared: false,
  seesProcesses: true,
};

function textOf(blocks: unknown): string {
  return JSON.stringify(blocks);
}

describe("what an activation made live beside ours", () => {
  it.each<[words: string, changes: Partial<typeof live>]>([
    ["nothing that the card showed. Nothing went live that the card did not show.", {}],
    ["2 changes that the card showed. Nothing", { shown: { count: 2, lines: ["a", "b"] } }],
    [
      "*3 changes went live that the card did not show.*",
      { strange: { count: 2, lines: [] }, gone: 1 },
    ],
  ])("is said: %s", (words, changes) => {
    expect(describeLive({ ...live, ...changes })).toContain(words);
  });

  it("leaves out business processes where nothing showed them", () => {
    const { seesProcesses: _no, ...unseen } = live;

    expect(describeLive(unseen)).toContain("but for business processes, which nothing showed.");
  });

  it.each<[what: string, changes: Partial<typeof live>, blocks: number, words: string]>([
    ["one permission that is gone", { gone: 1 }, 1, "1 permission of other groups is gone"],
    ["several that are gone", { gone: 2 }, 1, "2 permissions of other groups are gone"],
    ["somebody else's activation", { isShared: true }, 1, "Somebody else activated"],
    ["what nobody compares", { uncompared: 1 }, 1, "cannot be compared"],
    ["nothing", {}, 0, "[]"],
  ])("lists %s", (_what, changes, blocks, words) => {
    const listed = listLive({ ...live, ...changes });

    expect(listed).toHaveLength(blocks);
    expect(textOf(listed)).toContain(words);
  });
});

describe("what an approver reads of a tenant that is closed now", () => {
  const opensAt = instant(start + 7_200_000);
  const step = "approve";

  it("is the next window where the tenant has windows", () => {
    const blocks = windowsBeforeApproval({ ...tenant, changeWindows: windows }, { opensAt, step });

    expect(textOf(blocks)).toContain("it is activated when the next window opens");
  });

  it("is the end of the freeze where it has none", () => {
    const blocks = windowsBeforeApproval(tenant, { opensAt, step, freeze: "Year end" });

    expect(textOf(blocks)).toContain("Changes are frozen: Year end.");
    expect(textOf(blocks)).toContain("it is activated when the freeze ends");
    expect(textOf(blocks)).not.toContain("window");
  });
});

describe("the thread of a request", () => {
  const request = given(anOpening());

  it.each<[what: string, event: Event, words: string]>([
    [
      "an escalation that the configuration has no list for any more",
      { kind: "escalated", expiresAt },
      "more people may",
    ],
    [
      "each item of a drift",
      { kind: "drifted", items: [{ kind: "missing", words: "Get on Payroll is not there." }] },
      "Get on Payroll is not there.",
    ],
  ])("tells %s", (_what, event, words) => {
    const replies = replyOf({ seq: 2, at: instant(0), event }, request, tenant);

    expect(textOf(replies)).toContain(words);
  });
});

describe("the task of a person whose page shows secrets", () => {
  const client = {
    name: "Viva API Client",
    functionalAreas: ["System"],
    nonExpiringRefreshTokens: true,
    includeWorkdayOwnedScope: false,
  };
  const draft: Draft = { ...aDraft(), kind: "api-client", client };
  const card = { request: given(anOpening(draft)), tenant, scale: 1 } as const;
  const wait = {
    kind: "waiting-for-person",
    step: "register-api-client",
    handedAt: start,
    expiresAt,
  } as const;

  it("sends them to the bot's page", () => {
    expect(textOf(taskCard(card, wait))).toContain("Then press Enter the values");
  });

  it("gives them the commands where the bot has no page", () => {
    const shown = textOf(taskCard(card, { ...wait, commands: ["az keyvault secret set"] }));

    expect(shown).toContain("with these commands");
    expect(shown).toContain("az keyvault secret set");
  });
});

describe("who said Not now", () => {
  const postponed = { by: ben, at: start, askAgainAt: expiresAt };
  const event = { ...postponed, kind: "postponed" } as const;

  it("is quoted with the reason, on the card and in the thread", () => {
    const reason = "<Month end>";

    expect(textOf(postponedCard({ ...postponed, reason }))).toContain(": “&lt;Month end&gt;”");
    expect(describePostponed({ ...event, reason })).toContain(
      "<@U0BEN> pressed Not now: “&lt;Month end&gt;” Nothing is decided.",
    );
  });

  it("needs no reason", () => {
    expect(textOf(postponedCard(postponed))).not.toContain("“");
    expect(describePostponed(event)).toContain("<@U0BEN> pressed Not now. Nothing is decided.");
    expect(postponedCard(undefined)).toEqual([]);
  });
});

describe("why a window did not open", () => {
  it.each([
    ["denied", "Only the bot's operators can correct that"],
    ["unreachable", "Wait a minute first."],
    ["unknown", "Wait a minute first."],
    ["rejected", "If it stays so, tell the bot's operators."],
    ["unreadable", "If it stays so, tell the bot's operators."],
  ] as const)("asks for what helps where Slack's answer is %s", (kind, next) => {
    const fault = { kind, outside: "Slack", words: "No.", code: "odd" } as const;

    expect(describeNoWindow(fault, "Again.")).toMatch(/^No\. .* Again\.$/);
    expect(describeNoWindow(fault, "Again.")).toContain(next);
  });
});

describe("small sentences", () => {
  it("say a change window to whoever activates", () => {
    const windowClosesAt = instant(0);

    expect(windowOfTask({})).toEqual([]);
    expect(textOf(windowOfTask({ windowClosesAt }))).toContain("Activate before the change window");
    expect(textOf(windowOfTask({ windowClosesAt, isWindowOver: true }))).toContain(
      "Do not activate",
    );
  });

  it.each([
    [[], "may ask. Nothing was changed."],
    [["ISU_A"], "may ask. Did you mean `ISU_A`? Nothing was changed."],
    [["ISU_A", "ISU_B"], "Did you mean `ISU_A` or `ISU_B`?"],
  ])("name what is near an unknown account: %j", (near, words) => {
    expect(describeUnknownAccount({ command: "rotate", typed: "ISU_X", near })).toContain(words);
  });

  it("say why somebody may not read who is on a list", () => {
    expect(describeReadRefusal("guest", "audit", [tenant])).toBe(refusals.guest);
  });

  it("say what an activation is about", () => {
    expect(nameOf(activation)).toBe("pending changes");
    expect(describeAbout(activation)).toBe("the activation of what is pending");
  });

  it("offer a client that the guide needs, or calls optional", () => {
    const client = {
      kind: "api-client",
      userName: "ISU_Viva",
      tenant: acme,
      vendor: "Viva",
    } as const;

    expect(describeFollowUp(client)).toContain("the guide of Viva asks for an API client too");
    expect(describeFollowUp({ ...client, optional: "for WQL" })).toContain("(optional: for WQL)");
  });

  it("tell a delegate nothing where nothing changed", () => {
    expect(tellDelegate({ kind: "refused", refusal: "guest" }, "Acme")).toBeUndefined();
  });
});
