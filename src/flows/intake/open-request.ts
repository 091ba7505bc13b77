import { checkCommand } from "../authorization/access.ts";
import { originOf, rulesOf } from "../authorization/recipe-rules.ts";
import { kindOf } from "../kinds/kinds.ts";
import { type PersonId, parseTenantName } from "../model/ids.ts";
import { planFor } from "../planning/plan.ts";
import type { Reply } from "../ports/answerer.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { DraftSourcesWithVault } from "../ports/draft-sources.ts";
import type { Click, Command } from "../request/click.ts";
import { isConfirmed } from "../request/confirm-tenant.ts";
import { type AccountDraft, accountOf, type Draft } from "../request/draft.ts";
import { listMixed } from "../request/mixed-names.ts";
import { listHands } from "../request/other-request.ts";
import type { Refusal } from "../request/refusal.ts";
import { makerOfSystem } from "../request/workday-ids.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { prepare } from "./prepare.ts";

/**
 * Opens the request of a kept draft, when its owner confirms the plan: the same checks as for the plan,
 * once more, then the reservation. Safe to repeat: a request that is open is returned as it is.
 */
export async function openRequest(deps: FlowDeps, click: Click, command: Opening): Promise<Reply> {
  const open = await deps.store.find(click.request);
  if (open !== undefined && open.askedBy === click.by) return { kind: "accepted", request: open };
  const kept = await deps.store.findDraft(click.request);
  if (kept === undefined || kept.by !== click.by) {
    return { kind: "refused", refusal: "no-such-request" };
  }
  const name = parseTenantName(kept.raw.tenant);
  if (!name.ok || !deps.isConfigured(name.value))
    return { kind: "refused", refusal: "tenant-gone" };
  const { tenant } = deps.contextOf(name.value);
  const draft = await prepare(groundIn(deps, tenant), kept.raw, tenant);
  if (!draft.ok) return { kind: "not-opened", check: draft.error };
  const asking = { draft: draft.value, tenant };
  const refusal = (await findRefusal(deps, click.by, asking)) ?? findUnconfirmed(asking, command);
  return refusal === undefined ? reserve(deps, click, asking) : { kind: "refused", refusal };
}

/** Where a request for a tenant is prepared. */
export function groundIn(
  { store, vault, nameSecret, contextOf }: FlowDeps,
  { name }: Pick<Tenant, "name">,
): DraftSourcesWithVault {
  const { workday, learning } = contextOf(name);
  return { store, vault, nameSecret, workday, learning };
}

type Opening = Extract<Command, { kind: "open" }>;

export interface Asking {
  readonly draft: Draft;
  readonly tenant: Tenant;
}

/** Who may ask depends on what is asked for: a recipe's requesters may ask for the recipe. */
export async function refuseAsker(
  deps: Pick<FlowDeps, "directory">,
  by: PersonId,
  { draft, tenant }: Asking,
): Promise<Refusal | undefined> {
  const asked = { by, tenant: rulesOf(draft, tenant) };
  const allowed = await checkCommand(deps.directory, "open", asked);
  if (allowed.ok) return undefined;
  const hasDeparted = originOf(draft, tenant).kind === "departed";
  return allowed.error === "not-a-requester" && hasDeparted ? "not-as-the-recipe" : allowed.error;
}

async function findRefusal(
  deps: FlowDeps,
  by: PersonId,
  asking: Asking,
): Promise<Refusal | undefined> {
  return (await refuseAsker(deps, by, asking)) ?? countAgainstLimit(deps, by, asking.tenant);
}

/** What the plan asks to confirm. */
export function findUnconfirmed(
  { draft, tenant }: Asking,
  { tenantTyped, areNamesMeant = false }: Pick<Opening, "tenantTyped" | "areNamesMeant">,
): Refusal | undefined {
  if (!isConfirmed(tenant, tenantTyped)) return "wrong-tenant-name";
  return areNamesMeant || listMixed(draft).length === 0 ? undefined : "mixed-names";
}

/** Nobody may flood a tenant. Two that are opened at one moment may both be the last: the limit counts to no one. */
async function countAgainstLimit(
  { store }: FlowDeps,
  by: PersonId,
  { name, maxOpenRequestsPerPerson: most }: Tenant,
): Promise<Refusal | undefined> {
  const open = (await store.listUnfinished()).filter(
    ({ askedBy, draft }) => askedBy === by && draft.tenant === name,
  );
  return open.length < most ? undefined : "too-many-open";
}

/**
 * Whoever asked for the request that left its integration system behind, or had a hand in it, has one in this one too; and
 * so has whoever had to do with any request that asked for that system since, for whatever account.
 */
export async function readInherited(
  { store }: Pick<FlowDeps, "store">,
  draft: Draft,
  by: PersonId,
): Promise<{ readonly inherited?: readonly PersonId[] }> {
  const account = accountOf(draft);
  const systemId = toExistingSystem(account);
  if (account === undefined || systemId === undefined || kindOf(account).makes !== "account")
    return {};
  const maker = makerOfSystem(systemId);
  if (maker === undefined) return {};
  const before = await store.find(maker);
  const since = await store.listBySystem({ tenant: account.tenant, systemId });
  const hands = [...listHands(before === undefined ? since : [before, ...since])].filter(
    (one) => one !== by,
  );
  return hands.length > 0 ? { inherited: hands } : {};
}

function toExistingSystem(account: AccountDraft | undefined): string | undefined {
  return account?.system.kind === "existing" ? account.system.id : undefined;
}

async function reserve(
  deps: FlowDeps,
  { by, request: id }: Click,
  { draft, tenant }: Asking,
): Promise<Reply> {
  const plan = planFor(draft, tenant, id);
  const inherited = await readInherited(deps, draft, by);
  const event = { kind: "opened", id, by, draft, plan, ...inherited } as const;
  const opened = await deps.store.open(event, deps.clock.now());
  if (opened.ok) return { kind: "accepted", request: opened.value };
  const userName = `The request ${opened.error.by} holds this account, this integration system or this security group. Wait for it, or choose others.`;
  return { kind: "not-opened", check: { kind: "problems", problems: { userName } } };
}
