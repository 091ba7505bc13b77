import { describe, expect, it } from "vitest";
import type { IntegrationSystemUser, UserSettings } from "../../../src/flows/ports/workday.ts";
import { putPassword } from "../../../src/flows/steps/put-account.ts";
import { Secret } from "../../../src/secret.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { anActing } from "../../support/fakes/a-step-context.ts";
import { createWorld } from "../../support/fakes/world.ts";

const key = { type: "WID", id: "a7" } as const;
const asked = aDraft({
  system: existingSystem,
  sessionTimeoutMinutes: 30,
  doNotAllowUiSessions: false,
});
const request = given(anOpening({ ...asked, kind: "rotate", tell: [] }));
const account = { systemId: existingSystem.id, userName: asked.userName };

describe("putPassword", () => {
  it.each<[what: string, shown: Partial<IntegrationSystemUser>, kept: Partial<UserSettings>]>([
    [
      "as Workday shows it",
      { sessionTimeoutMinutes: 60, doNotAllowUiSessions: true, tokens: [{ x509: { key: [key] } }] },
      { sessionTimeoutMinutes: 60, doNotAllowUiSessions: true, tokens: [{ x509: { key } }] },
    ],
    [
      "as it was asked for where Workday does not show it",
      {},
      { sessionTimeoutMinutes: 30, doNotAllowUiSessions: false },
    ],
  ])("leaves an account that is there %s, but for the password", async (_what, shown, kept) => {
    const world = createWorld();
    const { workday } = world;
    workday.addSystem(existingSystem.id, existingSystem.name);
    workday.addUser(existingSystem.id, asked.userName);
    const password = new Secret("another");

    const user = { ...account, systemWid: "a1", ...shown };
    const put = await putPassword(anActing(world, { request }), password, user);

    expect(put).toMatchObject({ ok: true });
    expect(workday.users()).toEqual([expect.objectContaining(kept)]);
    expect(workday.users()[0]?.tokens).toEqual(kept.tokens);
    expect(workday.users()[0]?.password.reveal()).toBe("another");
  });
});
