import { describe, expect, it } from "vitest";
import { findFreePort } from "../../../sandbox/free-port.ts";
import { createBot, type ShowingDeps } from "../../../src/bot/app.ts";
import { paginate, plain } from "../../../src/bot/blocks/block.ts";
import { readForm, toErrors } from "../../../src/bot/forms/read-form.ts";
import { createBoltLog } from "../../../src/bot/slack/bolt-log.ts";
import { findMessage, findReplies } from "../../../src/bot/slack/find-message.ts";
import { createSlackReceiver, type SlackReceiverOptions } from "../../../src/bot/slack/receiver.ts";
import { Secret } from "../../../src/secret.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { requestId, start } from "../../support/data/a-request.ts";
import { acme } from "../../support/data/a-tenant.ts";
import { createFakeLog } from "../../support/fakes/fake-log.ts";
import { createFakeOutbox, type FakeOutbox } from "../../support/fakes/fake-outbox.ts";
import { catalogue, openOffice } from "../support/an-office.ts";
import { createFakeSlack, refuses, says } from "../support/fake-slack.ts";
import { privately, viewWith } from "../support/shown.ts";
import { send, sendInVain, someone } from "../support/signed.ts";

function aPress(action: string, more: object): object {
  const pressed = {
    type: "button",
    action_id: action,
    block_id: "b",
    action_ts: "1.2",
    value: "{}",
  };
  return { ...someone, type: "block_actions", container: {}, actions: [pressed], ...more };
}

describe("a button that nobody knows", () => {
  it("in a window says so there", async () => {
    const { slack, url } = await openOffice();
    const person = slack.person("ann");
    await person.command("/workday-isu", "create", { channel: "workday" });
    await viewWith(slack, person, "Recipe");
    const view = { id: person.view()?.id, hash: "h", private_metadata: "" };

    await send(url, aPress("gone-for-good", { view }));

    expect(await viewWith(slack, person, "does not know this button any more")).toContain("status");
  });

  it("in a message says so privately", async () => {
    const answers: string[] = [];
    const { url } = await openOffice({
      fetch: async (to, init) => {
        if (!String(to).startsWith("https://hooks.example/")) return fetch(to, init);
        answers.push(JSON.stringify(init?.body));
        return new Response("ok");
      },
    });

    await send(url, aPress("gone-for-good", { response_url: "https://hooks.example/1" }));

    await expect.poll(() => answers.join()).toContain("does not know this button any more");
  });

  it("that is a link needs no answer", async () => {
    const { url, log } = await openOffice();

    expect((await send(url, aPress("open-link", {}))).status).toBe(200);
    expect(log.lines).toEqual([]);
  });
});

describe("a bug", () => {
  it("is told directly where there is nowhere else to answer", async () => {
    const { slack, url } = await openOffice();

    sendInVain(url, aPress("approve", { response_url: "" }));

    const told = await privately(slack, slack.person("ben"), "Something went wrong inside the bot");
    expect(told).toMatch(/the id E-/);
  });

  it("is in the log when the person cannot be told either", async () => {
    const { slack, url, log } = await openOffice();
    slack.failNext({ method: "conversations.open", kind: "error", error: "fatal_error", times: 9 });

    sendInVain(url, aPress("approve", {}));

    await expect.poll(() => log.lines.map(({ text }) => text)).toContain("cannot tell of an error");
  });

  it("by nobody is in the log", async () => {
    const { url, log } = await openOffice();

    sendInVain(url, aPress("approve", { user: { id: "nobody" } }));

    await expect.poll(() => log.lines.map(({ text }) => text)).toContain("a listener failed");
  });

  it.each(["change-draft", "check-again"])("%s pressed outside a window is one", async (action) => {
    const { url, log } = await openOffice();

    sendInVain(url, aPress(action, {}));

    await expect.poll(() => log.lines.map(({ level }) => level)).toContain("error");
  });
});

describe("starting", () => {
  const common: Omit<SlackReceiverOptions, "delivery"> = {
    logger: createBoltLog(createFakeLog()),
    isReady: async () => true,
  };

  it.each<[what: string, delivery: SlackReceiverOptions["delivery"], words: string]>([
    ["HTTP without a signing secret", { kind: "http", port: 0 }, "signing secret"],
    ["Socket Mode without its token", { kind: "socket", healthPort: 0 }, "app-level token"],
  ])("refuses %s", (_what, delivery, words) => {
    expect(() => createSlackReceiver({ ...common, delivery })).toThrow(words);
  });

  it("needs nothing of Slack: creating a bot calls nobody", async () => {
    const { deps, calls, transport } = await createQuietDeps();
    const outbox = createFakeOutbox();

    createBot(
      {
        botToken: new Secret("xoxb-1"),
        appToken: new Secret("xapp-1"),
        delivery: { kind: "socket", healthPort: 0 },
        fetch: transport,
      },
      deps,
      toShowing(outbox),
    );

    expect(calls).toEqual([]);
  });

  it("needs no app-level token over HTTP, and listens everywhere where no host is named", async () => {
    const { deps, transport } = await createQuietDeps();
    const outbox = createFakeOutbox();
    const delivery = { kind: "http", port: await findFreePort() } as const;
    const secrets = { botToken: new Secret("xoxb-1"), signingSecret: new Secret("shhh") };
    const gate = createSlackReceiver({ ...common, signingSecret: () => "shhh", delivery });

    createBot({ ...secrets, delivery, fetch: transport }, deps, toShowing(outbox));
    await gate.open();
    const live = await fetch(`http://127.0.0.1:${delivery.port}/readyz`);
    await gate.receiver.stop();

    expect(live.status).toBe(200);
  });
});

function toShowing(outbox: FakeOutbox): ShowingDeps {
  return {
    lease: outbox.lease,
    ledger: outbox,
    onShown: async () => undefined,
    isDatabaseAway: () => false,
  };
}

async function createQuietDeps(): Promise<{
  readonly deps: Parameters<typeof createBot>[1];
  readonly calls: readonly string[];
  readonly transport: (url: string | URL) => Promise<Response>;
}> {
  const { deps } = await openOffice();
  const calls: string[] = [];
  async function transport(url: string | URL): Promise<Response> {
    calls.push(String(url));
    return says({ ok: true });
  }
  return { deps, calls, transport };
}

describe("finding messages again", () => {
  const metadata = { event_type: "isu_request", event_payload: { request: requestId } };
  const wanted = { request: requestId, since: start, bot: "U0BOT" };

  it("looks through the pages, and takes only the bot's own", async () => {
    const pages = [
      {
        messages: [
          { ts: "1.0", user: "U0EVIL", metadata },
          { ts: "1.1", user: "U0BOT", metadata: { event_type: "other", event_payload: {} } },
          { ts: "1.2", user: "U0BOT", metadata: { ...metadata, event_payload: "odd" } },
        ],
        response_metadata: { next_cursor: "two" },
      },
      { messages: [{ ts: "2.0", user: "U0BOT", metadata }] },
    ];
    const slack = createFakeSlack({
      "conversations.history": (sent) =>
        says({ ok: true, ...pages[sent.get("cursor") === "two" ? 1 : 0] }),
    });

    expect(await findMessage(slack, "C1", wanted)).toEqual({ ok: true, value: "2.0" });
  });

  it("finds no replies in a thread that is not there", async () => {
    const slack = createFakeSlack({ "conversations.replies": () => refuses("thread_not_found") });

    expect(await findReplies(slack, { channel: "C1", ts: "1.0" }, "U0BOT")).toEqual({
      ok: true,
      value: new Set(),
    });
  });

  it("reads the parts of replies, page by page", async () => {
    const reply = {
      ts: "1.1",
      user: "U0BOT",
      metadata: { ...metadata, event_payload: { request: requestId, seq: 3 } },
    };
    const slack = createFakeSlack({
      "conversations.replies": (sent) =>
        says({
          ok: true,
          messages: [reply],
          response_metadata: { next_cursor: sent.has("cursor") ? "" : "more" },
        }),
    });

    const found = await findReplies(slack, { channel: "C1", ts: "1.0" }, "U0BOT");

    expect(found).toEqual({ ok: true, value: new Set(["3/0"]) });
    expect(slack.calls).toHaveLength(2);
  });
});

it("reads a form whose fields are all empty", () => {
  const inputs = new Map([
    ["reason", { value: null }],
    ["userName", { value: null }],
    ["sessionTimeoutMinutes", { value: null }],
  ]);
  const carried = { id: requestId, tenant: acme, recipe: "" };

  expect(readForm(inputs, carried, { catalogue, before: aRawDraft() })).toMatchObject({
    raw: { userName: "", doNotAllowUiSessions: false, domains: { Get: "" } },
  });
  expect(toErrors({ tenant: "No such tenant." })).toEqual({ userName: "No such tenant." });
});

it("sends no empty text, which Slack refuses, and no message without blocks", () => {
  expect(plain("").text).toBe(" ");
  expect(paginate([])).toEqual([]);
});
