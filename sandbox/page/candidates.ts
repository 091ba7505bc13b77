import { readdirSync } from "node:fs";
import { basename, extname } from "node:path";
import type { Candidates } from "./complete.ts";
import { type Stage, shownTenants } from "./stage.ts";

const recipes = readdirSync(new URL("../../recipes/", import.meta.url))
  .filter((file) => extname(file) === ".yml")
  .map((file) => basename(file, ".yml"));

/** What there is right now to put behind a command, newest first. */
export function findCandidates({ slack, workday }: Stage, channel: string): Candidates {
  const accounts = shownTenants.flatMap(({ name }) => workday.tenant(name).accounts());
  const users = accounts.flatMap(({ kind, userName }) => (kind === "isu" ? [userName] : []));
  const texts = slack.messages(channel).map(({ blocks }) => JSON.stringify(blocks));
  const requests = new Set(texts.flatMap((text) => text.match(/ISU-[0-9A-Z]{8}/g) ?? []));
  return {
    recipe: recipes,
    name: recipes,
    old: ["old"],
    tenant: shownTenants.map(({ name }) => name),
    ISU: [...new Set(users.toReversed())],
    request: [...requests].toReversed(),
  };
}
