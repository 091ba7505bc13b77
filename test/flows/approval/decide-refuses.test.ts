import { describe, expect, it } from "vitest";
import { decide } from "../../../src/flows/approval/decide.ts";
import type { Command } from "../../../src/flows/request/click.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { SettleRefusal } from "../../../src/flows/request/refusal.ts";
import { aCredential } from "../../support/data/a-passkey.ts";
import {
  anAsking,
  anOtherRequest,
  aPendingChange,
  expiresAt,
  given,
  inTime,
  requestId,
} from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import {
  activating,
  approved,
  asked,
  awaited,
  denied,
  handed,
  left,
  opening,
} from "../../support/data/events.ts";
import { ann, bea, ben, dan } from "../../support/data/people.ts";

type Settling = Parameters<typeof decide>[2];
type Settled = Exclude<Command, { kind: "open" }>;

const tenant = aTenant();
const production = aTenant({ production: true });
const shown = {
  pending: { kind: "seen", changes: [aPendingChange()] },
  digest: "sha256:shown",
  others: [],
} as const;
const approve: Settled = { kind: "approve", digest: "sha256:shown" };
const deny: Settled = { kind: "deny", digest: "sha256:shown", reason: "Not this year" };
const withdraw: Settled = { kind: "withdraw" };
const done: Settled = { kind: "report-done", step: "activate" };
const refuse: Settled = { kind: "report-refused", step: "activate", why: "No access" };

const queued = {
  kind: "release-awaited",
  heldAt: "approve",
  gathersUntil: inTime,
  for: [],
} as const;

function by(changes: Partial<Settling> = {}): Settling {
  return { by: ben, at: inTime, tenant, now: shown, ...changes };
}

describe("settle", () => {
  it.each<
    [
      why: string,
      before: readonly Event[],
      command: Settled,
      settling: Settling,
      refusal: SettleRefusal | "has-a-hand",
    ]
  >([
    ["an approval before it is asked for", [], approve, by(), "already-settled"],
    ["a second approval", [asked, approved], approve, by({ by: bea }), "already-settled"],
    ["an approval after a denial", [asked, denied], approve, by({ by: bea }), "already-settled"],
    ["an approval at the deadline", [asked], approve, by({ at: expiresAt }), "too-late"],
    [
      "an approval of another card",
      [asked],
      { kind: "approve", digest: "sha256:old" },
      by(),
      "outdated-card",
    ],
    [
      "an approval of parts of which nobody asked whether it may be given",
      [anAsking({ parts: [{ request: requestId, needed: 1 }] })],
      approve,
      by(),
      "outdated-card",
    ],
    [
      "an approval for production without its name",
      [asked],
      approve,
      by({ tenant: production }),
      "wrong-tenant-name",
    ],
    [
      "an approval for production with a name that is not exactly its own",
      [asked],
      { kind: "approve", digest: "sha256:shown", tenantTyped: "ACME_dpt1" },
      by({ tenant: production }),
      "wrong-tenant-name",
    ],
    [
      "a click alone where the tenant asks for a passkey",
      [asked],
      approve,
      by({
        tenant: aTenant({
          approvals: { needed: 1, neededWhenUnseen: 1, secondFactor: "passkey" },
        }),
      }),
      "passkey-needed",
    ],
    [
      "an approval by who has a hand in what goes live, also with a passkey",
      [asked],
      { ...approve, credential: aCredential("bea") },
      by({ by: bea, now: { ...shown, others: [anOtherRequest()] } }),
      "has-a-hand",
    ],
    [
      "an approval for somebody else by who has a hand in it",
      [asked],
      approve,
      by({ by: bea, standsInFor: [ben], now: { ...shown, others: [anOtherRequest()] } }),
      "has-a-hand",
    ],
    [
      "an approval by who carried out a step of it",
      [asked],
      approve,
      by({ now: { ...shown, others: [anOtherRequest({ carriedOutBy: [dan, ben] })] } }),
      "has-a-hand",
    ],
    ["a denial before it is asked for", [], deny, by(), "already-settled"],
    ["a denial after an approval", [asked, approved], deny, by({ by: bea }), "too-late-to-deny"],
    [
      "a denial after the change window has opened",
      [asked, approved, awaited, { kind: "window-opened" }],
      deny,
      by(),
      "too-late-to-deny",
    ],
    [
      "a denial after the hand-over",
      [asked, approved, awaited, { kind: "window-opened" }, handed],
      deny,
      by(),
      "too-late-to-deny",
    ],
    ["a denial after a denial", [asked, approved, awaited, denied], deny, by(), "already-settled"],
    ["a denial after the end", [asked, approved, { kind: "done" }], deny, by(), "already-settled"],
    [
      "a denial of what is over, while its clean-up waits for other requests",
      [denied, { ...queued, heldAt: "revoke-permissions" }],
      deny,
      by({ by: bea }),
      "already-settled",
    ],
    ["a denial at the deadline", [asked], deny, by({ at: expiresAt }), "too-late"],
    ["a withdrawal after a denial", [asked, denied], withdraw, by({ by: ann }), "already-settled"],
    [
      "a withdrawal of what is done",
      [{ kind: "done" }],
      withdraw,
      by({ by: ann }),
      "already-settled",
    ],
    [
      "a withdrawal of what has ended",
      [{ kind: "ended" }],
      withdraw,
      by({ by: ann }),
      "already-settled",
    ],
    [
      "a withdrawal while the runner activates",
      [asked, approved, activating],
      withdraw,
      by({ by: ann }),
      "activating-already",
    ],
    [
      "a withdrawal while a person activates",
      [asked, approved, handed],
      withdraw,
      by({ by: ann }),
      "activating-already",
    ],
    ["Done while nobody waits", [], done, by({ by: dan }), "not-waiting-for-that"],
    [
      "Done for another task",
      [handed],
      { kind: "report-done", step: "add-group-member" },
      by({ by: dan }),
      "not-waiting-for-that",
    ],
    [
      "Done while the tenant still lists it as pending",
      [handed],
      done,
      by({ by: dan }),
      "still-pending",
    ],
    ["I can't while nobody waits", [], refuse, by({ by: dan }), "not-waiting-for-that"],
    [
      "I can't for another task",
      [handed],
      { ...refuse, step: "add-group-member" },
      by({ by: dan }),
      "not-waiting-for-that",
    ],
    ["Try again while nothing is stuck", [asked], { kind: "retry" }, by(), "nothing-stuck"],
    [
      "Clean up again before the end",
      [denied, left],
      { kind: "clean-up-again" },
      by(),
      "nothing-left",
    ],
    [
      "Clean up again with nothing left",
      [denied, { kind: "ended" }],
      { kind: "clean-up-again" },
      by(),
      "nothing-left",
    ],
    [
      "Clean up again of what was never closed",
      [{ kind: "ended" }],
      { kind: "clean-up-again" },
      by(),
      "nothing-left",
    ],
    [
      "Clean up again of what was carried out",
      [{ kind: "done" }],
      { kind: "clean-up-again" },
      by(),
      "nothing-left",
    ],
  ])("refuses %s", (_why, before, command, settling, refusal) => {
    expect(decide(given(opening, ...before), command, settling)).toEqual({
      ok: false,
      error: refusal,
    });
  });
});
