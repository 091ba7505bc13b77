import type { App } from "@slack/bolt";
import { actions } from "../payloads/action-ids.ts";
import { parseOfForm } from "../payloads/metadata.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";
import { readSuggestion } from "../payloads/parse-payload.ts";
import { loadingOption } from "../forms/read-form.ts";
import { suggestDomains } from "../forms/domain-options.ts";
import { systemOption } from "../forms/form.ts";
import { suggestProcesses } from "../forms/process-options.ts";
import { type Group, optionLength, optionLimit } from "../blocks/search-options.ts";

/** What the fields of the forms offer while somebody types. */
export function registerSearches(app: App, parts: BotParts): void {
  app.options(actions.system, async ({ ack, body }) => {
    await ack({ options: await suggest(parts, readSuggestion(body)) });
  });
  app.options(actions.domains, async ({ ack, body }) => {
    const groups = searchCatalogue(parts, readSuggestion(body));
    await ack(toOptions(groups));
  });
  app.options(actions.processes, async ({ ack, body }) => {
    await ack(toOptions(suggestProcesses(parts.deps.catalogue, readSuggestion(body).text)));
  });
}

/** Slack takes no empty list of groups. */
function toOptions(groups: Group[]): { options: [] } | { option_groups: Group[] } {
  return groups.length === 0 ? { options: [] } : { option_groups: groups };
}

/** From memory, at once. */
function searchCatalogue(
  { deps }: BotParts,
  { text, form }: ReturnType<typeof readSuggestion>,
): Group[] {
  const tenant = findTenant(deps, parseOfForm(form).tenant);
  const guarded = tenant ?? { refusedDomains: [], sensitiveDomains: [] };
  return suggestDomains(deps.catalogue, guarded, text);
}

async function suggest(
  { deps }: BotParts,
  { text, form }: ReturnType<typeof readSuggestion>,
): Promise<ReturnType<typeof systemOption>[]> {
  const { systems, isLoading } = await deps.searchSystems(parseOfForm(form).tenant, text);
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
