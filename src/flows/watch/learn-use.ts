import { type AccountUse, isSameOrigin, type Origin, type Used } from "../model/account-use.ts";
import type { LoggedSignOn } from "../model/sign-on-log.ts";

/** An account that comes from more places than this is not told of each new one. */
const mostOrigins = 50;

/** What lines of the log add to what is known of an account. */
interface Learnt {
  readonly use: AccountUse;
  /** Origins that were not seen before, each once; none where nothing was known of the account. */
  readonly fresh: readonly Used[];
}

/**
 * Adds lines of the log to what is known of one account. Safe to repeat with the same lines.
 *
 * @param signOns of this account, without the bot's own
 */
export function learnUse(before: AccountUse, signOns: readonly LoggedSignOn[]): Learnt {
  const used = signOns
    .filter(({ outcome }) => outcome === "signed-on")
    .map(({ at, address, channel }): Used => ({ at, address, channel }))
    .toSorted((one, other) => one.at - other.at);
  const known = [...before.known];
  const fresh: Used[] = [];
  for (const one of used) {
    if (known.length >= mostOrigins || isKnown(known, one)) continue;
    known.push({ address: one.address, channel: one.channel });
    fresh.push(one);
  }
  const latest = used.at(-1);
  const isLater = latest !== undefined && latest.at > (before.last?.at ?? 0);
  return {
    use: { ...before, ...(isLater && { last: latest }), known },
    fresh: before.known.length === 0 ? [] : fresh,
  };
}

function isKnown(known: readonly Origin[], one: Origin): boolean {
  return known.some((other) => isSameOrigin(one, other));
}
