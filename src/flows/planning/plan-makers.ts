import { isSameAccount } from "../model/account-name.ts";
import type { PendingChange } from "../model/pending.ts";
import type { Request } from "../request/request.ts";
import { changesPolicies } from "../step-kinds/facts.ts";
import type { Step } from "../tasks/step.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { listExpected, splitPending } from "./expected-changes.ts";

type Accounts = Pick<Tenant, "workdayAccounts" | "protectedAccounts">;

/** The Workday accounts by which steps make their changes: of the bot, and of the runner. A person's are not listed. */
export function listPlanAccounts(
  steps: readonly Step[],
  { workdayAccounts, protectedAccounts }: Accounts,
): readonly string[] {
  const runner = workdayAccounts?.runner;
  const ofRunner = runner === undefined ? [] : [runner];
  const ofBot = protectedAccounts.slice(0, 1);
  return steps
    .filter(({ name, hand }) => changesPolicies(name) && hand !== "person")
    .flatMap(({ hand }) => (hand === "runner" ? ofRunner : ofBot));
}

/**
 * What of the pending changes a request asked for, but for what another account made than those that carry out its plan:
 * that is not what was asked for. Whatever its maker, where the report does not show one, where a person carries it out, and
 * where nobody said by which account the runner works.
 */
export function listMadeAsPlanned(
  changes: readonly PendingChange[],
  { draft, plan }: Pick<Request, "draft" | "plan">,
  tenant: Accounts,
): readonly PendingChange[] {
  const { ours } = splitPending(changes, listExpected(draft));
  const steps = plan.filter(({ name }) => changesPolicies(name));
  const isOpen =
    steps.some(({ hand }) => hand === "person") ||
    (tenant.workdayAccounts?.runner === undefined && steps.some(({ hand }) => hand === "runner"));
  const accounts = listPlanAccounts(steps, tenant);
  return ours.filter(
    ({ changedBy }) =>
      isOpen ||
      changedBy === undefined ||
      accounts.some((account) => isSameAccount(account, changedBy)),
  );
}
