import { describe, expect, it } from "vitest";
import { noticeMessage } from "../../../src/bot/request-views/notices.ts";
import type { LiveList } from "../../../src/flows/model/activation-effects.ts";
import { later } from "../../../src/flows/model/ids.ts";
import type { Matter } from "../../../src/flows/request/notice.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { requestId, start } from "../../support/data/a-request.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";

/** Title and words of a notice. */
function said(matter: Matter, tenant: Tenant = aTenant()): string {
  return JSON.stringify(
    noticeMessage({ key: "k", tenant: tenant.name, madeAt: start, matter }, tenant),
  );
}

const live: LiveList = { count: 1, lines: ["Payroll, Get: Added for HR"] };
const activation = {
  kind: "activation",
  at: start,
  by: "lmcneil",
  comment: "Mine",
  groups: [],
} as const;
const drift = { kind: "drift", request: requestId, userName: "ISU_Viva" } as const;
const item = { kind: "other", words: "UI sessions are allowed." } as const;
const rotation = {
  kind: "rotation",
  request: requestId,
  userName: "ISU_Viva",
  owner: ann,
  dueAt: start,
} as const;
const outage = { kind: "outage", outside: "Key Vault", since: start } as const;

const matters: readonly [title: string, matter: Matter, words: readonly string[], not: string][] = [
  [
    "An activation that no request asked for",
    activation,
    ["Who: lmcneil", "Comment: Mine", "hold what was asked for them"],
    "do not hold exactly",
  ],
  [
    "An activation that no request asked for",
    { ...activation, by: "", comment: "", groups: ["ISSG_Viva"] },
    ["the report does not say", "Comment: none", "do not hold exactly", "`ISSG_Viva`"],
    "more",
  ],
  [
    "An activation that no request asked for",
    { ...activation, groups: Array.from({ length: 22 }, (_, at) => `ISSG_${at}`) },
    ["`ISSG_19` and 2 more"],
    "ISSG_20",
  ],
  ["ISU_Viva is as asked again", { ...drift, items: [] }, ["found what was asked"], "Look again"],
  [
    "ISU_Viva has drifted",
    { ...drift, items: [item] },
    ["something else", "UI sessions"],
    "found what was asked",
  ],
  [
    "An activation made live what nobody was shown",
    { kind: "went-live", request: requestId, strange: live, gone: 2 },
    ["more went live than its approval card showed", "Payroll"],
    "withdraw",
  ],
  [
    "Changes are live that nobody approved",
    { kind: "live-unapproved", request: requestId, live },
    ["no approver was shown them before", "Payroll"],
    "hand-over",
  ],
  [
    "Changes are pending that no request asked for",
    { kind: "unexplained", request: requestId, pending: live },
    ["Workday account made changes", "Payroll"],
    "hand-over",
  ],
  [
    "The rules changed",
    { kind: "rules-changed", rules: { count: 1, lines: ["approvals: needed: 2 → needed: 1"] } },
    ["other people, numbers or rules count", "needed: 2"],
    "hand-over",
  ],
  [
    "The password of ISU_Viva is due soon",
    { ...rotation, isOverdue: false },
    ["It is due"],
    "every week",
  ],
  [
    "The password of ISU_Viva is overdue",
    { ...rotation, isOverdue: true },
    ["It was due", "every week"],
    "It is due",
  ],
  [
    "Key Vault cannot be reached",
    { ...outage, waiting: 1 },
    ["1 request waits and goes on by itself"],
    "is back",
  ],
  [
    "Key Vault cannot be reached",
    { ...outage, waiting: 2 },
    ["2 requests wait and go on by themselves"],
    "itself",
  ],
  [
    "Key Vault is back",
    { ...outage, kind: "outage-over", overAt: later(start, hourMs) },
    ["is back since", "could not be reached from"],
    "requests",
  ],
  [
    "Most accounts are gone",
    { kind: "refreshed", missing: 3, of: 4 },
    ["3 of the 4 accounts"],
    "drifted",
  ],
];

describe("a notice", () => {
  it.each(matters)("is called %j, and says what happened", (title, matter, words, not) => {
    const text = said(matter);

    expect(text).toContain(`"${title} in Acme sandbox"`);
    for (const one of words) expect(text).toContain(one);
    expect(text).not.toContain(not);
  });

  it("says first that it is about production", () => {
    const text = said({ kind: "refreshed", missing: 3, of: 4 }, aTenant({ production: true }));

    expect(text).toContain('"PRODUCTION: Most accounts are gone in Acme sandbox"');
  });
});
