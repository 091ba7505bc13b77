import { err, ok, type Result } from "../../result.ts";
import type { PersonId } from "../model/ids.ts";
import type { Directory, Standing } from "../ports/directory.ts";
import type { CommandKind } from "../request/click.ts";
import type { PersonRefusal } from "../request/refusal.ts";
import { approversIn, type Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** What a person may do in a tenant, as Slack says right now. */
interface Roles {
  readonly requester: boolean;
  readonly doer: boolean;
  readonly approver: boolean;
}

export interface Identity {
  readonly standing: Standing;
  readonly roles: Roles;
}

/**
 * Reads who somebody is. Fails closed: when Slack cannot say, nobody has a role.
 * Safe to repeat.
 */
export async function readIdentity(
  directory: Directory,
  person: PersonId,
  tenant: Tenant,
): Promise<Result<Identity, "cannot-tell-who-you-are">> {
  const standing = await directory.findStanding(person);
  if (!standing.ok) return err("cannot-tell-who-you-are");
  const requester = await directory.isOn(person, tenant.requesters);
  const doer = await directory.isOn(person, tenant.doers);
  const approver = await directory.isOn(person, tenant.approvers);
  if (!requester.ok || !doer.ok || !approver.ok) return err("cannot-tell-who-you-are");
  return ok({
    standing: standing.value,
    roles: { requester: requester.value, doer: doer.value, approver: approver.value },
  });
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
 * who said so never makes them live.
 */
// oxlint-disable-next-line complexity -- one arm for each command
export function mayCommand(
  command: CommandKind,
  identity: Identity,
  { by, askedBy, carriedOutBy = [], approvedBy = [] }: Involved,
): Result<void, PersonRefusal> {
  if (identity.standing !== "member") return err(identity.standing);
  const { requester, doer, approver } = identity.roles;
  const isOwn = by === askedBy;
  switch (command) {
    case "open":
      return requester ? ok(undefined) : err("not-a-requester");
    case "approve":
      if (!approver) return err("not-an-approver");
      if (isOwn) return err("own-request");
      return carriedOutBy.includes(by) ? err("did-a-step") : ok(undefined);
    case "deny":
      if (!approver) return err("not-an-approver");
      return isOwn ? err("own-request") : ok(undefined);
    case "withdraw":
      return isOwn ? ok(undefined) : err("not-the-requester");
    case "report-done":
      if (!doer) return err("not-a-doer");
      return approvedBy.includes(by) ? err("approved-it") : ok(undefined);
    case "report-refused":
      return doer ? ok(undefined) : err("not-a-doer");
    case "retry":
    case "clean-up-again":
      return isOwn || doer || approver ? ok(undefined) : err("not-involved");
  }
}
