import type { App, ViewClosedAction, ViewResponseAction, ViewSubmitAction } from "@slack/bolt";
import { afterEach, describe, expect, it } from "vitest";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import type { SlackOptions } from "../../../sandbox/slack/workspace.ts";
import { form } from "./form.ts";
import { type Office, openOffice, type Transport } from "./office.ts";

let office: Office | undefined;
afterEach(async () => {
  await office?.stop();
  office = undefined;
});

async function withForm(
  transport: Transport,
  options: Partial<SlackOptions> = {},
): Promise<Office> {
  const opened = await openOffice(transport, options);
  opened.app.command("/isu", async ({ ack, command, client }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: form });
  });
  opened.app.options("pick", async ({ ack, payload }) => {
    await ack({
      options: [{ text: { type: "plain_text", text: `${payload.value} Inc` }, value: "v-1" }],
    });
  });
  opened.app.options("several", async ({ ack, payload }) => {
    const label = { type: "plain_text" as const, text: "Found" };
    const text = { type: "plain_text" as const, text: payload.value };
    await ack({ option_groups: [{ label, options: [{ text, value: `d-${payload.value}` }] }] });
  });
  opened.app.action("pick", async ({ ack }) => ack());
  return opened;
}

/** Ann opens the form and fills it in. */
async function annFills({ slack }: Office): Promise<ReturnType<Office["slack"]["person"]>> {
  const ann = slack.person("ann");
  await ann.command("/isu");
  await slack.until(() => ann.view());
  await ann.fill("Name", "ISU_Acme");
  await ann.suggest("Vendor", "Acme");
  await ann.fill("Vendor", "Acme Inc");
  return ann;
}

function onSubmit(app: App, answer: unknown): unknown[] {
  const seen: unknown[] = [];
  app.view<ViewSubmitAction>("create", async ({ ack, view }) => {
    seen.push(view.state.values);
    if (passesForAnswer(answer)) await ack(answer);
  });
  return seen;
}

/** The answers a bot must not give are the point here, so anything passes for one. */
function passesForAnswer(answer: unknown): answer is ViewResponseAction | undefined {
  return answer === undefined || typeof answer === "object";
}

describe.each<Transport>(["http", "socket"])("a form over %s", (transport) => {
  it("reaches the bot with what was entered, and closes", async () => {
    office = await withForm(transport);
    const seen = onSubmit(office.app, undefined);
    const ann = await annFills(office);

    const outcome = await ann.submit();

    expect(outcome).toEqual({ kind: "closed" });
    expect(ann.view()).toBeUndefined();
    expect(seen).toEqual([
      {
        name: { text: { type: "plain_text_input", value: "ISU_Acme" } },
        days: { number: { type: "number_input", value: null } },
        vendor: {
          pick: {
            type: "external_select",
            selected_option: { text: { type: "plain_text", text: "Acme Inc" }, value: "v-1" },
          },
        },
        domains: {
          several: {
            type: "multi_external_select",
            selected_options: [{ text: { type: "plain_text", text: "Payroll" }, value: "d-pay" }],
          },
        },
      },
    ]);
  });

  it("shows the bot's errors under the inputs and stays open", async () => {
    office = await withForm(transport);
    onSubmit(office.app, { response_action: "errors", errors: { name: "Taken." } });
    const ann = await annFills(office);

    const outcome = await ann.submit();

    expect(outcome).toEqual({ kind: "errors", errors: { name: "Taken." }, isSent: true });
    const view = ann.view();
    expect(view === undefined ? "" : textOf(view)).toBe(
      [
        "# New user",
        "Name: {ISU_Acme}",
        "! Taken.",
        "Days (optional): {}",
        "Vendor: {Acme Inc}",
        "Domains (optional): {Payroll}",
        "[Cancel] [Send]",
      ].join("\n"),
    );
  });
});

describe("a form", () => {
  it("is not sent while the client has something to say", async () => {
    office = await withForm("http");
    const seen = onSubmit(office.app, undefined);
    const ann = office.slack.person("ann");
    await ann.command("/isu");
    await office.slack.until(() => ann.view());
    await ann.fill("name", "ab");
    await ann.fill("days", "31");

    const outcome = await ann.submit();

    expect(outcome).toEqual({
      kind: "errors",
      isSent: false,
      errors: {
        name: "Please enter at least 3 characters.",
        days: "Please enter 30 or less.",
        vendor: "Please complete this required field.",
      },
    });
    expect(seen).toEqual([]);
  });

  it.each<[why: string, answer: object]>([
    ["errors for a block that is no input", { response_action: "errors", errors: { nope: "x" } }],
    ["errors without any", { response_action: "errors", errors: {} }],
    ["a view that breaks the rules", { response_action: "update", view: { ...form, title: "x" } }],
    ["an action there is none of", { response_action: "explode" }],
  ])("shows trouble for %s", async (_why, answer) => {
    office = await withForm("http");
    onSubmit(office.app, answer);
    const ann = await annFills(office);

    const outcome = await ann.submit();

    expect(outcome).toEqual({
      kind: "trouble",
      message: "We had some trouble connecting. Try again?",
    });
    expect(ann.views()).toHaveLength(1);
  });

  it("keeps what was entered when it is updated, but not under an old hash", async () => {
    office = await withForm("http");
    const { client } = office.app;
    const ann = await annFills(office);
    const { id = "", hash = "" } = ann.view() ?? {};

    await client.views.update({ view_id: id, hash, view: { ...form, private_metadata: "2" } });
    const stale = client.views.update({ view_id: id, hash, view: form });

    await expect(stale).rejects.toMatchObject({ data: { error: "hash_conflict" } });
    expect(ann.view()).toMatchObject({
      content: { private_metadata: "2" },
      values: { name: { text: { value: "ISU_Acme" } } },
    });
  });

  it("goes under the view that the bot pushes", async () => {
    office = await withForm("http");
    onSubmit(office.app, { response_action: "push", view: form });
    const ann = await annFills(office);
    const below = ann.view()?.id;

    const outcome = await ann.submit();

    expect(outcome).toEqual({ kind: "pushed" });
    expect(ann.views().map(({ previousId }) => previousId)).toEqual([undefined, below]);
  });

  it("asks the bot for options only after enough letters", async () => {
    office = await withForm("http");
    const ann = office.slack.person("ann");
    await ann.command("/isu");
    await office.slack.until(() => ann.view());

    const few = await ann.suggest("Vendor", "A");
    const enough = await ann.suggest("Vendor", "Ac");

    expect(few).toEqual([]);
    expect(enough.map(({ text }) => text.text)).toEqual(["Ac Inc"]);
  });

  it("keeps what is chosen of several when more is chosen, up to the most, and takes all away", async () => {
    office = await withForm("http");
    const ann = office.slack.person("ann");
    await ann.command("/isu");
    await office.slack.until(() => ann.view());

    await ann.fill("Domains", ["d-pay", "a", "a"]);
    const chosen = ann.view()?.values["domains"]?.["several"]?.selected_options;
    const tooMany = ann.fill("Domains", ["d-pay", "d-a", "b"]);

    expect(chosen?.map(({ value }) => value)).toEqual(["d-pay", "d-a"]);
    await expect(tooMany).rejects.toThrow("no more than 2 can be selected");
    await ann.fill("Domains", "");
    expect(ann.view()?.values["domains"]?.["several"]).toEqual({
      type: "multi_external_select",
      selected_options: [],
    });
  });

  it("tells the bot what is typed into which list", async () => {
    office = await withForm("http");
    const seen: unknown[] = [];
    office.app.use(async ({ body, next }) => {
      if ("type" in body && body.type === "block_suggestion") seen.push(body);
      await next();
    });
    const ann = office.slack.person("ann");
    await ann.command("/isu");
    await office.slack.until(() => ann.view());

    await ann.suggest("Domains", "a");

    expect(seen).toMatchObject([
      {
        type: "block_suggestion",
        block_id: "domains",
        action_id: "several",
        value: "a",
        view: { callback_id: "create" },
      },
    ]);
  });

  it("tells the bot that it was closed", async () => {
    office = await withForm("http");
    const closed: unknown[] = [];
    office.app.view<ViewClosedAction>(
      { callback_id: "create", type: "view_closed" },
      async ({ ack, body }) => {
        closed.push(body.is_cleared);
        await ack();
      },
    );
    const ann = await annFills(office);

    await ann.close();

    expect(closed).toEqual([false]);
    expect(ann.view()).toBeUndefined();
  });
});
