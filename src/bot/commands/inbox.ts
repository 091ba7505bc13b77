import { isRestOf } from "../../flows/approval/parts.ts";
import { isForParts, mayApprove, readVoices } from "../../flows/approval/voices.ts";
import { readIdentity } from "../../flows/authorization/access.ts";
import { rulesFor } from "../../flows/authorization/approvers.ts";
import {
  type Attempt,
  authorize,
  authorizeForOthers,
} from "../../flows/authorization/authorize.ts";
import type { PersonId, RequestId } from "../../flows/model/ids.ts";
import { listVoices } from "../../flows/request/given-approval.ts";
import { listHands, listStrangers } from "../../flows/request/other-request.ts";
import type { ApprovalWait, Phase } from "../../flows/request/phase.ts";
import type { Request } from "../../flows/request/request.ts";
import { countFor } from "../../flows/request/waits.ts";
import type { AddressOf, Inbox, Listed } from "../list-views/inbox.ts";
import { toAddress } from "../publisher/addresses.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";

type Parts = Pick<BotParts, "deps" | "directory">;

/**
 * What concerns somebody now, newest first: what is theirs, what waits for them, and what is left behind.
 *
 * @param read the open requests, where they were read already
 */
export async function readInbox(
  parts: Parts,
  by: PersonId,
  read?: readonly Request[],
): Promise<Inbox> {
  const all = read ?? (await parts.deps.store.listOpen());
  const open = listWithTenants(parts, all);
  const theirs = new Map<Request, Turn>();
  for (const listed of open) {
    const turn = await findTurn(parts, by, listed);
    if (turn !== undefined) theirs.set(listed.request, turn);
  }
  function pick(wanted: Turn): readonly Listed[] {
    return open.filter(({ request }) => theirs.get(request) === wanted);
  }
  return {
    mine: open.filter(({ request }) => request.askedBy === by),
    toApprove: pick("approve"),
    toAnswer: pick("answer"),
    toDeny: pick("deny"),
    toCarryOut: pick("report-done"),
    stuck: pick("retry"),
    leftBehind: pick("look-after"),
    resting: listSuspended(parts, by, all),
  };
}

/** Where the messages of some requests are. */
export async function findAddresses(
  { deps, workspace }: Pick<BotParts, "deps" | "workspace">,
  listed: readonly Listed[],
): Promise<AddressOf> {
  const addresses = new Map<RequestId, string>();
  for (const { request } of listed) {
    const display = await deps.outbox.findDisplay(request.id);
    const address = await toAddress({ workspace }, display?.place);
    if (address !== undefined) addresses.set(request.id, address);
  }
  return (id) => addresses.get(id);
}

/** Requests with their tenants; one whose tenant left the configuration rests. */
export function listWithTenants({ deps }: Parts, requests: readonly Request[]): readonly Listed[] {
  return requests.flatMap((request) => {
    const tenant = findTenant(deps, request.draft.tenant);
    return tenant === undefined ? [] : [{ request, tenant }];
  });
}

/** Whose tenant left the configuration, as far as somebody may see them: without its rules, their own. */
export function listSuspended(
  { deps }: Parts,
  by: PersonId,
  requests: readonly Request[],
): readonly Request[] {
  return requests.filter(
    ({ askedBy, draft }) => askedBy === by && findTenant(deps, draft.tenant) === undefined,
  );
}

/** The requester, and those who work on the tenant; of a release, of any of its requests. To others there is no such one. */
export async function maySee(parts: Parts, by: PersonId, listed: Listed): Promise<boolean> {
  const { request, tenant } = listed;
  if (await maySeeOne(parts, by, listed)) return true;
  for (const id of request.members ?? []) {
    const member = await parts.deps.store.find(id);
    if (member !== undefined && (await maySeeOne(parts, by, { request: member, tenant })))
      return true;
  }
  return false;
}

async function maySeeOne(parts: Parts, by: PersonId, listed: Listed): Promise<boolean> {
  if (listed.request.askedBy === by) return true;
  const { directory, deps } = parts;
  const asked = { person: by, tenant: rulesFor(listed.request, listed.tenant) };
  const identity = await readIdentity(directory, asked, ["doer", "approver"]);
  if (!identity.ok) return false;
  const { doer, approver } = identity.value.roles;
  if (doer === true || approver === true) return true;
  const sources = { directory, delegations: deps.delegations, now: deps.now() };
  return (await authorizeForOthers(sources, { command: "deny", by, ...listed })).ok;
}

/** What somebody can do about a request in its phase. */
type Turn = "approve" | "answer" | "deny" | "report-done" | "retry" | "look-after";

const turns: Partial<Record<Phase["kind"], Turn>> = {
  "waiting-for-approval": "approve",
  "waiting-for-answer": "answer",
  "waiting-for-window": "deny",
  "waiting-for-person": "report-done",
  stuck: "retry",
  ended: "look-after",
};

async function findTurn(parts: Parts, by: PersonId, listed: Listed): Promise<Turn | undefined> {
  const { phase, askedBy } = listed.request;
  const turn = turns[phase.kind];
  if (turn === undefined) return undefined;
  // Others can answer for the requester, and lose their voice by it: they are not called.
  if (turn === "answer") return askedBy === by ? turn : undefined;
  // What ended with something left behind is on the list of the requester's own already.
  if (turn === "look-after") {
    return askedBy !== by && (await maySee(parts, by, listed)) ? turn : undefined;
  }
  const isTheirs =
    phase.kind === "waiting-for-approval"
      ? await hasVoice(parts, { by, ...listed }, phase)
      : await may(parts, { by, ...listed, command: turn });
  return isTheirs ? turn : undefined;
}

async function hasVoice(
  parts: Parts,
  wish: Omit<Attempt, "command">,
  wait: ApprovalWait,
): Promise<boolean> {
  if (isForParts(wish.request, "approve")) return hasVoiceLeft(parts, wish, wait);
  return !hasNoVoice(wait, wish.by) && (await may(parts, { ...wish, command: "approve" }));
}

/** Whether there is a part of the card that somebody may decide and has not, as far as the card says. */
async function hasVoiceLeft(
  { directory, deps }: Parts,
  wish: Omit<Attempt, "command">,
  { given, asked }: ApprovalWait,
): Promise<boolean> {
  const { store, delegations } = deps;
  const { by, request } = wish;
  const hands = listHands(listStrangers(asked.others));
  const voices = await readVoices({ directory, delegations, store, now: deps.now() }, wish);
  return voices.some(
    ({ part, may: answer }) =>
      answer.ok &&
      !(isRestOf(request, part) && hands.has(by)) &&
      !given.some((one) => listVoices([one]).includes(by) && countFor(part, [one]) > 0),
  );
}

/** Who approved already, or has a hand in another request of which something goes live. */
function hasNoVoice({ given, asked }: ApprovalWait, by: PersonId): boolean {
  return given.some((one) => one.by === by) || listHands(listStrangers(asked.others)).has(by);
}

async function may({ directory, deps }: Parts, wish: Attempt): Promise<boolean> {
  const sources = { directory, delegations: deps.delegations, now: deps.now() };
  return wish.command === "approve"
    ? (await mayApprove({ ...sources, store: deps.store }, wish)).ok
    : (await authorize(sources, wish)).ok;
}
