import type { SecretVersion } from "../../../src/flows/ports/vault.ts";
import type { EmulatedWorld } from "./emulated-world.ts";
import type { Lie } from "./lie.ts";

/** What somebody does in the vault. */
export const secretLies: readonly Lie[] = [
  {
    fact: /^secret(?:$|: )/,
    what: "the versions are enabled and disabled the other way round",
    tell: async (on) => {
      const { vault } = on.world.deps;
      for (const { enabled, reference } of versionsOf(on)) {
        await (enabled ? vault.disableVersion(reference) : vault.enableVersion(reference));
      }
    },
  },
];

export function versionsOf({ world }: EmulatedWorld): readonly SecretVersion[] {
  return world.vault.all();
}

/** Puts every version back as it was. */
export async function restoreVersions(
  { world }: EmulatedWorld,
  before: readonly SecretVersion[],
): Promise<void> {
  for (const { enabled, reference } of before) {
    await (enabled ? world.vault.enableVersion(reference) : world.vault.disableVersion(reference));
  }
}
