import type { z } from "zod";

/** One thing wrong with the settings: where, what was found, what is expected. */
export interface Problem {
  readonly key: string;
  readonly found: string;
  readonly expected: string;
  /** In the configuration file, from 1; absent where it does not stand there. */
  readonly line?: number;
  /** What was probably meant, where a name does not exist. */
  readonly meant?: string;
}

/**
 * Keys whose value is never shown, nor what stands below them, whatever somebody wrote there: a private key
 * where the public one belongs, for one.
 */
const hidden = /(password|token|secret|_key|publickey|database_?url)(\.|\[|$)/i;

/** An address may carry a name and a password. */
const credentials = /\/\/[^/@\s]*@/g;

/** Turns what zod found into problems, with what stands at each path. */
export function toProblems(error: z.core.$ZodError, input: unknown): readonly Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(issue, key));
    const key = toKey(issue.path);
    return [
      {
        key,
        found: describeFound(key, valueAt(input, issue.path)),
        expected: describeExpected(issue),
      },
    ];
  });
}

/** What comes of them, then every problem on its own line. */
export function describeProblems(
  problems: readonly Problem[],
  outcome = "The bot cannot start.",
): string {
  const lines = problems.map(({ found, expected, meant, ...problem }) => {
    const guess = meant === undefined ? "" : `. Did you mean ${meant}?`;
    return `  ${describePlace(problem)}: found ${found}; expected ${expected}${guess}`;
  });
  const count = problems.length === 1 ? "One setting is" : `${problems.length} settings are`;
  return [`${outcome} ${count} missing or wrong:`, ...lines].join("\n");
}

/** Where it is wrong: the key, behind its line where it has one. */
export function describePlace({ key, line }: Pick<Problem, "key" | "line">): string {
  return line === undefined ? key : `line ${line}, ${key}`;
}

const preamble =
  /^(Invalid (input|option|string): (expected )?|Too (small|big): expected |Invalid discriminator value\. Expected )/;

/** Our own sentence where the schema has one, else zod's without its preamble. */
function describeExpected({ message }: z.core.$ZodIssue): string {
  return message
    .replace(preamble, "")
    .replace(/, received .*$/, "")
    .replace(
      /^(must match pattern .*|Invalid URL)$/,
      "another form; docs/reference/config.schema.json has it",
    );
}

export const unknown = "a key that does not exist";

function unknownKey(issue: z.core.$ZodIssue, key: string): Problem {
  return {
    key: toKey([...issue.path, key]),
    found: unknown,
    expected: "one of the keys in docs/reference/config.schema.json",
  };
}

function toKey(path: readonly PropertyKey[]): string {
  let key = "";
  for (const part of path) {
    if (typeof part === "number") key += `[${part}]`;
    else key += key === "" ? String(part) : `.${String(part)}`;
  }
  return key === "" ? "the file" : key;
}

function describeFound(key: string, value: unknown): string {
  if (value === undefined) return "nothing";
  if (hidden.test(key)) return "a value (not shown)";
  if (typeof value === "string") return `"${value.replace(credentials, "//…@").slice(0, 60)}"`;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value === null) return "nothing";
  return Array.isArray(value) ? "a list" : "a group of keys";
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}
