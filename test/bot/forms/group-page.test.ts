import { describe, expect, it } from "vitest";
import { parseRequestMetadata } from "../../../src/bot/payloads/metadata.ts";
import { type Office, type OfficeChanges, openOffice } from "../support/an-office.ts";
import { like } from "../support/like.ts";
import { viewWith } from "../support/shown.ts";

interface AtForm extends Office {
  readonly person: ReturnType<Office["slack"]["person"]>;
}

async function openForm(changes: OfficeChanges = {}): Promise<AtForm> {
  const office = await openOffice(changes);
  const person = office.slack.person("ann");
  await person.command("/workday-isu", "create viva-learning", { channel: "workday" });
  await viewWith(office.slack, person, "User name of the new account");
  return { ...office, person };
}

/** The id that the plan carries. */
function draftIdOf(person: AtForm["person"]): Parameters<Office["store"]["findDraft"]>[0] {
  const content = person.view()?.content;
  const metadata = content?.type === "modal" ? (content.private_metadata ?? "") : "";
  return parseRequestMetadata(metadata).request;
}

describe("a form with something wrong on two pages", () => {
  it("goes to the first page where something is wrong there too, and marks the rest on its page", async () => {
    const { slack, person } = await openForm();
    await person.press("view", "Group settings");
    await viewWith(slack, person, "Kind of security group");
    await person.fill("groupType", "constrained");

    await person.submit();

    const shown = await viewWith(slack, person, "Problem: Say why");
    expect(shown).toContain("To change: 1 below, 1 in Group settings.");
    await person.press("view", "Group settings");
    const group = await viewWith(slack, person, "Kind of security group");
    expect(group).toContain("Problem: A constrained group needs");
    expect(group).toContain("Kind of security group: {New, constrained to organizations}");
    expect(group).toContain("To change: 1 below, 1 in the form.");
  });
});

describe("the settings of the group", () => {
  it("are shown when asked, with nothing lost, and checked on their fields", async () => {
    const { slack, person, store } = await openForm();
    await person.fill("reason", "A story");
    await person.fill("groupName", "ISSG_Typed");

    await person.press("view", "Group settings");

    await viewWith(slack, person, "Kind of security group");
    await person.fill("groupType", "constrained");
    expect(await person.submit()).toMatchObject({
      errors: { organizations: like("at least one organization") },
    });
    await person.fill("organizations", "Acme Germany");
    await person.fill("groupScope", "subordinates");
    await person.fill("groupInactive", true);
    await person.submit();
    const plan = await viewWith(slack, person, "Check the plan");
    expect(plan).toContain("Acme Germany");
    await person.press("view", "Show every step");
    await viewWith(slack, person, "ISSG_Typed (constrained, inactive)");
    await person.close();
    expect(await store.findDraft(draftIdOf(person))).toMatchObject({
      raw: {
        group: {
          groupType: "constrained",
          organizations: "Acme Germany",
          groupScope: "subordinates",
          groupInactive: true,
        },
      },
    });
    await person.press("view", "Change something");
    await viewWith(slack, person, "Filled in: Group settings.");
    await person.press("view", "Group settings");
    expect(await viewWith(slack, person, "Kind of security group")).toContain("Acme Germany");
  });
});
