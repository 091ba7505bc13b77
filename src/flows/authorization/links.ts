import { err, ok, type Result } from "../../result.ts";
import type { PersonId, TenantName } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { listApprovers } from "../request/delegation.ts";
import {
  type CredentialId,
  choosePasskey,
  isAwaited,
  mayConfirm,
  mostTries,
  type PageRefusal,
  type Passkey,
  type Ticket,
  ticketExpiry,
} from "../request/passkey.ts";
import type { PersonRefusal } from "../request/refusal.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { checkCommand } from "./access.ts";
import { rulesForAny } from "./approvers.ts";

/**
 * Makes a link to the page of an errand. It works once, for ten minutes; another call makes another.
 *
 * @returns `undefined` where the bot has no pages
 */
export async function makeLink(
  { passkeys, random, clock, pageLink }: FlowDeps,
  { person, tenant, errand }: Pick<Ticket, "person" | "tenant" | "errand">,
): Promise<string | undefined> {
  if (pageLink === undefined) return undefined;
  const token = random.token();
  await passkeys.keepTicket({
    key: random.digest(token),
    person,
    tenant,
    errand,
    nonce: random.token(),
    expiresAt: ticketExpiry(clock.now()),
    triesLeft: mostTries,
    isUsed: false,
  });
  return pageLink(errand.kind, token);
}

/**
 * Whether somebody may confirm or refuse others' passkeys in this tenant: those who approve by their own right. Who may
 * only be named to approve for another may not, and neither may who has been. Asked of Slack.
 */
export async function checkApprover(
  deps: FlowDeps,
  person: PersonId,
  tenant: Tenant,
): Promise<Result<void, PersonRefusal | "cannot-tell-who-you-are">> {
  const rules = { ...tenant, approvers: listApprovers(tenant) };
  return checkCommand(deps.directory, "approve", { by: person, tenant: rules });
}

/** Whether somebody may have a passkey of this tenant: whoever carries out tasks may, besides approvers. */
export async function checkHolder(
  deps: FlowDeps,
  person: PersonId,
  tenant: Tenant,
): Promise<Result<void, PersonRefusal | "cannot-tell-who-you-are">> {
  const asked = { by: person, tenant: rulesForAny(tenant) };
  const asDoer = await checkCommand(deps.directory, "report-done", asked);
  if (asDoer.ok) return asDoer;
  const asApprover = await checkCommand(deps.directory, "approve", asked);
  return asApprover.ok || asDoer.error !== "cannot-tell-who-you-are" ? asApprover : asDoer;
}

/** How somebody stands in a tenant that asks for a passkey, with a link to register one. */
export interface OwnPasskeys {
  readonly tenant: Tenant;
  readonly passkeys: readonly Passkey[];
  readonly link: string;
}

/** Every tenant that asks this person for a passkey; none where no tenant asks anybody for one. */
export async function inviteToEnrol(
  deps: FlowDeps,
  person: PersonId,
): Promise<Result<readonly OwnPasskeys[], PersonRefusal | "cannot-tell-who-you-are" | "no-page">> {
  const asking = deps.tenants.filter(({ approvals }) => approvals.secondFactor !== undefined);
  const own: OwnPasskeys[] = [];
  let refused: Awaited<ReturnType<typeof checkApprover>> = ok(undefined);
  for (const tenant of asking) {
    const allowed = await checkHolder(deps, person, tenant);
    if (!allowed.ok) {
      refused = allowed;
      continue;
    }
    const one = await standIn(deps, person, tenant);
    if (one === undefined) return err("no-page");
    own.push(one);
  }
  return own.length > 0 || refused.ok ? ok(own) : refused;
}

async function standIn(
  deps: FlowDeps,
  person: PersonId,
  tenant: Tenant,
): Promise<OwnPasskeys | undefined> {
  const all = await deps.passkeys.list(tenant.name);
  const errand = { kind: "enrol" } as const;
  const link = await makeLink(deps, { person, tenant: tenant.name, errand });
  const passkeys = all.filter((passkey) => passkey.person === person);
  return link === undefined ? undefined : { tenant, passkeys, link };
}

/** A link on which an approver confirms another's passkey with their own: a click in Slack alone does not. */
export async function inviteToConfirm(
  deps: FlowDeps,
  by: PersonId,
  credential: CredentialId,
): Promise<Result<string, PersonRefusal | PageRefusal | "cannot-tell-who-you-are">> {
  const found = await deps.passkeys.find(credential);
  const subject = mayConfirm(found, by, deps.clock.now());
  if (!subject.ok) return subject;
  const { tenant } = subject.value;
  if (!deps.isConfigured(tenant)) return err("tenant-gone");
  const own = choosePasskey(await deps.passkeys.list(tenant), by, "confirm");
  const allowed = await checkConfirmer(deps, { by, own, subject: subject.value });
  if (!allowed.ok) return allowed;
  const errand = { kind: "confirm", credential } as const;
  const link = await makeLink(deps, { person: by, tenant, errand });
  return link === undefined ? err("no-page") : ok(link);
}

/** Why somebody has no passkey that counts for an errand; absent where they have one. */
export async function findPasskeyObstacle(
  { passkeys, clock }: FlowDeps,
  { tenant, by, kind }: Parameters<typeof hasPasskey>[1],
): Promise<"no-passkey" | "passkey-waits" | undefined> {
  const known = await passkeys.list(tenant);
  if (choosePasskey(known, by, kind) !== undefined) return undefined;
  return isAwaited(known, by, clock.now()) ? "passkey-waits" : "no-passkey";
}

/** Whether somebody may confirm a passkey with this one of their own. Asked for the link, and again on its page. */
export async function checkConfirmer(
  deps: FlowDeps,
  {
    by,
    own,
    subject,
  }: { readonly by: PersonId; readonly own: Passkey | undefined; readonly subject: Passkey },
): Promise<Result<void, PersonRefusal | "cannot-tell-who-you-are" | "no-passkey">> {
  const { tenant } = deps.contextOf(subject.tenant);
  const allowed = await checkApprover(deps, by, tenant);
  if (!allowed.ok) return allowed;
  if (own === undefined) return err("no-passkey");
  if (own.state === "active") return ok(undefined);
  // Whoever's counts first confirms everybody's afterwards: it has to be an approver's.
  const isApprovers = await checkApprover(deps, subject.person, tenant);
  return isApprovers.ok ? ok(undefined) : err("no-passkey");
}

/** Whether somebody has a passkey to prove this with. */
export async function hasPasskey(
  { passkeys }: FlowDeps,
  {
    tenant,
    by,
    kind,
  }: {
    readonly tenant: TenantName;
    readonly by: PersonId;
    readonly kind: "approve" | "enter";
  },
): Promise<boolean> {
  return choosePasskey(await passkeys.list(tenant), by, kind) !== undefined;
}
