import { describe, expect, it } from "vitest";
import type { Message } from "../../../src/bot/blocks/block.ts";
import { refusals } from "../../../src/bot/blocks/messages.ts";
import { notice } from "../../../src/bot/blocks/notice.ts";
import { showTrail, type TrailContent } from "../../../src/bot/list-views/audit.ts";
import { browseDomains } from "../../../src/bot/list-views/domains.ts";
import { showCommand, showHelp, unknownCommand } from "../../../src/bot/list-views/help.ts";
import { home, homeNotice } from "../../../src/bot/list-views/home.ts";
import type { Listed } from "../../../src/bot/list-views/inbox.ts";
import { type InventoryContent, showInventory } from "../../../src/bot/list-views/inventory.ts";
import { overview } from "../../../src/bot/list-views/overview.ts";
import { describeReadRefusal } from "../../../src/bot/list-views/read-refusals.ts";
import {
  listOldRecipes,
  listRecipes,
  noSuchRecipe,
  showRecipe,
} from "../../../src/bot/list-views/recipes.ts";
import { tellRequest } from "../../../src/bot/list-views/status.ts";
import { noticeMessage } from "../../../src/bot/request-views/notices.ts";
import { linkToPage, ownPasskeys } from "../../../src/bot/request-views/passkeys.ts";
import { toPasskeyNotice } from "../../../src/flows/lifecycle/passkey-notice.ts";
import type { UseNews } from "../../../src/flows/model/account-use.ts";
import { later } from "../../../src/flows/model/ids.ts";
import { aCredential, aPasskey } from "../../support/data/a-passkey.ts";
import { requestId, start } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben, eve } from "../../support/data/people.ts";
import { catalogue, viva } from "../support/an-office.ts";
import { isAsKept, production, states } from "../support/kept.ts";
import { known } from "../support/known-commands.ts";
import { delivered, demanding } from "../support/recipes.ts";
import { tenant } from "../support/shown-requests.ts";
import { workOf } from "../support/work-of.ts";

const dayMs = 86_400_000;
const audited = aTenant({ label: "Acme audited", auditors: { people: [ben], groups: [] } });

const accounts: InventoryContent = {
  entries: Object.values(states)
    .filter(({ request }) => request.phase.kind === "done")
    .flatMap(({ request }): InventoryContent["entries"] => [
      { request, tenant, state: "unverified" },
      { request, tenant, state: "verified", isUnknown: true },
      {
        request,
        tenant: production,
        state: "drifted",
        password: { issuedAt: start, dueAt: later(start, 365 * dayMs) },
        underWay: requestId,
      },
      {
        request,
        tenant,
        state: "verified",
        password: { issuedAt: later(start, 1000 * dayMs), dueAt: later(start, 1365 * dayMs) },
      },
    ]),
  text: "",
  from: 0,
  unclear: [production],
  now: later(start, 1001 * dayMs),
  useOf: () => undefined,
};

const used = { at: start, address: "203.0.113.7", channel: "Web Services" };
const until = later(start, 1000 * dayMs);
const uses = [
  { read: { since: start, until }, last: used },
  { read: { since: start, until: later(start, 1001 * dayMs) }, last: undefined },
  { read: { since: start, until: later(start, 5 * dayMs) }, last: { ...used, address: "" } },
];

function noticeOfUse(news: UseNews, isOfBot = false): Message {
  const about = isOfBot ? {} : { request: requestId };
  const userName = isOfBot ? "ISU_Bot" : "ISU_Viva";
  const matter = { kind: "account-use", userName, ...about, news } as const;
  return noticeMessage({ key: "use", tenant: tenant.name, madeAt: start, matter }, tenant);
}

const trail: TrailContent = {
  request: requestId,
  lines: (states["done"]?.story ?? []).map(({ seq, at, event }) => ({
    seq: seq + 10,
    entry: { at, by: event.kind === "opened" ? ann : "bot", event },
  })),
  verdict: { kind: "intact", head: { seq: 40 } },
  from: 0,
  tenant,
};

const pageLink = "https://isu-bot.example.com/enrol#token";
const ofBen = [aPasskey(), aPasskey({ state: "waiting", credential: aCredential("ben-again") })];

function noticeOf(what: "waiting" | "confirmed" | "refused" | "removed"): Message {
  return noticeMessage(toPasskeyNotice(aPasskey(), start, { what, by: eve }), aTenant());
}

describe("private answers", () => {
  it.each<[name: string, message: unknown]>([
    ["help", showHelp(known.groups)],
    ["help-one", showCommand(known.groups, "Create")],
    ["unknown-command", unknownCommand(known.groups, { word: "statsu", rest: "ISU_Viva" })],
    ["recipes", listRecipes([viva, demanding], { now: start })],
    ["recipes-narrowed", listRecipes([demanding], { typed: "acme", now: start })],
    ["recipes-none", listRecipes([], { now: start })],
    ["recipe", showRecipe(demanding, start)],
    ["recipes-old", listOldRecipes([viva, { ...demanding, date: "2024-02-01" }], start)],
    ["recipes-none-old", listOldRecipes([viva], start)],
    ["recipe-of-delivered-groups", showRecipe(delivered, start)],
    ["recipe-unknown", noSuchRecipe("viva-lerning", [viva])],
    ["inventory", showInventory(accounts)],
    [
      "inventory-used",
      uses.map((use) =>
        showInventory({ ...accounts, entries: accounts.entries.slice(0, 1), useOf: () => use }),
      ),
    ],
    ["use-unused", noticeOfUse({ what: "unused", days: 90, lastAt: start })],
    ["use-never", noticeOfUse({ what: "unused", days: 1 })],
    ["use-new", noticeOfUse({ what: "new-origins", origins: [used] })],
    [
      "use-new-many",
      noticeOfUse(
        {
          what: "new-origins",
          origins: Array.from({ length: 22 }, () => ({ ...used, channel: "" })),
        },
        true,
      ),
    ],
    ["use-refused", noticeOfUse({ what: "refused", why: "wrong-password", times: 14, last: used })],
    ["inventory-nothing", showInventory({ ...accounts, entries: [], text: "payroll" })],
    ["inventory-nothing-overdue", showInventory({ ...accounts, entries: [], text: "Overdue" })],
    [
      "inventory-refused",
      notice(describeReadRefusal("not-listed", "inventory", [tenant, production])),
    ],
    ["audit-refused", notice(describeReadRefusal("not-listed", "audit", [tenant, audited]))],
    ["audit", showTrail(trail)],
    [
      "audit-broken",
      showTrail({ ...trail, verdict: { kind: "broken", seq: 12, why: "changed" }, from: 3 }),
    ],
    [
      "audit-story-differs",
      showTrail({
        ...trail,
        lines: [{ seq: 9 }],
        verdict: { kind: "story-differs", event: 1 },
      }),
    ],
    ["domains", browseDomains(catalogue, "")],
    ["domains-area", browseDomains(catalogue, "worker data")],
    ["domains-processes", browseDomains(catalogue, "business processes")],
    ["domains-nothing", browseDomains(catalogue, "<!here>")],
    ["passkeys-none", ownPasskeys([])],
    ["passkeys", ownPasskeys([{ tenant: aTenant(), passkeys: ofBen, link: pageLink }])],
    ["passkeys-first", ownPasskeys([{ tenant: aTenant(), passkeys: [], link: pageLink }])],
    ["passkey-link", linkToPage(pageLink, "Confirm with your passkey")],
    ["notice-passkey-waiting", noticeOf("waiting")],
    ["notice-passkey-confirmed", noticeOf("confirmed")],
    ["notice-passkey-refused", noticeOf("refused")],
    ["notice-passkey-removed", noticeOf("removed")],
    ["status-nothing", overview(workOf(), nowhere)],
    [
      "status",
      overview(
        workOf({
          toApprove: inPhase("waiting-for-approval"),
          toDeny: inPhase("waiting-for-window"),
          mine: Object.values(states),
          leftBehind: inPhase("ended-with-left-behind"),
          resting: inPhase("opened").map(({ request }) => request),
        }),
        () => address,
      ),
    ],
    ["home-nothing", home({ work: workOf(), addressOf: () => undefined, at: start })],
    ["home-refused", homeNotice(refusals.guest)],
    [
      "home",
      home({
        work: workOf({
          toApprove: inPhase("waiting-for-approval"),
          toCarryOut: inPhase("waiting-for-group"),
          stuck: inPhase("stuck"),
          mine: Array.from({ length: 14 }, () => inPhase("opened")).flat(),
          leftBehind: inPhase("ended-with-left-behind"),
          resting: inPhase("opened").map(({ request }) => request),
        }),
        addressOf: () => address,
        at: start,
      }),
    ],
    [
      "status-one",
      Object.values(states)
        .slice(-2)
        .flatMap((told) => tellRequest({ ...told, others: [told.request] })),
    ],
  ])("%s", async (name, message) => {
    expect(message).toBeDefined();
    await isAsKept(name, message);
  });
});

const address = "https://acme.slack.com/archives/C0WORKDAY/p1767603600000100";

function nowhere(): undefined {
  return undefined;
}

function inPhase(name: string): readonly Listed[] {
  return Object.entries(states).flatMap(([state, told]) => (state === name ? [told] : []));
}

describe("the list of accounts", () => {
  it("begins anew where so many are gone by then that no further page is left", () => {
    const beyond = { ...accounts, from: accounts.entries.length };

    expect(showInventory(beyond)).toEqual(showInventory(accounts));
  });
});
