import { involve, mayCommand, readIdentity } from "../flows/access.ts";
import { rulesFor } from "../flows/approvers.ts";
import { type PersonId, parseRequestId } from "../flows/ids.ts";
import type { Standing } from "../flows/ports.ts";
import type { Refusal } from "../flows/refusal.ts";
import type { Request } from "../flows/request.ts";
import type { Tenant } from "../flows/tenant.ts";
import { checkPlace } from "./check-place.ts";
import { type BotParts, findTenant } from "./deps.ts";
import type { CommandCall } from "./payload.ts";
import { toMessage } from "./send-directly.ts";
import { tellPrivately } from "./tell-privately.ts";
import type { Message } from "./views/block.ts";
import { type Listed, overview, tellRequest } from "./views/status.ts";
import { refusals } from "./views/words.ts";

/** Answers privately, with nothing that the asker may not see. */
export async function answerStatus(
  parts: BotParts,
  call: CommandCall,
  about: string,
): Promise<void> {
  for (const message of await toAnswer(parts, call, about)) {
    await tellPrivately(parts, call.responseUrl, message);
  }
}

async function toAnswer(
  parts: BotParts,
  call: CommandCall,
  about: string,
): Promise<readonly Message[]> {
  const [place, standing] = await Promise.all([
    checkPlace(parts, call.channel),
    parts.directory.findStanding(call.by),
  ]);
  if (place !== undefined) return [toMessage(place)];
  if (!standing.ok) return [toMessage(refusals["cannot-tell-who-you-are"])];
  const refusal = toRefusal(standing.value);
  if (refusal !== undefined) return [toMessage(refusals[refusal])];
  return about === "" ? [await listMine(parts, call.by)] : tellOne(parts, call.by, about);
}

function toRefusal(standing: Standing): Refusal | undefined {
  return standing === "member" ? undefined : standing;
}

async function listMine(parts: BotParts, by: PersonId): Promise<Message> {
  const open = listIn(parts, await parts.deps.store.listOpen());
  const mine = open.filter(({ request }) => request.askedBy === by);
  const waiting = open.filter(({ request }) => request.phase.kind === "waiting-for-approval");
  const toApprove: Listed[] = [];
  for (const listed of waiting) if (await mayApprove(parts, by, listed)) toApprove.push(listed);
  return overview({ mine, toApprove });
}

/** Requests with their tenants; one whose tenant left the configuration can be shown nowhere. */
function listIn({ deps }: BotParts, requests: readonly Request[]): readonly Listed[] {
  return requests.flatMap((request) => {
    const tenant = findTenant(deps, request.draft.tenant);
    return tenant === undefined ? [] : [{ request, tenant }];
  });
}

async function mayApprove(
  { directory }: BotParts,
  by: PersonId,
  { request, tenant }: Listed,
): Promise<boolean> {
  const identity = await readIdentity(directory, by, rulesFor(request, tenant));
  const { phase } = request;
  if (phase.kind === "waiting-for-approval" && phase.given.some((one) => one.by === by))
    return false;
  return identity.ok && mayCommand("approve", identity.value, involve(request, by)).ok;
}

async function tellOne(parts: BotParts, by: PersonId, about: string): Promise<readonly Message[]> {
  const { store } = parts.deps;
  const seen: Listed[] = [];
  for (const listed of listIn(parts, await findRequests(parts, about))) {
    if (await maySee(parts, by, listed)) seen.push(listed);
  }
  const [newest, ...others] = seen;
  if (newest === undefined) return [toMessage(refusals["no-such-request"])];
  return tellRequest({
    ...newest,
    story: await store.readStory(newest.request.id),
    others: others.map(({ request }) => request),
  });
}

async function findRequests({ deps }: BotParts, about: string): Promise<readonly Request[]> {
  const id = parseRequestId(about);
  if (!id.ok) return deps.store.listByUserName(about);
  const request = await deps.store.find(id.value);
  return request === undefined ? [] : [request];
}

/** The requester, and those who work on the tenant. To everybody else there is no such request. */
async function maySee(
  { directory }: BotParts,
  by: PersonId,
  { request, tenant }: { readonly request: Request; readonly tenant: Tenant },
): Promise<boolean> {
  if (request.askedBy === by) return true;
  const identity = await readIdentity(directory, by, rulesFor(request, tenant));
  return identity.ok && (identity.value.roles.doer || identity.value.roles.approver);
}
