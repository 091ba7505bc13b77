import { ok, type Result } from "../../result.ts";
import { listCalledParts, toOwnerless } from "../authorization/approvers.ts";
import { type Attempt, type AuthoritySources, authorize } from "../authorization/authorize.ts";
import { rulesOf } from "../authorization/recipe-rules.ts";
import { type Instant, type PersonId, type RequestId, theRest } from "../model/ids.ts";
import type { Store } from "../ports/store.ts";
import type { CommandKind } from "../request/click.ts";
import type { Refusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { isEscalationDue } from "./remind.ts";

/** What somebody may say of one part of a card. */
export interface Voice {
  readonly part: RequestId;
  /** For whom they may decide it, nobody where it is by their own right; or why they may not. */
  readonly may: Result<readonly PersonId[], Refusal>;
}

/** Where it is read who somebody is, and what the requests of a card are. */
type Sources = AuthoritySources & { readonly store: Pick<Store, "find"> };

/** Somebody who wants to approve, as `authorize` asks it. */
type Wish = Omit<Attempt, "command">;

/** Reads for which parts of a card somebody may decide, each by its own rules. Safe to repeat. */
export async function readVoices(
  sources: Sources,
  { by, request: card, tenant }: Wish,
): Promise<readonly Voice[]> {
  const voices: Voice[] = [];
  for (const one of await readPartRequests(sources, card, listPartsOf(card))) {
    const { part } = one;
    const request = callInTime(one, card, { tenant, now: sources.now });
    const may = await authorize(sources, { command: "approve", by, request, tenant });
    voices.push({ part, may });
  }
  return voices;
}

/** A card is escalated by the times of one of its parts; the second list of each decides once its own have come. */
function callInTime(
  { request }: PartRequest,
  { phase }: Request,
  { tenant, now }: { readonly tenant: Tenant; readonly now: Instant },
): Request {
  if (phase.kind !== "waiting-for-approval" || phase.asked.parts === undefined) return request;
  const isDue = isEscalationDue(phase, now, rulesOf(request.draft, tenant));
  return { ...request, isEscalated: request.isEscalated && isDue };
}

/** A request with as many people to decide on it as have been called by now: for its own part of a card, or its release. */
export async function withCalled(
  { store }: Pick<Sources, "store">,
  request: Request,
): Promise<Request> {
  const { phase } = request;
  if (phase.kind === "waiting-for-approval" && phase.asked.parts !== undefined)
    return { ...request, isEscalated: listCalledParts(request, phase).includes(request.id) };
  if (phase.kind !== "waiting-for-release" || phase.release === undefined) return request;
  const release = await store.find(phase.release);
  return { ...request, isEscalated: release?.isEscalated === true };
}

/** Whether the card that a request waits with has parts by rules of their own. */
function hasParts({ phase, members }: Request): boolean {
  if (members !== undefined) return true;
  return phase.kind === "waiting-for-approval" && phase.asked.parts !== undefined;
}

/** Approvers of any part of a card have a say in the card. Its question goes to the requester, from who decides on that. */
export function isForParts(request: Request, command: CommandKind): boolean {
  return hasParts(request) && (command === "approve" || command === "postpone");
}

/** The parts of the card that is out; the request itself where it has none. */
function listPartsOf({ id, phase }: Request): readonly RequestId[] {
  const parts = phase.kind === "waiting-for-approval" ? phase.asked.parts : undefined;
  return parts?.map(({ request }) => request) ?? [id];
}

/** Whether somebody may press *Approve* or *Not now*: for any part of the card. Changes nothing. */
export async function mayApprove(
  sources: Sources,
  wish: Wish,
): Promise<Result<readonly PersonId[], Refusal>> {
  return hasParts(wish.request)
    ? checkVoices(await readVoices(sources, wish))
    : authorize(sources, { command: "approve", ...wish });
}

/** Whether somebody may say anything of any part; else why not, of the first. */
export function checkVoices(voices: readonly Voice[]): Result<readonly PersonId[], Refusal> {
  const refused = voices.find(({ may }) => !may.ok)?.may;
  return refused === undefined || voices.some(({ may }) => may.ok) ? ok([]) : refused;
}

/** A part of a card with the request whose rules count for it, for as many people as have been called by now. */
interface PartRequest {
  readonly part: RequestId;
  readonly request: Request;
}

/** Reads by which requests' rules the parts of a card are decided. One whose request is gone is left out. */
export async function readPartRequests(
  { store }: { readonly store: Pick<Store, "find"> },
  card: Request,
  parts: readonly RequestId[],
): Promise<readonly PartRequest[]> {
  const found: PartRequest[] = [];
  for (const part of parts) {
    const request = await findPart(store, card, part);
    if (request !== undefined) found.push({ part, request });
  }
  return found;
}

async function findPart(
  store: Pick<Store, "find">,
  card: Request,
  part: RequestId,
): Promise<Request | undefined> {
  if (part === card.id) return card;
  if (part === theRest) return toOwnerless(card);
  const { isEscalated } = card;
  const other = await store.find(part);
  return other && { ...other, isEscalated };
}
