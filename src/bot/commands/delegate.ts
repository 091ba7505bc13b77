import type { App } from "@slack/bolt";
import {
  dayMs,
  type Instant,
  instant,
  type PersonId,
  parsePersonId,
  slackIdsOf,
  toDelegationId,
} from "../../flows/model/ids.ts";
import {
  checkDays,
  type Delegation,
  type DelegationOrder,
  type DelegationRefusal,
} from "../../flows/request/delegation.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { isApprover } from "../../flows/workflows/delegate.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Modal } from "../blocks/block.ts";
import { narrowTo } from "../blocks/named-tenants.ts";
import { notice } from "../blocks/notice.ts";
import { checkReason } from "../decisions/reasons.ts";
import {
  delegating,
  delegation,
  delegationBlocks,
  delegationRefusals,
} from "../forms/delegation-form.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { parseDelegationMetadata } from "../payloads/metadata.ts";
import {
  type Input,
  type Invocation,
  parsePress,
  parseSubmission,
  type Submission,
} from "../payloads/parse-payload.ts";
import { checkChannel } from "../slack/check-channel.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";
import { openAndFill } from "../slack/show-view.ts";
import type { SlashCommand } from "./command.ts";

export const delegate: SlashCommand = {
  name: "delegate",
  usage: "[tenant]",
  example: "preview",
  summary: "a stand-in while you are away",
  more: "Lets somebody else decide for an approver who is away, and ends that again.",
  run: askWho,
  register: registerDelegation,
};

async function askWho(parts: BotParts, call: Invocation, about: string): Promise<void> {
  const typed = `delegate ${about}`;
  await openAndFill(parts, { call, typed }, () => toView(parts, call, about));
}

async function toView(parts: BotParts, { channel, by }: Invocation, about: string): Promise<Modal> {
  const { deps } = parts;
  const place = await checkChannel(parts, channel);
  if (place !== undefined) return notice(place);
  const tenants = await findTenants(parts, by);
  if (!tenants.ok) return notice(delegationRefusals[tenants.error]);
  const now = deps.now();
  return delegation({
    id: toDelegationId(deps.newRequestId()),
    tenants: narrowTo(tenants.value, about),
    own: await deps.delegations.listOf(by, now),
    today: new Date(now).toISOString().slice(0, 10),
  });
}

/** Where somebody approves and may delegate, or why there is no such tenant. */
async function findTenants(
  { deps, directory }: BotParts,
  by: PersonId,
): Promise<Result<readonly Tenant[], DelegationRefusal>> {
  const open = deps.tenants.filter((tenant) => tenant.delegation !== undefined);
  let why: DelegationRefusal = "delegation-off";
  const own: Tenant[] = [];
  for (const tenant of open) {
    const may = await isApprover({ directory }, by, tenant);
    if (may.ok) own.push(tenant);
    else why = may.error;
  }
  return own.length === 0 ? err(why) : ok(own);
}

/** The window's two ways: a new delegation, and the end of one. Both are written down, then acknowledged. */
function registerDelegation(app: App, parts: BotParts): void {
  app.view(modals.delegate, async ({ ack, body }) => {
    const submission = parseSubmission(body);
    const entered = readDelegation(parts, submission);
    if (!entered.ok) return ack({ response_action: "errors", errors: entered.error });
    const { id, by, viewId } = submission;
    const command = { kind: "delegate", delegation: entered.value } as const;
    await recordOrder(parts, { id, by, viewId, command });
    return ack({ response_action: "update", view: delegating() });
  });
  app.action(actions.endDelegation, async ({ ack, body, action }) => {
    const { id, by, value, view } = parsePress(body, action);
    if (view === undefined) throw new Error("A window's button was pressed outside of it");
    const command = { kind: "end", ...parseDelegationMetadata(value) } as const;
    await recordOrder(parts, { id, by, viewId: view.id, command });
    await ack();
  });
}

async function recordOrder({ deps }: BotParts, order: DelegationOrder): Promise<void> {
  await deps.engine.start("delegation", order.id, JSON.stringify(order));
}

type Errors = Record<string, string>;

interface Entered {
  readonly to: Result<PersonId, "not-a-person">;
  readonly from: Instant;
  readonly until: Instant;
  readonly reason: string;
}

/** What was entered, or what is wrong with it, by block. Who may is decided when it is carried out. */
function readDelegation(
  { deps }: BotParts,
  submission: Submission,
): Result<Omit<Delegation, "by" | "endedAt">, Errors> {
  const { delegation: id, tenant: fixed } = parseDelegationMetadata(submission.metadata);
  const tenant = findTenant(deps, fixed ?? choiceOf(submission));
  if (tenant?.delegation === undefined) return err(errorAt("to", "delegation-off"));
  const { to, reason, ...days } = readInputs(submission);
  if (!to.ok) return err(errorAt("to", "delegate-no-member"));
  if (to.value === submission.by) return err(errorAt("to", "to-yourself"));
  const problem = checkDays(days, { now: deps.now(), maxDays: tenant.delegation.maxDays });
  if (problem !== undefined) {
    return err(errorAt(problem === "days-too-late" ? "from" : "until", problem));
  }
  const unread = checkReason(reason);
  if (unread !== undefined) return err({ [delegationBlocks.reason]: unread });
  return ok({ id, tenant: tenant.name, to: to.value, ...days, reason });
}

function choiceOf({ inputs }: Submission): string {
  return inputs.get(delegationBlocks.tenant)?.selected_option?.value ?? "";
}

function readInputs({ by, inputs }: Submission): Entered {
  const user = inputs.get(delegationBlocks.to)?.selected_user ?? "";
  const last = toDay(inputs.get(delegationBlocks.until));
  return {
    to: parsePersonId(slackIdsOf(by).team, user),
    from: instant(toDay(inputs.get(delegationBlocks.from))),
    until: instant(last + dayMs),
    reason: (inputs.get(delegationBlocks.reason)?.value ?? "").trim(),
  };
}

function errorAt(block: keyof typeof delegationBlocks, refusal: DelegationRefusal): Errors {
  return { [delegationBlocks[block]]: delegationRefusals[refusal] };
}

/** The first moment of a day in UTC; Slack's client sends no other form, so anything else is a bug and throws. */
function toDay(input: Input | undefined): number {
  const at = Date.parse(`${input?.selected_date ?? ""}T00:00:00Z`);
  if (Number.isNaN(at)) throw new Error("Slack sent a day that cannot be read");
  return at;
}
