import { describe, expect, it } from "vitest";
import { later } from "../../../src/flows/model/ids.ts";
import { plainSignOn } from "../../../src/flows/model/sign-on.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import {
  dayMs,
  lived,
  look,
  minuteMs,
  signedOn,
  signOn,
  signOnBot,
  vendor,
} from "../../support/scenes/sign-ons.ts";

describe("what is told of how an account is used", () => {
  it("tells once of an address and of a channel that were not seen before", async () => {
    const world = await lived();
    signOn(world);
    expect(await look(world)).toEqual([]);
    const fresh = { address: "192.0.2.5", channel: "UI" };
    const at = world.clock.now();
    signOn(world, fresh);
    signOn(world, fresh);
    signOn(world);

    const told = await look(world);
    signOn(world, fresh);

    expect(told).toEqual([
      {
        kind: "account-use",
        userName: "ISU_Viva",
        request: world.id,
        news: { what: "new-origins", origins: [{ at, ...fresh }] },
      },
    ]);
    expect(await look(world)).toEqual([]);
  });

  it("tells of the bot's own account, too", async () => {
    const world = await lived();
    signOn(world, { userName: "isu_bot" });

    expect(await look(world)).toMatchObject([
      { userName: "ISU_Bot", news: { what: "new-origins" } },
    ]);
  });

  it("tells of no more than fifty", async () => {
    const world = await lived();
    signOn(world);
    await look(world);
    for (let count = 0; count < 60; count += 1) signOn(world, { address: `192.0.2.${count}` });

    const told = await look(world);
    signOn(world, { address: "192.0.2.200" });

    expect(told).toMatchObject([{ news: { origins: { length: 49 } } }]);
    expect(await look(world)).toEqual([]);
  });

  it("tells of nothing new where the tenant does not want it", async () => {
    const signOns = { unusedAfterDays: 0, tellNewOrigins: false };
    const world = await lived({ tenant: aTenant({ signOns }) });
    signOn(world);
    await look(world);
    signOn(world, { address: "192.0.2.5" });

    expect(await look(world)).toEqual([]);
    expect(await look(world, 1000 * dayMs)).toEqual([]);
  });

  it("tells once for each password that its user is refused, and why", async () => {
    const world = await lived();
    signOn(world, { outcome: "wrong-password" });
    const at = world.clock.now();
    signOn(world, { outcome: "wrong-password" });
    signOn(world, { outcome: "locked-or-expired" });
    signOn(world, { outcome: "wrong-password", type: "OAuth 2.0" });

    const told = await look(world);
    signOn(world, { outcome: "wrong-password" });

    const last = { at, ...vendor };
    expect(told).toMatchObject([
      { news: { what: "refused", why: "wrong-password", times: 2, last } },
      { news: { what: "refused", why: "locked-or-expired", times: 1, last } },
    ]);
    expect(await look(world)).toEqual([]);
  });

  it("tells once of an account that nobody uses, and again when it was used meanwhile", async () => {
    const world = await lived();
    signOn(world);
    await look(world);
    const lastAt = later(world.clock.now(), -minuteMs);

    expect(await look(world, 89 * dayMs)).toEqual([]);
    signOnBot(world);
    const told = await look(world, 2 * dayMs);
    expect(await look(world, dayMs)).toEqual([]);
    signOn(world);
    await look(world);

    expect(told).toEqual([
      {
        kind: "account-use",
        userName: "ISU_Viva",
        request: world.id,
        news: { what: "unused", days: 90, lastAt },
      },
    ]);
    expect(await look(world, 91 * dayMs)).toMatchObject([{ news: { what: "unused" } }]);
  });

  it("tells of an account that nobody ever used", async () => {
    const world = await lived();

    const [matter] = await look(world, 91 * dayMs);

    expect(matter).toMatchObject({ news: { what: "unused", days: 90 } });
    expect(matter).not.toHaveProperty("news.lastAt");
  });

  it("tells of a password that nobody knows only that its account is not used", async () => {
    const signOns = { ...plainSignOn, passwordFrom: "workday" as const };
    const world = await lived({ raw: aRawDraft({ signOn: signOns }) });
    signOn(world);
    signOn(world, { outcome: "wrong-password" });

    expect(await look(world)).toEqual([]);
    expect(signedOn(world)).toEqual([]);
    expect(await look(world, 91 * dayMs)).toMatchObject([{ news: { what: "unused" } }]);
  });
});
