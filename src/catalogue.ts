import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isSameProcess, writeProcess } from "./flows/model/business-process.ts";
import { toNameKey } from "./flows/model/names.ts";
import { accesses } from "./flows/model/permissions.ts";
import {
  type Catalogue,
  type CatalogueContent,
  createCatalogue,
} from "./flows/tenant/catalogue.ts";
import { err, ok, type Result } from "./result.ts";
import { describeAtLine, readYamlFile, type YamlFile } from "./yaml-file.ts";

const Name = z
  .string()
  .min(1)
  .max(150)
  .refine((text) => text === text.replace(/\s+/g, " ").trim(), "no doubled or outer spaces");

/** The name of a functional area labels a list in Slack, which takes 75 characters. */
const Area = Name.max(60);

const Sources = z
  .array(z.string())
  .default([])
  .describe("Which of the file's `sources` name it, by their keys.");

const Mark = z
  .boolean()
  .default(false)
  .describe("Refused, or approved by two where the tenant's owner allows it.");

const Domain = z.strictObject({
  name: Name.describe(
    "As it is spelled most often. It replaces an earlier entry of the same name.",
  ),
  area: Area.exactOptional().describe("Its functional area, where a source says it."),
  aliases: z.array(Name).max(20).default([]).describe("Other spellings and old names."),
  administersSecurity: Mark,
  seenWith: z
    .array(z.enum(["Get", "Put", "View", "Modify"]))
    .default([])
    .describe("What vendors ask for on it."),
  description: z.string().min(1).max(300).exactOptional(),
  sources: Sources,
});

/** In Slack one line holds both: the policy, a `|`, the action. */
const ProcessName = Name.max(140).regex(/^[^|]*$/, "no |, which parts policy and action in Slack");

const Process = z.strictObject({
  policy: ProcessName.describe(
    "The business process, as its policy is named. It replaces what earlier files say of the policy.",
  ),
  action: ProcessName.exactOptional().describe("The initiating action, as a web service."),
  administersSecurity: Mark,
  area: Area.exactOptional().describe("Its functional area, where a source says it."),
  description: z.string().min(1).max(300).exactOptional(),
  sources: Sources,
});

/** A file of the catalogue. `docs/reference/catalogue.schema.json` is made from it. */
export const CatalogueFile = z.strictObject({
  sources: z
    .record(z.string(), z.string().min(1))
    .default({})
    .describe("Guides by a short key: their public titles or addresses."),
  functionalAreas: z
    .array(Area)
    .default([])
    .describe("Functional areas by name; also what an API client's scope is made of."),
  domains: z.array(Domain).max(2_000).default([]),
  businessProcesses: z.array(Process).max(500).default([]),
});

type CatalogueFile = z.infer<typeof CatalogueFile>;

/**
 * Reads the catalogue from the files of the folders, in the order of the folders and of the files' names.
 * All that is wrong is reported at once: file, line and reason.
 */
export function readCatalogue(folders: readonly string[]): Result<Catalogue, readonly string[]> {
  const contents: CatalogueContent[] = [];
  const problems: string[] = [];
  const areas: string[] = [];
  for (const path of folders.flatMap((folder) => listFiles(folder, problems))) {
    const file = readYamlFile(path, CatalogueFile);
    if (file.ok) areas.push(...file.value.content.functionalAreas);
    const found = file.ok ? checkFile(file.value, areas) : file.error;
    problems.push(...found.map((problem) => `${path}: ${problem}`));
    if (file.ok) contents.push(toContent(file.value.content));
  }
  return problems.length > 0 ? err(problems) : ok(createCatalogue(contents));
}

function listFiles(folder: string, problems: string[]): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .toSorted()
      .map((name) => join(folder, name));
  } catch {
    problems.push(`${folder}: no readable folder there`);
    return [];
  }
}

/** What a schema cannot say: names that stand twice, areas and sources that are named nowhere. */
function checkFile(file: YamlFile<CatalogueFile>, areas: readonly string[]): readonly string[] {
  const { domains, businessProcesses } = file.content;
  const names = countByKey(
    domains.flatMap(({ name, aliases }) => [name, ...aliases]).map(toNameKey),
  );
  return [
    ...domains.flatMap((domain, index) => {
      const twice = [domain.name, ...domain.aliases]
        .filter((name) => (names.get(toNameKey(name)) ?? 0) > 1)
        .map(describeTwice);
      return describeAt(file, ["domains", index], [...checkEntry(domain, file, areas), ...twice]);
    }),
    ...businessProcesses.flatMap((process, index) => {
      const same = businessProcesses.filter((one) => isSameProcess(one, process));
      const twice = same.length > 1 ? [describeTwice(writeProcess(process))] : [];
      const found = [...checkEntry(process, file, areas), ...twice];
      return describeAt(file, ["businessProcesses", index], found);
    }),
  ];
}

/** How often each key stands there. A catalogue names thousands, and every start reads it: each is looked at once. */
function countByKey(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function describeTwice(name: string): string {
  return `"${name}" stands more than once`;
}

function describeAt(
  { lineOf }: YamlFile<CatalogueFile>,
  at: readonly (string | number)[],
  found: readonly string[],
): readonly string[] {
  return found.map((words) => describeAtLine(lineOf(at), words));
}

/** Any entry's area and sources have to be named. */
function checkEntry(
  { area, sources }: Pick<CatalogueFile["domains"][number], "area" | "sources">,
  { content }: YamlFile<CatalogueFile>,
  areas: readonly string[],
): readonly string[] {
  return [
    ...sources
      .filter((key) => content.sources[key] === undefined)
      .map((key) => `sources has no "${key}"`),
    ...(area === undefined || areas.includes(area)
      ? []
      : [`functionalAreas does not name the area "${area}"`]),
  ];
}

function toContent({ sources: titles, ...file }: CatalogueFile): CatalogueContent {
  function titlesOf(keys: readonly string[]): readonly string[] {
    return keys.flatMap((key) => titles[key] ?? []);
  }
  return {
    functionalAreas: file.functionalAreas,
    domains: file.domains.map(({ sources, seenWith, ...rest }) => ({
      ...rest,
      seenWith: accesses.filter((access) => seenWith.includes(access)),
      sources: titlesOf(sources),
    })),
    businessProcesses: file.businessProcesses.map(({ sources, ...rest }) => ({
      ...rest,
      sources: titlesOf(sources),
    })),
  };
}
