import { describe, expect, it } from "vitest";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import { isConfirmed } from "../../../src/flows/request/confirm-tenant.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const production = aTenant({ production: true });
const refused: Reply = { kind: "refused", refusal: "wrong-tenant-name" };

async function keptDraft(): Promise<World> {
  const world = createWorld({ tenant: production });
  await world.store.keepDraft(world.id, { by: ann, raw: aRawDraft() });
  return world;
}

describe("isConfirmed", () => {
  it.each<[typed: string | undefined, isProduction: boolean, answer: boolean]>([
    ["acme_dpt1", true, true],
    ["Acme_dpt1", true, false],
    ["acme_dpt1 ", true, false],
    ["acme_dpt", true, false],
    ["", true, false],
    [undefined, true, false],
    [undefined, false, true],
    ["anything", false, true],
  ])("of %j, in production: %s, is %s", (typed, isProduction, answer) => {
    expect(isConfirmed({ production: isProduction, name: acme }, typed)).toBe(answer);
  });
});

describe("a production tenant", () => {
  it.each([undefined, "acme_dpt2"])(
    "has no request opened by a command that names %s",
    async (tenantTyped) => {
      const world = await keptDraft();

      const reply = await world.click(ann, {
        kind: "open",
        ...(tenantTyped !== undefined && { tenantTyped }),
      });

      expect(reply).toEqual(refused);
      expect(world.events()).toEqual([]);
      expect(await world.store.findDraft(world.id)).toBeDefined();
    },
  );

  it("is changed when its name was typed at the opening and at the approval", async () => {
    const world = await keptDraft();
    const tenantTyped = production.name;

    await world.click(ann, { kind: "open", tenantTyped });
    await world.work();
    const digest = world.shownDigest();
    expect(await world.click(ben, { kind: "approve", digest })).toEqual(refused);
    expect(await world.click(ben, { kind: "approve", digest, tenantTyped })).toMatchObject({
      kind: "accepted",
    });

    expect((await world.live()).phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.activations).toHaveLength(1);
  });

  it("is denied and withdrawn without a name", async () => {
    const world = await keptDraft();
    await world.click(ann, { kind: "open", tenantTyped: production.name });
    await world.work();

    const reply = await world.click(ben, {
      kind: "deny",
      digest: world.shownDigest(),
      reason: "Not this year",
    });

    expect(reply.kind).toBe("accepted");
  });
});
