import { err, ok, type Result } from "../../result.ts";
import { findGroupHolder } from "../inventory/changed-groups.ts";
import type { Fault } from "../model/fault.ts";
import { isSameName } from "../model/names.ts";
import type { Store } from "../ports/store.ts";
import type { Workday } from "../ports/workday.ts";
import type { AskedSystem, CreateDraft } from "../request/draft.ts";
import type { FieldProblems, TenantCheck } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";

/**
 * Reads the tenant and the open requests, changes nothing: is the account's name free, is the
 * integration system there and without a user, is the group's name free? The SOAP call that creates an
 * account would reset the password of one that exists, so any doubt is a no.
 *
 * @returns the integration system as the tenant names it: a form holds what a list showed, cut or out of date
 */
export async function checkTenant(
  { workday, store }: { readonly workday: Workday; readonly store: Store },
  draft: CreateDraft,
  tenant: Tenant,
): Promise<Result<AskedSystem, TenantCheck>> {
  const reserved = await checkReservations(store, draft);
  const account = await checkAccount(workday, draft);
  if (!account.ok) return err({ kind: "fault", fault: account.error });
  const system = await checkSystem(workday, draft);
  if (!system.ok) return err({ kind: "fault", fault: system.error });
  const group =
    draft.group?.kind === "existing"
      ? ok({})
      : await checkFreeGroupName(workday, draft, { tenant, field: "groupName" });
  if (!group.ok) return err({ kind: "fault", fault: group.error });
  const { value: checked } = system;
  const wrong = "problems" in checked ? checked.problems : {};
  const problems = { ...group.value, ...wrong, ...account.value, ...reserved };
  return "problems" in checked || Object.keys(problems).length > 0
    ? err({ kind: "problems", problems })
    : ok(checked);
}

async function checkReservations(store: Store, draft: CreateDraft): Promise<FieldProblems> {
  const { tenant, userName, system, groupName } = draft;
  const systemId = system.kind === "existing" ? { systemId: system.id } : {};
  const holder = await store.findReservation({ tenant, userName, ...systemId });
  const groupHolder = await findGroupHolder(store, { tenant, groupName });
  return {
    ...(holder !== undefined && {
      userName: `The open request ${holder} holds this account or this integration system. Wait for it, or choose others.`,
    }),
    ...(groupHolder !== undefined && { groupName: groupHolder }),
  };
}

async function checkAccount(
  workday: Workday,
  draft: CreateDraft,
): Promise<Result<FieldProblems, Fault>> {
  const account = await workday.findAccount(draft.userName);
  if (!account.ok) return account;
  switch (account.value.kind) {
    case "free":
      return ok({});
    case "on-system":
      return ok({
        userName: `This account exists, on the integration system ${account.value.systemId}. Creating it again would reset its password. Choose another name.`,
      });
    case "elsewhere":
      return ok({
        userName:
          "Workday knows this user name already, on no integration system. Creating it would reset its password. Choose another name.",
      });
  }
}

type CheckedSystem = AskedSystem | { readonly problems: FieldProblems };

async function checkSystem(
  workday: Workday,
  { system }: CreateDraft,
): Promise<Result<CheckedSystem, Fault>> {
  if (system.kind === "new") return checkNewSystem(workday, system);
  const found = await workday.findIntegrationSystem(system.id);
  if (!found.ok) return found;
  if (found.value === undefined) {
    return wrongSystem(`Workday has no integration system ${system.id}. Choose another.`);
  }
  const { name, wid } = found.value;
  if (system.wid !== undefined && system.wid !== wid) {
    return wrongSystem(
      `The WID ${system.wid} is not that of ${system.id} any more. Search for it again.`,
    );
  }
  const user = await workday.findUserOfSystem(system.id);
  if (!user.ok) return user;
  return user.value === undefined
    ? ok({ ...system, name })
    : wrongSystem(
        `${name} already has the user ${user.value.userName}, and a system has one. Choose another, or name a new one.`,
      );
}

function wrongSystem(existingSystem: string): Result<CheckedSystem, Fault> {
  return ok({ problems: { existingSystem } });
}

/** Two systems of one name would be told apart by nobody. */
async function checkNewSystem(
  workday: Workday,
  asked: Extract<AskedSystem, { kind: "new" }>,
): Promise<Result<CheckedSystem, Fault>> {
  const systems = await workday.listIntegrationSystems();
  if (!systems.ok) return systems;
  const name = asked.name.toLowerCase();
  const isTaken = systems.value.some((system) => system.name.toLowerCase() === name);
  const newSystem =
    "Workday has an integration system of this name already. Choose it above, or name another.";
  return ok(isTaken ? { problems: { newSystem } } : asked);
}

/** The name of a group that is to be made is free, as far as a report tells. Changes nothing. */
export async function checkFreeGroupName(
  workday: Pick<Workday, "readSecurityGroups">,
  { groupName }: { readonly groupName: string },
  {
    tenant: { label },
    field,
  }: { readonly tenant: Tenant; readonly field: "groupName" | "segmentGroup" },
): Promise<Result<FieldProblems, Fault>> {
  const groups = await workday.readSecurityGroups();
  if (!groups.ok) return groups;
  const taken = (groups.value ?? []).some(({ name }) => isSameName(name, groupName));
  return taken
    ? ok({
        [field]: `${label} has a security group of this name already. Choose another: this request makes a new one.`,
      })
    : ok({});
}
