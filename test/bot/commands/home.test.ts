import { describe, expect, it } from "vitest";
import type { Person } from "../../../sandbox/slack/people/client.ts";
import type { Slack } from "../../../sandbox/slack/slack.ts";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { instant, parseRequestId, parseTenantName } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anAsking, anOpening, expiresAt, requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { approved, awaited, denied, failed, left } from "../../support/data/events.ts";
import { ben } from "../../support/data/people.ts";
import { valueIn } from "../../support/value-in.ts";
import { openOffice } from "../support/an-office.ts";
import { holding, like } from "../support/like.ts";
import { keepRequest, privately, viewWith } from "../support/shown.ts";
import { sendEvent } from "../support/signed.ts";

const handedOver: Event = {
  kind: "handed-over",
  step: "create-security-group",
  expiresAt,
};

const sentBack: Event = { kind: "sent-back", by: ben, question: "Why?", expiresAt };

describe("the Home tab", () => {
  it("says that there is nothing, and opens the form", async () => {
    const { slack } = await openOffice();
    const person = slack.person("ann");

    await person.openHome();

    await homeWith(slack, person, "You have no open request");
    await person.press("home", "Ask for an integration user");
    expect(await viewWith(slack, person, "Recipe")).toContain("Workday tenant");
  });

  it.each<[title: string, who: string, ...events: Event[]]>([
    ["Yours to approve (1)", "bea", anAsking()],
    ["Yours to answer (1)", "ann", anAsking(), sentBack],
    ["Yours to carry out (1)", "dan", handedOver],
    ["Approved, and yours to deny (1)", "ben", anAsking(), approved, awaited],
    ["Stuck, and yours to try again (1)", "ben", failed],
    ["Left behind by requests of others (1)", "dan", denied, left, { kind: "ended" }],
    ["Your open requests (1)", "ann", denied, left, { kind: "ended" }],
  ])("lists %s to %s", async (title, who, ...events) => {
    const { slack, store } = await openOffice();
    await keepRequest(store, ...events);
    const [person, stranger] = [slack.person(who), slack.person("cy")];

    await person.openHome();
    await stranger.openHome();

    expect(await homeWith(slack, person, title)).toContain(requestId);
    expect(await homeWith(slack, stranger, "You have no open request")).not.toContain(requestId);
  });

  it("is shown anew to whom it is open, when something changes for them", async () => {
    const { slack, store } = await openOffice();
    const [ann, bea, cy] = [slack.person("ann"), slack.person("bea"), slack.person("cy")];
    for (const one of [ann, bea, cy]) {
      await one.openHome();
      await homeWith(slack, one, "You have no open request");
    }
    const ofCy = cy.home()?.hash;

    await keepRequest(store, anAsking());

    expect(await homeWith(slack, ann, "Your open requests (1)")).toContain(requestId);
    expect(await homeWith(slack, bea, "Yours to approve (1)")).toContain(requestId);
    expect(cy.home()?.hash).toBe(ofCy);
  });

  it("links each request to its message", async () => {
    const { slack, store, outbox } = await openOffice({ isQuiet: true });
    await keepRequest(store, anAsking());
    outbox.set(requestId, { place: { channel: "C0ISU", ts: "1767603600.000100" } });
    const person = slack.person("ann");

    await person.openHome();

    expect(JSON.stringify((await home(slack, person, requestId)).content)).toContain(
      `<https://acme.slack.com/archives/C0ISU/p1767603600000100|${requestId}>`,
    );
  });

  it("lists without links where Slack does not say where the workspace is", async () => {
    const { slack, store } = await openOffice({
      fetch: async (url, init) =>
        String(url).endsWith("/auth.test")
          ? Response.json({ ok: true, team_id: "T0ACME", user_id: "U0BOT" })
          : fetch(url, init),
    });
    await keepRequest(store, anAsking());

    await slack.person("ann").openHome();

    const { content } = await home(slack, slack.person("ann"), requestId);
    expect(JSON.stringify(content)).not.toContain("/archives/");
  });

  it("is left alone where somebody opens another tab of the app", async () => {
    const { slack, url } = await openOffice();
    const [messages, opened] = ["messages", "home"].map((tab) => ({
      type: "app_home_opened",
      user: "U0ANN",
      channel: "D0ANN",
      tab,
    }));

    await sendEvent(url, { ...messages });
    await sendEvent(url, { ...opened });
    await homeWith(slack, slack.person("ann"), "You have no open request");

    const published = slack.traffic.filter(({ what }) => what === "POST /api/views.publish");
    expect(published).toHaveLength(1);
  });

  it("mentions nobody", async () => {
    const { slack, store } = await openOffice({ isQuiet: true });
    const draft = aDraft({ userName: "<!channel>" });
    await store.open(anOpening(draft), instant(Date.now()));

    await slack.person("ann").openHome();

    await homeWith(slack, slack.person("ann"), requestId);
    expect(slack.mentions).toEqual([]);
  });

  it.each([
    ["gus", "Guests"],
    ["fay", "company"],
  ])("shows %s nothing but why", async (name, words) => {
    const { slack, store } = await openOffice();
    await keepRequest(store, anAsking());
    const person = slack.person(name);

    await person.openHome();

    expect(await homeWith(slack, person, words)).not.toContain(requestId);
  });

  it("says so when Slack cannot tell who somebody is", async () => {
    const { slack } = await openOffice();
    slack.failNext({ method: "users.info", kind: "status", status: 503, times: 5 });

    await slack.person("ann").openHome();

    expect(await homeWith(slack, slack.person("ann"), "did not say who you are")).toContain(
      "minute",
    );
  });

  it("is in the log when it cannot be shown", async () => {
    const { slack, log } = await openOffice();
    slack.failNext({ method: "views.publish", kind: "error", error: "internal_error" });

    await slack.person("ann").openHome();

    await expect.poll(() => log.lines).toContainEqual(holding({ text: like("views.publish") }));
    expect(slack.person("ann").home()).toBeUndefined();
  });

  it("tells somebody directly that the form could not be opened", async () => {
    const { slack } = await openOffice();
    const person = slack.person("ann");
    await person.openHome();
    await homeWith(slack, person, "You have no open request");
    slack.failNext({ method: "views.open", kind: "error", error: "expired_trigger_id" });

    await person.press("home", "Ask for an integration user");

    expect(await privately(slack, person, "did not let the window open")).toContain("Nothing was");
  });
});

async function home(slack: Slack, person: Person, words: string) {
  return slack.until(
    () => {
      const view = person.home();
      return view !== undefined && textOf(view).includes(words) ? view : undefined;
    },
    { what: `${person.name}'s Home tab to show ${words}` },
  );
}

async function homeWith(slack: Slack, person: Person, words: string): Promise<string> {
  return textOf(await home(slack, person, words));
}

describe("status, narrowed", () => {
  it.each<[who: string, typed: string, shown: RegExp]>([
    ["ben", "waiting", /Yours to approve \(1\)/],
    ["ann", "Waiting", /You have no open request/],
    ["ann", "mine", /Your open requests \(1\)/],
    ["ben", "mine", /You have no open request/],
    ["ann", "acme_dpt1", /Your open requests \(1\)/],
    ["ann", "acme_prod", /You have no open request/],
  ])("to %s's %s lists only what is of it", async (who, typed, shown) => {
    const production = aTenant({ name: valueIn(parseTenantName("acme_prod")), label: "Acme prod" });
    const { slack, store } = await openOffice({ deps: { tenants: [aTenant(), production] } });
    await keepRequest(store, anAsking());
    const person = slack.person(who);

    await person.command("/workday-isu", `status ${typed}`, { channel: "workday" });

    expect(await privately(slack, person, shown)).not.toContain("The story of");
  });

  it("to an account tells the newest of its requests, and names the others", async () => {
    const { slack, store, deps } = await openOffice();
    await keepRequest(store, { kind: "done" });
    await store.open({ ...anOpening(), id: valueIn(parseRequestId("ISU-0THERREQ")) }, deps.now());
    const person = slack.person("ann");

    await person.command("/workday-isu", "status ISU_Viva", { channel: "workday" });

    const told = await privately(slack, person, /Other requests for this name: ISU-[0-9A-Z]{8}$/m);
    const [newest] = await store.listByUserName("ISU_Viva");
    expect(told).not.toContain(`Other requests for this name: ${newest?.id}`);
  });
});
