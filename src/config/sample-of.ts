/** What stands for a class of characters: the first of them that it takes. */
const candidates = ["a", "A", "0", "_", "-", " ", ".", "é"];

const parts = [
  String.raw`(?<opening>\((?:\?(?:[ims-]*:|<?[=!]|<[^>]*>))?)`,
  String.raw`(?<closing>\))`,
  String.raw`(?<or>\|)`,
  String.raw`(?<repeated>\{(?<least>\d+)[^}]*\}|[*+?])`,
  String.raw`\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<[^>]*>|.)`,
  String.raw`\[(?:\\.|[^\]\\])*\]`,
  ".",
];
const part = new RegExp(parts.join("|"), "gsu");

/** Of a sample, more or less: nothing that people type is so long. */
const mostLetters = 300;

interface Group {
  readonly isLookaround: boolean;
  readonly text: string;
  /** What a repetition is about. */
  readonly last: string;
  /** Behind its first `|`: one way is enough. */
  readonly isOver: boolean;
}

const nothing = { isLookaround: false, text: "", last: "", isOver: false } satisfies Group;

/**
 * A text that a regular expression matches, or nearly: each group by its first way, each class by one of its characters,
 * each repetition as rarely as it may be, but once. What a lookaround or a backreference wants is left out.
 */
export function toSample(pattern: string): string {
  const outer: Group[] = [];
  let group: Group = nothing;
  for (const { 0: token, groups = {} } of pattern.matchAll(part)) {
    if (groups["opening"] !== undefined) {
      outer.push(group);
      group = { ...nothing, isLookaround: /[=!]$/.test(token) };
    } else if (groups["closing"] !== undefined) {
      group = add(outer.pop() ?? nothing, group.isLookaround ? "" : group.text);
    } else if (groups["or"] !== undefined) {
      group = { ...group, isOver: true };
    } else if (groups["repeated"] !== undefined) {
      const least = Math.min(Number(groups["least"] ?? 1), mostLetters);
      group = add(group, group.last.repeat(Math.max(least - 1, 0)));
    } else {
      group = add(group, sampleOf(token));
    }
  }
  return group.text;
}

function add(group: Group, last: string): Group {
  if (group.isOver) return group;
  return { ...group, last, text: (group.text + last).slice(0, mostLetters) };
}

function sampleOf(atom: string): string {
  if (/^(?:[\^$]|\\[bBk\d])/.test(atom)) return "";
  if (!/^[\\[.]/.test(atom)) return atom;
  const one = new RegExp(`^${atom}$`, "u");
  return [...candidates, ...Array.from(atom)].find((letter) => one.test(letter)) ?? "";
}
