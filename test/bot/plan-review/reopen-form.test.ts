import { describe, expect, it } from "vitest";
import type { Event } from "../../../src/flows/request/event.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { expiresAt, requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { type Office, type OfficeChanges, openOffice } from "../support/an-office.ts";
import { keepRequest, onlyMessage, privately, viewWith } from "../support/shown.ts";

function failed(field: string): Event {
  const words = "Workday does not know this Certificate ID.";
  const step = "enable-token-sign-on";
  return { kind: "step-failed", step, words, isAnswered: false, field, expiresAt };
}

async function openEnded(changes: OfficeChanges, ...events: Event[]): Promise<Office> {
  const office = await openOffice(changes);
  await keepRequest(
    office.store,
    ...events,
    { kind: "closing", closing: { kind: "expired" }, plan: [] },
    { kind: "ended" },
  );
  await office.outbox.whenSettled();
  return office;
}

describe("Change and ask again", () => {
  it.each([
    ["userName", "ISU_Viva"],
    ["groupName", "ISSG_Viva"],
  ])("opens the form with everything, the refusal below %s, and another id", async (field) => {
    const { slack } = await openEnded({}, failed(field));
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Change and ask again");

    const shown = await viewWith(slack, person, "Problem: Workday does not know this");
    expect(shown).toContain("ISU_Viva");
    expect(shown).toContain("Learning content for everybody");
    expect(JSON.stringify(person.view())).not.toContain(`\\"id\\":\\"${requestId}`);
  });

  it("opens on the page that has what was refused, and loses nothing of the first", async () => {
    const { slack } = await openEnded({}, failed("x509Key"));
    const person = slack.person("ann");
    await person.press(onlyMessage(slack), "Change and ask again");
    await viewWith(slack, person, "Problem: Workday does not know this");

    await person.press("view", "Back to the form");

    const first = await viewWith(slack, person, "To change: 1 in More settings.");
    expect(first).toContain("ISU_Viva");
    expect(first).toContain("Learning content for everybody");
  });

  it.each<[what: string, events: Event[]]>([
    ["nothing was refused", []],
    ["the refusal is about nothing that the form asks for", [failed("password")]],
  ])("opens the form without a problem where %s", async (_what, events) => {
    const { slack } = await openEnded({}, ...events);
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Change and ask again");

    expect(await viewWith(slack, person, "User name of the new account")).not.toContain("Problem:");
  });

  it("says above the form which names it proposes, and why", async () => {
    const notes = ["ISU_Viva is taken, so ISU_Viva_2 is proposed."];
    const { slack } = await openEnded({
      deps: {
        proposeFreeNames: async () => ({ draft: aDraft({ userName: "ISU_Viva_2" }), notes }),
      },
    });
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Change and ask again");

    expect(await viewWith(slack, person, "is taken, so")).toContain("ISU_Viva_2");
    await person.press("view", "Group settings");
    expect(await viewWith(slack, person, "Kind of security group")).toContain("is taken, so");
  });

  it("tells somebody who may not ask", async () => {
    const { slack } = await openEnded({});
    const person = slack.person("ben");

    await person.press(onlyMessage(slack), "Change and ask again");

    expect(await viewWith(slack, person, "not on the list of people who may ask")).toContain(
      "[Close]",
    );
  });

  it("says so where the tenant is gone", async () => {
    const tenants = [aTenant()];
    const { slack } = await openEnded({ deps: { tenants } });
    tenants.pop();
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Change and ask again");

    expect(await viewWith(slack, person, "put the tenant back")).toContain("[Close]");
  });

  it("says so where nobody can be told apart", async () => {
    const { slack } = await openEnded({});
    slack.failNext({ method: "users.info", kind: "error", error: "fatal_error", times: 9 });
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Change and ask again");

    expect(await viewWith(slack, person, "Slack did not say who you are")).toContain("[Close]");
  });

  it("says to press again where Slack lets no window open", async () => {
    const { slack } = await openEnded({});
    slack.failNext({ method: "views.open", kind: "error", error: "expired_trigger_id" });
    const person = slack.person("ann");

    await person.press(onlyMessage(slack), "Change and ask again");

    expect(await privately(slack, person, "Press again.")).toContain("Nothing was decided");
  });
});
