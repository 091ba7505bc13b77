import { err, ok, type Result } from "../../result.ts";
import { checkConfirmer } from "../authorization/links.ts";
import { toPasskeyNotice } from "../lifecycle/passkey-notice.ts";
import { startWork } from "../lifecycle/start-work.ts";
import type { Reply } from "../ports/answerer.ts";
import type { PageDeps } from "../ports/web-authn.ts";
import {
  checkTicket,
  choosePasskey,
  type Errand,
  mayConfirm,
  type PageRefusal,
  type Passkey,
  type Ticket,
  type TicketFor,
  toChallengeText,
} from "../request/passkey.ts";
import type { ApprovalWait } from "../request/phase.ts";
import type { Refusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import { decideOn } from "../workflows/handle-click.ts";

/** What a page sends: the token of its link, and what the authenticator answered. */
export interface PageSubmission {
  readonly token: string;
  readonly response: unknown;
}

/** A link that is open, with the passkey that is to prove it. */
export interface OpenLink<Kind extends Errand["kind"]> {
  readonly ticket: TicketFor<Kind>;
  readonly passkey: Passkey;
}

/** A link that can still be used. Looking uses nothing up. */
export async function findTicket<Kind extends Errand["kind"]>(
  { passkeys, random, clock, isConfigured }: PageDeps,
  token: string,
  kind: Kind,
): Promise<Result<TicketFor<Kind>, PageRefusal>> {
  const ticket = await passkeys.findTicket(random.digest(token));
  const checked = checkTicket(ticket, kind, clock.now());
  return checked.ok && !isConfigured(checked.value.tenant) ? err("tenant-gone") : checked;
}

async function openLink<Kind extends "approve" | "confirm">(
  deps: PageDeps,
  token: string,
  kind: Kind,
): Promise<Result<OpenLink<Kind>, PageRefusal>> {
  const ticket = await findTicket(deps, token, kind);
  if (!ticket.ok) return ticket;
  const { tenant, person } = ticket.value;
  const passkey = choosePasskey(await deps.passkeys.list(tenant), person, kind);
  return passkey === undefined ? err("no-passkey") : ok({ ticket: ticket.value, passkey });
}

/** A link whose person has proven it; used up when what follows is recorded. */
export interface Proven {
  readonly key: string;
  readonly passkey: Passkey;
  readonly counter: number;
}

/** Takes a try, and checks the signature. */
async function prove(
  deps: PageDeps,
  open: Asked,
  response: unknown,
): Promise<Result<Proven, PageRefusal>> {
  const triesLeft = await deps.passkeys.takeTry(open.ticket.key);
  return triesLeft === undefined ? err("no-tries-left") : checkProof(deps, open, response);
}

interface Asked {
  readonly ticket: Ticket;
  readonly passkey: Passkey;
}

/** Whether the authenticator's answer proves what the link is for. Uses nothing up. */
export async function checkProof(
  deps: PageDeps,
  { ticket, passkey }: Asked,
  response: unknown,
): Promise<Result<Proven, "not-proven">> {
  const { key, tenant } = ticket;
  const text = toChallengeText(ticket);
  const counter = await deps.webAuthn.verifyAssertion(response, { text, passkey });
  if (counter !== undefined) return ok({ key, passkey, counter });
  deps.log.warn({ tenant, outside: "passkey" }, "an authenticator's answer proved nothing");
  return err("not-proven");
}

/** What an approver is shown on the page, as long as it is what the link was made for. */
export interface ShownApproval extends OpenLink<"approve"> {
  readonly request: Request;
  readonly wait: ApprovalWait;
}

export async function lookAtApproval(
  deps: PageDeps,
  token: string,
): Promise<Result<ShownApproval, PageRefusal | Refusal>> {
  const open = await openLink(deps, token, "approve");
  if (!open.ok) return open;
  const { errand } = open.value.ticket;
  const request = await deps.store.find(errand.request);
  if (request?.phase.kind !== "waiting-for-approval") return err("already-settled");
  if (request.phase.asked.digest !== errand.digest) return err("outdated-card");
  return ok({ ...open.value, request, wait: request.phase });
}

/**
 * Approves what the link was made for, by the way of every click: person, list and what is pending are looked
 * at again. The link is used up after that: a process that dies before the approval is recorded has approved
 * nothing, and its link is still good; one that dies after it finds the approval by the link's own key.
 */
export async function approveWithPasskey(
  deps: PageDeps,
  { token, response }: PageSubmission,
): Promise<Result<Reply, PageRefusal>> {
  const open = await openLink(deps, token, "approve");
  if (!open.ok) return open;
  const proven = await prove(deps, open.value, response);
  if (!proven.ok) return proven;
  const { ticket, passkey } = open.value;
  const { kind, request, ...shown } = ticket.errand;
  const { credential } = passkey;
  const command = { kind, ...shown, credential };
  const click = {
    id: `passkey ${ticket.key}`,
    by: ticket.person,
    request,
    answerTo: { kind: "person" },
    command,
  } as const;
  const reply = await decideOn(deps, click, command);
  await deps.passkeys.use(proven.value);
  const now = await deps.store.find(request);
  if (now !== undefined) await startWork(deps, now);
  return ok(reply);
}

/** The passkey that waits for the confirmation of this link. */
export interface Waiting extends OpenLink<"confirm"> {
  readonly waiting: Passkey;
}

export async function lookAtConfirmation(
  deps: PageDeps,
  token: string,
): Promise<Result<Waiting, PageRefusal | Refusal>> {
  const open = await openLink(deps, token, "confirm");
  if (!open.ok) return open;
  const { person: by, errand } = open.value.ticket;
  const found = await deps.passkeys.find(errand.credential);
  const waiting = mayConfirm(found, by, deps.clock.now());
  if (!waiting.ok) return waiting;
  const { passkey: own } = open.value;
  const allowed = await checkConfirmer(deps, { by, own, subject: waiting.value });
  return allowed.ok ? ok({ ...open.value, waiting: waiting.value }) : allowed;
}

/** Makes another's passkey count. The one that its person had before is revoked with it. */
export async function confirmWithPasskey(
  deps: PageDeps,
  { token, response }: PageSubmission,
): Promise<Result<Passkey, PageRefusal | Refusal>> {
  const looked = await lookAtConfirmation(deps, token);
  if (!looked.ok) return looked;
  const proven = await prove(deps, looked.value, response);
  if (!proven.ok) return proven;
  const { ticket, passkey, waiting } = looked.value;
  const isConfirmed = await deps.passkeys.confirm({
    credential: waiting.credential,
    by: ticket.person,
    with: passkey.credential,
    notice: toPasskeyNotice(waiting, deps.clock.now(), { what: "confirmed", by: ticket.person }),
  });
  await deps.passkeys.use(proven.value);
  return isConfirmed ? ok(waiting) : err("not-waiting");
}
