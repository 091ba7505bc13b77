import { describe, expect, it } from "vitest";
import { instant, later } from "../../../src/flows/model/ids.ts";
import type { LoggedSignOn } from "../../../src/flows/model/sign-on-log.ts";
import { watchSignOns } from "../../../src/flows/watch/watch-sign-ons.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange } from "../../support/data/changes.ts";
import { createWorld } from "../../support/fakes/world.ts";
import {
  botAddress,
  dayMs,
  lived,
  look,
  minuteMs,
  signedOn,
  signOn,
  signOnBot,
  usesIn,
  vendor,
} from "../../support/scenes/sign-ons.ts";

describe("watchSignOns", () => {
  it("takes the bot's own sign-ons as the account for nobody's use", async () => {
    const world = await lived();

    expect(signedOn(world)).toEqual([]);
    expect(await usesIn(world)).toMatchObject({
      uses: [{ userName: "isu_bot" }, { userName: "isu_viva", known: [] }],
    });
  });

  it("writes down once when the vendor signed on with the new password", async () => {
    const world = await lived();
    signOn(world);
    const at = world.clock.now();
    world.clock.goOn(minuteMs);
    signOn(world);

    expect(await look(world)).toEqual([]);
    await look(world);

    expect(signedOn(world)).toEqual([{ kind: "signed-on", signedOnAt: at, ...vendor }]);
    expect(world.request().signedOn).toBe(at);
  });

  it("writes it down for each new password, on the request that issued it", async () => {
    const world = await lived();
    signOn(world);
    await look(world);
    await world.openNext(aRawChange({ kind: "rotate" }));
    await world.live();

    await look(world);
    expect(signedOn(world)).toEqual([]);
    signOn(world);
    await look(world);

    expect(signedOn(world)).toHaveLength(1);
  });

  it.each<[string, Partial<LoggedSignOn>]>([
    ["by a token", { type: "OAuth 2.0" }],
    ["by x509", { type: "X509" }],
    ["from where nobody knows", { address: "" }],
    ["from the bot's address", { address: botAddress }],
    ["in vain", { outcome: "unsaid" }],
    ["of somebody else", { userName: "lmcneil" }],
    ["from before the password was there", { at: instant(1_000) }],
  ])("takes no sign-on %s for one with the new password", async (_how, parts) => {
    const world = await lived();
    signOn(world, { at: world.clock.now(), ...parts });

    await look(world);

    expect(signedOn(world)).toEqual([]);
  });

  it("keeps nothing of anybody else", async () => {
    const world = await lived();
    signOn(world, { userName: "lmcneil", address: "192.0.2.99" });

    await look(world);

    expect(JSON.stringify(await usesIn(world))).not.toMatch(/lmcneil|192\.0\.2\.99/);
  });

  it("remembers the last use, whatever the order of the log", async () => {
    const world = await lived();
    const at = world.clock.now();
    signOn(world, { at });
    signOn(world, { at: later(at, -minuteMs), address: "203.0.113.8" });

    await look(world);
    await look(world, dayMs);

    expect(await usesIn(world)).toMatchObject({
      uses: [{}, { userName: "isu_viva", last: { at, ...vendor } }],
    });
  });

  it("learns nothing from a log that does not show the bot itself", async () => {
    const world = createWorld();
    await world.open();
    await world.live();
    signOn(world);

    await look(world);
    await look(world, 100 * dayMs);

    const until = world.clock.now();
    expect(await usesIn(world)).toEqual({ read: { since: until, until }, uses: [] });
    expect(world.watch.queued).toEqual([]);
    expect(signedOn(world)).toEqual([]);
    expect(JSON.stringify(world.log.lines)).toContain("does not show the bot's own");
  });

  it("knows no bot where the configuration protects no account", async () => {
    const world = createWorld({ tenant: aTenant({ protectedAccounts: [] }) });
    signOnBot(world);

    await look(world);

    expect(await usesIn(world)).toMatchObject({ uses: [] });
  });

  it("tells nothing, and logs nothing, where the bot may not read the log", async () => {
    const world = await lived();
    const before = await usesIn(world);
    const lines = world.log.lines.length;
    world.mishaps.fail("workday.readSignOns", { kind: "denied" });
    signOn(world);

    expect(await look(world)).toEqual([]);
    expect(await usesIn(world)).toEqual(before);
    expect(world.log.lines).toHaveLength(lines);
  });

  it("goes on from where it was when the log is there again", async () => {
    const world = await lived();
    world.mishaps.fail("workday.readSignOns", { kind: "unreachable", times: 1 });
    signOn(world);

    await look(world, 10 * minuteMs);
    expect(signedOn(world)).toEqual([]);
    expect(JSON.stringify(world.log.lines)).toContain("cannot read the log of sign-ons");
    await look(world, 10 * minuteMs);

    expect(signedOn(world)).toHaveLength(1);
  });

  it("is taken by one replica at a time", async () => {
    const world = await lived();

    world.clock.goOn(dayMs);
    const before = world.mishaps.calls.length;
    await Promise.all([watchSignOns(world.deps, dayMs), watchSignOns(world.deps, dayMs)]);

    const calls = world.mishaps.calls.slice(before);
    expect(calls.filter((call) => call === "workday.readSignOns")).toHaveLength(2);
  });

  it("survives its end between any two statements", async () => {
    const world = await lived();
    signOn(world);
    signOn(world, { outcome: "wrong-password" });
    world.clock.goOn(minuteMs);
    const places = world.mishaps.passed();
    for (let place = 1; place <= 6; place += 1) {
      world.mishaps.killAt(places + place);
      await watchSignOns(world.deps, 0).catch(() => undefined);
    }
    await watchSignOns(world.deps, 0);

    expect(signedOn(world)).toHaveLength(1);
    expect(world.watch.queued).toHaveLength(1);
  });
});
