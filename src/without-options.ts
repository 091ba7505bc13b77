import { parseArgs } from "node:util";

/** sysexits.h: EX_USAGE. */
const badUsage = 64;

/** Runs a command that takes no options: `--help` shows its usage instead, and anything else is refused with it. */
export async function runWithoutOptions(
  usage: string,
  command: () => void | Promise<void>,
): Promise<void> {
  const instead = describeInstead(usage);
  if (instead === undefined) return command();
  process.exitCode = instead.code;
  const stream = instead.code === 0 ? process.stdout : process.stderr;
  stream.write(instead.words);
}

function describeInstead(
  usage: string,
): { readonly code: number; readonly words: string } | undefined {
  try {
    const { values } = parseArgs({ options: { help: { type: "boolean" } } });
    return values.help === true ? { code: 0, words: usage } : undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : "Not an option.";
    return { code: badUsage, words: `${reason}\n\n${usage}` };
  }
}
