import { readFileSync } from "node:fs";

/** The bot scopes that `manifest.yml` asks for: the emulated workspace grants these and no others. */
export function readManifestScopes(): readonly string[] {
  const text = readFileSync(new URL("../manifest.yml", import.meta.url), "utf8");
  const [, list = ""] = /^ {4}bot:\n((?: {6}.*\n|\n)+)/m.exec(text) ?? [];
  const scopes = [...list.matchAll(/^ {6}- ([a-z:.]+)/gm)].map(([, scope = ""]) => scope);
  if (scopes.length === 0) throw new Error("manifest.yml lists no bot scopes");
  return scopes;
}
