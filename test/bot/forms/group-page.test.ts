import { describe, expect, it } from "vitest";
import { openForm } from "../support/at-form.ts";
import { like } from "../support/like.ts";
import { draftIdOf, viewWith } from "../support/shown.ts";

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
