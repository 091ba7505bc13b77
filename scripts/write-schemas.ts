// Writes the published JSON schemas of the configuration file and of recipes: npm run schemas
import { writeFileSync } from "node:fs";
import { z } from "zod";
import { ConfigFile } from "../src/config/file.ts";
import { RecipeFile } from "../src/recipes.ts";

const schemas = { config: ConfigFile, recipe: RecipeFile };

for (const [name, schema] of Object.entries(schemas)) {
  const json = z.toJSONSchema(schema, { io: "input" });
  writeFileSync(`docs/reference/${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`);
}
