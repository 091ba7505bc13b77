import { isSameAccount } from "./create-user.ts";
import type { FlowDeps } from "./deps.ts";
import type { Event, LeftBehind } from "./event.ts";
import { toSystemId } from "./plan.ts";
import type { AccountStanding } from "./ports.ts";
import type { Request } from "./request.ts";

/**
 * Looks at what an ended request left in the tenant and the vault. What cannot be read counts as left:
 * nothing leaves the list before it is verified gone. Changes nothing.
 */
export async function inspect(deps: FlowDeps, request: Request): Promise<readonly LeftBehind[]> {
  const looks = [
    await lookForSystem(deps, request),
    await lookForAccount(deps, request),
    await lookForGroup(deps, request),
    await lookForPermissions(deps, request),
    await lookForSecret(deps, request),
  ];
  return looks.filter((look) => look !== undefined);
}

/** What has changed between the list on the request and what was found now. */
export function reconcile(request: Request, found: readonly LeftBehind[]): readonly Event[] {
  const gone = request.leftBehind
    .filter(({ what }) => !found.some((item) => item.what === what))
    .map(({ what }): Event => ({ kind: "gone", what }));
  const left = found
    .filter((item) => !request.leftBehind.some((one) => isSameItem(one, item)))
    .map((item): Event => ({ kind: "left-behind", item }));
  return [...gone, ...left];
}

function isSameItem(one: LeftBehind, other: LeftBehind): boolean {
  return one.what === other.what && one.words === other.words;
}

async function lookForSystem(
  deps: FlowDeps,
  { id: request, draft, begun }: Request,
): Promise<LeftBehind | undefined> {
  if (!begun.includes("create-integration-system")) return undefined;
  const id = toSystemId(request);
  const found = await deps.placeOf(draft.tenant).workday.findIntegrationSystem(id);
  if (found.ok && found.value === undefined) return undefined;
  return {
    what: "integration-system",
    words: `The integration system ${id} (${draft.system.name}) stays: Workday has no web service that deletes one. Delete it in Workday, or keep it.`,
  };
}

async function lookForAccount(deps: FlowDeps, request: Request): Promise<LeftBehind | undefined> {
  const { draft, begun } = request;
  if (!begun.includes("create-user")) return undefined;
  const { workday } = deps.placeOf(draft.tenant);
  const account = await workday.findAccount(draft.userName);
  if (account.ok && account.value.kind === "free") return undefined;
  const words =
    account.ok && !isOwnAccount(request, account.value)
      ? `There is an account ${draft.userName} that may not be this request's. Look whose it is in Workday before anybody changes it.`
      : `The account ${draft.userName} stays: Workday has no web service that deletes one. Its password is known to nobody. Disable it in Workday.`;
  return { what: "account", words };
}

function isOwnAccount({ id, draft, facts }: Request, account: AccountStanding): boolean {
  if (account.kind !== "on-system") return false;
  return draft.system.kind === "new"
    ? account.systemId === toSystemId(id)
    : account.systemId === draft.system.id && facts.userWid !== undefined;
}

async function lookForGroup(
  deps: FlowDeps,
  { draft, begun }: Request,
): Promise<LeftBehind | undefined> {
  if (!begun.includes("create-security-group")) return undefined;
  const groups = await deps.placeOf(draft.tenant).workday.readSecurityGroups();
  if (!groups.ok || groups.value === undefined) {
    return {
      what: "security-group",
      words: `The security group ${draft.groupName} may be there: the bot cannot see groups in this tenant. Look at it in Workday.`,
    };
  }
  const group = groups.value.find(({ name }) => name === draft.groupName);
  if (group === undefined) return undefined;
  const isMember = group.members.some((member) => isSameAccount(member, draft.userName));
  const state = `${group.active ? "active" : "inactive"}, ${isMember ? "with" : "without"} the user`;
  return {
    what: "security-group",
    words: `The security group ${draft.groupName} stays (${state}). Delete it in Workday when nothing needs it.`,
  };
}

async function lookForPermissions(
  deps: FlowDeps,
  request: Request,
): Promise<LeftBehind | undefined> {
  const { draft, begun, approval } = request;
  if (!begun.includes("grant-permissions")) return undefined;
  const pending = await deps.placeOf(draft.tenant).workday.readPendingChanges();
  const isSeen = pending.ok && pending.value.kind === "seen";
  const still = isSeen
    ? pending.value.changes.filter(({ securityGroup }) => securityGroup === draft.groupName)
    : [];
  if (isSeen && still.length === 0) return mayBeActive(request);
  const adds = still.filter(({ change }) => change === "Added").length;
  if (isSeen && adds > 0) {
    return {
      what: "permissions",
      words: `${adds} permissions of ${draft.groupName} are still pending: the next activation in the tenant would make them live. Remove them with Maintain Permissions for Security Group.`,
    };
  }
  if (isSeen) {
    return {
      what: "permissions",
      words: `The removal of ${still.length} permissions of ${draft.groupName} is pending: it takes effect with the next activation in the tenant.`,
    };
  }
  return {
    what: "permissions",
    words: `Permissions of ${draft.groupName} may be ${approval === undefined ? "pending" : "active"}: the bot cannot see pending changes in this tenant. Look at the group in Workday.`,
  };
}

/** What is active is in no list of what is pending: only the revocation shows that it went. */
function mayBeActive({ draft, begun, gaveUp }: Request): LeftBehind | undefined {
  if (!begun.includes("activate") || !gaveUp.includes("revoke-permissions")) return undefined;
  return {
    what: "permissions",
    words: `Permissions of ${draft.groupName} may be active: they were activated, and taking them away did not succeed. Press Clean up again, or remove them with Maintain Permissions for Security Group.`,
  };
}

async function lookForSecret(
  deps: FlowDeps,
  { draft, begun, id }: Request,
): Promise<LeftBehind | undefined> {
  if (!begun.includes("issue-credential")) return undefined;
  const { tenant } = deps.placeOf(draft.tenant);
  const name = deps.nameSecret(tenant, draft.userName);
  const versions = await deps.vault.listVersions(name);
  const isClosed =
    versions.ok && versions.value.every(({ enabled, tags }) => !enabled || tags["request"] !== id);
  return isClosed
    ? undefined
    : {
        what: "secret",
        words: `The secret ${name} may still have an enabled version of this request. Disable it in Key Vault.`,
      };
}
