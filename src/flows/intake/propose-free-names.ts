import { kindOf } from "../kinds/kinds.ts";
import { existingGroupOf } from "../model/group-settings.ts";
import { isSameName } from "../model/names.ts";
import type { DraftSources } from "../ports/draft-sources.ts";
import { type AccountDraft, accountOf, type Draft } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { describeBrokenRule } from "../tenant/user-name-rule.ts";

/** What is asked for once more, and what of it is not as it was asked. */
export interface Proposal {
  readonly draft: Draft;
  /** Sentences for whoever asks. Nothing: everything is as it was asked for. */
  readonly notes: readonly string[];
}

/** So many names are tried for each one that is taken. */
const mostTries = 20;

type Ground = Pick<DraftSources, "workday" | "store">;

/** A name that a request for a new user takes for itself. */
interface Named {
  /** Absent where it takes none. */
  readonly of: (draft: AccountDraft) => string | undefined;
  readonly rename: (draft: AccountDraft, next: string) => AccountDraft;
  /** What does not answer counts as free: the plan looks once more. */
  readonly isFree: (ground: Ground, name: string, tenant: Tenant) => Promise<boolean>;
}

/**
 * What to ask for once more when a request for a new user has ended. Its integration system is used again where it was left
 * behind, is there still and has no user; a name that is taken by now is replaced with the next one that is free. Where
 * the tenant does not answer the names stay, and the plan says what is wrong with them. Changes nothing.
 */
export async function proposeFreeNames(
  ground: Ground,
  request: Request,
  tenant: Tenant,
): Promise<Proposal> {
  const { draft } = request;
  const account = accountOf(draft);
  if (account === undefined || kindOf(account).makes !== "account") return { draft, notes: [] };
  let proposal = (await findOwnSystem(ground, request, account)) ?? { draft: account, notes: [] };
  for (const named of allNamed) proposal = await proposeFree(ground, { named, tenant, proposal });
  return proposal;
}

/** A proposal for a new user. */
type OfAccount = Proposal & { readonly draft: AccountDraft };

/** The system that the request made, where nobody hangs on it: a system has one user. */
async function findOwnSystem(
  { workday }: Pick<DraftSources, "workday">,
  { id, facts: { systemId } }: Request,
  draft: AccountDraft,
): Promise<OfAccount | undefined> {
  if (systemId === undefined) return undefined;
  const [system, user] = [
    await workday.findIntegrationSystem(systemId),
    await workday.findUserOfSystem(systemId),
  ];
  if (!system.ok || !user.ok || system.value === undefined || user.value !== undefined)
    return undefined;
  const { name } = system.value;
  return {
    draft: { ...draft, system: { kind: "existing", id: systemId, name } },
    notes: [`The integration system ${name} is the one that ${id} left behind: nobody uses it.`],
  };
}

async function proposeFree(
  ground: Ground,
  {
    named: { of, rename, isFree },
    tenant,
    proposal,
  }: { readonly named: Named; readonly tenant: Tenant; readonly proposal: OfAccount },
): Promise<OfAccount> {
  const { draft, notes } = proposal;
  const typed = of(draft);
  if (typed === undefined || (await isFree(ground, typed, tenant))) return proposal;
  for (const next of listNext(typed)) {
    if (!(await isFree(ground, next, tenant))) continue;
    const note = `${typed} is taken, so ${next} is proposed.`;
    return { draft: rename(draft, next), notes: [...notes, note] };
  }
  return proposal;
}

/** `ISU_Viva_2` and so on behind `ISU_Viva`; `Viva feed 3` behind `Viva feed 2`. */
function listNext(name: string): readonly string[] {
  const [, base = name, last = "1"] = /^(.*)[ _](\d{1,3})$/.exec(name) ?? [];
  const gap = base.includes(" ") ? " " : "_";
  return Array.from({ length: mostTries }, (_, at) => `${base}${gap}${Number(last) + at + 1}`);
}

const account: Named = {
  of: ({ userName }) => userName,
  rename: (draft, userName) => ({ ...draft, userName }),
  isFree: async ({ workday, store }, userName, tenant) => {
    if (describeBrokenRule(userName, tenant) !== undefined) return false;
    if ((await store.findReservation({ tenant: tenant.name, userName })) !== undefined)
      return false;
    const found = await workday.findAccount(userName);
    return !found.ok || found.value.kind === "free";
  },
};

const system: Named = {
  of: ({ system: { kind, name } }) => (kind === "new" ? name : undefined),
  rename: (draft, name) => ({ ...draft, system: { kind: "new", name } }),
  isFree: async ({ workday }, typed) => {
    const systems = await workday.listIntegrationSystems();
    return !systems.ok || systems.value.every(({ name }) => !isSameName(name, typed));
  },
};

/** A group that is there already is meant to be. */
const group: Named = {
  of: (draft) => (existingGroupOf(draft) === undefined ? draft.groupName : undefined),
  rename: (draft, groupName) => ({ ...draft, groupName }),
  isFree: async ({ workday, store }, groupName, { name: tenant }) => {
    if ((await store.findGroupReservation({ tenant, groupName })) !== undefined) return false;
    const groups = await workday.readSecurityGroups();
    return !groups.ok || (groups.value ?? []).every(({ name }) => !isSameName(name, groupName));
  },
};

const allNamed: readonly Named[] = [account, system, group];
