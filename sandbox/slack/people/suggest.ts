import { type Option, optionsOf, Suggestions } from "../blocks/option.ts";
import type { Placed } from "../blocks/placed.ts";
import { problemsOf } from "../blocks/problems.ts";
import { type Host, suggestionPayload } from "../payloads.ts";
import { type Desk, personAt } from "./desk.ts";

/** Slack's own default: fewer letters ask nobody. */
const defaultMinimum = 3;

/** Types into an external select. Throws where a person would see that the options did not load. */
export async function suggest(
  desk: Desk,
  host: Host,
  placed: Placed,
  query: string,
): Promise<readonly Option[]> {
  const { element } = placed;
  const minimum = "min_query_length" in element ? element.min_query_length : undefined;
  if (query.length < (minimum ?? defaultMinimum)) return [];

  const payload = suggestionPayload(desk.world, personAt(desk), host, { placed, query });
  const ack = await desk.deliver({ kind: "interactive", payload });
  if (ack.kind === "failed") throw new Error(`the options did not load: ${ack.error}`);
  const answer = Suggestions.safeParse(ack.body);
  if (!answer.success) {
    const problems = problemsOf(answer.error, ack.body, "");
    throw new Error(`the options did not load: ${problems.join("; ")}`);
  }
  const options = optionsOf(answer.data);
  desk.world.suggested.set(suggestionKey(desk, placed), options);
  return options;
}

/** What is chosen already, and what the person sees in the list now; typing the wanted text when it is in neither. */
export async function suggestedFor(
  desk: Desk,
  host: Host,
  placed: Placed,
  wanted: readonly string[],
): Promise<readonly Option[]> {
  const shown = desk.world.suggested.get(suggestionKey(desk, placed)) ?? [];
  const options = [...chosenIn(host, placed), ...shown];
  for (const name of wanted) {
    const isShown = options.some(({ text, value }) => text.text === name || value === name);
    if (!isShown) options.push(...(await suggest(desk, host, placed, name)));
  }
  return options;
}

function chosenIn(host: Host, { blockId, actionId }: Placed): readonly Option[] {
  if (host.kind !== "view") return [];
  return host.values[blockId]?.[actionId]?.selected_options ?? [];
}

function suggestionKey(desk: Desk, { blockId, actionId }: Placed): string {
  return `${desk.id} ${blockId} ${actionId}`;
}
