import { describe, expect, it } from "vitest";
import { parseTenantName } from "../../../src/flows/model/ids.ts";
import { anAsking, anOtherRequest, requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { approved, awaited } from "../../support/data/events.ts";
import { ann, ben, cy } from "../../support/data/people.ts";
import { valueIn } from "../../support/value-in.ts";
import { catalogue, openOffice, viva } from "../support/an-office.ts";
import { holding, like } from "../support/like.ts";
import { keepRequest, privately, viewWith } from "../support/shown.ts";

describe("/workday-isu", () => {
  it.each([
    ["", "`create viva-learning` a new integration user"],
    ["help", "*Ask for a new user*"],
    ["HELP", "*Ask for a new user*"],
    ["help create", "For example `/workday-isu create viva-learning`"],
    ["help craete", "Did you mean *create*?"],
    ["domains", "5 domains and 2 business processes in the catalogue, by functional area"],
    ["domains system", "Workday Accounts (also “Accounts of Workday”"],
    ["domains security", "Security Administration (administers security"],
    ["domains web service", "Hire: Import Hire (Web Service) (business process)"],
    ["domains <!channel> x", "has no domain and no business process for `<!channel> x`"],
    ["craete", "Did you mean *create*?"],
    ["<!channel> & co", "`<!channel>` is not a command."],
  ])("answers %o privately", async (typed, words) => {
    const { slack } = await openOffice();
    const person = slack.person("ann");

    expect(await person.command("/workday-isu", typed, { channel: "workday" })).toEqual({
      kind: "acknowledged",
    });
    await privately(slack, person, words);

    expect(slack.messages("workday")).toEqual([]);
    expect(slack.mentions).toEqual([]);
  });

  it("fills the form from the recipe", async () => {
    const { slack } = await openOffice();
    const person = slack.person("ann");

    await person.command("/workday-isu", "create viva-learning", { channel: "workday" });

    expect(await viewWith(slack, person, "User name of the new account")).toContain("ISU_Viva");
  });

  it("asks for a recipe and a tenant where they are not clear, with near matches", async () => {
    const other = aTenant({ label: "Acme production", production: true });
    const { slack } = await openOffice({ deps: { tenants: [aTenant(), other] } });
    const person = slack.person("ann");

    await person.command("/workday-isu", "create viva-lerning", { channel: "workday" });

    const text = await viewWith(slack, person, "There is no recipe `viva-lerning`");
    expect(text).toContain("Did you mean `viva-learning`?");
    expect(text).toContain("Workday tenant");
  });

  it("offers a recipe to those who may ask for it only", async () => {
    const rules = { requesters: { people: [ann], groups: [] } };
    const mine = aTenant({
      requesters: { people: [cy], groups: [] },
      perRecipe: [{ recipe: "viva-learning", covers: viva, rules }],
    });
    const { slack } = await openOffice({ deps: { tenants: [mine] } });
    const [asks, outsider] = [slack.person("ann"), slack.person("cy")];

    await asks.command("/workday-isu", "create", { channel: "workday" });
    await viewWith(slack, asks, "Recipe");
    expect(JSON.stringify(asks.view())).toContain("Microsoft Viva Learning");
    expect(JSON.stringify(asks.view())).not.toContain("Blank");
    await outsider.command("/workday-isu", "create viva-learning", { channel: "all" });
    await viewWith(slack, outsider, "You may not ask for this recipe");
    expect(JSON.stringify(outsider.view())).toContain("Blank");
    expect(JSON.stringify(outsider.view())).not.toContain("Microsoft Viva Learning");
  });

  it("looks again at the chooser whether the recipe may be asked for in the tenant", async () => {
    const closed = aTenant({
      name: valueIn(parseTenantName("acme_prod")),
      label: "Acme production",
      perRecipe: [
        {
          recipe: "viva-learning",
          covers: viva,
          rules: { requesters: { people: [cy], groups: [] } },
        },
      ],
    });
    const { slack } = await openOffice({ deps: { tenants: [aTenant(), closed] } });
    const person = slack.person("ann");
    await person.command("/workday-isu", "create", { channel: "workday" });
    await viewWith(slack, person, "Recipe");
    await person.fill("recipe", "viva-learning");
    await person.fill("tenant", "acme_prod");

    expect(await person.submit()).toMatchObject({
      kind: "errors",
      errors: { recipe: like("You may not ask for this recipe in this tenant") },
    });
    await person.fill("tenant", "acme_dpt1");
    await person.submit();
    await viewWith(slack, person, "User name of the new account");
  });

  it("looks again at the chooser who it is, and says so where Slack does not tell", async () => {
    const other = aTenant({ name: valueIn(parseTenantName("acme_prod")) });
    const { slack, clock } = await openOffice({ deps: { tenants: [aTenant(), other] } });
    const person = slack.person("ann");
    await person.command("/workday-isu", "create", { channel: "workday" });
    await viewWith(slack, person, "Recipe");
    await person.fill("recipe", "viva-learning");
    await person.fill("tenant", "acme_dpt1");
    clock.goOn(60_000);
    slack.failNext({ method: "users.info", kind: "status", status: 503, times: 5 });

    expect(await person.submit()).toMatchObject({
      kind: "errors",
      errors: { recipe: like("Slack did not say who you are") },
    });
  });

  it("begins blank from the chooser", async () => {
    const { slack } = await openOffice();
    const person = slack.person("ann");
    await person.command("/workday-isu", "create", { channel: "workday" });
    await viewWith(slack, person, "Recipe");

    await person.fill("recipe", ".blank");
    await person.submit();

    expect(await viewWith(slack, person, "User name of the new account")).toContain("no recipe");
  });

  it.each([
    ["cy", "workday", "not on the list of people who may ask"],
    ["gus", "workday", "Guests of this workspace"],
    ["fay", "workday", "Only people of this workspace"],
    ["ann", "with-partners", "shared with another company"],
    ["ann", "hidden", "cannot see whether this conversation is shared"],
  ])("refuses to open a form for %s in %s", async (name, channel, words) => {
    const { slack } = await openOffice({
      slack: {
        channels: [
          { id: "C0ISU", name: "workday", members: ["U0ANN", "U0CY", "U0GUS", "U0FAY"] },
          { id: "C0EXT", name: "with-partners", members: ["U0ANN"], isExtShared: true },
          { id: "C0HID", name: "hidden", members: ["U0ANN"], isPrivate: true, hasBot: false },
        ],
      },
    });
    const person = slack.person(name);

    await person.command("/workday-isu", "create viva-learning", { channel });

    expect(await viewWith(slack, person, words)).not.toContain("[Check]");
  });

  it("says so when Slack cannot tell who somebody is", async () => {
    const { slack } = await openOffice();
    slack.failNext({ method: "users.info", kind: "status", status: 503, times: 5 });
    const person = slack.person("ann");

    await person.command("/workday-isu", "create viva-learning", { channel: "workday" });

    expect(await viewWith(slack, person, "Slack did not say who you are")).toContain("[Close]");
  });

  it("tells an id to quote when something breaks inside", async () => {
    const { slack, log } = await openOffice({
      deps: {
        catalogue: {
          ...catalogue,
          get domains(): never {
            throw new Error("a canary that nobody may read");
          },
        },
      },
    });
    const person = slack.person("ann");

    await person.command("/workday-isu", "domains", { channel: "workday" });
    const told = await privately(slack, person, /the id E-[A-Z0-9]+/);

    const [, id] = /the id (E-[A-Z0-9]+)/.exec(told) ?? [];
    expect(log.lines).toContainEqual(
      expect.objectContaining({ level: "error", facts: holding({ id }) }),
    );
    expect(JSON.stringify(log.lines)).not.toContain("canary");
  });

  it("works over Socket Mode as well", async () => {
    const { slack } = await openOffice({ isSocket: true });
    const person = slack.person("ann");

    await person.command("/workday-isu", "create viva-learning", { channel: "workday" });

    expect(await viewWith(slack, person, "User name of the new account")).toContain("[Check]");
  });
});

describe("status", () => {
  it("says that there is nothing", async () => {
    const { slack } = await openOffice();
    const person = slack.person("cy");

    await person.command("/workday-isu", "status", { channel: "all" });

    expect(await privately(slack, person, "You have no open request")).toContain("create");
  });

  it("lists mine, and mine to approve with the buttons", async () => {
    const { slack, store } = await openOffice();
    await keepRequest(store, anAsking());
    const [asker, approver] = [slack.person("ann"), slack.person("bea")];

    await asker.command("/workday-isu", "status", { channel: "workday" });
    await approver.command("/workday-isu", "status", { channel: "workday" });

    const mine = await privately(slack, asker, "Your open requests (1)");
    expect(mine).toContain("Waiting for an approver");
    expect(mine).not.toContain("[Approve]");
    expect(await privately(slack, approver, "Yours to approve (1)")).toContain("[Approve]");
  });

  it("lists what is approved and waits for its window for those who may deny it", async () => {
    const { slack, store } = await openOffice();
    await keepRequest(store, anAsking(), approved, awaited);
    const [asker, approver] = [slack.person("ann"), slack.person("ben")];

    await asker.command("/workday-isu", "status", { channel: "workday" });
    await approver.command("/workday-isu", "status", { channel: "workday" });

    const mine = await privately(slack, asker, "Your open requests (1)");
    expect(mine).toContain("Waiting for the change window");
    expect(mine).not.toContain("[Deny]");
    const toDeny = await privately(slack, approver, "Approved, and yours to deny (1)");
    expect(toDeny).toContain("[Deny]");
    expect(toDeny).not.toContain("[Approve]");
  });

  it("lists nothing to approve of which changes of my own are a part", async () => {
    const { slack, store } = await openOffice();
    await keepRequest(store, anAsking({ others: [anOtherRequest({ askedBy: ben })] }));

    await slack.person("ben").command("/workday-isu", "status", { channel: "workday" });
    await slack.person("bea").command("/workday-isu", "status", { channel: "workday" });

    await privately(slack, slack.person("bea"), "Yours to approve (1)");
    expect(await privately(slack, slack.person("ben"), "You have no open request")).not.toContain(
      "[Approve]",
    );
  });

  it("lists nothing to approve that I have approved already", async () => {
    const { slack, store } = await openOffice();
    const digest = "sha256:shown";
    await keepRequest(store, anAsking({ needed: 2 }), { kind: "approved", by: ben, digest });

    await slack.person("ben").command("/workday-isu", "status", { channel: "workday" });
    await slack.person("bea").command("/workday-isu", "status", { channel: "workday" });

    const toApprove = await privately(slack, slack.person("bea"), "Yours to approve (1)");
    expect(toApprove).toContain("Waiting for 2 approvers, 1 approved");
    expect(await privately(slack, slack.person("ben"), "none waits for you")).toBeDefined();
  });

  it.each([
    ["ann", requestId.toLowerCase()],
    ["ben", "isu_VIVA"],
    ["dan", requestId],
  ])("tells %s the whole story of %s", async (name, about) => {
    const { slack, store } = await openOffice();
    await keepRequest(store, anAsking());
    const person = slack.person(name);

    await person.command("/workday-isu", `status ${about}`, { channel: "workday" });

    await privately(slack, person, "asked for the account");
    expect(await privately(slack, person, "Learning content for everybody")).toContain(requestId);
  });

  it.each([requestId, "ISU_Viva", "ISU-00000000", "nonsense"])(
    "tells a stranger nothing of %s",
    async (about) => {
      const { slack, store } = await openOffice();
      await keepRequest(store, anAsking());
      const person = slack.person("cy");

      await person.command("/workday-isu", `status ${about}`, { channel: "all" });

      await privately(slack, person, "There is no such request, or it is none of yours");
      expect(slack.ephemerals(person.id)).toHaveLength(1);
    },
  );
});
