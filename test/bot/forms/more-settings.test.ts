import { describe, expect, it } from "vitest";
import { findPage, toPage } from "../../../src/bot/forms/pages.ts";
import { readForm } from "../../../src/bot/forms/read-form.ts";
import { parseFormMetadata } from "../../../src/bot/payloads/metadata.ts";
import { createCatalogue } from "../../../src/flows/tenant/catalogue.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { requestId } from "../../support/data/a-request.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";
import { ben } from "../../support/data/people.ts";
import { type AtForm, openForm } from "../support/at-form.ts";
import { like } from "../support/like.ts";
import { draftIdOf, viewWith } from "../support/shown.ts";

/** The id that the form carries. */
function formIdOf(person: AtForm["person"]): ReturnType<typeof draftIdOf> {
  const content = person.view()?.content;
  const metadata = content?.type === "modal" ? (content.private_metadata ?? "") : "";
  return parseFormMetadata(metadata).id;
}

describe("the form", () => {
  it("keeps how a system was named: one searched for by its WID is named by it", async () => {
    const wid = "0123456789abcdef0123456789abcdef";
    const { slack, person, store } = await openForm({
      deps: {
        searchSystems: async () => ({
          isLoading: false,
          systems: [{ wid, id: "INT_Pay", name: "Payroll" }],
        }),
      },
    });

    const [option] = await person.suggest("existingSystem", wid.toUpperCase());
    await person.fill("existingSystem", option?.value ?? "");
    await person.fill("reason", "A story");
    await person.submit();
    await viewWith(slack, person, "Check the plan");

    expect(option?.description?.text).toBe(wid);
    expect(await store.findDraft(draftIdOf(person))).toMatchObject({
      raw: { existingSystem: { id: "INT_Pay", name: "Payroll", wid } },
    });
    await person.press("view", "Change something");
    await viewWith(slack, person, "User name of the new account");
    expect(JSON.stringify(person.view())).toContain(`INT_Pay ${wid}`);
  });

  it("shows more settings on a page of their own when asked, and checks what is typed there", async () => {
    const { slack, person } = await openForm();
    await person.fill("reason", "A long story");

    await person.press("view", "More settings");

    const shown = await viewWith(slack, person, "Who makes the password");
    expect(shown).toContain("# More settings");
    expect(shown).not.toContain("User name of the new account");
    await person.fill("sessionTimeoutMinutes", "5");
    const sent = await person.submit();
    expect(sent).toMatchObject({ errors: { sessionTimeoutMinutes: like("from 6 to 720") } });
  });

  it("loses nothing that was typed, whichever page is sent", async () => {
    const { slack, person, store } = await openForm({
      deps: {
        searchSystems: async () => ({
          isLoading: false,
          systems: [{ wid: "1".repeat(32), id: "INT_Pay", name: "Payroll" }],
        }),
      },
    });
    const [option] = await person.suggest("existingSystem", "pay");
    const typed = {
      userName: "ISU_Typed",
      newSystem: "",
      groupName: "ISSG_Typed",
      otherDomains: "Put: Manage: Learning Content",
      reason: "A long story",
      ticket: "https://tickets.example/1",
    };
    for (const [block, value] of Object.entries(typed)) await person.fill(block, value);
    await person.fill("existingSystem", option?.value ?? "");
    await person.fill("Get", ["Worker Data: Workers"]);
    await person.press("view", "Business processes");
    await viewWith(slack, person, "More business processes");
    await person.fill("businessProcesses", "Badge Change");
    await person.press("view", "Back to the form");
    const first = await viewWith(slack, person, "Business processes: 1 asked for.");
    await person.press("view", "Group settings");
    await viewWith(slack, person, "Kind of security group");

    await person.submit();
    await viewWith(slack, person, "Check the plan");

    expect(first).toContain("ISU_Typed");
    expect(first).toContain("A long story");
    expect((await store.findDraft(draftIdOf(person)))?.raw).toMatchObject({
      ...typed,
      existingSystem: { id: "INT_Pay", name: "Payroll" },
      domains: { Get: "Worker Data: Workers" },
      businessProcesses: "Badge Change",
    });
  });

  it("asks for what a page held that is not shown any more", async () => {
    const { slack, person, store } = await openForm();
    await person.fill("reason", "A long story");
    await person.press("view", "More settings");
    await viewWith(slack, person, "Who makes the password");
    await person.fill("sessionTimeoutMinutes", "60");
    await person.fill("x509", true);
    await person.fill("x509Key", "Sig");

    await person.press("view", "Back to the form");
    const first = await viewWith(slack, person, "Filled in: More settings.");
    await person.fill("groupName", "ISSG_After");
    await person.submit();
    await viewWith(slack, person, "Check the plan");

    expect(first).toContain("A long story");
    expect(first).not.toContain("Who makes the password");
    expect(await store.findDraft(draftIdOf(person))).toMatchObject({
      raw: {
        sessionTimeoutMinutes: "60",
        groupName: "ISSG_After",
        signOn: { x509: true, x509Key: "Sig" },
      },
    });
  });

  it.each<[what: string, fill: readonly [string, string | boolean]]>([
    ["a timeout", ["sessionTimeoutMinutes", "45"]],
    ["UI sessions", ["doNotAllowUiSessions", false]],
  ])("says on the first page that %s differs from the recipe", async (_what, [block, value]) => {
    const { slack, person } = await openForm();
    expect(await viewWith(slack, person, "[More settings]")).not.toContain("Filled in");
    await person.press("view", "More settings");
    await viewWith(slack, person, "Who makes the password");
    await person.fill(block, value);

    await person.press("view", "Back to the form");

    expect(await viewWith(slack, person, "Filled in: More settings.")).toContain("[Check]");
  });

  it("opens on the first page where more than one other has something wrong", () => {
    const parts = [
      { page: "settings", title: "More settings", labels: { x509Key: "" } },
      { page: "group", title: "Group settings", labels: { organizations: "" } },
    ] as const;
    const [x509Key, organizations] = ["Wrong", "Wrong"];

    expect(findPage({ problems: { x509Key } }, parts)).toBe("settings");
    expect(findPage({ problems: { x509Key, organizations } }, parts)).toBe("first");
    expect(findPage({ problems: { x509Key, userName: "Taken" } }, parts)).toBe("first");
    expect(findPage({}, parts)).toBe("first");
  });

  it("goes to the page where something is wrong that the window does not show", async () => {
    const { slack, person } = await openForm();
    await person.fill("reason", "A long story");
    await person.press("view", "More settings");
    await viewWith(slack, person, "Who makes the password");
    await person.fill("sessionTimeoutMinutes", "5");
    await person.press("view", "Back to the form");
    await viewWith(slack, person, "[More settings]");

    await person.submit();

    const shown = await viewWith(slack, person, "Problem: Leave it empty, type 0");
    expect(shown).toContain("To change: 1 field, marked below.");
    expect(shown).toContain("Who makes the password");
    await person.press("view", "Back to the form");
    expect(await viewWith(slack, person, "1 in More settings")).toContain("A long story");
  });

  it("takes a window of an earlier version to the first page, with all that stood in it", async () => {
    const carried = { id: requestId, tenant: acme, recipe: "" };
    const inputs = new Map([
      ["reason", { value: "Why" }],
      ["sessionTimeoutMinutes", { value: "60" }],
    ]);
    const before = aRawDraft();

    const { raw } = readForm(inputs, carried, { catalogue: createCatalogue([]), before });

    expect(raw).toMatchObject({ reason: "Why", sessionTimeoutMinutes: "60", userName: "" });
    expect(["show", "hide", "group"].map(toPage)).toEqual(["first", "first", "group"]);
  });

  it("goes on for nobody but who opened the form", async () => {
    const { slack, person, store } = await openForm();
    await store.keepDraft(formIdOf(person), { by: ben, raw: aRawDraft() });

    await person.press("view", "More settings");

    expect(await viewWith(slack, person, "Somebody else filled in this form")).toContain("[Close]");
  });

  it("says on its field which domain was meant by one with a letter wrong", async () => {
    const { person } = await openForm();
    await person.fill("reason", "A story");
    await person.fill("otherDomains", "Put: Manage: Lerning Content");

    expect(await person.submit()).toMatchObject({
      errors: { otherDomains: like("Did you mean “Manage: Learning Content”?") },
    });
  });

  it("checks every further setting on its field, and takes them all", async () => {
    const { slack, person, store } = await openForm();
    await person.fill("reason", "A story");
    await person.press("view", "More settings");
    await viewWith(slack, person, "Who makes the password");
    await person.fill("x509", true);
    await person.fill("saml", true);

    const sent = await person.submit();

    expect(sent).toEqual({
      kind: "errors",
      isSent: true,
      errors: {
        x509Key: like("needs a public key"),
        samlIssuer: like("identity provider"),
        identityProviderKey: like("certificate"),
      },
    });
    await person.fill("passwordFrom", "workday");
    await person.fill("requireNewPassword", true);
    await person.fill("x509Key", "Sig");
    await person.fill("samlIssuer", "idp");
    await person.fill("identityProviderKey", "IdP");
    await person.submit();
    const plan = await viewWith(slack, person, "Check the plan");
    expect(plan).toContain("Nobody knows its password: signing on is not tried");
    expect(plan).toContain("a service's first sign-on fails");
    await person.press("view", "Show every step");
    await viewWith(slack, person, "Switch x509 and SAML token authentication on");
    await person.close();
    expect(await store.findDraft(draftIdOf(person))).toMatchObject({
      raw: { signOn: { passwordFrom: "workday", x509: true, x509Key: "Sig", saml: true } },
    });
    await person.press("view", "Change something");
    await viewWith(slack, person, "Filled in: More settings.");
    await person.press("view", "More settings");
    expect(await viewWith(slack, person, "Who makes the password")).toContain("IdP");
  });

  it("says that a tenant is gone when more settings are asked for", async () => {
    const tenants = [aTenant()];
    const { slack, person } = await openForm({ deps: { tenants } });
    tenants.pop();

    await person.press("view", "More settings");

    expect(await viewWith(slack, person, "not in the bot's configuration")).toContain("[Close]");
  });
});
