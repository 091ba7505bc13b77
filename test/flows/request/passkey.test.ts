import { describe, expect, it } from "vitest";
import { later, type PersonId } from "../../../src/flows/model/ids.ts";
import {
  checkTicket,
  choosePasskey,
  mayConfirm,
  type PageRefusal,
  type Passkey,
  parseCredentialId,
  type Ticket,
  toChallengeText,
} from "../../../src/flows/request/passkey.ts";
import { aCredential, aPasskey, aTicket } from "../../support/data/a-passkey.ts";
import { inTime, requestId, start } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { bea, ben, eve } from "../../support/data/people.ts";

const now = later(inTime, -1);

describe("checkTicket", () => {
  it.each<[what: string, ticket: Ticket | undefined, at: typeof now, refusal: PageRefusal]>([
    ["that nobody gave", undefined, now, "no-such-link"],
    ["for another page", aTicket({ errand: { kind: "enrol" } }), now, "no-such-link"],
    ["that was used", aTicket({ isUsed: true }), now, "link-used"],
    ["that is too old", aTicket(), inTime, "link-expired"],
    ["that was tried too often", aTicket({ triesLeft: 0 }), now, "no-tries-left"],
  ])("refuses a link %s", (_what, ticket, at, error) => {
    expect(checkTicket(ticket, "approve", at)).toEqual({ ok: false, error });
  });

  it("takes one that is open", () => {
    expect(checkTicket(aTicket(), "approve", now)).toEqual({ ok: true, value: aTicket() });
  });
});

describe("toChallengeText", () => {
  it("is another for every request, pending set, person, tenant, errand and link", () => {
    const approve = { kind: "approve", request: requestId, digest: "sha256:shown" } as const;
    const texts = [
      aTicket(),
      aTicket({ nonce: "other" }),
      aTicket({ person: bea }),
      aTicket({ tenant: aTenant().name, errand: { kind: "enrol" } }),
      aTicket({ errand: { ...approve, digest: "sha256:other" } }),
      aTicket({ errand: { ...approve, note: "As agreed" } }),
      aTicket({ errand: { kind: "confirm", credential: aCredential("bea") } }),
    ].map(toChallengeText);

    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe("choosePasskey", () => {
  const waiting = aPasskey({ state: "waiting" });
  const ofBea = aPasskey({ person: bea, credential: aCredential("bea") });

  it.each<
    [what: string, all: readonly Passkey[], errand: "approve" | "confirm", of: Passkey | undefined]
  >([
    ["approves with the one that counts", [waiting, aPasskey()], "approve", aPasskey()],
    ["confirms with the one that counts", [waiting, aPasskey()], "confirm", aPasskey()],
    ["never approves with one that waits", [waiting], "approve", undefined],
    ["confirms with one that waits while nobody's counts", [waiting], "confirm", waiting],
    ["not where somebody's counts", [waiting, ofBea], "confirm", undefined],
    ["has nothing without one", [ofBea], "confirm", undefined],
  ])("%s", (_what, all, errand, passkey) => {
    expect(choosePasskey(all, ben, errand)).toEqual(passkey);
  });
});

describe("mayConfirm", () => {
  const waiting = aPasskey({ state: "waiting" });
  const aDayMs = 86_400_000;

  it.each<
    [what: string, passkey: Passkey | undefined, by: PersonId, afterMs: number, no: PageRefusal]
  >([
    ["one that is not known", undefined, eve, 0, "not-waiting"],
    ["one that counts already", aPasskey(), eve, 0, "not-waiting"],
    ["one's own", waiting, ben, 0, "own-passkey"],
    ["one that has waited for a day", waiting, eve, aDayMs, "not-waiting"],
  ])("refuses %s", (_what, passkey, by, afterMs, error) => {
    expect(mayConfirm(passkey, by, later(start, afterMs))).toEqual({ ok: false, error });
  });

  it("lets another confirm one until just before", () => {
    expect(mayConfirm(waiting, eve, later(start, aDayMs - 1))).toEqual({
      ok: true,
      value: waiting,
    });
  });
});

describe("parseCredentialId", () => {
  it.each(["short", "with a space in the name", "x".repeat(1365)])("refuses %s", (raw) => {
    expect(parseCredentialId(raw).ok).toBe(false);
  });
});
