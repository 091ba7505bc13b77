import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { listKeysBeside } from "./config/known-keys.ts";
import type { Recipes } from "./flows/ports/recipes.ts";
import type { Recipe } from "./flows/tenant/recipe.ts";
import { nearest } from "./flows/text/nearest.ts";
import { RecipeFile } from "./recipe-file.ts";
import { err, ok, type Result } from "./result.ts";

/**
 * Reads every recipe of the folders: the first holds those that come with the bot, further ones are the
 * company's own, and a recipe there replaces one of the same name. All bad files are reported at once, each
 * problem with `file:line:column` and its reason.
 */
export function readRecipes(folders: readonly string[]): Result<Recipes, readonly string[]> {
  const recipes = new Map<string, Recipe>();
  const problems: string[] = [];
  for (const [index, folder] of folders.entries()) {
    const read = readFolder(folder);
    problems.push(...read.problems);
    for (const recipe of read.recipes) {
      recipes.set(recipe.name, index === 0 ? recipe : toOwn(recipe, recipes.has(recipe.name)));
    }
  }
  // A variant in a bad file is there all the same: the file is mended first.
  if (problems.length === 0) problems.push(...findLostVariants(recipes));
  if (problems.length > 0) return err(problems);
  const sorted = [...recipes.values()].toSorted((a, b) => a.vendor.localeCompare(b.vendor));
  return ok({ find: (name) => recipes.get(name.toLowerCase()), list: () => sorted });
}

/** A variant that names a recipe which is not there leads nowhere. */
function findLostVariants(recipes: ReadonlyMap<string, Recipe>): readonly string[] {
  return [...recipes.values()].flatMap(({ name, variants = [] }) =>
    variants.flatMap(({ recipe }) =>
      recipe === undefined || recipes.has(recipe)
        ? []
        : [`${name}: variants: there is no recipe "${recipe}"`],
    ),
  );
}

function toOwn(recipe: Recipe, isInstead: boolean): Recipe {
  return { ...recipe, origin: isInstead ? "own-instead" : "own" };
}

interface Folder {
  readonly recipes: readonly Recipe[];
  readonly problems: readonly string[];
}

function readFolder(folder: string): Folder {
  const files = listFiles(folder);
  if (!files.ok) return { recipes: [], problems: [`${folder}: ${files.error}`] };
  const recipes = new Map<string, Recipe>();
  const problems: string[] = [];
  for (const path of files.value) {
    const recipe = readRecipe(path);
    if (!recipe.ok) problems.push(...recipe.error.map((problem) => `${path}:${problem}`));
    else if (!recipes.has(recipe.value.name)) recipes.set(recipe.value.name, recipe.value);
    else problems.push(`${path}:1:1: another file of this folder has this name: rename one`);
  }
  return { recipes: [...recipes.values()], problems };
}

function listFiles(folder: string): Result<readonly string[], string> {
  try {
    const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
    return ok(names.toSorted().map((name) => join(folder, name)));
  } catch {
    return err("no folder that can be read; `recipes` in the configuration names it");
  }
}

/** Problems begin with `line:column: `. */
function readRecipe(path: string): Result<Recipe, readonly string[]> {
  const name = basename(path).replace(/\.ya?ml$/, "");
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > 60) {
    return err(["1:1: name the file in lower case with hyphens, such as viva-learning.yml"]);
  }
  const text = readText(path);
  if (!text.ok) return err([`1:1: ${text.error}`]);
  const lines = new LineCounter();
  const document = parseDocument(text.value, { lineCounter: lines });
  if (document.errors.length > 0) {
    return err(document.errors.map(({ pos, message }) => `${say(lines, pos[0])}${first(message)}`));
  }
  const raw = toPlain(document);
  if (!raw.ok) return err([`1:1: ${raw.error}`]);
  const file = RecipeFile.safeParse(raw.value);
  return file.success
    ? ok({ name, ...file.data })
    : err(describeIssues(file.error, document, lines));
}

function readText(path: string): Result<string, string> {
  try {
    return ok(readFileSync(path, "utf8"));
  } catch {
    return err("not a file that can be read");
  }
}

/** Fails on an alias that stands for nothing, or for too much. */
function toPlain(document: Document): Result<unknown, string> {
  try {
    return ok(document.toJS());
  } catch (error) {
    return err(error instanceof Error ? first(error.message) : "not readable");
  }
}

function first(message: string): string {
  return message.replace(/\n.*$/s, "").replace(/ at line \d+, column \d+:?$/, "");
}

function describeIssues(
  { issues }: z.ZodError,
  document: Document,
  lines: LineCounter,
): readonly string[] {
  return issues.flatMap((issue) => {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [undefined];
    return keys.map((key) => {
      const path = key === undefined ? issue.path : [...issue.path, key];
      const reason = key === undefined ? issue.message : describeUnknown(key, path.map(String));
      const where = path.map(String).join(".");
      return `${say(lines, offsetOf(document, path))}${where === "" ? "" : `${where}: `}${reason}`;
    });
  });
}

function describeUnknown(key: string, path: readonly string[]): string {
  const [meant] = nearest(key, listKeysBeside(RecipeFile, path));
  const guess = meant === undefined ? "" : `. Did you mean ${meant}?`;
  return `there is no such key${guess}`;
}

function say(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${Math.max(line, 1)}:${Math.max(col, 1)}: `;
}

/** Where the path's key or item stands; for what is missing, where the nearest part around it begins. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let offset = document.contents?.range?.[0] ?? 0;
  let node: unknown = document.contents;
  for (const part of path) {
    const next = stepInto(node, part);
    if (next === undefined) return offset;
    offset = next.offset;
    node = next.node;
  }
  return offset;
}

function stepInto(
  node: unknown,
  part: PropertyKey,
): { readonly offset: number; readonly node: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
    return pair === undefined ? undefined : { offset: startOf(pair.key), node: pair.value };
  }
  if (!isSeq(node) || typeof part !== "number") return undefined;
  const item = node.items[part];
  return item === undefined ? undefined : { offset: startOf(item), node: item };
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
