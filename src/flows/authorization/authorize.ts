import { err, ok, type Result } from "../../result.ts";
import type { Instant, PersonId } from "../model/ids.ts";
import type { Delegations } from "../ports/delegations.ts";
import type { Directory } from "../ports/directory.ts";
import type { ApprovalAsked } from "../request/approval-asked.ts";
import type { CommandKind } from "../request/click.ts";
import type { Delegation } from "../request/delegation.ts";
import type { Delegate, Event } from "../request/event.ts";
import { listHands, listStrangers } from "../request/other-request.ts";
import type { PersonRefusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { checkCommand, type Identity, involve, mayCommand, readIdentity } from "./access.ts";
import { rulesFor } from "./approvers.ts";

/** Where it is read who somebody is, and for whom they decide. */
export interface AuthoritySources {
  readonly directory: Directory;
  readonly delegations: Delegations;
  readonly now: Instant;
}

/** Somebody who wants to do something with a request. `tenant` is as the configuration says. */
export interface Attempt {
  readonly command: CommandKind;
  readonly by: PersonId;
  readonly request: Request;
  readonly tenant: Tenant;
}

/** Somebody who wants to do it for another; for this one, or for whoever named them. */
type ForOthers = Attempt & { readonly absent?: PersonId };

type No = PersonRefusal | "cannot-tell-who-you-are";

/**
 * Decides whether somebody may give a command on a request, as Slack says right now. Their own right comes
 * first; who is no approver, or of whom Slack cannot say it, may decide for one who is away. Safe to repeat.
 *
 * @returns for whom they may decide; nobody when it is by their own right.
 */
export async function authorize(
  sources: AuthoritySources,
  wish: Attempt,
): Promise<Result<readonly PersonId[], No>> {
  const own = await authorizeByOwnRight(sources, wish);
  if (own.ok) return ok([]);
  if (own.error === "not-an-approver") return authorizeForOthers(sources, wish);
  if (own.error === "not-involved" && wish.command === "look-again") {
    const forOthers = await authorizeForOthers(sources, wish);
    return forOthers.ok ? forOthers : own;
  }
  if (own.error !== "cannot-tell-who-you-are" || !isForApprovers(wish)) return own;
  const forOthers = await authorizeForOthers(sources, wish);
  return forOthers.ok ? forOthers : own;
}

const forApprovers: ReadonlySet<CommandKind> = new Set([
  "approve",
  "deny",
  "postpone",
  "send-back",
]);

function isForApprovers({ command }: Attempt): boolean {
  return forApprovers.has(command);
}

/** Whether somebody may give a command without anybody's delegation. */
export async function authorizeByOwnRight(
  { directory }: Pick<AuthoritySources, "directory">,
  { command, by, request, tenant }: Attempt,
): Promise<Result<void, No>> {
  const rules = rulesFor(request, tenant);
  return checkCommand(directory, command, { ...involve(request, by), tenant: rules });
}

/** For whom somebody may give a command: for one at least, or why for nobody. */
export async function authorizeForOthers(
  sources: AuthoritySources,
  wish: ForOthers,
): Promise<Result<readonly PersonId[], No>> {
  const { command, by, request, tenant } = wish;
  const people = await readAbsent(sources, wish);
  if (!people.ok) return people;
  if (people.value.length === 0) return err("not-an-approver");
  const identity = await readIdentity(sources.directory, { person: by, tenant }, []);
  if (!identity.ok) return identity;
  const may = mayCommand(command, asApprover(identity.value), involve(request, by));
  return may.ok ? people : may;
}

/** Whoever decides for an approver is held to what an approver is. */
function asApprover({ standing, roles }: Identity): Identity {
  return { standing, roles: { ...roles, approver: true } };
}

/**
 * For whom somebody may decide a request: while the delegation is in force, the delegate may be named as one,
 * and the delegator may decide this very request. Nobody hands on what was delegated to them. Where Slack cannot
 * say it of one delegator, the others count.
 */
async function readAbsent(
  sources: AuthoritySources,
  { command, by, request, tenant, absent: only }: ForOthers,
): Promise<Result<readonly PersonId[], "cannot-tell-who-you-are">> {
  const { directory, delegations, now } = sources;
  if (tenant.delegation === undefined) return ok([]);
  const inForce = await delegations.listInForce(tenant.name, now);
  const own = inForce.filter((one) => one.to === by && (only === undefined || one.by === only));
  const mine = new Set(own.map((one) => one.by));
  if (mine.size === 0) return ok([]);
  const isDelegate = await directory.isOn(by, tenant.delegation.to);
  if (!isDelegate.ok) return err("cannot-tell-who-you-are");
  const absent: PersonId[] = [];
  let isUnclear = false;
  for (const person of isDelegate.value ? mine : []) {
    const may = await authorizeByOwnRight(sources, { command, by: person, request, tenant });
    if (may.ok) absent.push(person);
    else isUnclear ||= may.error === "cannot-tell-who-you-are";
  }
  return isUnclear && absent.length === 0 ? err("cannot-tell-who-you-are") : ok(absent);
}

/** A request with the others of which something goes live with its card, and the card's parts where it has some. */
type Carded = Pick<Request, "id" | "askedBy" | "carriedOutBy" | "members"> &
  Pick<ApprovalAsked, "others" | "parts">;

/** Who is mentioned for whom while a card waits; whether they count is asked when they decide. */
function listStandIns(card: Carded, inForce: readonly Delegation[]): readonly Delegate[] {
  const barred = listBarred(card);
  return inForce
    .filter(({ by, to }) => barred.some((hands) => !hands.has(by) && !hands.has(to)))
    .map(({ by, to }) => ({ by: to, for: by }));
}

/** Whom their hands keep from each part of a card; from all of it where it has none. */
function listBarred(card: Carded): readonly ReadonlySet<PersonId>[] {
  const { id, members, others, parts } = card;
  if (parts === undefined) return [listHands([card, ...others])];
  return parts.map(({ request: part }) => {
    if (part === id && members === undefined) return listHands([card]);
    const [other] = others.filter((one) => one.id === part);
    return listHands(other === undefined ? listStrangers(others) : [other]);
  });
}

/** Reads who is mentioned for whom; nobody where the tenant has no delegation. */
export async function readDelegates(
  { delegations, now }: Pick<AuthoritySources, "delegations" | "now">,
  request: Carded,
  tenant: Tenant,
): Promise<readonly Delegate[]> {
  if (tenant.delegation === undefined) return [];
  return listStandIns(request, await delegations.listInForce(tenant.name, now));
}

/** What mentions approvers, with those who decide for others. */
export function withDelegates(event: Event, standIns: readonly Delegate[]): Event {
  if (event.kind !== "reminded" && event.kind !== "approval-asked") return event;
  return standIns.length > 0 ? { ...event, standIns } : event;
}
