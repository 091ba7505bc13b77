import { describe, expect, it } from "vitest";
import { enterValues, inviteToEnter, lookAtEntry } from "../../../src/flows/pages/enter-secrets.ts";
import { withAccount } from "../../support/data/changes.ts";
import { ben, dan, eve } from "../../support/data/people.ts";
import { Killed } from "../../support/fakes/fault-injection.ts";
import {
  aRawClient,
  atPage,
  atTask,
  shown,
  step,
  values,
} from "../../support/scenes/client-scene.ts";

describe("an API client", () => {
  it("goes from the page into the vault, tried and enabled, and nowhere else", async () => {
    const { world, pages, known, invite } = await atTask();
    const { token, code } = await invite();

    const entered = await enterValues(pages, { token, code: code.toLowerCase(), values: values() });
    const done = await world.live();

    expect(entered).toEqual({ ok: true, value: { kind: "verified" } });
    expect(done.phase).toEqual({ kind: "done" });
    expect(done.facts.verification?.outcome).toBe("unverified");
    expect(done.facts.verification?.items).toHaveLength(8);
    expect(done.carriedOutBy).toEqual([dan]);
    expect(known).toEqual(Object.values(shown));
    expect(world.workday.clientsTried).toEqual([Object.values(shown)]);
    for (const { value, reference } of done.facts.client?.stored ?? []) {
      expect(world.vault.readAsConsumer(reference.name)).toBe(shown[value]);
    }
    expect(done.facts.client?.stored).toHaveLength(3);
    const said = world.everything();
    for (const secret of [...Object.values(shown), token, code]) expect(said).not.toContain(secret);
  });

  it("takes neither Done in the place of the values nor a link for anything else", async () => {
    const { world, pages } = await atTask();

    expect(await world.click(dan, { kind: "report-done", step })).toMatchObject({
      refusal: "values-needed",
    });
    expect(
      await inviteToEnter(pages, { by: dan, request: world.id, step: "activate" }),
    ).toMatchObject({ error: "not-waiting-for-that" });
    expect(
      await inviteToEnter(pages, { by: dan, request: world.random.requestId(), step }),
    ).toMatchObject({ error: "no-such-request" });
  });

  it("takes a wrong code five times, and then not even the right one", async () => {
    const { pages, invite } = await atTask();
    const { token, code } = await invite();
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      expect(await enterValues(pages, { token, code: "AAAA", values: values() })).toEqual({
        ok: false,
        error: { why: "wrong-page-code", triesLeft },
      });
    }

    expect(await enterValues(pages, { token, code, values: values() })).toEqual({
      ok: false,
      error: { why: "no-tries-left" },
    });
  });

  it("takes no try when none is left between the look and the proof", async () => {
    const { pages, invite } = await atTask();
    const { token, code } = await invite();
    const spent = { ...pages, passkeys: { ...pages.passkeys, takeTry: async () => undefined } };

    expect(await enterValues(spent, { token, code, values: values() })).toMatchObject({
      error: { why: "no-tries-left" },
    });
  });

  it("uses nothing up by looking, and is over after ten minutes", async () => {
    const { world, pages, invite } = await atTask();
    const { token, code } = await invite();
    await lookAtEntry(pages, token);
    await lookAtEntry(pages, token);
    const { token: late } = await invite();

    expect(await enterValues(pages, { token, code, values: values() })).toMatchObject({ ok: true });
    expect(await lookAtEntry(pages, token)).toMatchObject({ error: "link-used" });
    world.clock.goOn(600_000);
    expect(await lookAtEntry(pages, late)).toMatchObject({ error: "link-expired" });
    expect(await lookAtEntry(pages, "guessed")).toMatchObject({ error: "no-such-link" });
  });

  it("is nobody's who approved it, is no doer, or is none any more by the time of the page", async () => {
    const { world, pages, invite } = await atTask();
    const of = { request: world.id, step };
    const { token, code } = await invite();

    expect(await inviteToEnter(pages, { ...of, by: ben })).toMatchObject({ error: "not-a-doer" });
    world.directory.setStanding(dan, "guest");
    expect(await enterValues(pages, { token, code, values: values() })).toMatchObject({
      error: { why: "guest" },
    });
    expect(world.vault.all().some(({ tags }) => tags["request"] === world.id)).toBe(false);
  });

  it("is nobody's who approved it, even a doer", async () => {
    const world = await withAccount();
    await world.openNext(aRawClient());
    await world.work();
    await world.click(eve, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    const { pages } = atPage(world);

    expect(await inviteToEnter(pages, { by: eve, request: world.id, step })).toMatchObject({
      error: "approved-it",
    });
  });

  it("stores nothing that the token endpoint refuses, and takes what is corrected", async () => {
    const { world, pages, invite } = await atTask();
    const { token, code } = await invite();
    world.workday.setTrial({ kind: "refused", words: "Not these." });

    const refused = await enterValues(pages, { token, code, values: values() });
    const stored = world.vault.all().filter(({ tags }) => tags["request"] === world.id);
    world.workday.setTrial({ kind: "verified" });
    const taken = await enterValues(pages, { token, code, values: values() });

    const words =
      "Not these. Nothing was stored, and what you typed is still on this page: correct it.";
    expect(refused).toEqual({
      ok: false,
      error: {
        why: { kind: "not-stored", words },
        triesLeft: 4,
      },
    });
    expect(stored).toEqual([]);
    expect(taken).toMatchObject({ ok: true });
  });

  it.each(["vault.putDisabledVersion", "vault.enableVersion"] as const)(
    "keeps the link good when %s fails, and takes the values the next time",
    async (call) => {
      const { world, pages, invite } = await atTask();
      const { token, code } = await invite();
      world.mishaps.fail(call, { kind: "denied", times: 1 });

      const refused = await enterValues(pages, { token, code, values: values() });
      const enabled = world.vault
        .all()
        .filter((version) => version.enabled && version.tags["request"] === world.id);
      const taken = await enterValues(pages, { token, code, values: values() });

      expect(refused).toMatchObject({ error: { why: { kind: "not-stored" }, triesLeft: 4 } });
      expect(enabled).toEqual([]);
      expect(taken).toMatchObject({ ok: true });
    },
  );

  it("stores nothing while a value is missing", async () => {
    const { pages, invite } = await atTask();
    const { token, code } = await invite();
    const { "client-id": _left, ...rest } = values();

    expect(await enterValues(pages, { token, code, values: rest })).toMatchObject({
      error: { why: { kind: "not-stored" } },
    });
  });

  it("takes the first of two who enter values at once, and what it stored is what consumers read", async () => {
    const { world, pages, invite } = await atTask();
    const [one, other] = [await invite(), await invite(eve)];
    const others = { "client-id": "id-2", "client-secret": "secret-2", "refresh-token": "token-2" };

    const entered = await Promise.all([
      enterValues(pages, { ...one, values: values() }),
      enterValues(pages, { ...other, values: values(others) }),
      enterValues(pages, { ...one, values: values() }),
    ]);
    const done = await world.live();

    expect(entered).toEqual([
      { ok: true, value: { kind: "verified" } },
      { ok: false, error: { why: "being-entered", triesLeft: 4 } },
      { ok: false, error: { why: "being-entered", triesLeft: 3 } },
    ]);
    const { stored = [] } = done.facts.client ?? {};
    expect(stored.map(({ reference }) => world.vault.readAsConsumer(reference.name))).toEqual(
      Object.values(shown),
    );
  });

  it("stores nothing when the request was withdrawn between the look and the storing", async () => {
    const { world, pages, invite } = await atTask();
    const { token, code } = await invite();
    const late: typeof pages = {
      ...pages,
      store: {
        ...pages.store,
        alone: async (name, act) => {
          await world.click(world.request().askedBy, { kind: "withdraw" });
          return pages.store.alone(name, act);
        },
      },
    };

    const entered = await enterValues(late, { token, code, values: values() });

    expect(entered).toEqual({ ok: false, error: { why: "not-awaited" } });
    expect(await lookAtEntry(pages, token)).toMatchObject({ error: "not-awaited" });
    expect(world.vault.all().some(({ tags }) => tags["request"] === world.id)).toBe(false);
  });

  it("disables what it stored when the request was withdrawn meanwhile", async () => {
    const { world, pages, invite } = await atTask();
    const { token, code } = await invite();
    world.mishaps.meanwhile("vault.enableVersion", async () => {
      await world.click(world.request().askedBy, { kind: "withdraw" });
    });

    const entered = await enterValues(pages, { token, code, values: values() });

    const stored = world.vault.all().filter(({ tags }) => tags["request"] === world.id);
    expect(entered).toEqual({ ok: false, error: { why: "not-awaited" } });
    expect(stored.map(({ enabled }) => enabled)).toEqual([false, false, false]);
  });

  it("may die between any two statements: the same link goes on, and nothing is stored in vain", async () => {
    const { pages: counted, invite: inviteFirst, world: first } = await atTask();
    const given = await inviteFirst();
    first.mishaps.killAt(Number.POSITIVE_INFINITY);
    await enterValues(counted, { ...given, values: values() });
    const places = Array.from({ length: first.mishaps.passed() }, (_, at) => at + 1);

    const ends = await Promise.all(
      places.map(async (place) => {
        const { world, pages, invite } = await atTask();
        const { token, code } = await invite();
        world.mishaps.killAt(place);
        await expect(enterValues(pages, { token, code, values: values() })).rejects.toThrow(Killed);
        const again = await enterValues(pages, { token, code, values: values() });
        await world.sweep();
        const { phase, facts } = await world.live();
        const { stored = [] } = facts.client ?? {};
        const read = stored.map(({ reference }) => world.vault.readAsConsumer(reference.name));
        return { phase: phase.kind, read, why: again.ok ? "taken" : again.error.why };
      }),
    );

    const read = Object.values(shown);
    expect(places.length).toBeGreaterThan(10);
    expect(ends.map(({ why: _why, ...end }) => end)).toEqual(
      places.map(() => ({ phase: "done", read })),
    );
    expect(new Set(ends.map(({ why }) => why))).toEqual(
      new Set(["taken", "not-awaited", "link-used"]),
    );
  });

  it.each([
    ["call-refused", "different"],
    ["unanswered", "unverified"],
  ] as const)("that is %s is stored, and called %s", async (kind, outcome) => {
    const { world, pages, invite } = await atTask();
    world.workday.setTrial({ kind, words: "It said so." });

    await enterValues(pages, { ...(await invite()), values: values() });
    const done = await world.live();

    expect(done.facts.verification?.outcome).toBe(outcome);
    expect(JSON.stringify(done.facts.verification)).toContain("It said so.");
  });

  it("that is withdrawn is disabled by a person, and what is stored by the bot", async () => {
    const { world, pages, invite } = await atTask();
    await invite();
    await world.click(world.request().askedBy, { kind: "withdraw" });
    const ended = await world.live();

    expect(ended.phase).toEqual({ kind: "ended" });
    expect(world.workday.tenant.performed.at(-1)?.name).toBe("disable-api-client");
    expect(ended.leftBehind).toEqual([]);
    expect(await inviteToEnter(pages, { by: dan, request: world.id, step })).toMatchObject({
      error: "not-waiting-for-that",
    });
  });
});
