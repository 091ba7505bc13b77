import { describe, expect, it } from "vitest";
import { plainSignOn } from "../../../src/flows/model/sign-on.ts";
import { ok } from "../../../src/result.ts";
import { like } from "../../bot/support/like.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { endedAsAsked } from "../../support/data/a-retirement.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { bea, ben } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";

const signOn = {
  ...plainSignOn,
  x509: true,
  x509Key: "Sig_2026",
  saml: true,
  samlIssuer: "https://idp.example",
  identityProviderKey: "Idp_2026",
};
const withKeys = { raw: aRawDraft({ signOn }) };
const raw = aRawChange({ kind: "retire", reason: "The vendor is gone" });
const task = "switch-off-token-sign-on";

async function approveAll(world: World) {
  return world.live((digest) => {
    const { phase } = world.request();
    const isPlan = phase.kind === "waiting-for-approval" && phase.asked.step === "approve-plan";
    return world.click(isPlan ? ben : bea, { kind: "approve", digest });
  });
}

describe("the retirement of an account that signs on with x509 and SAML", () => {
  it("switches both off by the web service, so that nobody is asked to", async () => {
    const world = await withAccount(withKeys);
    await world.openNext(raw);

    const done = await approveAll(world);

    expect(done.plan.map(({ name }) => name)).toContain(task);
    expect(done.phase).toEqual({ kind: "done" });
    expect(world.workday.users()[0]?.tokens).toMatchObject([{ off: { x509: {}, saml: {} } }]);
    expect(world.runner.orders.map(({ task: { name } }) => name)).not.toContain(task);
    expect(done.facts.verification).toMatchObject(endedAsAsked("ISU_Viva"));
  });

  it.each(["runner", "person"] as const)(
    "is a task of a %s where the tenant refuses",
    async (hand) => {
      const world = await withAccount({ ...withKeys, tenant: aTenant({ hands: allBy(hand) }) });
      world.workday.refuseSignOnOff();
      await world.openNext(raw);

      const done = await approveAll(world);

      expect(done.phase).toEqual({ kind: "done" });
      expect(world.workday.tenant.hasSwitchedOff("ISU_Viva")).toBe(true);
      expect(done.facts.verification).toMatchObject(endedAsAsked("ISU_Viva"));
    },
  );

  it("stops where Done was said and both are on still", async () => {
    const world = await withAccount(withKeys);
    world.workday.refuseSignOnOff();
    world.runner.afterNext(task, () => world.workday.tenant.switchOnAgain("ISU_Viva"));
    await world.openNext(raw);

    const stuck = await approveAll(world);

    expect(stuck.phase).toMatchObject({
      kind: "stuck",
      words: like("x509 sign-on with the key Sig_2026 of ISU_Viva is still on"),
    });
  });

  it("switches off what somebody else has switched on", async () => {
    const world = await withAccount();
    const [{ systemId, userName } = { systemId: "", userName: "" }] = world.workday.users();
    await world.workday.putIntegrationSystemUser({
      systemId,
      userName,
      password: "unchanged",
      tokens: [
        { x509: { key: { type: "Certificate_ID", id: "Theirs" } } },
        { x509: { key: { type: "Certificate_ID", id: "Theirs_2" } } },
      ],
    });
    await world.openNext(raw);

    const done = await approveAll(world);

    expect(done.plan.map(({ name }) => name)).toContain(task);
    expect(done.facts.verification).toMatchObject(endedAsAsked("ISU_Viva"));
  });

  it.each<[what: string, tokens: object]>([
    ["goes by what was asked for where Workday does not say", {}],
    ["asks somebody where the tenant shows nothing of it", { isGone: true }],
  ])("%s", async (_what, { isGone = false }: { isGone?: boolean }) => {
    const world = await withAccount(withKeys);
    const { findUserOfSystem } = world.workday;
    await world.openNext(raw);
    let isScrambled = false;
    world.configure((place) => ({
      ...place,
      workday: {
        ...place.workday,
        putIntegrationSystemUser: (user) => {
          isScrambled = true;
          return place.workday.putIntegrationSystemUser(user);
        },
        findUserOfSystem: async (id) => {
          const user = await findUserOfSystem(id);
          if (!user.ok || user.value === undefined) return user;
          if (isGone && isScrambled) return ok(undefined);
          const { tokens: _unsaid, ...rest } = user.value;
          return ok(rest);
        },
      },
    }));

    const done = await approveAll(world);

    expect(done.phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.hasSwitchedOff("ISU_Viva")).toBe(!isGone);
  });
});
