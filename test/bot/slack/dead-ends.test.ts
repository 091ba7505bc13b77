import { describe, expect, it } from "vitest";
import { parseClick } from "../../../src/bot/payloads/parse-click.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { TenantCheck } from "../../../src/flows/request/raw-draft.ts";
import { ok, type Result } from "../../../src/result.ts";
import { aDraft, aRawDraft } from "../../support/data/a-draft.ts";
import { anAsking, requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben } from "../../support/data/people.ts";
import { openOffice } from "../support/an-office.ts";
import { holding, like } from "../support/like.ts";
import { keepRequest, onlyMessage, privately, viewWith } from "../support/shown.ts";

describe("a tenant that left the configuration", () => {
  it.each(["create", "create viva-learning"])("is said in the window: %s", async (typed) => {
    const tenants = [aTenant(), aTenant({ label: "Other" })];
    const { slack } = await openOffice({ deps: { tenants } });
    const person = slack.person("ann");
    await person.command("/workday-isu", typed, { channel: "workday" });
    await viewWith(slack, person, "Workday tenant");
    await person.fill("recipe", "viva-learning");
    await person.fill("tenant", "acme_dpt1");
    tenants.length = 0;

    await person.submit();

    expect(await viewWith(slack, person, "not in the bot's configuration")).toContain("[Close]");
  });

  it("is said when the form is sent", async () => {
    const tenants = [aTenant()];
    const { slack } = await openOffice({ deps: { tenants } });
    const person = slack.person("ann");
    await person.command("/workday-isu", "create viva-learning", { channel: "workday" });
    await viewWith(slack, person, "User name of the new account");
    tenants.length = 0;
    await person.fill("reason", "A story");

    await person.submit();

    expect(await viewWith(slack, person, "not in the bot's configuration")).toContain("[Close]");
  });
});

describe("a draft", () => {
  it("of somebody else cannot be overwritten", async () => {
    const { slack, store } = await openForm();
    const person = slack.person("ann");
    await store.keepDraft(requestId, { by: ben, raw: aRawDraft() });
    await person.fill("reason", "A story");

    await person.submit();

    expect(await viewWith(slack, person, "Somebody else filled in this form")).toContain("[Close]");
  });

  it("of somebody else cannot be changed from an open plan", async () => {
    const { slack, store } = await openForm();
    const person = slack.person("ann");
    await person.fill("reason", "A story");
    await person.submit();
    await viewWith(slack, person, "Check the plan");
    await store.keepDraft(requestId, { by: ben, raw: aRawDraft() });

    await person.press("view", "Change something");

    expect(await viewWith(slack, person, "Somebody else filled in this form")).toContain("[Close]");
  });

  it("that breaks a rule by now goes back to the form", async () => {
    const { slack, store } = await openForm();
    const person = slack.person("ann");
    await person.fill("reason", "A story");
    await person.submit();
    await viewWith(slack, person, "Check the plan");
    const raw = aRawDraft({ userName: "a:b", recipe: "" });
    await store.keepDraft(requestId, { by: ann, raw });

    await person.press("view", "Change something");

    expect(await viewWith(slack, person, "User name of the new account")).toContain("no recipe");
  });

  it("that is closed while it is checked is nobody's loss", async () => {
    const { promise, resolve } = Promise.withResolvers<Result<Draft, TenantCheck>>();
    const { slack, log, bot } = await openOffice({
      deps: { prepare: () => promise },
    });
    const person = slack.person("ann");
    await person.command("/workday-isu", "create viva-learning", { channel: "workday" });
    await viewWith(slack, person, "User name of the new account");
    await person.fill("reason", "A story");
    await person.submit();
    await person.closeAll();
    resolve(ok(aDraft()));

    expect(await bot.drain(2000)).toBe(true);
    expect(log.lines).toEqual([]);
  });
});

describe("Slack's troubles", () => {
  it("a reason's window that comes too late is said privately", async () => {
    const { slack, store, outbox } = await openOffice();
    await keepRequest(store, anAsking());
    await outbox.whenSettled();
    slack.failNext({ method: "views.open", kind: "error", error: "expired_trigger_id" });
    const person = slack.person("ben");

    await person.press(onlyMessage(slack), "Deny");

    expect(await privately(slack, person, "Nothing was decided. Press again.")).toBeTruthy();
  });

  it("a private answer that does not arrive is in the log", async () => {
    const { slack, log } = await openOffice();
    slack.failNext({ method: "response_url", kind: "status", status: 500 });

    await slack.person("ann").command("/workday-isu", "status", { channel: "workday" });

    await expect.poll(() => log.lines).toContainEqual(holding({ text: "cannot answer privately" }));
  });

  it("a window that cannot be changed is in the log", async () => {
    const { slack, log } = await openOffice();
    slack.failNext({ method: "views.update", kind: "error", error: "view_too_large" });

    await slack.person("ann").command("/workday-isu", "create", { channel: "workday" });

    await expect.poll(() => log.lines).toContainEqual(holding({ text: like("views.update") }));
  });

  it.each<[who: string, method: string, words: string]>([
    ["ann", "users.info", "Slack did not say who you are"],
    ["ann", "conversations.info", "Slack has trouble"],
    ["gus", "none", "Guests of this workspace"],
  ])("status tells %s why there is no answer when %s fails", async (name, method, words) => {
    const { slack } = await openOffice();
    slack.failNext({ method, kind: "error", error: "fatal_error", times: 3 });
    const person = slack.person(name);

    await person.command("/workday-isu", "status", { channel: "workday" });

    expect(await privately(slack, person, words)).toContain(words);
  });

  it("answers in the bot's own messages, where no channel can be looked at", async () => {
    const { slack } = await openOffice();
    const person = slack.person("ann");

    await person.command("/workday-isu", "status");

    expect(await privately(slack, person, "You have no open request")).toBeTruthy();
  });
});

describe("a request whose tenant left the configuration", () => {
  it.each([
    ["ann", `status ${requestId}`, "*at rest*"],
    ["ann", "status ISU_Viva", "put the tenant back"],
    ["ann", "status", "At rest (1)"],
    ["cy", `status ${requestId}`, "There is no such request"],
    ["ben", `audit ${requestId}`, "You may not"],
    ["ben", "list", "You may not"],
  ])("is answered to %s: %s", async (name, typed, words) => {
    const { slack, store } = await openOffice({ deps: { tenants: [] } });
    await keepRequest(store);
    const person = slack.person(name);

    await person.command("/workday-isu", typed, { channel: "all" });

    expect(await privately(slack, person, words)).toBeTruthy();
  });

  it("is said to whoever presses Deny, and to whoever pressed Approve", async () => {
    const tenants = [aTenant()];
    const { slack, store, outbox, engine, bot } = await openOffice({ deps: { tenants } });
    await keepRequest(store, anAsking());
    await outbox.whenSettled();
    tenants.length = 0;
    const [denier, approver] = [slack.person("ben"), slack.person("bea")];

    await denier.press(onlyMessage(slack), "Deny");
    await approver.press(onlyMessage(slack), "Approve", { isConfirmed: true });
    await expect.poll(() => engine.started).toHaveLength(1);
    const click = parseClick(engine.started[0]?.input ?? "");
    await bot.answerer.answer(click, { kind: "refused", refusal: "tenant-gone" });

    expect(await privately(slack, denier, "put the tenant back")).toBeTruthy();
    expect(await privately(slack, approver, "put the tenant back")).toBeTruthy();
  });
});

async function openForm(): Promise<Awaited<ReturnType<typeof openOffice>>> {
  const office = await openOffice({ deps: { newRequestId: () => requestId } });
  const person = office.slack.person("ann");
  await person.command("/workday-isu", "create viva-learning", { channel: "workday" });
  await viewWith(office.slack, person, "User name of the new account");
  return office;
}

describe("a window that Slack does not let open", () => {
  it.each([
    "create",
    "create viva-learning",
    "rotate ISU_Viva",
    "activate-group ISU_Viva",
    "api-client ISU_Viva",
    "permissions ISU_Viva",
    "segments ISU_Viva acme_dpt1",
    "rollback acme_dpt1",
    "delegate",
  ])("is said with the command that was typed: %s", async (typed) => {
    const { slack } = await openOffice();
    slack.failNext({ method: "views.open", kind: "error", error: "expired_trigger_id" });
    const person = slack.person("ann");

    await person.command("/workday-isu", typed, { channel: "workday" });

    expect(await privately(slack, person, "did not let the window open")).toContain(
      `Type \`/workday-isu ${typed}\` again.`,
    );
  });
});
