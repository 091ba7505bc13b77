import { brand } from "../../brand.ts";
import { isSameAccount } from "../model/account-name.ts";
import type { PersonId } from "../model/ids.ts";
import type { PendingChange } from "../model/pending.ts";
import type { Tenant } from "./tenant.ts";

type Accounts = Pick<Tenant, "workdayAccounts" | "protectedAccounts">;

/** Whose Workday account made a change, as the configuration says. One account may be of several people. */
type Maker =
  | { readonly kind: "people"; readonly people: readonly PersonId[] }
  /** The bot itself, or its runner. */
  | { readonly kind: "machine" }
  /** Nobody said whose account it is, or the report does not show it: it might be anybody's. */
  | { readonly kind: "unknown" };

function findMaker({ changedBy }: PendingChange, tenant: Accounts): Maker {
  if (changedBy === undefined) return { kind: "unknown" };
  const maker = changedBy.toLowerCase();
  if (listMachines(tenant).some((one) => isSameAccount(one, changedBy))) return { kind: "machine" };
  const people = Object.entries(tenant.workdayAccounts ?? {})
    .filter(([who, account]) => who !== "runner" && account?.toLowerCase() === maker)
    .map(([who]): PersonId => brand(who));
  return people.length === 0 ? { kind: "unknown" } : { kind: "people", people };
}

/** The accounts of the bot and of its runner, as far as the configuration names them. */
function listMachines({ workdayAccounts, protectedAccounts }: Accounts): readonly string[] {
  const runner = workdayAccounts?.runner;
  return [...protectedAccounts.slice(0, 1), ...(runner === undefined ? [] : [runner])];
}

/** Everybody whose account made one of these changes. */
export function listMakers(
  changes: readonly PendingChange[],
  tenant: Accounts,
): readonly PersonId[] {
  const makers = changes.map((change) => findMaker(change, tenant));
  return makers.flatMap((maker) => (maker.kind === "people" ? maker.people : []));
}

/** Whether one of these changes was made by an account of which nobody said whose it is. */
export function hasUnknownMaker(changes: readonly PendingChange[], tenant: Accounts): boolean {
  return changes.some((change) => findMaker(change, tenant).kind === "unknown");
}

/** What the bot's account or the runner's changed. */
export function listMadeByMachines(
  changes: readonly PendingChange[],
  tenant: Accounts,
): readonly PendingChange[] {
  return changes.filter((change) => findMaker(change, tenant).kind === "machine");
}
