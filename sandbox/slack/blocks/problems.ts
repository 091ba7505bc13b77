import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/**
 * Says what is wrong with blocks or a view in Slack's words, for example
 * `must be less than 25 characters [json-pointer:/view/title/text]`.
 */
export function problemsOf(error: z.ZodError, input: unknown, root: string): readonly string[] {
  return error.issues.flatMap((issue) => wordsFor(issue, input, root));
}

function wordsFor(issue: Issue, input: unknown, root: string): readonly string[] {
  const at = pointer(root, issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => `invalid additional property: ${key} ${at}`);
  }
  const value = valueAt(input, issue.path);
  if (value === undefined && issue.code !== "custom") {
    const parent = pointer(root, issue.path.slice(0, -1));
    return [`missing required field: ${String(issue.path.at(-1))} ${parent}`];
  }
  return [`${sentence(issue, value)} ${at}`];
}

function sentence(issue: Issue, value: unknown): string {
  if (issue.code === "too_big") return tooBig(issue.origin, Number(issue.maximum));
  if (issue.code === "too_small") return tooSmall(issue.origin, Number(issue.minimum));
  if (issue.code === "invalid_type") {
    return `must provide ${article(issue.expected)} ${issue.expected}`;
  }
  if (issue.code === "invalid_union" || issue.code === "invalid_value") {
    return issue.path.at(-1) === "type" ? `unsupported type: ${shown(value)}` : "invalid value";
  }
  return issue.message;
}

function tooBig(origin: string, maximum: number): string {
  return origin === "string"
    ? `must be less than ${maximum + 1} characters`
    : `no more than ${maximum} items allowed`;
}

function tooSmall(origin: string, minimum: number): string {
  return origin === "string"
    ? `must be more than ${minimum - 1} characters`
    : `no less than ${minimum} items allowed`;
}

function article(noun: string): string {
  return /^[aeio]/.test(noun) ? "an" : "a";
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function pointer(root: string, path: readonly PropertyKey[]): string {
  return `[json-pointer:${root}${path.map((step) => `/${String(step)}`).join("")}]`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}
