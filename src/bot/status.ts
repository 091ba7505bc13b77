import { readIdentity } from "../flows/access.ts";
import { rulesFor } from "../flows/approvers.ts";
import { type PersonId, parseRequestId } from "../flows/ids.ts";
import type { Request } from "../flows/request.ts";
import { mayDecide, mayForOthers, type Wish } from "../flows/stand-ins.ts";
import type { Tenant } from "../flows/tenant.ts";
import { refuseAsker } from "./asker.ts";
import { type BotParts, findRecipe, findTenant } from "./deps.ts";
import type { CommandCall } from "./payload.ts";
import { toMessage } from "./send-directly.ts";
import { tellPrivately } from "./tell-privately.ts";
import type { Message } from "./views/block.ts";
import { type Listed, overview, sayResting, tellRequest } from "./views/status.ts";
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
  const refused = await refuseAsker(parts, call);
  if (refused !== undefined) return [toMessage(refused)];
  return about === "" ? [await listMine(parts, call.by)] : tellOne(parts, call.by, about);
}

async function listMine(parts: BotParts, by: PersonId): Promise<Message> {
  const all = await parts.deps.store.listOpen();
  const open = listIn(parts, all);
  const mine = open.filter(({ request }) => request.askedBy === by);
  const toApprove: Listed[] = [];
  const toDeny: Listed[] = [];
  for (const listed of open) {
    const { kind } = listed.request.phase;
    if (kind === "waiting-for-approval" && (await mayApprove(parts, by, listed))) {
      toApprove.push(listed);
    }
    if (kind === "waiting-for-window" && (await may(parts, { by, ...listed, command: "deny" }))) {
      toDeny.push(listed);
    }
  }
  return overview({ mine, toApprove, toDeny, resting: listResting(parts, by, all) });
}

/** Whose tenant left the configuration, as far as the asker may see them: without its rules, their own. */
function listResting(
  { deps }: BotParts,
  by: PersonId,
  requests: readonly Request[],
): readonly Request[] {
  return requests.filter(
    ({ askedBy, draft }) => askedBy === by && findTenant(deps, draft.tenant) === undefined,
  );
}

/** Requests with their tenants; one whose tenant left the configuration rests. */
function listIn({ deps }: BotParts, requests: readonly Request[]): readonly Listed[] {
  return requests.flatMap((request) => {
    const tenant = findTenant(deps, request.draft.tenant);
    return tenant === undefined ? [] : [{ request, tenant }];
  });
}

async function mayApprove(parts: BotParts, by: PersonId, listed: Listed): Promise<boolean> {
  const { phase } = listed.request;
  if (phase.kind === "waiting-for-approval" && phase.given.some((one) => one.by === by))
    return false;
  return may(parts, { by, ...listed, command: "approve" });
}

async function may({ directory, deps }: BotParts, wish: Wish): Promise<boolean> {
  const sources = { directory, delegations: deps.delegations, now: deps.now() };
  return (await mayDecide(sources, wish)).ok;
}

async function tellOne(parts: BotParts, by: PersonId, about: string): Promise<readonly Message[]> {
  const { store } = parts.deps;
  const found = await findRequests(parts, about);
  const seen: Listed[] = [];
  for (const listed of listIn(parts, found)) {
    if (await maySee(parts, by, listed)) seen.push(listed);
  }
  const [newest, ...others] = seen;
  if (newest === undefined) {
    const [resting] = listResting(parts, by, found);
    return [toMessage(resting ? sayResting(resting) : refusals["no-such-request"])];
  }
  return tellRequest({
    ...newest,
    recipe: findRecipe(parts.deps, newest.request.draft),
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
  { directory, deps }: BotParts,
  by: PersonId,
  { request, tenant }: { readonly request: Request; readonly tenant: Tenant },
): Promise<boolean> {
  if (request.askedBy === by) return true;
  const identity = await readIdentity(directory, by, rulesFor(request, tenant));
  if (!identity.ok) return false;
  if (identity.value.roles.doer || identity.value.roles.approver) return true;
  const sources = { directory, delegations: deps.delegations, now: deps.now() };
  return (await mayForOthers(sources, { command: "deny", by, request, tenant })).ok;
}
