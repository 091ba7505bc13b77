import { err, ok, type Result } from "../result.ts";
import type { CommandKind } from "./click.ts";
import type { PersonId } from "./ids.ts";
import type { Directory, Standing } from "./ports.ts";
import type { PersonRefusal } from "./refusal.ts";
import type { Tenant } from "./tenant.ts";

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

/**
 * Decides whether somebody may give this command at all. `askedBy` is absent before there is a request.
 * The approver's list is looked at before whose request it is: a stranger learns nothing.
 */
// oxlint-disable-next-line complexity -- one arm for each command
export function mayCommand(
  command: CommandKind,
  identity: Identity,
  who: { readonly by: PersonId; readonly askedBy?: PersonId },
): Result<void, PersonRefusal> {
  if (identity.standing !== "member") return err(identity.standing);
  const { requester, doer, approver } = identity.roles;
  const isOwn = who.by === who.askedBy;
  switch (command) {
    case "open":
      return requester ? ok(undefined) : err("not-a-requester");
    case "approve":
    case "deny":
      if (!approver) return err("not-an-approver");
      return isOwn ? err("own-request") : ok(undefined);
    case "withdraw":
      return isOwn ? ok(undefined) : err("not-the-requester");
    case "report-done":
    case "report-refused":
      return doer ? ok(undefined) : err("not-a-doer");
    case "retry":
    case "clean-up-again":
      return isOwn || doer || approver ? ok(undefined) : err("not-involved");
  }
}
