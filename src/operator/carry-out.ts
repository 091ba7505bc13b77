import { toPasskeyNotice } from "../flows/lifecycle/passkey-notice.ts";
import { parsePersonId, slackIdsOf } from "../flows/model/ids.ts";
import { type IssuingDeps, issueCode } from "../flows/pages/enrol.ts";
import { type Passkey, parseCredentialId } from "../flows/request/passkey.ts";
import type { Tenant } from "../flows/tenant/tenant.ts";
import { err, ok, type Result } from "../result.ts";
import type { OperatorArguments, OperatorOrder } from "./arguments.ts";

export interface OperatorDeps extends IssuingDeps {
  readonly tenants: readonly Tenant[];
  /** The workspace that people's ids are of. */
  readonly team: string;
  /** Who runs the command, for the audit trail, such as `root@host`. */
  readonly operator: string;
}

type Outcome = Result<string, string>;

/** Carries out an operator's command. @returns what to say; the error is why it was not done. */
export async function carryOutOrder(deps: OperatorDeps, wish: OperatorOrder): Promise<Outcome> {
  switch (wish.kind) {
    case "code":
      return giveCode(deps, wish);
    case "list":
      return list(deps, wish.tenant);
    case "revoke":
      return revoke(deps, wish.passkey);
  }
}

async function giveCode(
  deps: OperatorDeps,
  { person: user, tenant: name }: Extract<OperatorArguments, { kind: "code" }>,
): Promise<Outcome> {
  const tenant = deps.tenants.find((one) => one.name === name);
  const person = parsePersonId(deps.team, user);
  if (tenant === undefined) return err(`There is no tenant ${name} in the configuration.`);
  if (!person.ok) return err(`${user} is no Slack user id, such as U024BE7LH.`);
  if (tenant.approvals.secondFactor === undefined) {
    return err(`${name} asks for no passkey: set approvals.secondFactor: passkey first.`);
  }
  const code = await issueCode(deps, { tenant: tenant.name, person: person.value }, deps.operator);
  return ok(`${code}

For ${user} in ${name}, for one hour and one passkey. Give it to them outside Slack, once you know that it is
them. They type /workday-isu passkey in Slack, open the link, and enter it. Then another approver confirms.`);
}

async function list({ passkeys, tenants }: OperatorDeps, only?: string): Promise<Outcome> {
  const names = tenants
    .map(({ name }) => name)
    .filter((name) => only === undefined || name === only);
  const found: Passkey[] = [];
  for (const name of names) found.push(...(await passkeys.list(name)));
  const lines = found.map(
    ({ tenant, person, state, enrolledAt, credential }) =>
      `${tenant}  ${slackIdsOf(person).id}  ${state}  ${new Date(enrolledAt).toISOString()}  ${credential}`,
  );
  return ok(lines.length === 0 ? "Nobody has a passkey that waits or counts." : lines.join("\n"));
}

async function revoke(deps: OperatorDeps, name: string): Promise<Outcome> {
  const credential = parseCredentialId(name);
  const passkey = credential.ok ? await deps.passkeys.find(credential.value) : undefined;
  if (passkey === undefined)
    return err("There is no such passkey. passkey:list shows their names.");
  const notice = toPasskeyNotice(passkey, deps.clock.now(), { what: "removed" });
  const { operator } = deps;
  const isRevoked = await deps.passkeys.revoke({
    credential: passkey.credential,
    operator,
    notice,
  });
  return isRevoked
    ? ok(`Taken away: ${slackIdsOf(passkey.person).id} approves nothing with it any more.`)
    : err("This passkey was taken away or replaced before.");
}
