import { describe, expect, it } from "vitest";
import type { Person } from "../../../sandbox/slack/people/client.ts";
import type { View } from "../../../sandbox/slack/shown.ts";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { messages } from "../../../src/bot/blocks/messages.ts";
import type { FoundSettings } from "../../../src/flows/intake/prepare-settings.ts";
import type { SettingsDraft } from "../../../src/flows/request/draft.ts";
import { err, ok } from "../../../src/result.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { openOffice } from "../support/an-office.ts";
import { like } from "../support/like.ts";
import { draftIdOf, viewWith } from "../support/shown.ts";

const found: FoundSettings = {
  account: aDraft({ system: existingSystem }),
  shown: {
    sessionTimeoutMinutes: 0,
    doNotAllowUiSessions: true,
    requireNewPassword: false,
    tokens: [{ x509: { key: [{ type: "Certificate_ID", id: "Old_2025" }] } }],
  },
  isExempt: false,
};

const draft: SettingsDraft = {
  ...aDraft({ system: existingSystem }),
  kind: "settings",
  shown: found.shown,
  change: { requireNewPassword: true },
};

type Deps = Parameters<typeof openOffice>[0];

async function openSettings(settings = found, deps: Deps = {}) {
  const office = await openOffice({
    deps: { findSettings: async () => ok(settings), ...deps.deps },
  });
  const person = office.slack.person("ann");
  await person.command("/workday-isu", "settings ISU_Viva", { channel: "workday" });
  await viewWith(office.slack, person, "These are its settings");
  return { ...office, person };
}

describe("/workday-isu settings", () => {
  it("opens with what the tenant shows, takes what was changed, and shows the plan", async () => {
    const { person, slack, store } = await openSettings(found, {
      deps: { prepare: async () => ok(draft) },
    });
    expect(await viewWith(slack, person, "x509 sign-on: Old_2025")).toContain("SAML sign-on: off");
    await person.fill("reason", "Everybody has to");
    await person.press("view", "More settings");
    await viewWith(slack, person, "x509 token authentication");
    await person.fill("requireNewPassword", true);

    const sent = await person.submit();
    expect(sent).toMatchObject({
      kind: "errors",
      errors: { newPasswordConfirmed: like("The integration may stop") },
    });
    await person.fill("newPasswordConfirmed", true);
    await person.fill("x509Change", "replace");
    await person.fill("x509Key", "New_2026");
    await person.fill("samlChange", "set");
    await person.fill("samlIssuer", "https://idp.example");
    await person.fill("identityProviderKey", "IdP_2026");
    await person.fill("policyChange", "keep");
    await person.submit();

    const shown = await viewWith(slack, person, "Open request");
    expect(shown).toContain("New password at the next sign-in: not required -> required");
    expect(shown).toContain("Unchanged: 6.");
    expect((await store.findDraft(draftIdOf(person)))?.raw).toMatchObject({
      kind: "settings",
      x509Change: "replace",
      x509Key: "New_2026",
      samlChange: "set",
      newPasswordConfirmed: true,
      shown: found.shown,
    });
  });

  it("keeps what was typed where the tenant says no, and says what Workday does not say", async () => {
    const { person, slack } = await openSettings(
      { ...found, shown: {} },
      { deps: { prepare: async () => err({ kind: "fault", fault: away }) } },
    );
    await viewWith(slack, person, "Workday does not say.");
    await person.fill("sessionTimeoutMinutes", "60");
    await person.fill("reason", "Longer");

    await person.submit();

    expect(await viewWith(slack, person, "What you typed is still here.")).toContain("60");
  });

  it("hides what few need, and asks for what it held all the same", async () => {
    const { person, slack, store } = await openSettings(found, {
      deps: { prepare: async () => ok(draft) },
    });
    expect(textOf(viewOf(person))).not.toContain("x509 token authentication");
    await person.fill("sessionTimeoutMinutes", "60");
    await person.press("view", "More settings");
    await viewWith(slack, person, "x509 token authentication");
    await person.fill("x509Change", "off");

    await person.press("view", "Back to the form");

    expect(await viewWith(slack, person, "Filled in: More settings.")).toContain("60");
    await person.fill("reason", "No keys any more");
    await person.submit();
    await viewWith(slack, person, "Check the plan");
    expect((await store.findDraft(draftIdOf(person)))?.raw).toMatchObject({
      x509Change: "off",
      sessionTimeoutMinutes: "60",
      requireNewPassword: false,
    });
    await person.press("view", "Change something");
    await viewWith(slack, person, "[More settings]");
    await person.press("view", "More settings");
    expect(await viewWith(slack, person, "[Back to the form]")).toContain("Switch x509 off");
  });

  it.each<[block: string, value: string | boolean]>([
    ["requireNewPassword", true],
    ["x509Key", "New_2026"],
    ["samlIssuer", "https://idp.example"],
  ])("says on the first page that %s is filled in", async (block, value) => {
    const { person, slack } = await openSettings();
    expect(await viewWith(slack, person, "[More settings]")).not.toContain("Filled in");
    await person.press("view", "More settings");
    await viewWith(slack, person, "x509 token authentication");
    await person.fill(block, value);

    await person.press("view", "Back to the form");

    expect(await viewWith(slack, person, "Filled in: More settings.")).toContain("[Check]");
  });

  it("says so where what it goes on from is not kept any more", async () => {
    const { person, slack, store } = await openSettings();
    Object.assign(store, { findDraft: async () => undefined });

    await person.press("view", "More settings");

    expect(await viewWith(slack, person, messages.noDraft)).toBeTruthy();
  });

  it("names the issuer that is there", async () => {
    const saml = { issuer: "https://idp.example", identityProviderKey: [], holderOfKeyKey: [] };

    const { person, slack } = await openSettings({ ...found, shown: { tokens: [{ saml }] } });

    expect(await viewWith(slack, person, "SAML sign-on: https://idp.example")).toBeTruthy();
  });

  it("says why there is no such account", async () => {
    const { slack } = await openOffice({});
    const person = slack.person("ann");
    await person.command("/workday-isu", "settings ISU_Gone", { channel: "workday" });

    expect(await viewWith(slack, person, "Nobody has it.")).toBeTruthy();
  });
});

function viewOf(person: Person): View {
  const view = person.view();
  if (view === undefined) throw new Error("No window");
  return view;
}

const away = { kind: "unreachable", outside: "Workday", words: "Workday did not answer." } as const;

describe("/workday-isu change", () => {
  it("asks what to change, and opens in its place the form of what is chosen", async () => {
    const user = { systemId: "INT_1", systemWid: "a1", userName: "ISU_Viva" };
    const existing = { account: found.account, user, isKnown: true, pending: aDraft().permissions };
    const { slack } = await openOffice({
      deps: { findExisting: async () => ok(existing), findSettings: async () => ok(found) },
    });
    const person = slack.person("ann");
    await person.command("/workday-isu", "change ISU_Viva", { channel: "workday" });
    const asked = await viewWith(slack, person, "What do you want to change");
    for (const choice of ["Settings", "Permissions", "Segments", "API client", "New password"]) {
      expect(asked).toContain(choice);
    }

    await person.press("view", "Settings");
    await viewWith(slack, person, "These are its settings");

    await person.command("/workday-isu", "change ISU_Viva", { channel: "workday" });
    await viewWith(slack, person, "What do you want to change");
    await person.press("view", "New password");
    expect(await viewWith(slack, person, "Another password for")).toContain("ISU_Viva");
  });
});
