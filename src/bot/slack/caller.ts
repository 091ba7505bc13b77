import type { PersonId } from "../../flows/model/ids.ts";
import { checkPlace } from "./check-channel.ts";
import type { BotParts } from "./deps.ts";
import type { Press } from "../payloads/parse-payload.ts";
import { refusals } from "../blocks/messages.ts";

/** Who asks, and where the private answer goes. */
export interface Asker {
  readonly by: PersonId;
  readonly channel: string;
  readonly responseUrl: string;
}

/** A button of a private answer. We posted it, so one from a window is a bug and throws. */
export function toAsker({ by, channel, responseUrl }: Press): Asker {
  if (channel === undefined || responseUrl === undefined) {
    throw new Error("A private answer's button was pressed elsewhere");
  }
  return { by, channel, responseUrl };
}

/** Why somebody gets no answer here, in words; `undefined` for a full member among their own. */
export async function refuseAsker(
  parts: BotParts,
  { by, channel }: Pick<Asker, "by" | "channel">,
): Promise<string | undefined> {
  const [place, standing] = await Promise.all([
    checkPlace(parts, channel),
    parts.directory.findStanding(by),
  ]);
  if (place !== undefined) return place;
  if (!standing.ok) return refusals["cannot-tell-who-you-are"];
  return standing.value === "member" ? undefined : refusals[standing.value];
}
