import { describe, expect, it } from "vitest";
import {
  inviteToConfirm,
  inviteToEnrol,
  makeLink,
} from "../../../src/flows/authorization/links.ts";
import { toPasskeyNotice } from "../../../src/flows/lifecycle/passkey-notice.ts";
import type { PersonId } from "../../../src/flows/model/ids.ts";
import { beginEnrolment, finishEnrolment, issueCode } from "../../../src/flows/pages/enrol.ts";
import {
  confirmWithPasskey,
  lookAtConfirmation,
} from "../../../src/flows/pages/passkey-confirmation.ts";
import { aCredential, aPasskey } from "../../support/data/a-passkey.ts";
import { acme } from "../../support/data/a-tenant.ts";
import { ann, bea, ben, cy, dan, eve, fay } from "../../support/data/people.ts";
import { createWorld } from "../../support/fakes/world.ts";
import {
  atCard,
  ofBen,
  ofEve,
  type Scene,
  signed,
  tokenIn,
  withDelegates,
} from "../../support/scenes/passkey-scene.ts";

async function enrol(scene: Scene, person: PersonId, code: string): Promise<string> {
  const errand = { kind: "enrol" } as const;
  const token = tokenIn(await makeLink(scene.deps, { person, tenant: acme, errand }));
  const finished = await finishEnrolment(scene.pages, { token, code, response: "made" });
  return finished.ok ? finished.value.state : finished.error;
}

describe("registering a passkey", () => {
  it("takes the person's own code, typed in any way, once", async () => {
    const scene = await atCard([]);
    const code = await issueCode(scene.deps, { tenant: acme, person: eve }, "root@host");
    const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o");

    expect(await enrol(scene, ben, code)).toBe("wrong-code");
    expect(await enrol(scene, eve, typed)).toBe("waiting");
    expect(await enrol(scene, eve, code)).toBe("wrong-code");
    expect(scene.watch.queued.map(({ matter }) => matter)).toMatchObject([
      { kind: "passkey", what: "waiting", person: eve },
    ]);
  });

  it("refuses strangers, other answers, known passkeys and links without a try", async () => {
    const scene = await atCard([]);
    const who = { tenant: acme, person: eve };
    const code = await issueCode(scene.deps, who, "root@host");
    const link = await makeLink(scene.deps, { ...who, errand: { kind: "enrol" } });
    const token = tokenIn(link);
    const none = {
      ...scene.pages,
      passkeys: { ...scene.pages.passkeys, takeTry: async () => undefined },
    };

    expect(await enrol(scene, cy, code)).toBe("not-an-approver");
    expect(await beginEnrolment(scene.pages, { token: "guessed", code })).toMatchObject({
      error: "no-such-link",
    });
    expect(await finishEnrolment(none, { token, code, response: "made" })).toMatchObject({
      error: "no-tries-left",
    });
    expect(await finishEnrolment(scene.pages, { token, code, response: "bad" })).toMatchObject({
      error: "not-proven",
    });
    expect(await enrol(scene, eve, code)).toBe("waiting");
    const again = await issueCode(scene.deps, who, "root@host");
    expect(await enrol(scene, eve, again)).toBe("known-passkey");
  });

  it("shows each approver how they stand, and nobody else", async () => {
    const scene = await atCard();
    const other = createWorld();

    expect(await inviteToEnrol(scene.deps, ben)).toMatchObject({
      ok: true,
      value: [{ passkeys: [{ state: "active" }] }],
    });
    expect(await inviteToEnrol(scene.deps, cy)).toEqual({ ok: false, error: "not-an-approver" });
    expect(await inviteToEnrol(other.deps, ben)).toEqual({ ok: true, value: [] });
    scene.mishaps.fail("directory.isOn", { kind: "unreachable" });
    expect(await inviteToEnrol(scene.deps, ben)).toMatchObject({
      error: "cannot-tell-who-you-are",
    });
  });
});

describe("confirming another's passkey", () => {
  it("makes it count by the confirmer's own, and refuses everybody else", async () => {
    const scene = await atCard([ofBen, ofEve]);
    const { credential } = ofEve;

    const refusals = [
      await inviteToConfirm(scene.deps, eve, credential),
      await inviteToConfirm(scene.deps, bea, credential),
      await inviteToConfirm(scene.deps, ann, credential),
      await inviteToConfirm(scene.deps, ben, aCredential("nobody")),
      await inviteToConfirm({ ...scene.deps, isConfigured: () => false }, ben, credential),
    ];
    const link = await inviteToConfirm(scene.deps, ben, credential);
    const token = tokenIn(link.ok ? link.value : "");
    const wrong = await confirmWithPasskey(scene.pages, { token, response: "nothing" });
    const given = { token, response: signed(ofBen) };
    const confirmed = await confirmWithPasskey(scene.pages, given);

    expect(refusals.map((refusal) => (refusal.ok ? "" : refusal.error))).toEqual([
      "own-passkey",
      "no-passkey",
      "not-an-approver",
      "not-waiting",
      "tenant-gone",
    ]);
    expect(wrong).toEqual({ ok: false, error: "not-proven" });
    expect(confirmed).toMatchObject({ ok: true, value: { credential } });
    expect(await scene.deps.passkeys.find(credential)).toMatchObject({ state: "active" });
    expect(await confirmWithPasskey(scene.pages, given)).toMatchObject({ error: "link-used" });
  });

  it("lets the first that waits confirm an approver's, and not that of somebody who carries out tasks", async () => {
    const waits = { state: "waiting" } as const;
    const ofDan = aPasskey({ ...waits, person: dan, credential: aCredential("dan") });
    const first = await atCard([{ ...ofBen, ...waits }, ofEve, ofDan]);
    const later = await atCard([ofBen, ofEve, ofDan]);

    expect(await inviteToConfirm(first.deps, ben, ofDan.credential)).toEqual({
      ok: false,
      error: "no-passkey",
    });
    expect(await inviteToConfirm(first.deps, ben, ofEve.credential)).toMatchObject({ ok: true });
    expect(await inviteToConfirm(later.deps, ben, ofDan.credential)).toMatchObject({ ok: true });
  });

  it("is nothing for somebody who may only be named to approve for another", async () => {
    const ofFay = aPasskey({ person: fay, credential: aCredential("fay") });
    const scene = await atCard([ofBen, ofFay, ofEve], withDelegates);
    const { credential } = ofEve;
    const errand = { kind: "confirm", credential } as const;
    const token = tokenIn(await makeLink(scene.deps, { person: fay, tenant: acme, errand }));

    const invited = await inviteToConfirm(scene.deps, fay, credential);
    const looked = await lookAtConfirmation(scene.pages, token);
    const confirmed = await confirmWithPasskey(scene.pages, { token, response: signed(ofFay) });

    const refused = { ok: false, error: "not-an-approver" };
    expect([invited, looked, confirmed]).toEqual([refused, refused, refused]);
    expect(await scene.deps.passkeys.find(credential)).toMatchObject({ state: "waiting" });
  });

  it("confirms the passkey of nobody but an approver with one that waits itself, on the page either", async () => {
    const waits = { state: "waiting" } as const;
    const ofFay = aPasskey({ ...waits, person: fay, credential: aCredential("fay") });
    const scene = await atCard([{ ...ofBen, ...waits }, ofFay], withDelegates);
    const errand = { kind: "confirm", credential: ofFay.credential } as const;
    const token = tokenIn(await makeLink(scene.deps, { person: ben, tenant: acme, errand }));

    const invited = await inviteToConfirm(scene.deps, ben, ofFay.credential);
    const confirmed = await confirmWithPasskey(scene.pages, { token, response: signed(ofBen) });

    const refused = { ok: false, error: "no-passkey" };
    expect([invited, confirmed]).toEqual([refused, refused]);
  });

  it("looks again at the proof who confirms what", async () => {
    const scene = await atCard([ofBen, ofEve]);
    const errand = { kind: "confirm", credential: ofEve.credential } as const;
    const link = await makeLink(scene.deps, { person: ben, tenant: acme, errand });
    const token = tokenIn(link);
    const pages = {
      ...scene.pages,
      passkeys: { ...scene.pages.passkeys, confirm: async () => false },
    };

    scene.directory.setStanding(ben, "deactivated");
    expect(await lookAtConfirmation(scene.pages, token)).toMatchObject({ error: "deactivated" });
    scene.directory.setStanding(ben, "member");
    expect(await confirmWithPasskey(pages, { token, response: signed(ofBen) })).toMatchObject({
      error: "not-waiting",
    });
    const late = tokenIn(await makeLink(scene.deps, { person: ben, tenant: acme, errand }));
    const notice = toPasskeyNotice(ofEve, scene.clock.now(), { what: "removed" });
    await scene.deps.passkeys.revoke({
      credential: ofEve.credential,
      operator: "root",
      notice,
    });
    expect(await lookAtConfirmation(scene.pages, late)).toMatchObject({ error: "not-waiting" });
  });
});
