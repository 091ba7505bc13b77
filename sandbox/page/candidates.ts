import { readdirSync } from "node:fs";
import { basename, extname } from "node:path";
import type { Candidates } from "./complete.ts";
import { type Stage, tenantName } from "./stage.ts";

const recipes = readdirSync(new URL("../../recipes/", import.meta.url))
  .filter((file) => extname(file) === ".yml")
  .map((file) => basename(file, ".yml"));

/** What there is right now to put behind a command, newest first. */
export function findCandidates({ slack, workday }: Stage, channel: string): Candidates {
  const { accounts } = workday.tenant(tenantName).snapshot();
  const texts = slack.messages(channel).map(({ blocks }) => JSON.stringify(blocks));
  const requests = new Set(texts.flatMap((text) => text.match(/ISU-[0-9A-Z]{8}/g) ?? []));
  return {
    recipe: recipes,
    name: recipes,
    old: ["old"],
    tenant: [tenantName],
    ISU: accounts.flatMap(({ kind, userName }) => (kind === "isu" ? [userName] : [])).toReversed(),
    request: [...requests].toReversed(),
  };
}
