import type { SlashCommand } from "./command.ts";

/** A line of the help: the commands on it, or what holds for several of them. */
export type HelpEntry = readonly SlashCommand[] | string;

export function commandsOf(entries: readonly HelpEntry[]): readonly SlashCommand[] {
  return entries.flatMap((entry) => (typeof entry === "string" ? [] : entry));
}

/**
 * The command of this name, of those that answer after the acknowledgement.
 *
 * @throws where there is none, which is a bug
 */
export function expectRunning(
  entries: readonly HelpEntry[],
  name: string,
): Extract<SlashCommand, { run: unknown }> {
  const found = commandsOf(entries).find((command) => command.name === name);
  if (found !== undefined && "run" in found) return found;
  throw new Error(`No command that opens anything is called ${name}`);
}

/** What the help says of the commands, line by line. */
export function describeCommands(entries: readonly HelpEntry[]): readonly string[] {
  return entries.flatMap((entry) =>
    typeof entry === "string"
      ? [entry]
      : [...entry.flatMap(describeAlone), `${entry.map(describeCommand).join("; ")}.`],
  );
}

function describeAlone({ name, alone }: SlashCommand): readonly string[] {
  return alone === undefined ? [] : [`\`/workday-isu ${name}\` ${alone}.`];
}

function describeCommand({ name, usage, summary }: SlashCommand): string {
  return `\`/workday-isu ${`${name} ${usage}`.trimEnd()}\` ${summary}`;
}
