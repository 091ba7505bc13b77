import { kindOf } from "../kinds/kinds.ts";
import { hasTokens } from "../model/account-settings.ts";
import { isOneOf } from "../model/names.ts";
import type { PendingChange } from "../model/pending.ts";
import { groupsOf } from "../model/segments.ts";
import { findTokens } from "../model/sign-on.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { AccountStanding } from "../ports/workday.ts";
import { systemIdOf } from "../request/account-of-request.ts";
import { type AccountDraft, accountOf } from "../request/draft.ts";
import type { Event, Leftover } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import { toSystemId } from "../request/workday-ids.ts";
import { activatesPolicies, changesPolicies } from "../step-kinds/facts.ts";
import { inspectRollback } from "./find-rollback-leftovers.ts";
import { findLeftoverGroup } from "./leftover-group.ts";
import { findLeftoverSecrets } from "./leftover-secrets.ts";
import {
  findLeftoverMarks,
  findLeftoverSegmentGroup,
  findLeftoverSegments,
} from "./leftover-segments.ts";

/**
 * Looks at what an ended request left in the tenant and the vault. What cannot be read counts as left:
 * nothing leaves the list before it is verified gone. Changes nothing.
 */
export async function findLeftovers(
  deps: FlowDeps,
  request: Request,
): Promise<readonly Leftover[]> {
  if ("undone" in request.draft) return inspectRollback(deps, request, request.draft);
  const draft = accountOf(request.draft);
  if (draft === undefined) return [];
  const subject: Subject = { ...request, draft };
  const looks = [
    await lookForSystem(deps, subject),
    await lookForAccount(deps, subject),
    await lookForPassword(deps, subject),
    await findLeftoverGroup(deps, subject),
    await lookForPermissions(deps, subject),
    await findLeftoverSecrets(deps, subject),
    await lookForClient(deps, subject),
    await findLeftoverSegmentGroup(deps, subject),
    await findLeftoverSegments(deps, subject),
    findLeftoverMarks(subject),
  ];
  return looks.filter((look) => look !== undefined);
}

/** A request about an account. */
type Subject = Request & { readonly draft: AccountDraft };

/** What has changed between the list on the request and what was found now. */
export function reconcile(request: Request, found: readonly Leftover[]): readonly Event[] {
  const gone = request.leftBehind
    .filter(({ what }) => !found.some((item) => item.what === what))
    .map(({ what }): Event => ({ kind: "gone", what }));
  const left = found
    .filter((item) => !request.leftBehind.some((one) => isSameItem(one, item)))
    .map((item): Event => ({ kind: "left-behind", item }));
  return [...gone, ...left];
}

function isSameItem(one: Leftover, other: Leftover): boolean {
  return one.what === other.what && one.words === other.words;
}

async function lookForSystem(
  deps: FlowDeps,
  { id: request, draft, begun }: Subject,
): Promise<Leftover | undefined> {
  if (!begun.includes("create-integration-system")) return undefined;
  const id = toSystemId(request);
  const found = await deps.contextOf(draft.tenant).workday.findIntegrationSystem(id);
  if (found.ok && found.value === undefined) return undefined;
  return {
    what: "integration-system",
    words: `The integration system ${id} (${draft.system.name}) stays: Workday has no web service that deletes one. Delete it in Workday, or keep it.`,
  };
}

async function lookForAccount(deps: FlowDeps, request: Subject): Promise<Leftover | undefined> {
  const { draft, begun } = request;
  if (!begun.includes("create-user")) return undefined;
  const { workday } = deps.contextOf(draft.tenant);
  const account = await workday.findAccount(draft.userName);
  if (account.ok && account.value.kind === "free") return undefined;
  const tokens = await describeTokens(deps, request);
  const words =
    account.ok && !isOwnAccount(request, account.value)
      ? `There is an account ${draft.userName} that may not be this request's. Look whose it is in Workday before anybody changes it.`
      : `The account ${draft.userName} stays: Workday has no web service that deletes one. Its password is known to nobody.${tokens}${describeAllowed(request)} Disable it in Workday.`;
  return { what: "account", words };
}

/** The clean-up switches them off, where the tenant lets it; what it does not show as off counts as on. */
async function describeTokens(deps: FlowDeps, request: Subject): Promise<string> {
  const { draft, begun } = request;
  if (!begun.includes("enable-token-sign-on") || findTokens(draft) === undefined) return "";
  const { workday } = deps.contextOf(draft.tenant);
  const user = await workday.findUserOfSystem(systemIdOf(request));
  const tokens = user.ok ? user.value?.tokens : undefined;
  return tokens !== undefined && !hasTokens(tokens)
    ? ""
    : " Whoever holds its x509 or SAML key may still sign on: switch that off with Configure Web Service Security.";
}

/** What the clean-up cannot take back by itself, or did not. */
function describeAllowed({ begun, gaveUp }: Subject): string {
  const isActivated = begun.includes("activate-authentication-policies");
  const isNamed = isActivated || gaveUp.includes("remove-from-authentication-policy");
  return [
    ...(isNamed
      ? [
          " An authentication policy may still allow it: see that it is gone there, and run Activate All Pending Authentication Policy Changes.",
        ]
      : []),
    ...(gaveUp.includes("remove-password-exemption")
      ? [" It may still be exempt from password expiration: look at Maintain Password Rules."]
      : []),
  ].join("");
}

function isOwnAccount({ id, draft, facts }: Subject, account: AccountStanding): boolean {
  if (account.kind !== "on-system") return false;
  return draft.system.kind === "new"
    ? account.systemId === toSystemId(id)
    : account.systemId === draft.system.id && facts.userWid !== undefined;
}

/** A password that was changed cannot be changed back: it is settled when a later request is carried out. */
async function lookForPassword(deps: FlowDeps, request: Subject): Promise<Leftover | undefined> {
  const { draft, begun } = request;
  const { userName } = draft;
  const isTouched = begun.includes("issue-credential") || begun.includes("scramble-user");
  if (!isTouched || kindOf(draft).makes === "account" || (await isSettledSince(deps, request)))
    return undefined;
  return {
    what: "account",
    words: `The password of ${userName} was changed, or may have been, and no version in Key Vault is known to hold it: whoever uses it cannot sign on. \`/workday-isu rotate ${userName}\` issues another one, \`/workday-isu retire ${userName}\` ends it.`,
  };
}

async function isSettledSince({ store }: FlowDeps, { draft, openedAt }: Subject): Promise<boolean> {
  const requests = await store.listByUserName(draft.userName);
  return requests.some(
    (other) =>
      other.draft.tenant === draft.tenant &&
      other.phase.kind === "done" &&
      !("before" in other.draft) &&
      other.openedAt > openedAt,
  );
}

async function lookForPermissions(deps: FlowDeps, request: Subject): Promise<Leftover | undefined> {
  const { draft, begun } = request;
  if (!begun.some(changesPolicies)) return undefined;
  const pending = await deps.contextOf(draft.tenant).workday.readPendingChanges();
  const groups = groupsOf(draft);
  const names = groups.join(" and ");
  if (!pending.ok || pending.value.kind !== "seen") {
    return permissions(
      `Permissions of ${names} may be ${begun.some(activatesPolicies) ? "active" : "pending"}: the bot cannot see pending changes in this tenant. Look at the group in Workday.`,
    );
  }
  const still = pending.value.changes.filter(({ securityGroup }) => isOneOf(securityGroup, groups));
  return still.length === 0
    ? mayBeActive(request)
    : permissions(describePending(draft, names, still));
}

function permissions(words: string): Leftover {
  return { what: "permissions", words };
}

/** What a retirement took away is given back by its clean-up: that is meant to go live. */
function describePending(
  draft: AccountDraft,
  names: string,
  still: readonly PendingChange[],
): string {
  const adds = still.filter(({ change }) => change === "Added").length;
  if (adds === 0) {
    return `The removal of ${still.length} permissions of ${names} is pending: it takes effect with the next activation in the tenant.`;
  }
  return kindOf(draft).ends === "account"
    ? `${adds} permissions of ${names} are given back and still pending: they take effect with the next activation in the tenant. /workday-isu activate asks for one.`
    : `${adds} permissions of ${names} are still pending: the next activation in the tenant would make them live. Remove them with Maintain Permissions for Security Group.`;
}

/** What is active is in no list of what is pending: only the revocation shows that it went. */
function mayBeActive({ draft, begun, gaveUp }: Subject): Leftover | undefined {
  const tasks = [
    ...(gaveUp.includes("revoke-permissions") ? ["Maintain Permissions for Security Group"] : []),
    ...(gaveUp.includes("revoke-business-processes")
      ? ["Edit Business Process Security Policy"]
      : []),
  ];
  if (!begun.some(activatesPolicies) || tasks.length === 0) return undefined;
  return permissions(
    `Permissions of ${draft.groupName} may be active: they were activated, and taking them away did not succeed. Press Clean up again, or remove them with ${tasks.join(" and ")}.`,
  );
}

/** No web service shows a client or a token: what a person may have made stays on the list until it is settled. */
async function lookForClient(deps: FlowDeps, request: Subject): Promise<Leftover | undefined> {
  const { begun, finished, gaveUp, draft } = request;
  const { userName, client } = draft;
  const isUndone =
    finished.includes("disable-api-client") && !gaveUp.includes("disable-api-client");
  const isLeft =
    begun.includes("replace-refresh-token") ||
    (begun.includes("register-api-client") && !isUndone) ||
    (kindOf(draft).makes !== "client" && begun.includes("disable-api-client"));
  if (client === undefined || !isLeft || (await isSettledSince(deps, request))) return undefined;
  return {
    what: "api-client",
    words: `What was done to the API client ${client.name} of ${userName} stays: no web service shows it. Look at it and at its refresh tokens in Workday; a later request for the account takes this off the list.`,
  };
}
