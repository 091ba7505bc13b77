import type { StepContext } from "../lifecycle/step-context.ts";
import { isSameAccount } from "../model/account-name.ts";
import type { AccountUse } from "../model/account-use.ts";
import { type Away, isAway } from "../model/fault.ts";
import { type Instant, later } from "../model/ids.ts";
import { isFromAny, isSomebodys, type LoggedSignOn, showsPassword } from "../model/sign-on-log.ts";
import type { JudgedFact, VerificationItem } from "../model/verification.ts";
import type { Request } from "../request/request.ts";
import type { Comparison } from "./expectation.ts";
import { comparePasswordKept, passwordKept, type SignOnsSince } from "./password-kept.ts";
import { readSignOnsFrom } from "./read-sign-on-log.ts";

/** The tenant's clock and the bot's are not the same: what was so soon after the put may have been before it. */
const marginMs = 300_000;
/** The log is asked for whole seconds. */
const secondMs = 1_000;

type Looking = Pick<StepContext, "deps" | "place" | "request">;

interface LookedAtPassword {
  readonly comparison: Comparison;
  /** The log did not answer, and it showed something before: it may soon. */
  readonly away?: Away;
}

/**
 * Whether an account still has the password that it had before a request put its settings, as the tenant's log of sign-ons
 * shows it. What was seen once is not read again. Takes a minute or so at the most, and changes nothing.
 */
export async function lookAtPassword(looking: Looking): Promise<LookedAtPassword> {
  const { draft, facts } = looking.request;
  if (!("change" in draft) || Object.keys(draft.change).length === 0) {
    return { comparison: { expected: [], findings: [] } };
  }
  const before = findBefore(facts);
  const since: SignOnsSince =
    before === "as-asked" ? { kind: "signed-on" } : await readSince(looking, draft.userName);
  const comparison = comparePasswordKept(draft.userName, since);
  // Where nothing was seen before, nothing is lost, and nobody waits for a log that may have nothing to show.
  const away = before === "different" ? findAway(since) : undefined;
  return { comparison, ...(away && { away }) };
}

/**
 * What is still different about a password that was seen to be, for the daily look: none where it was not. Changes nothing.
 *
 * @returns `undefined` where the log does not tell any more
 */
export async function findLostPassword(
  looking: Looking,
): Promise<readonly VerificationItem[] | undefined> {
  if (findBefore(looking.request.facts) !== "different") return [];
  const { findings } = (await lookAtPassword(looking)).comparison;
  return findings.length === 0 ? undefined : findings.flatMap(({ items }) => items);
}

function findBefore({ verification }: Request["facts"]): JudgedFact["seen"] | undefined {
  return verification?.facts?.find(({ fact }) => fact === passwordKept)?.seen;
}

function findAway(since: SignOnsSince): Away | undefined {
  if (since.kind !== "cannot-see" || since.fault === undefined) return undefined;
  return isAway(since.fault) ? since.fault : undefined;
}

/** Where the account was used last is read first: a log of many people may be too long to be read from the put on. */
async function readSince(looking: Looking, userName: string): Promise<SignOnsSince> {
  const { deps, place } = looking;
  const theirs = { userName, from: later(await findPut(looking), marginMs) };
  const bot = place.tenant.protectedAccounts[0] ?? "";
  const { uses } = await deps.watch.findUses(place.tenant.name);
  const known = listAddresses(findUse(uses, bot)?.known ?? []);
  const lines = await readLast(looking, findUse(uses, userName));
  if (listTheirs(lines, theirs, known).some(showsPassword)) return { kind: "signed-on" };
  const names = [bot, userName];
  const read = await readSignOnsFrom({ deps, place, names }, theirs.from);
  const addresses = [...known, ...listAddresses(listOwn(read.signOns, bot))];
  const signOns = listTheirs(read.signOns, theirs, addresses);
  if (signOns.some(showsPassword)) return { kind: "signed-on" };
  const { isWhole, fault } = read;
  if (fault !== undefined) return { kind: "cannot-see", words: fault.words, fault };
  if (addresses.length === 0) return { kind: "cannot-see", words: hidesBot };
  return { kind: "read", signOns, isWhole };
}

const hidesBot = "it does not show from where the bot itself signs on.";

/** Lines of the account from then on, without what may be the bot's own: all of them, where nobody knows its addresses. */
function listTheirs(
  signOns: readonly LoggedSignOn[],
  { userName, from }: { readonly userName: string; readonly from: Instant },
  addresses: readonly string[],
): readonly LoggedSignOn[] {
  if (addresses.length === 0) return [];
  return signOns.filter(
    (one) =>
      isSameAccount(one.userName, userName) && isSomebodys(one, from) && !isFromAny(addresses, one),
  );
}

function listOwn(signOns: readonly LoggedSignOn[], bot: string): readonly LoggedSignOn[] {
  return signOns.filter(
    ({ userName, outcome }) => isSameAccount(userName, bot) && outcome === "signed-on",
  );
}

function listAddresses(origins: readonly { readonly address: string }[]): readonly string[] {
  return origins.map(({ address }) => address).filter((address) => address !== "");
}

function findUse(uses: readonly AccountUse[], userName: string): AccountUse | undefined {
  return uses.find((use) => isSameAccount(use.userName, userName));
}

/** The moment of the last use that the watch over sign-ons knows of; nothing where that cannot be read. */
async function readLast(
  { place }: Looking,
  use: AccountUse | undefined,
): Promise<readonly LoggedSignOn[]> {
  if (use?.last === undefined) return [];
  const { at: from } = use.last;
  const read = await place.workday.readSignOns({ from, to: later(from, secondMs) });
  return read.ok && read.value.kind === "seen" ? read.value.signOns : [];
}

/** When the settings were put; before that, now. */
async function findPut({ deps, request }: Looking): Promise<Instant> {
  let putAt = deps.clock.now();
  for (const { event, at } of await deps.store.readStory(request.id)) {
    if (event.kind === "step-finished" && event.step === "change-settings") putAt = at;
  }
  return putAt;
}
