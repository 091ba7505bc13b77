import { err, ok, type Result } from "../../result.ts";
import type { PersonId } from "../model/ids.ts";
import type { Directory, Standing } from "../ports/directory.ts";
import type { CommandKind } from "../request/click.ts";
import { approversIn } from "../request/given-approval.ts";
import type { PersonRefusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import type { PeopleList, Tenant } from "../tenant/tenant.ts";

/** Whether somebody is on a list: *unknown* where Slack did not say, or nobody asked. It is never a yes. */
type Listed = boolean | "unknown";

/** What a person may do in a tenant, as Slack says right now. */
interface Roles {
  readonly requester: Listed;
  readonly doer: Listed;
  readonly approver: Listed;
}

type Role = keyof Roles;

/** On the configuration's lists, by role. */
const listOf = {
  requester: ({ requesters }: Tenant) => requesters,
  doer: ({ doers }: Tenant) => doers,
  approver: ({ approvers }: Tenant) => approvers,
} as const satisfies Record<Role, (tenant: Tenant) => PeopleList>;

export interface Identity {
  readonly standing: Standing;
  readonly roles: Roles;
}

type CannotTell = "cannot-tell-who-you-are";

/**
 * Reads who somebody is, and whether they are on the lists named, no others: one that Slack cannot read says nothing
 * about the rest. Safe to repeat.
 */
export async function readIdentity(
  directory: Directory,
  { person, tenant }: { readonly person: PersonId; readonly tenant: Tenant },
  needed: readonly Role[],
): Promise<Result<Identity, CannotTell>> {
  const standing = await directory.findStanding(person);
  if (!standing.ok) return err("cannot-tell-who-you-are");
  let identity: Identity = { standing: standing.value, roles: nothingRead };
  for (const role of needed) {
    identity = await readRole(directory, { person, list: listOf[role](tenant), role }, identity);
  }
  return ok(identity);
}

const nothingRead: Roles = { requester: "unknown", doer: "unknown", approver: "unknown" };

async function readRole(
  directory: Directory,
  {
    person,
    list,
    role,
  }: { readonly person: PersonId; readonly list: PeopleList; readonly role: Role },
  { standing, roles }: Identity,
): Promise<Identity> {
  const listed = await directory.isOn(person, list);
  return { standing, roles: { ...roles, [role]: listed.ok ? listed.value : "unknown" } };
}

/** The lists that can decide whether somebody may give a command, each read where those before it do not. */
const neededFor: Readonly<Record<CommandKind, readonly Role[]>> = {
  open: ["requester"],
  edit: ["requester"],
  approve: ["approver"],
  deny: ["approver"],
  postpone: ["approver"],
  "send-back": ["approver"],
  answer: ["requester"],
  withdraw: [],
  start: ["doer"],
  "report-done": ["doer"],
  "report-refused": ["doer"],
  retry: ["doer", "approver"],
  "clean-up-again": ["doer", "approver"],
  "look-again": ["doer", "approver"],
  attest: ["approver", "requester"],
};

/** Asks Slack who somebody is, and decides whether they may give this command in a tenant. Safe to repeat. */
export async function checkCommand(
  directory: Directory,
  command: CommandKind,
  { tenant, ...involved }: Involved & { readonly tenant: Tenant },
): Promise<Result<void, PersonRefusal | CannotTell>> {
  const person = involved.by;
  const known = await readIdentity(directory, { person, tenant }, []);
  if (!known.ok) return known;
  let identity = known.value;
  for (const role of neededFor[command]) {
    const may = mayCommand(command, identity, involved);
    if (may.ok || may.error !== "cannot-tell-who-you-are") return may;
    identity = await readRole(directory, { person, list: listOf[role](tenant), role }, identity);
  }
  return mayCommand(command, identity, involved);
}

/** What somebody has had to do with a request so far. All but `by` is absent before there is one. */
export interface Involved {
  readonly by: PersonId;
  readonly askedBy?: PersonId;
  /** Who carried out steps of the plan in Workday. */
  readonly carriedOutBy?: readonly PersonId[];
  /** Who gave this approval or one before it, and for whom. */
  readonly approvedBy?: readonly PersonId[];
}

/** After a request is closed nothing rests on its approval any more: whoever can may clean up. */
export function involve(request: Request, by: PersonId): Required<Involved> {
  const { askedBy, carriedOutBy, approvedBefore, closing } = request;
  const approvedBy = closing === undefined ? [...approvedBefore, ...approversIn(request)] : [];
  return { by, askedBy, carriedOutBy, approvedBy };
}

/**
 * Decides whether somebody may give this command at all. The approver's list is looked at before whose
 * request it is: a stranger learns nothing. Who made the changes never says that they may go live, and
 * who said so never makes them live. Where nothing lets somebody in and a list is unknown, nobody can tell.
 */
// oxlint-disable-next-line complexity -- one arm for each command
export function mayCommand(
  command: CommandKind,
  identity: Identity,
  { by, askedBy, carriedOutBy = [], approvedBy = [] }: Involved,
): Result<void, PersonRefusal | CannotTell> {
  if (identity.standing !== "member") return err(identity.standing);
  const { requester, doer, approver } = identity.roles;
  const isOwn = by === askedBy;
  switch (command) {
    case "answer":
      return isOwn ? ok(undefined) : asRequester(requester);
    case "open":
      return asRequester(requester);
    case "edit":
      return isOwn ? asRequester(requester) : err("not-the-requester");
    case "approve":
      if (approver === true && !isOwn && carriedOutBy.includes(by)) return err("did-a-step");
      return asApprover(approver, isOwn);
    case "deny":
    case "postpone":
    case "send-back":
      return asApprover(approver, isOwn);
    case "withdraw":
      return isOwn ? ok(undefined) : err("not-the-requester");
    case "start":
    case "report-done":
      if (doer === true && approvedBy.includes(by)) return err("approved-it");
      return asDoer(doer);
    case "report-refused":
      return asDoer(doer);
    case "attest":
      return asAttester(identity.roles);
    case "retry":
    case "look-again":
    case "clean-up-again":
      if (isOwn || doer === true || approver === true) return ok(undefined);
      return refuse(doer === false ? approver : doer, "not-involved");
  }
}

function asAttester({
  approver,
  requester,
}: Identity["roles"]): Result<void, PersonRefusal | CannotTell> {
  if (approver === true || requester === true) return ok(undefined);
  return refuse(approver === false ? requester : approver, "not-an-attester");
}

function asApprover(
  approver: boolean | "unknown",
  isOwn: boolean,
): Result<void, PersonRefusal | CannotTell> {
  if (approver !== true) return refuse(approver, "not-an-approver");
  return isOwn ? err("own-request") : ok(undefined);
}

function asDoer(doer: boolean | "unknown"): Result<void, PersonRefusal | CannotTell> {
  return doer === true ? ok(undefined) : refuse(doer, "not-a-doer");
}

function asRequester(requester: boolean | "unknown"): Result<void, PersonRefusal | CannotTell> {
  return requester === true ? ok(undefined) : refuse(requester, "not-a-requester");
}

function refuse(
  listed: false | "unknown",
  no: PersonRefusal,
): Result<never, PersonRefusal | CannotTell> {
  return err(listed === "unknown" ? "cannot-tell-who-you-are" : no);
}
