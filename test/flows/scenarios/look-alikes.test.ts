import { describe, expect, it } from "vitest";
import { neededFor } from "../../../src/flows/authorization/quorum.ts";
import { parseDraft } from "../../../src/flows/intake/parse-draft.ts";
import { parseEdit } from "../../../src/flows/intake/prepare-permissions.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import { listMixed } from "../../../src/flows/request/mixed-names.ts";
import {
  describeProtectedAccount,
  describeProtectedGroup,
} from "../../../src/flows/request/protected.ts";
import type { RawDraft } from "../../../src/flows/request/raw-draft.ts";
import { markDomain } from "../../../src/flows/tenant/flag-security-domain.ts";
import { listApproval } from "../../../src/flows/wording/describe-approval.ts";
import { like } from "../../bot/support/like.ts";
import { aDraft, aRawDraft, aSegmentDraft } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { ann, ben } from "../../support/data/people.ts";
import { createWorld } from "../../support/fakes/world.ts";

const domain = "Security Configuration";
const tenant = aTenant({
  protectedAccounts: ["ISU_Slack_Bot"],
  protectedGroups: ["ISSG_Slack"],
  refusedDomains: [domain],
});

/** Each is another text than `Security Configuration`, and looks the same or nearly so. */
const spellings = [
  ["Cyrillic letters", "Ѕесurіtу Соnfіgurаtіоn"],
  ["Greek letters", "Security Cοnfiguratiοn"],
  ["full width", "Ｓｅｃｕｒｉｔｙ Ｃｏｎｆｉｇｕｒａｔｉｏｎ"],
  ["a small l for an i", "Securlty Configuratlon"],
] as const;

const accounts = [
  ["Cyrillic letters", "ІЅU_Ѕlасk_Воt"],
  ["Greek letters", "ΙSU_Slack_Βοt"],
  ["full width", "ＩＳＵ_Ｓｌａｃｋ_Ｂｏｔ"],
  ["a capital I for an l", "ISU_SIack_Bot"],
] as const;

function asking(changes: Partial<RawDraft>): RawDraft {
  return aRawDraft(changes);
}

const noDomains = { Get: "", Put: "", View: "", Modify: "" };

describe("a domain that looks like a refused one", () => {
  it.each(spellings)("by %s is refused as that one by the form", (_how, spelt) => {
    const domains = { ...noDomains, Get: `Worker Data: Workers\n${spelt}` };
    const words = `${spelt} looks like ${domain}, which administers security itself, so this bot does not ask for it. Take it out.`;

    expect(parseDraft(asking({ domains }), tenant)).toEqual({ ok: false, error: { Get: words } });
    expect(parseDraft(asking({ otherDomains: `Put: ${spelt}` }), tenant)).toEqual({
      ok: false,
      error: { otherDomains: words },
    });
    expect(parseDraft(asking({ businessProcesses: `${spelt} | Initiate` }), tenant)).toEqual({
      ok: false,
      error: { businessProcesses: words },
    });
  });

  it.each(spellings)("by %s is refused by an edit, also of who has the true one", (_how, spelt) => {
    const edit = parseEdit(
      {
        kind: "permissions",
        tenant: tenant.name,
        userName: "ISU_Viva",
        groupName: "ISSG_Viva",
        before: { ...noPermissions, Get: [domain] },
        seenIn: "report",
        domains: { ...noDomains, Get: `${domain}\n${spelt}` },
        reason: "More",
        ticket: "",
      },
      tenant,
    );

    expect(edit).toEqual({ ok: false, error: { Get: like(`looks like ${domain}`) } });
  });

  it.each(spellings)("by %s is marked, and approved by two", (_how, spelt) => {
    const sensitive = aTenant({ refusedDomains: [], sensitiveDomains: [domain] });
    const draft = aDraft({ permissions: { ...noPermissions, View: [spelt] } });

    expect(markDomain(spelt, tenant)).toBe(" (administers security)");
    expect(neededFor(sensitive, draft, { kind: "seen", changes: [] })).toBe(2);
  });
});

describe("a name that looks like a protected one", () => {
  it.each(accounts)("by %s is refused by the form as that account", (_how, userName) => {
    expect(parseDraft(asking({ userName }), tenant)).toEqual({
      ok: false,
      error: {
        userName: `The account ${userName} looks like ISU_Slack_Bot, which is protected by the bot's configuration. Choose another name.`,
      },
    });
    expect(describeProtectedAccount(userName, tenant)).toEqual(like("looks like ISU_Slack_Bot"));
  });

  it.each(["ІSSG_Slack", "ISSG_SΙack", "ＩＳＳＧ_Slack", "ISSG_Slack\u3164"])(
    "is protected as a group: %j",
    (groupName) => {
      expect(describeProtectedGroup(groupName, tenant)).toEqual(like("looks like ISSG_Slack"));
    },
  );

  it("is not touched by what was approved before it was protected", async () => {
    const world = await withAccount();
    await world.openNext(aRawChange());
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    const rules = aTenant({ protectedAccounts: ["ISU_Vіva"] });
    world.configure((place) => ({ ...place, tenant: rules }));

    expect((await world.work()).phase).toMatchObject({
      kind: "stuck",
      words: like("looks like ISU_Vіva, which is protected"),
    });
  });
});

describe("invisible characters", () => {
  it.each<[field: keyof RawDraft, text: string]>([
    ["userName", "ISU_Slack_Bot\u3164"],
    ["groupName", "ISSG\u034f_Viva"],
    ["newSystem", "Viva\u180b"],
    ["otherDomains", "Get: Security Configuration\ufe0f"],
    ["businessProcesses", "Hire\u17b4 | Initiate"],
    ["reason", "For\u{e0100} everybody"],
    ["ticket", "https://x.io/\u115f"],
  ])("are refused in the field %s, by code point", (field, text) => {
    const typed = { ...asking({}), [field]: text };

    expect(parseDraft(typed, tenant)).toEqual({
      ok: false,
      error: { [field]: like("Remove the invisible character U+") },
    });
  });

  it("are let through in an emoji of a reason", () => {
    expect(parseDraft(asking({ reason: "⚠️ soon" }), tenant)).toMatchObject({ ok: true });
  });
});

describe("a name that mixes scripts", () => {
  const raw = aRawDraft({ userName: "ISU_Vivа" });
  const line = "ISU_Vivа (not Latin: а U+0430)";

  it("opens nothing before who asks says that it is meant", async () => {
    const world = createWorld();

    expect(await world.open(raw)).toEqual({ kind: "refused", refusal: "mixed-names" });
    expect(world.events()).toEqual([]);
    expect(await world.click(ann, { kind: "open", areNamesMeant: true })).toMatchObject({
      kind: "accepted",
    });
  });

  it("is none of a request that names nothing", () => {
    const activation = { kind: "activate", tenant: tenant.name, reason: "Live" } as const;

    expect(listMixed(activation)).toEqual([]);
  });

  it("is found in whatever the request names", () => {
    const { segmented } = aSegmentDraft();
    const changes = {
      group: { kind: "constrained", organizations: ["Оslo"], scope: "current" },
      businessProcesses: [{ policy: "Нire" }, { policy: "Change", action: "Сhange" }],
      client: {
        name: "Сlient",
        nonExpiringRefreshTokens: true,
        functionalAreas: ["Рayroll"],
        includeWorkdayOwnedScope: false,
      },
      system: { kind: "new", name: "Vivа" },
      segmented: { ...segmented, groupName: "ІSSG", content: ["Аct"] },
    } as const;

    expect(
      listMixed(aDraft(changes))
        .map((said) => said.replace(/ \(.*/, ""))
        .toSorted(),
    ).toEqual(["ІSSG", "Vivа", "Оslo", "Нire", "Сhange", "Сlient", "Рayroll", "Аct"].toSorted());
  });

  it("is shown to who approves", async () => {
    const world = createWorld();
    await world.open(raw);
    await world.click(ann, { kind: "open", areNamesMeant: true });
    await world.work();

    const { phase } = world.request();
    if (phase.kind !== "waiting-for-approval") throw new Error("Nobody is asked");
    const lists = listApproval(world.request(), { asked: phase.asked, unseen: [], tenant });

    expect(lists[0]).toEqual({ title: like("Names that mix scripts"), lines: [line] });
  });
});
