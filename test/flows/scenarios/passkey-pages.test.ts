import { describe, expect, it } from "vitest";
import { makeLink } from "../../../src/flows/authorization/links.ts";
import { recheckApprovers } from "../../../src/flows/authorization/recheck-approvers.ts";
import { toPasskeyNotice } from "../../../src/flows/lifecycle/passkey-notice.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import {
  approveWithPasskey,
  lookAtApproval,
} from "../../../src/flows/pages/passkey-confirmation.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";
import { bea, ben } from "../../support/data/people.ts";
import { Killed } from "../../support/fakes/fault-injection.ts";
import {
  asking,
  atCard,
  ofBea,
  ofBen,
  press,
  signed,
  tokenIn,
} from "../../support/scenes/passkey-scene.ts";

describe("Approve where a passkey is asked for", () => {
  it("approves nothing by a click, and gives a link that the page approves with", async () => {
    const scene = await atCard();

    const token = await press(scene);
    expect(scene.answerer.answers.at(-1)?.reply).toMatchObject({ kind: "passkey-needed" });
    expect(scene.events().map(({ kind }) => kind)).not.toContain("approved");
    const shown = await lookAtApproval(scene.pages, token);
    const reply = await approveWithPasskey(scene.pages, { token, response: signed(ofBen) });
    const done = await scene.live();

    expect(shown).toMatchObject({ ok: true, value: { request: { id: scene.id } } });
    expect(reply).toMatchObject({ ok: true, value: { kind: "accepted" } });
    expect(scene.events()).toContainEqual(
      expect.objectContaining({ kind: "approved", by: ben, credential: ofBen.credential }),
    );
    expect(done.phase).toEqual({ kind: "done" });
    expect(scene.everything()).not.toContain(token);
  });

  it("takes the name of a production tenant, typed at the click, along to the page", async () => {
    const scene = await atCard();
    scene.configure((place) => ({ ...place, tenant: { ...asking, production: true } }));
    const digest = scene.shownDigest();

    const reply = await scene.click(ben, { kind: "approve", digest, tenantTyped: acme });

    expect(reply).toEqual({
      kind: "passkey-needed",
      tenant: acme,
      errand: { kind: "approve", request: scene.id, digest, tenantTyped: acme },
    });
  });

  it("takes the note along that was typed at the click", async () => {
    const scene = await atCard();
    const digest = scene.shownDigest();

    await scene.click(ben, { kind: "approve", digest, note: "As agreed" });
    const token = tokenIn(scene.answerer.links.at(-1));
    const shown = await lookAtApproval(scene.pages, token);
    await approveWithPasskey(scene.pages, { token, response: signed(ofBen) });

    expect(shown).toMatchObject({ value: { ticket: { errand: { note: "As agreed" } } } });
    expect(scene.request().approval?.given).toMatchObject([{ by: ben, note: "As agreed" }]);
  });

  it("tells those without a passkey how to get one", async () => {
    const scene = await atCard([]);

    const reply = await scene.click(ben, { kind: "approve", digest: scene.shownDigest() });

    expect(reply).toEqual({ kind: "refused", refusal: "no-passkey" });
    expect(scene.answerer.links).toEqual([]);
  });

  it("tells those whose passkey waits that it waits, while it can still be confirmed", async () => {
    const waiting = { ...ofBen, state: "waiting" as const };
    const scene = await atCard([waiting]);
    const digest = scene.shownDigest();

    const soon = await scene.click(ben, { kind: "approve", digest });
    const late = await atCard([{ ...waiting, enrolledAt: instant(0) }]);
    const tooLate = await late.click(ben, { kind: "approve", digest: late.shownDigest() });

    expect(soon).toEqual({ kind: "refused", refusal: "passkey-waits" });
    expect(tooLate).toEqual({ kind: "refused", refusal: "no-passkey" });
  });

  it.each<[what: string, response: object | string, refusal: string]>([
    ["somebody else's passkey", signed(ofBea), "not-proven"],
    ["nothing", "nothing", "not-proven"],
  ])("takes %s for no proof", async (_what, response, error) => {
    const scene = await atCard([ofBen, ofBea]);
    const token = await press(scene);

    const reply = await approveWithPasskey(scene.pages, { token, response });

    expect(reply).toEqual({ ok: false, error });
    expect(scene.request().phase.kind).toBe("waiting-for-approval");
  });

  it("uses a link up: a second answer and a sixth try count for nothing", async () => {
    const scene = await atCard();
    const [used, tried] = [await press(scene), await press(scene)];
    await approveWithPasskey(scene.pages, { token: used, response: signed(ofBen) });
    for (let time = 0; time < 5; time += 1) {
      await approveWithPasskey(scene.pages, { token: tried, response: "nothing" });
    }

    const replies = [
      await approveWithPasskey(scene.pages, { token: used, response: signed(ofBen, 3) }),
      await approveWithPasskey(scene.pages, { token: tried, response: signed(ofBen, 3) }),
      await approveWithPasskey(scene.pages, { token: "guessed", response: signed(ofBen, 3) }),
    ];

    expect(replies.map((reply) => (reply.ok ? "" : reply.error))).toEqual([
      "link-used",
      "no-tries-left",
      "no-such-link",
    ]);
  });

  it("counts one of two answers that come at once, whatever link they are for", async () => {
    const scene = await atCard();
    const [one, other] = [await press(scene), await press(scene)];

    const replies = await Promise.all([
      approveWithPasskey(scene.pages, { token: one, response: signed(ofBen) }),
      approveWithPasskey(scene.pages, { token: one, response: signed(ofBen) }),
      approveWithPasskey(scene.pages, { token: other, response: signed(ofBen) }),
    ]);

    expect(replies).toMatchObject([
      { value: { kind: "accepted" } },
      { value: { kind: "accepted" } },
      { value: { kind: "refused", refusal: "already-settled" } },
    ]);
    expect(scene.events().filter(({ kind }) => kind === "approved")).toHaveLength(1);
  });

  it("may die between any two statements: the same link goes on, and the approval counts once", async () => {
    const first = await atCard();
    const counted = await press(first);
    first.mishaps.killAt(Number.POSITIVE_INFINITY);
    await approveWithPasskey(first.pages, { token: counted, response: signed(ofBen) });
    const places = Array.from({ length: first.mishaps.passed() }, (_, at) => at + 1);

    const ends = await Promise.all(
      places.map(async (place) => {
        const scene = await atCard();
        const token = await press(scene);
        scene.mishaps.killAt(place);
        const dying = approveWithPasskey(scene.pages, { token, response: signed(ofBen) });
        await expect(dying).rejects.toThrow(Killed);
        const again = await approveWithPasskey(scene.pages, { token, response: signed(ofBen, 3) });
        await scene.sweep();
        const { phase, approval } = await scene.work();
        const why = again.ok ? again.value.kind : again.error;
        return { phase: phase.kind, given: approval?.given.length, why };
      }),
    );

    expect(places.length).toBeGreaterThan(5);
    expect(ends.map(({ why: _why, ...end }) => end)).toEqual(
      places.map(() => ({ phase: "done", given: 1 })),
    );
    expect(new Set(ends.map(({ why }) => why))).toEqual(new Set(["accepted", "link-used"]));
  });

  it("takes no try when none is left between two looks", async () => {
    const scene = await atCard();
    const token = await press(scene);
    const pages = {
      ...scene.pages,
      passkeys: { ...scene.pages.passkeys, takeTry: async () => undefined },
    };

    const reply = await approveWithPasskey(pages, { token, response: signed(ofBen) });

    expect(reply).toEqual({ ok: false, error: "no-tries-left" });
  });

  it("asks everything again at the proof: list, pending set, and whether the passkey counts", async () => {
    const scene = await atCard([ofBen, ofBea]);
    const [first, second] = [await press(scene), await press(scene, bea)];
    scene.directory.setStanding(ben, "guest");
    const left = await approveWithPasskey(scene.pages, { token: first, response: signed(ofBen) });
    scene.workday.tenant.addPending(foreignChange);
    const voided = await approveWithPasskey(scene.pages, {
      token: second,
      response: signed(ofBea),
    });
    scene.directory.setStanding(ben, "member");
    await scene.work();
    const token = await press(scene);
    const notice = toPasskeyNotice(ofBen, scene.clock.now(), { what: "removed" });
    await scene.deps.passkeys.revoke({
      credential: ofBen.credential,
      operator: "root",
      notice,
    });
    const revoked = await lookAtApproval(scene.pages, token);

    expect(left).toMatchObject({ value: { kind: "refused", refusal: "guest" } });
    expect(voided).toMatchObject({ value: { kind: "voided" } });
    expect(await lookAtApproval(scene.pages, second)).toMatchObject({ error: "link-used" });
    expect(revoked).toEqual({ ok: false, error: "no-passkey" });
    expect(await approveWithPasskey(scene.pages, { token, response: signed(ofBen) })).toEqual({
      ok: false,
      error: "no-passkey",
    });
  });

  it("shows nothing that is decided, or another card, by now", async () => {
    const scene = await atCard([ofBen, ofBea]);
    const old = await press(scene);
    scene.workday.tenant.addPending(foreignChange);
    await scene.click(bea, { kind: "approve", digest: scene.shownDigest() });
    await scene.work();
    const outdated = await lookAtApproval(scene.pages, old);
    const token = await press(scene);
    await scene.click(bea, { kind: "deny", digest: scene.shownDigest(), reason: "No" });

    expect(outdated).toEqual({ ok: false, error: "outdated-card" });
    expect(await lookAtApproval(scene.pages, token)).toMatchObject({ error: "already-settled" });
  });

  it("answers for a request that is in no store, and for a tenant that is not configured", async () => {
    const scene = await atCard();
    const errand = {
      kind: "approve",
      request: scene.random.requestId(),
      digest: "sha256:shown",
    } as const;
    const token = tokenIn(await makeLink(scene.deps, { person: ben, tenant: acme, errand }));
    const gone = { ...scene.pages, isConfigured: () => false };

    expect(await lookAtApproval(scene.pages, token)).toMatchObject({ error: "already-settled" });
    expect(await lookAtApproval(gone, token)).toMatchObject({ error: "tenant-gone" });
    expect(await approveWithPasskey(scene.pages, { token, response: signed(ofBen) })).toMatchObject(
      { value: { kind: "refused", refusal: "no-such-request" } },
    );
  });
});

describe("what an approval rests on", () => {
  it.each<[what: string, isRevoked: boolean, lapsed: number]>([
    ["counts while its passkey does", false, 0],
    ["lapses with its passkey", true, 1],
  ])("%s", async (_what, isRevoked, lapsed) => {
    const scene = await atCard();
    const token = await press(scene);
    await approveWithPasskey(scene.pages, { token, response: signed(ofBen) });
    if (isRevoked) {
      const notice = toPasskeyNotice(ofBen, scene.clock.now(), { what: "removed" });
      await scene.deps.passkeys.revoke({
        credential: ofBen.credential,
        operator: "root",
        notice,
      });
    }

    const rechecked = await recheckApprovers(scene.deps, scene.request());

    expect(rechecked.ok && rechecked.value.map(({ why }) => why)).toEqual(
      Array.from({ length: lapsed }, () => "no-passkey"),
    );
  });

  it("lapses when it was given before a passkey was asked for", async () => {
    const world = await atCard([], aTenant());
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    const { contextOf } = world.deps;
    const deps = { ...world.deps, contextOf: () => ({ ...contextOf(acme), tenant: asking }) };

    expect(await recheckApprovers(deps, world.request())).toEqual({
      ok: true,
      value: [{ person: ben, why: "no-passkey" }],
    });
  });
});
