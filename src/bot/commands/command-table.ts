import type { CommandGroup, SlashCommand } from "./command.ts";

export function commandsOf(groups: readonly CommandGroup[]): readonly SlashCommand[] {
  return groups.flatMap(({ commands }) => commands);
}

/**
 * The command of this name, of those that answer after the acknowledgement.
 *
 * @throws where there is none, which is a bug
 */
export function expectRunning(
  groups: readonly CommandGroup[],
  name: string,
): Extract<SlashCommand, { run: unknown }> {
  const found = commandsOf(groups).find((command) => command.name === name);
  if (found !== undefined && "run" in found) return found;
  throw new Error(`No command that opens anything is called ${name}`);
}
