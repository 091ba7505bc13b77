import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Recipes } from "./flows/ports.ts";
import type { Recipe } from "./flows/recipe.ts";
import { err, ok, type Result } from "./result.ts";

const Domains = z.array(z.string().min(1).max(150)).max(60).default([]);

/** A recipe's file. `docs/reference/recipe.schema.json` is made from it. */
export const RecipeFile = z.strictObject({
  vendor: z.string().min(1).max(60),
  source: z.string().min(1).describe("The vendor's guide, by its public title or address."),
  date: z.iso.date().describe("The guide's own date, or the day it was read."),
  incomplete: z
    .string()
    .max(500)
    .optional()
    .describe("What of the guide is not known; the form shows it."),
  userName: z.string().max(100).optional(),
  groupName: z.string().max(150).optional(),
  sessionTimeoutMinutes: z.int().min(0).max(999).optional(),
  doNotAllowUiSessions: z.boolean().default(true),
  permissions: z.strictObject({ Get: Domains, Put: Domains, View: Domains, Modify: Domains }),
});

/**
 * Reads every recipe of the folders; a later folder's recipe replaces an earlier one of the same name.
 * All bad files are reported at once, each with its reason.
 */
export function readRecipes(folders: readonly string[]): Result<Recipes, readonly string[]> {
  const recipes = new Map<string, Recipe>();
  const problems: string[] = [];
  for (const path of folders.flatMap(listFiles)) {
    const recipe = readRecipe(path);
    if (recipe.ok) recipes.set(recipe.value.name, recipe.value);
    else problems.push(`${path}: ${recipe.error}`);
  }
  if (problems.length > 0) return err(problems);
  const sorted = [...recipes.values()].toSorted((a, b) => a.vendor.localeCompare(b.vendor));
  return ok({ find: (name) => recipes.get(name.toLowerCase()), list: () => sorted });
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}

function readRecipe(path: string): Result<Recipe, string> {
  const name = basename(path).replace(/\.ya?ml$/, "");
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    return err("name the file in lower case with hyphens, such as viva-learning.yml");
  }
  const raw = readYaml(path);
  if (!raw.ok) return raw;
  const file = RecipeFile.safeParse(raw.value);
  return file.success ? ok(toRecipe(name, file.data)) : err(sayIssues(file.error));
}

function toRecipe(name: string, file: z.infer<typeof RecipeFile>): Recipe {
  const { incomplete, userName, groupName, sessionTimeoutMinutes } = file;
  return {
    name,
    vendor: file.vendor,
    source: file.source,
    date: file.date,
    doNotAllowUiSessions: file.doNotAllowUiSessions,
    permissions: file.permissions,
    ...(incomplete !== undefined && { incomplete }),
    ...(userName !== undefined && { userName }),
    ...(groupName !== undefined && { groupName }),
    ...(sessionTimeoutMinutes !== undefined && { sessionTimeoutMinutes }),
  };
}

function readYaml(path: string): Result<unknown, string> {
  try {
    return ok(parse(readFileSync(path, "utf8")));
  } catch (error) {
    return err(error instanceof Error ? error.message : "not readable");
  }
}

function sayIssues(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
}
