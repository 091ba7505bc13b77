import { describe, expect, it } from "vitest";
import { inviteToConfirm, inviteToEnrol } from "../../../src/flows/authorization/links.ts";
import { enterValues, inviteToEnter } from "../../../src/flows/pages/enter-secrets.ts";
import { offerCommands } from "../../../src/flows/steps/detect-stored-values.ts";
import { sweep } from "../../../src/flows/watch/sweep.ts";
import { handleClick } from "../../../src/flows/workflows/handle-click.ts";
import { err } from "../../../src/result.ts";
import { Secret } from "../../../src/secret.ts";
import { acme } from "../../support/data/a-tenant.ts";
import { ben, dan } from "../../support/data/people.ts";
import {
  askingForPasskeys,
  atTask,
  keepPasskey,
  step,
  values,
} from "../../support/scenes/client-scene.ts";
import { withoutPages } from "../../support/scenes/pages.ts";
import { atCard, ofBen, ofEve } from "../../support/scenes/passkey-scene.ts";

const noPage = { ok: false, error: "no-page" };

describe("a request that waits at a page which the bot does not have any more", () => {
  it("says so to whoever presses, and goes on with the commands", async () => {
    const { world } = await atTask();
    const before = world.request();
    const deps = withoutPages(world.deps);

    const invited = await inviteToEnter(deps, { by: dan, request: world.id, step });
    await sweep(deps);
    await sweep(deps);
    const { phase } = world.request();
    const commands = phase.kind === "waiting-for-person" ? (phase.commands ?? []) : [];
    for (const command of commands) {
      const put = await world.vault.putDisabledVersion({
        name: command.split(" as ")[1] ?? "",
        value: new Secret("by-Hand#1"),
        tags: { request: world.id, isu: "ISU_Viva", tenant: acme },
        expiresAt: world.clock.now(),
      });
      if (put.ok) await world.vault.enableVersion(put.value);
    }
    await sweep(deps);

    expect(invited).toEqual(noPage);
    expect(phase).toEqual({ ...before.phase, commands });
    expect(commands).toHaveLength(3);
    expect(await world.outbox.listBehind()).toContainEqual(
      expect.objectContaining({ request: world.id }),
    );
    expect((await world.live()).phase).toEqual({ kind: "done" });
  });

  it("is left as it is where the values are entered at that moment", async () => {
    const { world, pages, invite } = await atTask();
    const given = { ...(await invite()), values: values() };
    const stale = world.request();
    await enterValues(pages, given);
    const before = world.events();

    const store = { ...world.store, listUnfinished: async () => [stale] };
    await sweep({ ...withoutPages(world.deps), store });

    expect(world.events()).toEqual(before);
  });

  it("is left as it is where nobody knows it any more", async () => {
    const { world } = await atTask();
    const store = { ...world.store, decide: async () => err("no-such-request" as const) };

    const after = await offerCommands({ ...withoutPages(world.deps), store }, world.request());

    expect(after).toEqual(world.request());
  });

  it("says so where a passkey would prove it, too", async () => {
    const { world, pages } = await atTask();
    const asking = askingForPasskeys(pages);
    await keepPasskey(asking);

    const invited = await inviteToEnter(withoutPages(asking), {
      by: dan,
      request: world.id,
      step,
    });

    expect(invited).toEqual(noPage);
  });

  it("keeps waiting in peace where the task has no page", async () => {
    const scene = await atCard();
    const before = scene.events();

    await sweep(withoutPages(scene.deps));

    expect(scene.events()).toEqual(before);
  });
});

describe("passkeys without the bot's pages", () => {
  it("are neither registered nor confirmed, in so many words", async () => {
    const scene = await atCard([ofBen, ofEve]);
    const deps = withoutPages(scene.deps);

    expect(await inviteToEnrol(deps, ben)).toEqual(noPage);
    expect(await inviteToConfirm(deps, ben, ofEve.credential)).toEqual(noPage);
  });

  it("leave no click unanswered that was decided while there were pages", async () => {
    const scene = await atCard();
    const command = { kind: "approve", digest: scene.shownDigest() } as const;
    const answerTo = { kind: "person" } as const;
    const click = { id: "left", by: ben, request: scene.id, answerTo, command };

    await handleClick(withoutPages(scene.deps), scene.engine.durableOf("left"), click);

    expect(scene.answerer.answers.at(-1)?.reply).toEqual({
      kind: "refused",
      refusal: "passkey-needed",
    });
    expect(scene.request().phase.kind).toBe("waiting-for-approval");
  });
});
