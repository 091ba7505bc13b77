import type { Host } from "../payloads.ts";
import { act, keepValue } from "./act.ts";
import type { Kept, Outcome, Where } from "./client.ts";
import { type Desk, hostAt, personAt, topView } from "./desk.ts";
import { findInput } from "./find-element.ts";
import { suggestedFor } from "./suggest.ts";
import { type Entered, isExternal, namesIn, ownOptions, toValue } from "./to-value.ts";

/** Enters a value in the top modal; it is sent at once only where the bot asked for that. */
export function fill(desk: Desk, input: string, entered: Entered): Promise<Outcome | Kept> {
  return enter(desk, topView(desk), input, entered);
}

/** Chooses in a message, a view or the Home tab. A confirm dialog is taken as answered with yes. */
export async function choose(
  desk: Desk,
  where: Where,
  actionId: string,
  entered: Entered,
): Promise<Outcome> {
  const outcome = await enter(desk, hostAt(desk, where), actionId, entered);
  if (outcome.kind !== "kept") return outcome;
  throw new Error(`${actionId} stands in an input block that sends nothing: use fill`);
}

async function enter(
  desk: Desk,
  host: Host,
  input: string,
  entered: Entered,
): Promise<Outcome | Kept> {
  personAt(desk);
  const placed = findInput(host, input);
  const offered =
    isExternal(placed) && typeof entered !== "boolean"
      ? await suggestedFor(desk, host, placed, namesIn(entered))
      : ownOptions(placed);
  const value = toValue(desk.world, placed, entered, offered);
  if (placed.element.type !== "overflow") keepValue(desk, host, placed, value);

  const isSilent = placed.input !== undefined && placed.input.dispatch_action !== true;
  return isSilent ? { kind: "kept" } : act(desk, host, placed, value);
}
