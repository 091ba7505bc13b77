import { readFileSync } from "node:fs";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { err, ok, type Result } from "./result.ts";

type Path = readonly PropertyKey[];

/** A file's content, and where in the file each part of it stands. */
export interface YamlFile<Content> {
  readonly content: Content;
  /** The line of what stands at a path, or of the nearest thing around it. Lines count from 1. */
  readonly lineOf: (path: Path) => number;
}

/** Reads a YAML file by a schema. Everything that is wrong is reported at once, each with its line. */
export function readYamlFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Result<YamlFile<z.output<Schema>>, readonly string[]> {
  const text = readText(path);
  if (!text.ok) return err([text.error]);
  const lines = new LineCounter();
  const document = parseDocument(text.value, { lineCounter: lines });
  if (document.errors.length > 0) {
    return err(document.errors.map(({ message }) => message.replace(/\n.*$/s, "")));
  }
  function lineOf(at: Path): number {
    const node = document.getIn(at, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    return at.length === 0 ? 1 : lineOf(at.slice(0, -1));
  }
  const plain = toPlain(document);
  if (!plain.ok) return err([plain.error]);
  const read = schema.safeParse(plain.value);
  if (read.success) return ok({ content: read.data, lineOf });
  return err(
    read.error.issues.map(({ path: at, message }) =>
      describeAtLine(lineOf(at), [at.join("."), message].filter(Boolean).join(": ")),
    ),
  );
}

/** Aliases, which can make a small file endless, are refused. */
function toPlain(document: Document): Result<unknown, string> {
  try {
    return ok(document.toJS({ maxAliasCount: 0 }));
  } catch (error) {
    return err(describeReadError(error));
  }
}

/** A problem with the line where it stands. */
export function describeAtLine(line: number, words: string): string {
  return `line ${line}: ${words}`;
}

function readText(path: string): Result<string, string> {
  try {
    return ok(readFileSync(path, "utf8"));
  } catch (error) {
    return err(describeReadError(error));
  }
}

function describeReadError(error: unknown): string {
  return error instanceof Error ? error.message : "not readable";
}
