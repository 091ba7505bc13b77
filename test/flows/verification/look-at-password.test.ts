import { describe, expect, it } from "vitest";
import { later } from "../../../src/flows/model/ids.ts";
import type { LoggedSignOn } from "../../../src/flows/model/sign-on-log.ts";
import { type JudgedFact, listDifferences } from "../../../src/flows/model/verification.ts";
import { watchDrift } from "../../../src/flows/watch/drift.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { someSettings, withAccount } from "../../support/data/changes.ts";
import { ann, ben, dan } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import {
  botAddress,
  dayMs,
  look,
  minuteMs,
  signOn,
  signOnBot,
} from "../../support/scenes/sign-ons.ts";

const wrong = { outcome: "wrong-password" } as const;

/** Other settings were put without a password, and the bot read something since. */
async function changed(options: Parameters<typeof withAccount>[0] = {}): Promise<World> {
  const world = await withAccount(options);
  await world.openNext(await someSettings(world, { sessionTimeoutMinutes: "60" }));
  await world.work();
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  await world.live();
  world.clock.goOn(6 * minuteMs);
  signOnBot(world);
  return world;
}

function fact(world: World): Partial<JudgedFact> | undefined {
  const { facts = [] } = world.request().facts.verification ?? {};
  return facts.find((one) => one.fact === "password-kept");
}

/** Somebody presses Look again a minute later. */
async function lookAgain(world: World): Promise<Partial<JudgedFact> | undefined> {
  world.clock.goOn(minuteMs);
  expect(await world.click(ann, { kind: "look-again" })).toMatchObject({ kind: "accepted" });
  return fact(world);
}

function outcome(world: World): string | undefined {
  return world.request().facts.verification?.outcome;
}

describe("that an account keeps its password when its settings are put without one", () => {
  it("is not seen before anybody signed on, and says where to look", async () => {
    const world = await changed();
    expect(outcome(world)).toBe("unverified");

    const { seen, lookAt } = (await lookAgain(world)) ?? {};

    expect(seen).toBe("unseen");
    expect(lookAt).toContain("Press Look again once the vendor has signed on");
  });

  it("is seen in the log of sign-ons, and the request is verified for good", async () => {
    const world = await changed();
    signOn(world);

    expect(await lookAgain(world)).toMatchObject({ seen: "as-asked", eye: "sign-on-log" });
    expect(outcome(world)).toBe("verified");

    signOn(world, wrong);
    world.mishaps.fail("workday.readSignOns", { kind: "unreachable" });
    await lookAgain(world);
    expect(outcome(world)).toBe("verified");
  });

  it("is seen at the end of the request where a person's task took its time", async () => {
    const tenant = aTenant();
    const hands = { ...tenant.hands, "exempt-from-password-expiry": "person" } as const;
    const world = await withAccount({ tenant: { ...tenant, hands } });
    const changes = { sessionTimeoutMinutes: "60", exemptFromPasswordExpiry: true };
    await world.openNext(await someSettings(world, changes));
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    world.clock.goOn(6 * minuteMs);
    signOnBot(world);
    signOn(world);
    world.clock.goOn(minuteMs);

    world.workday.tenant.perform({ name: "exempt-from-password-expiry", userName: "ISU_Viva" });
    await world.click(dan, { kind: "report-done", step: "exempt-from-password-expiry" });
    await world.live();

    expect(fact(world)).toMatchObject({ seen: "as-asked", eye: "sign-on-log" });
  });

  it("is different where only a wrong password was tried since, until somebody signs on", async () => {
    const world = await changed();
    signOn(world, wrong);

    expect(await lookAgain(world)).toMatchObject({ seen: "different", eye: "sign-on-log" });
    const told = listDifferences(world.request().drift);
    expect(told.map(({ words }) => words).join()).toContain("refused for a wrong password");

    signOn(world);
    expect(await lookAgain(world)).toMatchObject({ seen: "as-asked" });
    expect(world.request().drift).toEqual([]);
  });

  it("stays different at the daily look, and where the log does not answer", async () => {
    const world = await changed();
    signOn(world, wrong);
    await lookAgain(world);
    const { drift } = world.request();

    await watchDrift(world.deps, 1);
    world.mishaps.fail("workday.readSignOns", { kind: "unreachable" });
    world.clock.goOn(dayMs);
    await watchDrift(world.deps, 1);
    const reply = await world.click(ann, { kind: "look-again" });

    expect(reply).toMatchObject({ kind: "fault" });
    expect(world.request().drift).toEqual(drift);
    expect(outcome(world)).toBe("different");
  });

  it.each<[how: string, parts: Partial<LoggedSignOn>]>([
    ["by a token", { type: "OAuth 2.0" }],
    ["by something that the log does not name", { type: "" }],
    ["from where nobody knows", { address: "" }],
    ["from the bot's own address", { address: botAddress }],
    ["of somebody else", { userName: "lmcneil" }],
    ["that a lock refused", { outcome: "locked-or-expired" }],
    ["in vain, by a token", { ...wrong, type: "OAuth 2.0" }],
  ])("is not told by a sign-on %s", async (_how, parts) => {
    const world = await changed();
    signOn(world, parts);

    expect(await lookAgain(world)).toMatchObject({ seen: "unseen" });
  });

  it("is not told by a sign-on so soon after the put that it may have been before", async () => {
    const world = await changed();
    signOn(world, { at: later(world.clock.now(), -2 * minuteMs) });

    expect(await lookAgain(world)).toMatchObject({ seen: "unseen" });
  });

  it("is seen by the use that the watch knows of, where the log is too long to be read from the put on", async () => {
    const world = await changed();
    await look(world);
    signOn(world);
    const at = later(world.clock.now(), 2_000);
    await look(world);
    for (let line = 0; line < 3; line += 1) signOn(world, { userName: "lmcneil", at });
    world.workday.setMostSignOns(2);

    expect(await lookAgain(world)).toMatchObject({ seen: "as-asked" });
  });

  it("is seen in the log where that use could not be read", async () => {
    const world = await changed();
    await look(world);
    signOn(world);
    await look(world);
    world.mishaps.fail("workday.readSignOns", { kind: "unreachable", times: 1 });

    expect(await lookAgain(world)).toMatchObject({ seen: "as-asked" });
  });

  it("is not seen in a log that is too long, and a refusal in a part of it says nothing", async () => {
    const world = await changed();
    for (let line = 0; line < 3; line += 1) signOn(world, { userName: "lmcneil" });
    world.clock.goOn(2 * minuteMs);
    signOnBot(world);
    signOn(world, wrong);
    world.workday.setMostSignOns(2);

    const { seen, lookAt } = (await lookAgain(world)) ?? {};

    expect(seen).toBe("unseen");
    expect(lookAt).toContain("was not read whole");
  });

  it("is seen in a log that fails halfway, where a sign-on stands before that", async () => {
    const world = await changed();
    signOn(world);
    world.clock.goOn(dayMs);
    const { readSignOns } = world.workday;
    world.configure((place) => ({
      ...place,
      workday: {
        ...place.workday,
        readSignOns: (span) => {
          if (span.to === later(world.clock.now(), 0)) {
            world.mishaps.fail("workday.readSignOns", { kind: "unreachable" });
          }
          return readSignOns(span);
        },
      },
    }));

    expect(await lookAgain(world)).toMatchObject({ seen: "as-asked" });
  });

  it("is not told by a log that hides the bot's own sign-ons", async () => {
    const world = await changed({ tenant: aTenant({ protectedAccounts: [] }) });
    signOn(world);

    const { seen, lookAt } = (await lookAgain(world)) ?? {};

    expect(seen).toBe("unseen");
    expect(lookAt).toContain("does not show from where the bot itself signs on");
  });

  it("is not seen where the bot may not read the log any more, and drift is not told from that", async () => {
    const world = await changed();
    signOn(world, wrong);
    await lookAgain(world);
    const { drift } = world.request();
    world.mishaps.fail("workday.readSignOns", { kind: "denied" });

    await watchDrift(world.deps, 1);
    expect(world.request().drift).toEqual(drift);

    const { seen, lookAt } = (await lookAgain(world)) ?? {};
    expect(seen).toBe("unseen");
    expect(lookAt).toContain("The log of sign-ons does not tell");
  });
});
