// Writes the published JSON schemas of the configuration file, of recipes and of the catalogue: npm run schemas
import { writeFileSync } from "node:fs";
import { z } from "zod";
import { CatalogueFile } from "../src/catalogue.ts";
import { ConfigFile } from "../src/config/file.ts";
import { RecipeFile } from "../src/recipe-file.ts";
import { runWithoutOptions } from "../src/without-options.ts";

const usage = `npm run schemas

Writes the JSON schemas of the configuration file, of recipes and of the catalogue to docs/reference.

  --help   this text
`;

const schemas = { config: ConfigFile, recipe: RecipeFile, catalogue: CatalogueFile };

await runWithoutOptions(usage, () => {
  for (const [name, schema] of Object.entries(schemas)) {
    const json = z.toJSONSchema(schema, { io: "input" });
    writeFileSync(`docs/reference/${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`);
  }
});
