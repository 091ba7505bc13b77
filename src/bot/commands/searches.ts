import type { App } from "@slack/bolt";
import { type Group, optionLength, optionLimit } from "../blocks/search-options.ts";
import { suggestDomains } from "../forms/domain-options.ts";
import { suggestProcesses } from "../forms/process-options.ts";
import { loadingOption, systemOption } from "../forms/system-fields.ts";
import { actions } from "../payloads/action-ids.ts";
import { parseFormMetadata } from "../payloads/metadata.ts";
import { parseSuggestion } from "../payloads/parse-payload.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";

/** What the fields of the forms offer while somebody types. */
export function registerSearches(app: App, parts: BotParts): void {
  app.options(actions.system, async ({ ack, body }) => {
    await ack({ options: await suggest(parts, parseSuggestion(body)) });
  });
  app.options(actions.domains, async ({ ack, body }) => {
    const groups = searchCatalogue(parts, parseSuggestion(body));
    await ack(toOptions(groups));
  });
  app.options(actions.processes, async ({ ack, body }) => {
    await ack(toOptions(suggestProcesses(parts.deps.catalogue, parseSuggestion(body).text)));
  });
}

/** Slack takes no empty list of groups. */
function toOptions(groups: Group[]): { options: [] } | { option_groups: Group[] } {
  return groups.length === 0 ? { options: [] } : { option_groups: groups };
}

/** From memory, at once. */
function searchCatalogue(
  { deps }: BotParts,
  { text, form }: ReturnType<typeof parseSuggestion>,
): Group[] {
  const { tenant: name } = parseFormMetadata(form);
  const tenant = findTenant(deps, name);
  if (tenant === undefined) return suggestDomains(deps.catalogue, unguarded, text);
  const { refusedDomains, sensitiveDomains } = tenant;
  const inTenant = deps.listDomains(name);
  return suggestDomains(deps.catalogue, { refusedDomains, sensitiveDomains, inTenant }, text);
}

const unguarded = { refusedDomains: [], sensitiveDomains: [] };

async function suggest(
  { deps }: BotParts,
  { text, form }: ReturnType<typeof parseSuggestion>,
): Promise<ReturnType<typeof systemOption>[]> {
  const { systems, isLoading } = await deps.searchSystems(parseFormMetadata(form).tenant, text);
  const options = systems
    .map(({ id, name, wid }) =>
      systemOption(wid === text.trim().toLowerCase() ? { id, name, wid } : { id, name }),
    )
    .filter(({ value }) => value !== undefined && value.length <= optionLength)
    .slice(0, optionLimit);
  if (options.length > 0 || !isLoading) return options;
  const name = "The list is still loading. Type again in a moment.";
  return [{ ...systemOption({ id: loadingOption, name }) }];
}
