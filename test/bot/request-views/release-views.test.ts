import { beforeEach, describe, expect, it } from "vitest";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { releaseWaitCard } from "../../../src/bot/request-views/release-card.ts";
import { describeReleaseEvent } from "../../../src/bot/request-views/release-timeline.ts";
import { toReplies } from "../../../src/bot/request-views/thread-messages.ts";
import { describeTimeline } from "../../../src/bot/request-views/timeline.ts";
import type { RequestId } from "../../../src/flows/model/ids.ts";
import { foreignChange, requestId, start } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben, cy, eve } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import {
  approveCard,
  aRawOf,
  openAs,
  openAtOnce,
  requestOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";
import { breaches } from "../support/slack-limits.ts";

const links = new Map<RequestId, string>();

beforeEach(() => {
  links.clear();
});

function show(world: World, id: RequestId): string {
  return JSON.stringify(messageOf(world, id));
}

function messageOf(world: World, id: RequestId): ReturnType<typeof requestMessage> {
  const { tenant } = world;
  return requestMessage({
    request: requestOf(world, id),
    tenant,
    story: world.store.peekStory(id),
    links,
  });
}

describe("the card of a request that is approved in parts", () => {
  it("says who accepts what is somebody else's, and what is still needed", async () => {
    const rules = { approvers: { people: [cy], groups: [] } };
    const world = together({
      perRecipe: [{ recipe: "viva-learning", covers: "anything", rules }],
    });
    world.workday.tenant.addPending(foreignChange);
    await world.open();
    await run(world);
    const before = show(world, world.id);
    await approveCard(world, world.id, cy);
    const after = show(world, world.id);
    await approveCard(world, world.id, ben);

    expect(before).toContain("Who may decide (1 at least, on each part its own approvers)");
    expect(before).toContain("asked for it and cannot decide on that part.");
    expect(before).toContain("Others have to approve it too.");
    expect(after).not.toContain("Others have to approve it too.");
    expect(before).toContain("What is pending besides this request has approvers of its own");
    for (const person of ["<@U0CY>", "<@U0BEN>"]) expect(before).toContain(person);
    expect(before).not.toContain("Still needed");
    expect(after).toContain("Still needed before anything is activated:* the rest (1 more)");
  });

  it("names this request where that is what is still needed", async () => {
    const rules = { approvers: { people: [cy], groups: [] } };
    const world = together({
      perRecipe: [{ recipe: "viva-learning", covers: "anything", rules }],
    });
    world.workday.tenant.addPending(foreignChange);
    await world.open();
    await run(world);
    await approveCard(world, world.id, ben);

    expect(show(world, world.id)).toContain("this request (1 more)");
  });
});

describe("the card of a release", () => {
  it("lists what none of its requests asked for first, then each request with its own", async () => {
    const world = together({ refusedDomains: ["Security Configuration"] });
    world.workday.tenant.addPending({ ...foreignChange, policy: "Security Configuration" });
    const ids = await openAtOnce(world, [ann, eve]);
    const { id } = theRelease(world);
    for (const one of ids) links.set(one, `https://acme.slack.com/archives/C1/${one}`);

    const card = show(world, id);

    expect(card).toContain(
      "⚠️ *Approving also activates 1 change by others, of which 1 administers security.*",
    );
    const parts = [
      "Goes live as well, though none of these",
      "Releases (2)",
      `Goes live for ${ids[0]}`,
      "Badge Data",
    ];
    expect(parts.map((part) => card.indexOf(part))).toEqual(
      parts.map((part) => card.indexOf(part)).toSorted((one, other) => one - other),
    );
    expect(parts.filter((part) => !card.includes(part))).toEqual([]);
    expect(card).toContain(`<https://acme.slack.com/archives/C1/${ids[0]}|${ids[0]}>`);
    expect(card).toContain("2 changes of 2 requests, and 1 change of others");
    expect(card).not.toContain("Withdraw");
    expect(card).not.toContain("Deny");
  });

  it("says what is still needed once somebody has approved", async () => {
    const world = together();
    const ids = await openAtOnce(world, [ann, eve]);
    const { id } = theRelease(world);
    await approveCard(world, id, eve);

    expect(show(world, id)).toContain(
      `Still needed before anything is activated:* ${ids[1]} (1 more).`,
    );
  });

  it("shows what an approver said, there and with each request that it counts for", async () => {
    const world = together();
    const ids = await openAtOnce(world, [ann, eve]);
    const { id, phase } = theRelease(world);
    const digest = phase.kind === "waiting-for-approval" ? phase.asked.digest : "";
    await world.clickOn(id, eve, { kind: "approve", digest, note: "As <agreed>" });
    const [first = id] = ids;

    expect(show(world, id)).toContain("*Note by <@U0EVE>:* “As &lt;agreed&gt;”");
    expect(describeTimeline(world.store.peekStory(first)).at(-1)).toContain(
      "<@U0EVE> approved it, with a note: “As &lt;agreed&gt;”",
    );
    await approveCard(world, id, ben);
    await run(world);
    expect(requestOf(world, first).phase.kind).toBe("done");
    expect(show(world, first)).toContain("*Note by <@U0EVE>:* “As &lt;agreed&gt;”");
  });

  it("says who pressed Not now, and what happens next", async () => {
    const world = together();
    await openAtOnce(world);
    const { id, phase } = theRelease(world);
    const digest = phase.kind === "waiting-for-approval" ? phase.asked.digest : "";
    await world.clickOn(id, ben, { kind: "postpone", digest, reason: "Month <end>" });

    const card = show(world, id);
    const thread = describeTimeline(world.store.peekStory(id)).at(-1);

    expect(card).toContain("*Not now*, said <@U0BEN>");
    expect(card).toContain("“Month &lt;end&gt;” The approvers are called again <!date^");
    expect(card).toContain("Whoever may decide can still do so now.");
    expect(thread).toContain("<@U0BEN> pressed Not now: “Month &lt;end&gt;” Nothing is decided.");
  });

  it.each([1, 2, 7, 50])("is as long as Slack takes it, with %i requests more", async (more) => {
    const world = together();
    const people = Array.from({ length: more + 1 }, () => ann);
    await openAtOnce(world, people);
    const { id } = theRelease(world);
    const story = world.store.peekStory(id);
    const replies = toReplies({
      events: story,
      request: requestOf(world, id),
      tenant: world.tenant,
      mentions: () => true,
    });

    const shown = [messageOf(world, id), ...replies];

    expect(shown.flatMap((one) => breaches(one, { blocks: 50 }))).toEqual([]);
    expect(shown.map((one) => JSON.stringify(one.blocks).length < 13_000)).not.toContain(false);
    for (const request of theRelease(world).members ?? [])
      expect(JSON.stringify(replies)).toContain(request);
  });

  it("calls the approvers of each request's recipe", async () => {
    const { approvers } = aTenant();
    const own = { people: [eve], groups: [] };
    const world = together({
      approvers: { ...approvers, people: [ben] },
      perRecipe: [{ recipe: "viva-learning", covers: "anything", rules: { approvers: own } }],
    });
    await openAtOnce(world);

    expect(show(world, theRelease(world).id)).toContain("<@U0EVE>");
  });

  it("says where nobody sees what else goes live, and which tickets it carries", async () => {
    const world = together({}, { hasReports: false });
    await openAs(world, ann, aRawOf("One", { ticket: "https://tickets.acme.example/CHG0042" }));
    await openAs(world, ann, aRawOf("Two"));
    await run(world);
    const card = show(world, theRelease(world).id);

    expect(card).toContain("The bot cannot see what else is pending in this tenant.");
    expect(card).toContain("(<https://tickets.acme.example/CHG0042>)");
    expect(card.match(/as it was asked for \(1\):[^"]*Badge Data/g)).toHaveLength(2);
  });
});

const wait = {
  kind: "waiting-for-release",
  heldAt: "approve",
  since: start,
  gathersUntil: start,
  for: [],
} as const;

describe("the wait for others", () => {
  it("is for nobody by name where its release is over", () => {
    const words = "other requests of the tenant";

    expect(JSON.stringify(releaseWaitCard(wait, links))).toContain(`*Waiting for ${words}.*`);
    expect(describeReleaseEvent({ ...wait, kind: "release-awaited" })).toBe(
      `It waits for ${words}.`,
    );
  });

  it("of an approved request is for what others have begun", () => {
    const blocks = releaseWaitCard({ ...wait, heldAt: "activate" }, links);

    expect(JSON.stringify(blocks)).toContain("so that nothing goes live half made");
  });

  it("names as many as Slack takes, and counts the others", () => {
    const many = Array.from({ length: 300 }, () => requestId);
    const blocks = releaseWaitCard({ ...wait, for: many }, links);

    expect(JSON.stringify(blocks)).toMatch(/ISU-7K3M9QXV and 1\d\d others\.\*/);
    expect(breaches({ blocks }, { blocks: 1 })).toEqual([]);
  });
});

describe("the message of a request", () => {
  it("names the release that it goes live with, and can be denied there", async () => {
    const world = together();
    const [id] = await openAtOnce(world);
    if (id === undefined) throw new Error("Nothing was opened");
    const release = theRelease(world).id;
    links.set(release, "https://acme.slack.com/archives/C1/p1");

    expect(messageOf(world, id).text).toContain(`waiting for the release ${release}`);
    expect(show(world, id)).toContain(`<https://acme.slack.com/archives/C1/p1|${release}>`);
    expect(show(world, id)).toContain("Deny");
  });

  it("names the card that is out while nothing more is made pending", async () => {
    const world = together();
    const [first] = await openAtOnce(world, [ann]);
    const next = await openAs(world, ann, aRawOf("Next"));
    await run(world);

    expect(messageOf(world, next).text).toContain("waiting for other requests of the tenant");
    expect(show(world, next)).toContain(`Waiting for ${first}`);
    expect(show(world, next)).toContain("nothing more is made pending until its outcome");
  });

  it("names what is on the way while it waits for that", async () => {
    const world = together();
    const slow = await openAs(world, ann, aRawOf("Slow"));
    const quick = await openAs(world, ann, aRawOf("Quick"));
    await world.workOn((id) => id !== slow);

    expect(show(world, quick)).toContain("is shown to the approvers together, in one card");
  });

  it("tells in its timeline how it went live", async () => {
    const world = together();
    const ids = await openAtOnce(world, [ann, ann, ann]);
    const release = theRelease(world).id;
    const [one] = ids;
    if (one === undefined) throw new Error("Nothing was opened");
    await world.clickOn(one, ben, { kind: "deny", digest: "release", reason: "No" });
    await run(world);
    await approveCard(world, release, ben);
    await run(world);

    const [, other] = ids;
    if (other === undefined) throw new Error("Nothing was opened");
    const told = [release, other].map((id) =>
      describeTimeline(world.store.peekStory(id)).join("\n"),
    );
    expect(told[0]).toContain("the bot asked for");
    expect(told[0]).toContain("The release is of 2 by now");
    expect(told[1]).toContain(`It goes live with the release ${release}.`);
    expect(told[1]).toContain(`It was activated with the release ${release}, approved by <@U0BEN>`);
    expect(told[1]).toContain("It waits for ");
  });
});
