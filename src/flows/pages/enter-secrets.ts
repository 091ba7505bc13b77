import { err, ok, type Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import { authorize } from "../authorization/authorize.ts";
import { hasPasskey, makeLink } from "../authorization/links.ts";
import { loadRequest } from "../lifecycle/load-request.ts";
import { startWork } from "../lifecycle/start-work.ts";
import {
  type ClientOutcome,
  type ClientTrial,
  type ClientValue,
  notTriedAlone,
  valuesOf,
} from "../model/api-client.ts";
import type { PersonId, RequestId } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { PageDeps } from "../ports/web-authn.ts";
import {
  choosePasskey,
  type PageRefusal,
  type Passkey,
  type TicketFor,
} from "../request/passkey.ts";
import type { Refusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import type { StoredValue } from "../request/step-facts.ts";
import { disableStored, type NotStored, notStored, storeValues } from "../steps/store-values.ts";
import type { StepName } from "../tasks/step.ts";
import { checkProof, findTicket, type Proven } from "./passkey-confirmation.ts";
import { normalizeTypedCode } from "./typed-code.ts";

/** The link to the page, for one person; with a code that is typed there, unless a passkey proves who it is. */
export interface Invitation {
  readonly link: string;
  readonly code?: string;
}

interface About {
  readonly by: PersonId;
  readonly request: RequestId;
  readonly step: StepName;
}

/** Invites whoever may carry the task out to enter what its page showed. Each call makes another link. */
export async function inviteToEnter(
  deps: FlowDeps,
  about: About,
): Promise<Result<Invitation, Refusal | PageRefusal>> {
  const request = await findWaiting(deps, about);
  if (!request.ok) return request;
  const { by: person, step } = about;
  const { tenant } = deps.contextOf(request.value.draft.tenant);
  const errand = { kind: "enter", request: request.value.id, step } as const;
  const of = { person, tenant: tenant.name };
  if (tenant.approvals.secondFactor === "passkey") {
    const has = await hasPasskey(deps, { tenant: tenant.name, by: person, kind: "enter" });
    if (!has) return err("no-passkey");
    const link = await makeLink(deps, { ...of, errand });
    return link === undefined ? err("no-page") : ok({ link });
  }
  const code = deps.random.code();
  const withCode = { ...errand, code: toCodeDigest(deps, of.person, code) };
  const link = await makeLink(deps, { ...of, errand: withCode });
  return link === undefined ? err("no-page") : ok({ link, code });
}

/** What is kept of a page's code. */
function toCodeDigest(
  { random }: Pick<FlowDeps, "random">,
  person: PersonId,
  typed: string,
): string {
  const code = normalizeTypedCode(typed);
  return random.digest(`code of a page ${person} ${code}`);
}

/** The request, as long as it waits for this task and this person may carry it out. Asked of Slack. */
async function findWaiting(
  deps: FlowDeps,
  { by, request: id, step }: About,
): Promise<Result<Request, Refusal>> {
  const request = await deps.store.find(id);
  if (request === undefined) return err("no-such-request");
  if (!deps.isConfigured(request.draft.tenant)) return err("tenant-gone");
  const { tenant } = deps.contextOf(request.draft.tenant);
  const sources = { ...deps, now: deps.clock.now() };
  const may = await authorize(sources, { command: "report-done", by, request, tenant });
  if (!may.ok) return may;
  return isWaitingFor(request, step) ? ok(request) : err("not-waiting-for-that");
}

function isWaitingFor({ phase }: Request, step: StepName): boolean {
  return (
    phase.kind === "waiting-for-person" && phase.step === step && valuesOf(phase.step).length > 0
  );
}

/** What the page asks for, as long as its link is good. */
export interface Entry {
  readonly ticket: TicketFor<"enter">;
  readonly request: Request;
  readonly values: readonly ClientValue[];
  /** What proves who it is; absent where the code does. */
  readonly passkey?: Passkey;
}

/** Looking uses nothing up. */
export async function lookAtEntry(
  deps: PageDeps,
  token: string,
): Promise<Result<Entry, PageRefusal | Refusal>> {
  const found = await findTicket(deps, token, "enter");
  if (!found.ok) return found;
  const ticket = found.value;
  const { person: by, tenant, errand } = ticket;
  const request = await findWaiting(deps, { ...errand, by });
  if (!request.ok) return request.error === "not-waiting-for-that" ? err("not-awaited") : request;
  const entry = { ticket, request: request.value, values: valuesOf(errand.step) };
  if (errand.code !== undefined) return ok(entry);
  const passkey = choosePasskey(await deps.passkeys.list(tenant), by, "enter");
  return passkey === undefined ? err("no-passkey") : ok({ ...entry, passkey });
}

/** What the page sends: the token of its link, the code or the passkey's answer, and the values. */
export interface EnteredValues {
  readonly token: string;
  readonly code: string;
  readonly response?: unknown;
  readonly values: Partial<Readonly<Record<ClientValue, Secret>>>;
}

/** Why nothing was taken. While the link is open everything typed is still on the page, and can be corrected. */
export interface Rejected {
  readonly why: PageRefusal | Refusal | NotStored;
  /** Of the link; absent once it is no use any more. */
  readonly triesLeft?: number;
}

/**
 * Tries the values and puts them into the vault; the task is done then. The values rest nowhere else. What the
 * token endpoint refuses is not stored. The link is used up last of all: whatever fails before leaves it good,
 * but for one of its tries.
 */
export async function enterValues(
  deps: PageDeps,
  given: EnteredValues,
): Promise<Result<ClientOutcome, Rejected>> {
  const entry = await lookAtEntry(deps, given.token);
  if (!entry.ok) return err({ why: entry.error });
  const triesLeft = await deps.passkeys.takeTry(entry.value.ticket.key);
  if (triesLeft === undefined) return err({ why: "no-tries-left" });
  const taken = await proveAndTake(deps, entry.value, given);
  if (taken.ok) return taken;
  const why = taken.error;
  return err(why === "not-awaited" ? { why } : { why, triesLeft });
}

/**
 * One at a time for a request: of two the second would leave a newest version that is disabled, and whoever
 * reads the secret by its name alone would get that.
 */
async function proveAndTake(
  deps: PageDeps,
  entry: Entry,
  given: EnteredValues,
): Promise<Result<ClientOutcome, PageRefusal | NotStored>> {
  const proven = await prove(deps, entry, given);
  if (!proven.ok) return proven;
  for (const value of Object.values(given.values)) deps.know(value);
  const taken = await deps.store.alone(`enter ${entry.request.id}`, () =>
    take(deps, entry, given.values),
  );
  if (taken?.ok === true) await useUp(deps, entry, proven.value);
  return taken ?? err("being-entered");
}

/** Gives what a passkey proved; nothing where the code does. */
async function prove(
  deps: PageDeps,
  { ticket, passkey }: Entry,
  { code, response }: EnteredValues,
): Promise<Result<Proven | undefined, PageRefusal>> {
  if (passkey !== undefined) return checkProof(deps, { ticket, passkey }, response);
  const isRight = toCodeDigest(deps, ticket.person, code) === ticket.errand.code;
  return isRight ? ok(undefined) : err("wrong-page-code");
}

async function take(
  deps: FlowDeps,
  entry: Entry,
  given: EnteredValues["values"],
): Promise<Result<ClientOutcome, PageRefusal | NotStored>> {
  const { ticket, values } = entry;
  const request = await loadRequest(deps, entry.request.id);
  if (!isWaitingFor(request, ticket.errand.step)) return err("not-awaited");
  const outcome = await tryOut(deps, request, given);
  if (outcome.kind === "refused") return notStored(`${outcome.words} ${toCorrect}`);
  const stored = await storeValues(deps, { request, values, given });
  if (!stored.ok) return stored;
  const isTaken = await record(deps, entry, { stored: stored.value, outcome });
  if (!isTaken) {
    await disableStored(deps, stored.value);
    return err("not-awaited");
  }
  await startWork(deps, await loadRequest(deps, request.id));
  return ok(outcome);
}

const toCorrect = "Nothing was stored, and what you typed is still on this page: correct it.";

async function tryOut(
  deps: FlowDeps,
  { draft }: Request,
  values: EnteredValues["values"],
): Promise<ClientTrial | ClientOutcome> {
  const { "client-id": id, "client-secret": secret, "refresh-token": refreshToken } = values;
  return id === undefined || secret === undefined || refreshToken === undefined
    ? notTriedAlone
    : deps.contextOf(draft.tenant).workday.tryClient({ id, secret, refreshToken });
}

/** True when these values are the ones that the request goes on with. */
async function record(
  { store: requests, clock }: FlowDeps,
  { ticket, request }: Entry,
  client: { readonly stored: readonly StoredValue[]; readonly outcome: ClientOutcome },
): Promise<boolean> {
  const { step } = ticket.errand;
  const decided = await requests.decide(
    { id: request.id, key: `entered ${ticket.key}`, now: clock.now() },
    (now) =>
      isWaitingFor(now, step)
        ? ok([{ kind: "step-finished", step, by: ticket.person, facts: { client } }])
        : err("not-awaited"),
  );
  return decided.ok && !decided.value.isRepeat;
}

async function useUp(
  { passkeys }: FlowDeps,
  { ticket: { key } }: Entry,
  proven: Proven | undefined,
): Promise<void> {
  if (proven === undefined) await passkeys.useTicket(key);
  else await passkeys.use(proven);
}
