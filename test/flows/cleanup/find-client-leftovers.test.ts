import { describe, expect, it } from "vitest";
import { findLeftovers } from "../../../src/flows/cleanup/find-leftovers.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import type { ClientDraft } from "../../../src/flows/request/draft.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { StepName } from "../../../src/flows/tasks/step.ts";
import { Secret } from "../../../src/secret.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { anOpening, given, requestId } from "../../support/data/a-request.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { valueIn } from "../../support/value-in.ts";

const name = "workday-isu-acme-dpt1-ISU-Viva-client-secret";
const client = {
  name: "Viva API Client",
  functionalAreas: ["System"],
  nonExpiringRefreshTokens: true,
  includeWorkdayOwnedScope: false,
};
const theClient = {
  what: "api-client",
  words:
    "What was done to the API client Viva API Client of ISU_Viva stays: no web service shows it. Look at it and at its refresh tokens in Workday; a later request for the account takes this off the list.",
};
function mayBeEnabled(secret: string): string {
  return `The secret ${secret} may still have an enabled version of this request. Disable it in Key Vault.`;
}

function begun(...steps: readonly StepName[]): readonly Event[] {
  return steps.map((step) => ({ kind: "step-begun", step }));
}

function look({ deps }: World, kind: ClientDraft["kind"], events: readonly Event[]) {
  const { system: _made, ...account } = aDraft();
  const draft: ClientDraft = { ...account, system: existingSystem, kind, client };
  return findLeftovers(deps, given(anOpening(draft), ...events));
}

async function keep({ vault }: World, request: string = requestId): Promise<void> {
  const tags = { request, isu: "ISU_Viva", tenant: "acme_dpt1" };
  const secret = { name, value: new Secret("Canary#1"), tags, expiresAt: instant(0) };
  await vault.enableVersion(valueIn(await vault.putDisabledVersion(secret)));
}

describe("what a request for an API client left behind", () => {
  it.each<[what: string, kind: ClientDraft["kind"], events: readonly Event[], left: unknown]>([
    ["nothing that was not begun", "api-client", [], []],
    [
      "a client that a person may have made",
      "api-client",
      begun("register-api-client"),
      [theClient],
    ],
    [
      "nothing of one that was disabled again",
      "api-client",
      [
        ...begun("register-api-client", "disable-api-client"),
        { kind: "step-finished", step: "disable-api-client", facts: {} },
      ],
      [],
    ],
    [
      "one whose disabling was given up",
      "api-client",
      [
        ...begun("register-api-client", "disable-api-client"),
        { kind: "gave-up", step: "disable-api-client", words: "Nobody did it." },
      ],
      [theClient],
    ],
    ["a token that was made", "replace-token", begun("replace-refresh-token"), [theClient]],
    ["one that may be disabled", "disable-client", begun("disable-api-client"), [theClient]],
  ])("is %s", async (_what, kind, events, left) => {
    expect(await look(createWorld(), kind, events)).toEqual(left);
  });

  it("is a secret with an enabled version of this request, and no other's", async () => {
    const world = createWorld();
    await keep(world, "ISU-00000000");
    expect(await look(world, "api-client", begun("register-api-client"))).toEqual([theClient]);

    await keep(world);

    expect(await look(world, "api-client", begun("register-api-client"))).toEqual([
      { what: "secret", words: mayBeEnabled(name) },
      theClient,
    ]);
  });

  it("may be a secret where the vault does not answer", async () => {
    const world = createWorld();
    world.mishaps.fail("vault.listVersions", { kind: "denied", from: 2 });

    expect(await look(world, "replace-token", begun("replace-refresh-token"))).toEqual([
      {
        what: "secret",
        words: `${mayBeEnabled(name)} ${mayBeEnabled("workday-isu-acme-dpt1-ISU-Viva-refresh-token")}`,
      },
      theClient,
    ]);
  });
});
