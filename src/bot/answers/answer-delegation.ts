import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import type { DelegationReply } from "../../flows/ports/delegations.ts";
import type { DelegationOrder } from "../../flows/request/delegation.ts";
import { ok, type Result } from "../../result.ts";
import { notice } from "../blocks/notice.ts";
import { describeDelegation, keepOrder, tellDelegate } from "../forms/delegation-form.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";
import { sendDirectly, toMessage } from "../slack/send-directly.ts";
import { callSlack } from "../slack/slack-call.ts";

type Parts = Pick<BotParts, "deps" | "slack">;

/** Answers in the window, or directly when it is closed; then tells the delegate. Repeating says it twice. */
export async function answerDelegation(
  parts: Parts,
  order: DelegationOrder,
  reply: DelegationReply,
): Promise<Result<void, Fault>> {
  const words = describeDelegation(reply);
  const blocks = reply.kind === "refused" ? keepOrder(order) : [];
  const view = notice(words, blocks);
  const shown = await callSlack(
    () => parts.slack.repeating.views.update({ view_id: order.viewId, view }),
    z.object({}),
  );
  const answered = shown.ok
    ? ok(undefined)
    : await sendDirectly(parts.slack, order.by, toMessage(words, blocks));
  const told = await tell(parts, reply);
  return answered.ok ? told : answered;
}

async function tell({ deps, slack }: Parts, reply: DelegationReply): Promise<Result<void, Fault>> {
  if (reply.kind === "refused") return ok(undefined);
  const { tenant, to } = reply.delegation;
  const words = tellDelegate(reply, findTenant(deps, tenant)?.label ?? tenant);
  return words === undefined ? ok(undefined) : sendDirectly(slack, to, toMessage(words));
}
