import { leastSeen, neededFor, neededForAll } from "../authorization/quorum.ts";
import { originOf, rulesOf } from "../authorization/recipe-rules.ts";
import { type Tie, withTied } from "../authorization/ties.ts";
import { changedGroups } from "../inventory/changed-groups.ts";
import { toReleaseDraft } from "../kinds/activate.ts";
import { type PersonId, type RequestId, theRest } from "../model/ids.ts";
import { isOneOf } from "../model/names.ts";
import { type PendingChange, seenIn } from "../model/pending.ts";
import { listMadeAsPlanned } from "../planning/plan-makers.ts";
import {
  type GoesLive,
  listHands,
  listMemberRequests,
  listStrangers,
  type OtherRequest,
  toMadeKey,
  type WithHands,
} from "../request/other-request.ts";
import type { ReleasePart } from "../request/release-event.ts";
import type { Request } from "../request/request.ts";
import { hasUnknownMaker, listMakers } from "../tenant/makers.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { coversPolicies } from "./covers-policies.ts";

/** What a card is for: a request, or a release with its requests. */
export type CardOf = Pick<Request, "id" | "draft" | "plan" | "members">;

/** By which of a card's parts everything stands that none of its requests asked for. */
function restOf({ id, members }: Pick<Request, "id" | "members">): RequestId {
  return members === undefined ? theRest : id;
}

/** Whether a part of a card is what none of its requests asked for. */
export function isRestOf(card: Pick<Request, "id" | "members">, part: RequestId): boolean {
  return part === restOf(card);
}

/**
 * What of a card needs approvers, each part by rules of its own: the request, or every request of a release; everything
 * else by the tenant's own rules, for which a recipe's never stand; and of that, every other request of the bot's that falls
 * under a recipe's rules by these as well. Where nobody sees what is pending, there may be something
 * else: in the authentication policies nobody ever does.
 *
 * @param tenant the tenant's own rules
 * @returns `undefined` where one kind of rules counts for all of it
 */
export function toParts(
  card: CardOf,
  live: GoesLive,
  tenant: Tenant,
): readonly ReleasePart[] | undefined {
  const theirs = listMemberRequests(live.others).map(toPart);
  const strangers = listStrangers(live.others).filter(hasOwnRules).map(toPart);
  const rest = toRest(card, live, tenant);
  if (card.members !== undefined) return [...theirs, ...strangers, ...rest];
  const isByRecipe = originOf(card.draft, tenant).kind === "recipe";
  const isPoliciesToo = coversPolicies(card, live, tenant);
  const isActivated = isActivation(live) || isPoliciesToo;
  if (!isActivated || strangers.length + (isByRecipe ? rest.length : 0) === 0) return undefined;
  const pending = leastSeen(isPoliciesToo, live.pending);
  const needed = neededFor(rulesOf(card.draft, tenant), card.draft, pending);
  return [{ request: card.id, needed }, ...strangers, ...rest];
}

function toPart({ id: request, needed }: OtherRequest): ReleasePart {
  return { request, needed };
}

/** Whether a request falls under the rules of its recipe, and not the tenant's own. */
function hasOwnRules({ rulesOf: recipe }: OtherRequest): boolean {
  return recipe !== undefined;
}

function isActivation({ pending }: GoesLive): boolean {
  return pending.kind === "seen" || pending.kind === "cannot-see";
}

function toRest(card: CardOf, live: GoesLive, tenant: Tenant): readonly ReleasePart[] {
  const strangers = listStrangers(live.others).filter((one) => !hasOwnRules(one));
  const rest = listBesides(card, live, tenant);
  const isPoliciesToo = coversPolicies(card, live, tenant);
  const isSeen = live.pending.kind === "seen" && !isPoliciesToo;
  if (isSeen && rest.length + strangers.length === 0) return [];
  const pending = leastSeen(isPoliciesToo, live.pending);
  const draft = toReleaseDraft(tenant.name, []);
  const needed = neededForAll(tenant, draft, { pending, others: strangers });
  return [{ request: restOf(card), needed: withMakers(needed, rest, tenant) }];
}

/** How many people have to approve a card of which one kind of rules counts for all: none of its parts needs fewer. */
export function neededForCard(
  card: CardOf,
  live: GoesLive,
  { rules, tenant }: { readonly rules: Tenant; readonly tenant: Tenant },
): number {
  const pending = leastSeen(coversPolicies(card, live, tenant), live.pending);
  const needed = neededForAll(rules, card.draft, { ...live, pending });
  return withMakers(needed, listBesides(card, live, tenant), tenant);
}

/** Who made a change without a name may be any of the approvers: as many are asked for as where nobody sees it. */
function withMakers(needed: number, rest: readonly PendingChange[], tenant: Tenant): number {
  const { neededWhenUnseen } = tenant.approvals;
  return hasUnknownMaker(rest, tenant) && neededWhenUnseen > needed ? neededWhenUnseen : needed;
}

/** For the part that needs most. */
export function mostNeeded(parts: readonly ReleasePart[]): number {
  let most = 1;
  for (const { needed } of parts) if (needed > most) most = needed;
  return most;
}

/** What goes live with a card that none of its own requests asked for, as far as it is seen. */
function listBesides(card: CardOf, live: GoesLive, tenant: Tenant): readonly PendingChange[] {
  const own = new Set(listOwn(card, live, tenant).map(toMadeKey));
  return seenIn(live.pending).filter((one) => !own.has(toMadeKey(one)));
}

/** What the card's own requests asked for, made by the hands of their plans. */
function listOwn(
  card: CardOf,
  { pending, others }: GoesLive,
  tenant: Tenant,
): readonly PendingChange[] {
  return card.members === undefined
    ? listMadeAsPlanned(seenIn(pending), card, tenant)
    : listMemberRequests(others).flatMap(({ changes }) => changes);
}

/** What is read to tell who has a hand in what a card makes live. */
export interface Handled {
  readonly live: GoesLive;
  /** The requests that the card is for, as they are by now: those of a release, or the one itself. */
  readonly own: readonly Pick<Request, "id" | "draft" | "askedBy" | "carriedOutBy">[];
  /** The tenant's own rules. */
  readonly tenant: Tenant;
  /** Who decides for whom. */
  readonly ties: readonly Tie[];
}

/**
 * Who has a hand in one part of a card: whoever asked for its request or carried out a step of it, and whoever's Workday
 * account made a change of it. In what is somebody else's, the same of every other request of which something is pending,
 * and of each own one whose group something of it is for; where nobody sees what is pending, it may be for any of them. A
 * card that has no parts is all of it. Who decides for one of them, and for whom they decide, have a hand in it too.
 */
export function listHandsIn(
  card: CardOf,
  part: RequestId | "all",
  handled: Handled,
): ReadonlySet<PersonId> {
  const { live, tenant, ties } = handled;
  const [requests, changes] = listTouched(card, part, handled);
  const makers = listMakers(changes ?? seenIn(live.pending), tenant);
  return withTied([...listHands(requests), ...makers], ties);
}

/** The requests that a part is of, or may be of, and its changes. */
function listTouched(
  card: CardOf,
  part: RequestId | "all",
  { live, own, tenant }: Handled,
): readonly [requests: readonly WithHands[], changes?: readonly PendingChange[]] {
  if (part === "all") return [[...own, ...live.others]];
  if (part !== restOf(card)) {
    const whose = [...own, ...live.others].filter(({ id }) => id === part);
    return [whose, changesOf(card, part, { live, tenant })];
  }
  const besides = listBesides(card, live, tenant);
  const groups = besides.map(({ securityGroup }) => securityGroup);
  const isSeen = live.pending.kind === "seen" && !coversOwnPolicies(card, live, tenant);
  const touched = own.filter(
    ({ draft }) => !isSeen || changedGroups(draft).some((group) => isOneOf(group, groups)),
  );
  return [[...listStrangers(live.others), ...touched], besides];
}

/** Each request of a release activates the authentication policies by itself, and is looked at once more before. */
function coversOwnPolicies(card: CardOf, live: GoesLive, tenant: Tenant): boolean {
  return card.members === undefined && coversPolicies(card, live, tenant);
}

function changesOf(
  card: CardOf,
  part: RequestId,
  { live, tenant }: Pick<Handled, "live" | "tenant">,
): readonly PendingChange[] {
  if (part === card.id) return listOwn(card, live, tenant);
  return live.others.filter(({ id }) => id === part).flatMap(({ changes }) => changes);
}
