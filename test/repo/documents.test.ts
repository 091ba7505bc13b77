import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { CatalogueFile } from "../../src/catalogue.ts";
import { Environment } from "../../src/config/environment.ts";
import { ConfigFile } from "../../src/config/file.ts";
import { RecipeFile } from "../../src/recipe-file.ts";

const documents = globSync(["*.md", "docs/**/*.md"]);

function read(path: string): string {
  return readFileSync(path, "utf8");
}

/** How GitHub calls a heading in an address. */
function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- _]/gu, "")
    .replaceAll(" ", "-");
}

function toDark(picture: string): string {
  return picture.replace("-light.", "-dark.");
}

/** The headings of a document; of a file that is none, nothing. */
function anchorsOf(path: string): readonly string[] {
  return [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => toAnchor(heading));
}

describe("documents", () => {
  it.each(documents)("%s links to files that exist", (document) => {
    const targets = [...read(document).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = ""]) => target.replace(/#.*$/, ""))
      .filter((target) => target !== "" && !/^[a-z]+:/.test(target));

    const missing = targets.filter((target) => !existsSync(join(dirname(document), target)));

    expect(missing).toEqual([]);
  });

  it.each(documents)("%s links to headings that exist", (document) => {
    const missing = [...read(document).matchAll(/\]\(([^)\s#]*)#([^)\s]+)\)/g)].filter(
      ([, path = "", heading = ""]) =>
        !/^[a-z]+:/.test(path) &&
        !anchorsOf(path === "" ? document : join(dirname(document), path)).includes(heading),
    );

    expect(missing.map(([link]) => link)).toEqual([]);
  });

  it("shows each picture that is kept, and each of them light and dark", () => {
    const shown = documents.flatMap((document) =>
      [...read(document).matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, path = ""]) =>
        join(dirname(document), path),
      ),
    );

    expect([...new Set(shown)].toSorted()).toEqual(globSync("docs/pictures/*").toSorted());
    expect(shown.filter((path) => path.includes("-light.")).map(toDark)).toEqual(
      shown.filter((path) => path.includes("-dark.")),
    );
  });

  it("lists every section of the operator's page in its contents", () => {
    const page = read("docs/operate.md");
    const [, contents = ""] = /\n## Contents\n([^]*?)\n## /.exec(page) ?? [];
    const sections = [...page.matchAll(/^## (.+)$/gm)].map(([, title = ""]) => title);
    const others = sections.filter((title) => !["At night, first", "Contents"].includes(title));

    expect(others.filter((title) => !contents.includes(`[${title}](#${toAnchor(title)})`))).toEqual(
      [],
    );
  });

  it.each(["docs/threats.md", "docs/architecture.md"])("%s names tests that exist", (document) => {
    const named = [...read(document).matchAll(/`(test\/[^`]+)`/g)].map(([, path = ""]) => path);

    const missing = named.filter((path) => globSync(path).length === 0);

    expect(named).not.toEqual([]);
    expect(missing).toEqual([]);
  });

  it("gives each decision a number of its own, the same in its name and in its title", () => {
    const decisions = globSync("docs/decisions/*.md").toSorted();
    const numbers = decisions.map((path) => Number(/\/(\d+)-/.exec(path)?.[1]));
    const titled = decisions.map((path) => Number(/^# (\d+)\. /.exec(read(path))?.[1]));

    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(titled).toEqual(numbers);
  });

  it("call the product by its one name, and Slack's app by its own", () => {
    const { display_information: app } = z
      .object({ display_information: z.object({ name: z.string() }) })
      .parse(parse(read("manifest.yml")));
    const others = /Workday ISU Bot|Workday-ISU|Workday isu bot|(?<!Workday )\bISU [Bb]ot\b/;
    const named = [...documents, ...globSync(["{src,sandbox}/**/*.{ts,js,html}", "Dockerfile"])];

    expect(read("README.md")).toMatch(/^# Workday ISU bot\n/);
    expect(app.name).toBe("Workday ISU");
    expect(named.filter((path) => others.test(read(path)))).toEqual([]);
  });

  it("gives the version a heading in the changelog", () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(read("package.json")));

    expect(read("CHANGELOG.md")).toContain(`\n## ${version}\n`);
  });
});

describe("settings", () => {
  it("explains every variable of the environment, and no other but the example's password", () => {
    const explained = [...read(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);

    expect(new Set(explained)).toEqual(
      new Set([...Object.keys(Environment.shape), "WORKDAY_PASSWORD"]),
    );
  });

  it("ships an example that is valid", () => {
    expect(ConfigFile.safeParse(parse(read("config.example.yml"))).error).toBeUndefined();
  });

  it("documents a recipe that is valid", () => {
    const [, example = ""] =
      /```yaml\n(# yaml-language-server[^]*?)```/.exec(read("docs/recipes.md")) ?? [];

    expect(RecipeFile.safeParse(parse(example)).error).toBeUndefined();
  });

  it.each([
    ["config", ConfigFile],
    ["recipe", RecipeFile],
    ["catalogue", CatalogueFile],
  ])("publishes the schema of %s as it is", (name, schema) => {
    const published: unknown = JSON.parse(read(`docs/reference/${name}.schema.json`));

    expect(published).toEqual(z.toJSONSchema(schema, { io: "input" }));
  });
});
