import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/flows/request/draft.ts";
import { notifyAfter, notifyBefore } from "../../../src/flows/steps/notify-affected.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { ann, dan } from "../../support/data/people.ts";
import { anActing } from "../../support/fakes/a-step-context.ts";
import { createWorld } from "../../support/fakes/world.ts";

const rotation: Draft = { ...aDraft(), kind: "rotate", tell: [ann, dan] };
const before =
  "The password of the integration user ISU_Viva (Acme sandbox) changes within the next minute: whatever reads it from Key Vault has to read it again. For some seconds no version can be read.";
const after =
  "The password of the integration user ISU_Viva (Acme sandbox) is changed. The new version is in Key Vault under the same name; the one before is disabled.";

describe.each([
  ["tellBefore", notifyBefore, before],
  ["tellAfter", notifyAfter, after],
])("%s", (_name, tell, words) => {
  it("tells everybody who is named", async () => {
    const world = createWorld();

    const told = await tell(anActing(world, { request: given(anOpening(rotation)) }));

    expect(told).toEqual({ ok: true, value: {} });
    expect(world.outbox.told).toMatchObject([
      { person: ann, words, request: "ISU-7K3M9QXV" },
      { person: dan, words, request: "ISU-7K3M9QXV" },
    ]);
  });

  it("tells them once, however often it runs", async () => {
    const world = createWorld();
    const acting = anActing(world, { request: given(anOpening(rotation)) });

    await tell(acting);
    await tell(acting);

    expect(world.outbox.told).toHaveLength(2);
  });

  it("tells nobody of a request that names nobody", async () => {
    const world = createWorld();

    expect(await tell(anActing(world))).toEqual({ ok: true, value: {} });
    expect(world.outbox.told).toEqual([]);
  });
});
