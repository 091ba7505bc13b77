import { err, ok, type Result } from "../../result.ts";
import { checkHolder } from "../authorization/links.ts";
import { toPasskeyNotice } from "../lifecycle/passkey-notice.ts";
import type { PersonId, TenantName } from "../model/ids.ts";
import type { Clock } from "../ports/clock.ts";
import type { Passkeys } from "../ports/passkeys.ts";
import type { Random } from "../ports/random.ts";
import type { PageDeps } from "../ports/web-authn.ts";
import {
  codeExpiry,
  type PageRefusal,
  type Passkey,
  type TicketFor,
  toChallengeText,
} from "../request/passkey.ts";
import type { Refusal } from "../request/refusal.ts";
import { findTicket } from "./passkey-confirmation.ts";
import { normalizeTypedCode } from "./typed-code.ts";

interface Who {
  readonly tenant: TenantName;
  readonly person: PersonId;
}

/**
 * Issues a code for one person, to be given to them outside Slack. It lives for an hour; a new one takes the
 * place of an old one. Only its digest is kept.
 */
export async function issueCode(
  { passkeys, random, clock }: IssuingDeps,
  { tenant, person }: Who,
  operator: string,
): Promise<string> {
  const code = random.code();
  const now = clock.now();
  const key = toCodeKey(random, { tenant, person }, code);
  await passkeys.issueCode({ tenant, person, key, expiresAt: codeExpiry(now) }, { operator, now });
  return code;
}

export interface IssuingDeps {
  readonly passkeys: Passkeys;
  readonly random: Pick<Random, "digest" | "code">;
  readonly clock: Pick<Clock, "now">;
}

/** What is kept of an enrolment code. */
function toCodeKey(
  { digest }: Pick<Random, "digest">,
  { tenant, person }: Who,
  typed: string,
): string {
  const code = normalizeTypedCode(typed);
  return digest(`enrolment code ${tenant} ${person} ${code}`);
}

export interface CodeGiven {
  readonly token: string;
  readonly code: string;
}

/** Whether somebody may register a passkey now: their link, their code, and that they may approve or carry out tasks. */
export async function beginEnrolment(
  deps: PageDeps,
  { token, code }: CodeGiven,
): Promise<Result<TicketFor<"enrol">, PageRefusal | Refusal>> {
  const ticket = await findTicket(deps, token, "enrol");
  if (!ticket.ok) return ticket;
  const { tenant, person } = ticket.value;
  const allowed = await checkHolder(deps, person, deps.contextOf(tenant).tenant);
  if (!allowed.ok) return allowed;
  const key = toCodeKey(deps.random, ticket.value, code);
  const isTheirs = await deps.passkeys.tryCode({ tenant, person, key }, deps.clock.now());
  return isTheirs ? ticket : err("wrong-code");
}

/** Keeps a new passkey, which counts for nothing until another approver has confirmed it. */
export async function finishEnrolment(
  deps: PageDeps,
  given: CodeGiven & { readonly response: unknown },
): Promise<Result<Passkey, PageRefusal | Refusal>> {
  const begun = await beginEnrolment(deps, given);
  if (!begun.ok) return begun;
  const { key, tenant, person } = begun.value;
  if ((await deps.passkeys.takeTry(key)) === undefined) return err("no-tries-left");
  const text = toChallengeText(begun.value);
  const made = await deps.webAuthn.verifyRegistration(given.response, { text });
  if (made === undefined) return err("not-proven");
  const enrolledAt = deps.clock.now();
  const passkey: Passkey = { ...made, tenant, person, state: "waiting", enrolledAt };
  const isKept = await deps.passkeys.enrol({
    passkey,
    key,
    code: toCodeKey(deps.random, begun.value, given.code),
    notice: toPasskeyNotice(passkey, enrolledAt, { what: "waiting" }),
  });
  if (!isKept) return err("known-passkey");
  return ok(passkey);
}
