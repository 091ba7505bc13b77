import type { PersonId } from "../../flows/model/ids.ts";
import { refusals } from "../blocks/messages.ts";
import type { Press } from "../payloads/parse-payload.ts";
import { checkChannel } from "./check-channel.ts";
import type { BotParts } from "./deps.ts";

/** Who asks, and where the private answer goes. */
export interface Caller {
  readonly by: PersonId;
  readonly channel: string;
  readonly responseUrl: string;
}

/** A button of a private answer. We posted it, so one from a window is a bug and throws. */
export function toCaller({ by, channel, responseUrl }: Press): Caller {
  if (channel === undefined || responseUrl === undefined) {
    throw new Error("A private answer's button was pressed elsewhere");
  }
  return { by, channel, responseUrl };
}

/** Why somebody gets no answer here, in words; `undefined` for a full member among their own. */
export async function refuseCaller(
  parts: BotParts,
  { by, channel }: Pick<Caller, "by" | "channel">,
): Promise<string | undefined> {
  const [place, standing] = await Promise.all([
    checkChannel(parts, channel),
    parts.directory.findStanding(by),
  ]);
  if (place !== undefined) return place;
  if (!standing.ok) return refusals["cannot-tell-who-you-are"];
  return standing.value === "member" ? undefined : refusals[standing.value];
}
