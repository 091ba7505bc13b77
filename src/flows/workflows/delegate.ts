import { err, ok, type Result } from "../../result.ts";
import { expectTold } from "../lifecycle/expect-told.ts";
import type { DelegationId, PersonId } from "../model/ids.ts";
import type { DelegationReply } from "../ports/delegations.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Durable } from "../ports/engine.ts";
import {
  checkDays,
  type Delegation,
  type DelegationOrder,
  type DelegationRefusal,
  listApprovers,
} from "../request/delegation.ts";
import type { PeopleList, Tenant } from "../tenant/tenant.ts";

/**
 * Carries out one delegation, or its end: who may, what is kept, who learns of it. It was written down before
 * it was acknowledged; its id makes repeats harmless.
 */
export async function handleDelegation(
  deps: FlowDeps,
  durable: Durable,
  order: DelegationOrder,
): Promise<void> {
  const reply = await durable.step("decide", () => decide(deps, order));
  await durable.step("answer", async () => {
    const answered = await deps.answerer.answerDelegation(order, reply);
    if (answered.ok) return;
    const { outside, kind: fault } = answered.error;
    deps.log.warn({ outside, fault }, "cannot answer a delegation");
  });
}

/** Tells that an order broke each time. Whether it counts all the same is what its window shows. */
export async function giveUpDelegation(
  { answerer }: Pick<FlowDeps, "answerer">,
  order: DelegationOrder,
): Promise<void> {
  const reply = { kind: "refused", refusal: "given-up" } as const;
  expectTold(await answerer.answerDelegation(order, reply));
}

async function decide(deps: FlowDeps, { by, command }: DelegationOrder): Promise<DelegationReply> {
  return command.kind === "end"
    ? end(deps, by, command.delegation)
    : make(deps, { ...command.delegation, by });
}

async function end(deps: FlowDeps, by: PersonId, id: DelegationId): Promise<DelegationReply> {
  const delegation = await deps.delegations.end(id, by, deps.clock.now());
  return delegation === undefined
    ? { kind: "refused", refusal: "no-such-delegation" }
    : { kind: "ended", delegation };
}

async function make(deps: FlowDeps, delegation: Delegation): Promise<DelegationReply> {
  const now = deps.clock.now();
  const kept = await deps.delegations.listOf(delegation.by, now);
  if (!kept.some(({ id }) => id === delegation.id)) {
    const allowed = await mayDelegate(deps, delegation);
    if (!allowed.ok) return { kind: "refused", refusal: allowed.error };
    await deps.delegations.keep(delegation, now);
  }
  return { kind: "delegated", delegation };
}

type Allowed = Result<void, DelegationRefusal>;

async function mayDelegate(deps: FlowDeps, delegation: Delegation): Promise<Allowed> {
  const { tenant: name, by, to } = delegation;
  const tenant = deps.tenants.find((one) => one.name === name);
  if (tenant?.delegation === undefined) return err("delegation-off");
  const { delegation: rules } = tenant;
  const days = checkDays(delegation, { now: deps.clock.now(), maxDays: rules.maxDays });
  if (days !== undefined) return err(days);
  if (to === by) return err("to-yourself");
  const own = await isApprover(deps, by, tenant);
  return own.ok ? isDelegate(deps, to, rules.to) : own;
}

/** Only somebody's own right can be delegated: what was delegated to them is not theirs. */
export async function isApprover(
  { directory }: Pick<FlowDeps, "directory">,
  person: PersonId,
  tenant: Tenant,
): Promise<Allowed> {
  const standing = await directory.findStanding(person);
  if (!standing.ok) return err("cannot-tell");
  if (standing.value !== "member") return err(standing.value);
  const isOn = await directory.isOn(person, listApprovers(tenant));
  if (!isOn.ok) return err("cannot-tell");
  return isOn.value ? ok(undefined) : err("not-an-approver");
}

async function isDelegate(
  { directory }: Pick<FlowDeps, "directory">,
  person: PersonId,
  list: PeopleList,
): Promise<Allowed> {
  const standing = await directory.findStanding(person);
  const isOn = await directory.isOn(person, list);
  if (!standing.ok || !isOn.ok) return err("cannot-tell");
  if (standing.value !== "member") return err("delegate-no-member");
  return isOn.value ? ok(undefined) : err("delegate-not-allowed");
}
