import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { type Finding, findingsOf } from "./finding.ts";

const { ok, warning, failed, notTried } = findingsOf("Slack");
const what = "scopes";

const Manifest = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

/**
 * The bot scopes that the manifest of this version asks for.
 * @throws when there is no manifest, or it is none: the installation is broken
 */
export function readManifestScopes(path: string): readonly string[] {
  return Manifest.parse(parse(readFileSync(path, "utf8"))).oauth_config.scopes.bot;
}

/** Compares what the token was granted with what the manifest asks for. */
export function judgeScopes(
  granted: readonly string[] | undefined,
  wanted: readonly string[],
): readonly Finding[] {
  if (granted === undefined) return [notTried(what, "Slack did not say what the token may do.")];
  const missing = wanted.filter((scope) => !granted.includes(scope));
  const more = granted.filter((scope) => !wanted.includes(scope));
  if (missing.length > 0) {
    const words = `The token lacks ${missing.join(", ")}, which manifest.yml asks for.`;
    const remedy = `Add ${missing.join(", ")} to the app (or paste manifest.yml again) and reinstall it.`;
    return [failed(what, words, remedy)];
  }
  if (more.length > 0) {
    const words = `The token may do more than manifest.yml asks for: ${more.join(", ")}.`;
    const remedy = "Take them off the app and reinstall it: what is not granted cannot be misused.";
    return [warning(what, words, remedy)];
  }
  return [ok(what, "Exactly those that manifest.yml asks for.")];
}
