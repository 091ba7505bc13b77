import { afterEach, describe, expect, it } from "vitest";
import { form } from "./form.ts";
import { type Office, openOffice } from "./office.ts";

let office: Office | undefined;
afterEach(async () => {
  await office?.stop();
  office = undefined;
});

describe("a trigger", () => {
  it.each<[code: string, laterMs: number, times: number]>([
    ["exchanged_trigger_id", 0, 2],
    ["expired_trigger_id", 3001, 1],
  ])("ends in %s", async (code, laterMs, times) => {
    let later = 0;
    office = await openOffice("http", { now: () => Date.now() + later });
    const errors: unknown[] = [];
    office.app.command("/isu", async ({ ack, command, client }) => {
      later = laterMs;
      for (let count = 0; count < times; count += 1) {
        await client.views
          .open({ trigger_id: command.trigger_id, view: form })
          .catch((error: unknown) => errors.push(error));
      }
      await ack();
    });

    await office.slack.person("ann").command("/isu");

    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ data: { error: code } });
  });
});

describe("a Home tab", () => {
  it("is published when it is opened, and its buttons reach the bot", async () => {
    office = await openOffice("http");
    const { slack, app } = office;
    const pressed: string[] = [];
    app.event("app_home_opened", async ({ event, client }) => {
      await client.views.publish({
        user_id: event.user,
        view: {
          type: "home",
          blocks: [
            {
              type: "actions",
              elements: [
                { type: "button", action_id: "new", text: { type: "plain_text", text: "New" } },
              ],
            },
          ],
        },
      });
    });
    app.action("new", async ({ ack, body }) => {
      pressed.push(body.user.id);
      await ack();
    });
    const ann = slack.person("ann");

    await ann.openHome();
    await slack.until(() => ann.home());
    await ann.press("home", "New");

    expect(pressed).toEqual(["UANN"]);
  });
});
