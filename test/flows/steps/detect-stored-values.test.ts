import { describe, expect, it } from "vitest";
import { later } from "../../../src/flows/model/ids.ts";
import type { SecretVersion } from "../../../src/flows/ports/vault.ts";
import { completeStored } from "../../../src/flows/steps/detect-stored-values.ts";
import { err, ok } from "../../../src/result.ts";
import { holding } from "../../bot/support/like.ts";
import { start } from "../../support/data/a-request.ts";
import type { World } from "../../support/fakes/world.ts";
import { atTask, step } from "../../support/scenes/client-scene.ts";

type Changes = Partial<Pick<SecretVersion, "enabled" | "createdAt" | "tags">>;

async function waiting(): Promise<World> {
  const { world } = await atTask({ hasPages: false });
  return world;
}

/** The world's flows with a vault that lists these versions of every name, called 1, 2 and so on. */
function withVersions({ deps, id }: World, ...versions: readonly Changes[]): World["deps"] {
  function list(name: string): readonly SecretVersion[] {
    return versions.map((changes, at) => {
      const reference = { name, version: String(at + 1), url: "", versionedUrl: "" };
      return { reference, enabled: true, tags: { request: id }, ...changes };
    });
  }
  return { ...deps, vault: { ...deps.vault, listVersions: async (name) => ok(list(name)) } };
}

describe("takeStored", () => {
  it.each<[what: string, versions: readonly Changes[], version: string]>([
    ["the only version", [{}], "1"],
    ["the newest", [{ createdAt: start }, { createdAt: later(start, 1) }], "2"],
    ["the newest, in whatever order", [{ createdAt: later(start, 1) }, { createdAt: start }], "1"],
    ["one with a moment before one without", [{}, { createdAt: start }], "2"],
    ["the first where the vault tells of none when it was made", [{}, {}], "1"],
    ["none that is disabled", [{ enabled: false, createdAt: later(start, 1) }, {}], "2"],
    ["none of another request", [{ tags: { request: "ISU-00000000" } }, {}], "2"],
  ])("takes %s", async (_what, versions, version) => {
    const world = await waiting();

    const { facts } = await completeStored(withVersions(world, ...versions), world.request());

    expect(facts.client?.stored.map(({ value, reference }) => [value, reference.version])).toEqual([
      ["client-id", version],
      ["client-secret", version],
      ["refresh-token", version],
    ]);
  });

  it("takes nothing where none is there", async () => {
    const world = await waiting();
    const before = world.request();

    expect(await completeStored(withVersions(world), before)).toEqual(before);
    expect(world.request()).toEqual(before);
  });

  it("writes nothing down where somebody decided meanwhile", async () => {
    const world = await waiting();
    const before = world.request();
    await world.click(before.askedBy, { kind: "withdraw" });

    const after = await completeStored(withVersions(world, {}), before);

    expect(after).toEqual(world.request());
    expect(world.events()).not.toContainEqual(holding({ kind: "step-finished", step }));
  });

  it("hands back what it was given where the store has no such request any more", async () => {
    const world = await waiting();
    const before = world.request();
    const deps = withVersions(world, {});
    const store = { ...deps.store, decide: async () => err("no-such-request" as const) };

    expect(await completeStored({ ...deps, store }, before)).toBe(before);
  });
});
