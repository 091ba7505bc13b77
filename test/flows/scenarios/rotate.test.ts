import { describe, expect, it } from "vitest";
import { plainSignOn } from "../../../src/flows/model/sign-on.ts";
import type { Workday } from "../../../src/flows/ports/workday.ts";
import { sweepLeftBehind } from "../../../src/flows/watch/sweep.ts";
import { ok } from "../../../src/result.ts";
import { like } from "../../bot/support/like.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { ann, ben, cy, dan, eve } from "../../support/data/people.ts";
import { canary } from "../../support/fakes/fake-random.ts";

const signOn = { ...plainSignOn, x509: true, x509Key: "Sig_2026" };
const raw = aRawChange({ tell: [dan, cy] });

/** A tenant that shows one more configuration of every account than was put, with a key that it does not name. */
function withOneMore(workday: Workday): Workday {
  return {
    ...workday,
    findUserOfSystem: async (systemId) => {
      const user = await workday.findUserOfSystem(systemId);
      if (!user.ok || user.value === undefined) return user;
      const { tokens = [] } = user.value;
      return ok({ ...user.value, tokens: [...tokens, { x509: { key: [] } }] });
    },
  };
}

describe("a rotation", () => {
  it("does nothing before somebody approves", async () => {
    const world = await withAccount();
    const before = world.workday.puts.length;

    await world.openNext(raw);
    const waiting = await world.work();

    expect(waiting.phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: { step: "approve-plan", pending: { kind: "not-activated" } },
    });
    expect(world.workday.puts).toHaveLength(before);
    expect(world.outbox.told.map(({ person }) => person)).not.toContain(cy);
  });

  it("issues another password, disables the one before, and tells those named", async () => {
    const world = await withAccount();
    const first = world.request().facts.secret;

    await world.openNext(raw);
    const done = await world.live();

    const { secret, verification } = done.facts;
    expect(done.phase).toEqual({ kind: "done" });
    expect(secret).toMatchObject({ name: first?.name });
    expect(secret?.version).not.toBe(first?.version);
    expect(world.vault.readAsConsumer(secret?.name ?? "")).toBe(
      world.workday.users()[0]?.password.reveal(),
    );
    expect(world.vault.all().filter(({ enabled }) => enabled)).toMatchObject([
      { reference: { version: secret?.version } },
    ]);
    expect(verification).toMatchObject({ outcome: "verified", items: [] });
    expect(world.outbox.told.filter(({ person }) => person === cy)).toHaveLength(2);
    expect(world.workday.tenant.activations).toHaveLength(1);
    expect(world.everything()).not.toContain(canary);
  });

  it("switches nothing on that somebody switched off by hand", async () => {
    const world = await withAccount({ raw: aRawDraft({ doNotAllowUiSessions: false, signOn }) });
    const [user] = world.workday.users();
    const { systemId = "", userName = "" } = user ?? {};
    await world.workday.putIntegrationSystemUser({
      systemId,
      userName,
      password: "generated",
      sessionTimeoutMinutes: 30,
      doNotAllowUiSessions: true,
      tokens: [{ off: { x509: { key: { type: "Certificate_ID", id: "Sig_2026" } } } }],
    });

    await world.openNext(raw);
    const done = await world.live();

    expect(done.phase).toEqual({ kind: "done" });
    const [now] = world.workday.users();
    expect(now).toMatchObject({ doNotAllowUiSessions: true, sessionTimeoutMinutes: 30 });
    expect(now?.tokens).toEqual([
      { off: { x509: { key: { type: "Certificate_ID", id: "Sig_2026" } } } },
    ]);
    expect(done.facts.verification?.outcome).toBe("different");
  });

  it("leaves x509 as it is", async () => {
    const world = await withAccount({ raw: aRawDraft({ signOn }) });
    const [before] = world.workday.users();
    expect(before?.tokens).toMatchObject([{ x509: { key: { id: "Sig_2026" } } }]);

    await world.openNext(raw);
    await world.live();

    const [after] = world.workday.users();
    expect(after?.tokens).toEqual(before?.tokens);
    expect(after?.password.reveal()).not.toBe(before?.password.reveal());
  });

  it("changes no password of an account whose key Workday does not name", async () => {
    const world = await withAccount({ raw: aRawDraft({ signOn }) });
    const { length } = world.workday.puts;
    await world.openNext(raw);
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    world.configure((place) => ({ ...place, workday: withOneMore(place.workday) }));

    expect((await world.work()).phase).toMatchObject({
      kind: "stuck",
      words: like("Workday does not name the key"),
    });
    expect(world.workday.puts).toHaveLength(length);
  });

  it("takes nobody's approval who asked for it", async () => {
    const world = await withAccount();
    await world.openNext(raw);
    await world.work();

    const reply = await world.click(ann, { kind: "approve", digest: world.shownDigest() });

    expect(reply).toMatchObject({ kind: "refused", refusal: "not-an-approver" });
  });

  it("asks for another approval when the one who gave it left the list before the first step", async () => {
    const world = await withAccount();
    await world.openNext(raw);
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    world.directory.setStanding(ben, "guest");
    const puts = world.workday.puts.length;

    const again = await world.work();

    expect(again.phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: { step: "approve-plan" },
    });
    expect(world.events().map(({ kind }) => kind)).toContain("approval-lapsed");
    expect(world.workday.puts).toHaveLength(puts);
  });

  it("asks for two where the configuration does", async () => {
    const tenant = aTenant({ approvals: { needed: 2, neededWhenUnseen: 3 } });
    const world = await withAccount({ tenant });

    await world.openNext(raw);
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    const waiting = await world.work();

    expect(waiting.phase).toMatchObject({ kind: "waiting-for-approval", asked: { needed: 2 } });
    await world.click(eve, { kind: "approve", digest: world.shownDigest() });
    expect((await world.work()).phase).toEqual({ kind: "done" });
  });

  it("that is denied leaves everything as it was", async () => {
    const world = await withAccount();
    const password = world.workday.users()[0]?.password.reveal();
    await world.openNext(raw);
    await world.work();

    const digest = world.shownDigest();
    await world.click(ben, { kind: "deny", digest, reason: "Not now" });
    const ended = await world.work();

    expect(ended.phase).toEqual({ kind: "ended" });
    expect(ended.leftBehind).toEqual([]);
    expect(world.workday.users()[0]?.password.reveal()).toBe(password);
  });

  it("that is withdrawn after the password changed says that nobody can sign on, until a later one is done", async () => {
    const world = await withAccount();
    world.workday.allowSignOn(false);
    await world.openNext(raw);
    await world.live();
    const withdrawn = world.id;
    await world.click(ann, { kind: "withdraw" });
    const ended = await world.work();

    expect(ended.leftBehind).toMatchObject([{ what: "account" }]);
    expect(ended.leftBehind[0]?.words).toContain("/workday-isu rotate ISU_Viva");

    world.workday.allowSignOn(true);
    await world.openNext(raw);
    await world.live();
    await sweepLeftBehind(world.deps);
    expect(world.store.peek(withdrawn)?.leftBehind).toEqual([]);
  });
});
