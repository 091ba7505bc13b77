import type { Usage } from "../manifest.ts";

/** One way to go on with what is typed. */
export interface Completion {
  /** The whole line as it would be then. */
  readonly text: string;
  /** What may follow it. */
  readonly note?: string;
}

/** What can stand for the words of a usage, by the word: `recipe`, `ISU`, `tenant`, `request`. */
export type Candidates = Readonly<Record<string, readonly string[]>>;

const most = 100;

/** How a command line can go on: a command by any part of its name, then what follows it. Pure. */
export function complete(
  typed: string,
  usages: readonly Usage[],
  candidates: Candidates,
): readonly Completion[] {
  if (!typed.startsWith("/")) return [];
  const usage = usages.find(({ command }) => typed.startsWith(`${command} `));
  const found =
    usage === undefined
      ? completeCommand(typed, usages)
      : completeArgument(typed, usage, candidates);
  return found.filter(({ text }) => text !== typed).slice(0, most);
}

function completeCommand(typed: string, usages: readonly Usage[]): readonly Completion[] {
  const [name = "", ...words] = typed.split(" ");
  const wanted = words.join(" ").trim().toLowerCase();
  return usages
    .filter(({ command }) => {
      const [slash = "", word = ""] = command.split(" ");
      return slash.startsWith(name) && word.includes(wanted);
    })
    .toSorted((one, other) => rank(one.command, wanted) - rank(other.command, wanted))
    .map(({ command, follows }) => ({ text: command, ...noteOf(follows) }));
}

/** Commands that begin with what is typed come first. */
function rank(command: string, wanted: string): number {
  return command.split(" ")[1]?.startsWith(wanted) === true ? 0 : 1;
}

function completeArgument(
  typed: string,
  { command, follows }: Usage,
  candidates: Candidates,
): readonly Completion[] {
  const words = typed.slice(command.length + 1).split(" ");
  const [wanted = "", place] = [words.at(-1)?.toLowerCase(), words.length - 1];
  const before = [command, ...words.slice(0, -1)].join(" ");
  const later = noteOf(follows.slice(place + 1));
  return candidatesFor(follows[place] ?? "", candidates)
    .filter((candidate) => candidate.toLowerCase().includes(wanted))
    .map((candidate) => ({ text: `${before} ${candidate}`, ...later }));
}

/** What a word of a usage may be: `request or ISU` is either. */
function candidatesFor(follows: string, candidates: Candidates): readonly string[] {
  return follows.split(" or ").flatMap((word) => candidates[word] ?? []);
}

function noteOf(follows: readonly string[]): Pick<Completion, "note"> {
  return follows.length === 0 ? {} : { note: follows.map((name) => `[${name}]`).join(" ") };
}
