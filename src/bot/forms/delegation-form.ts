import type { DelegationId } from "../../flows/model/ids.ts";
import type { DelegationReply } from "../../flows/ports/delegations.ts";
import type {
  Delegation,
  DelegationOrder,
  DelegationRefusal,
} from "../../flows/request/delegation.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import {
  type Block,
  buttons,
  divider,
  type Modal,
  plain,
  plainSection,
  section,
} from "../blocks/block.ts";
import { escape, mention, moment } from "../blocks/mrkdwn.ts";
import { keepTyped, notice } from "../blocks/notice.ts";
import { typeStatus } from "../blocks/typed-commands.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { askTenant } from "./chooser.ts";

export const delegationBlocks = {
  to: "to",
  from: "from",
  until: "until",
  tenant: "tenant",
  reason: "reason",
} as const;

/** Most characters of a reason: the channel reads it. */
const reasonLimit = 300;

/** Most delegations that one window lists, three blocks each. */
const listLimit = 20;

export interface DelegationContent {
  readonly id: DelegationId;
  /** Tenants that the person approves in and may delegate in; at least one. */
  readonly tenants: readonly Tenant[];
  /** Their own delegations that are not over. */
  readonly own: readonly Delegation[];
  /** Today in UTC, as YYYY-MM-DD. */
  readonly today: string;
}

/** What somebody has delegated, each with a button that ends it, and the form for another. */
export function delegation({ id, tenants, own, today }: DelegationContent): Modal {
  const [only] = tenants;
  const tenant = tenants.length === 1 ? only : undefined;
  return {
    type: "modal",
    callback_id: modals.delegate,
    private_metadata: serializeMetadata({ delegation: id, ...(tenant && { tenant: tenant.name }) }),
    title: plain("Delegate approvals", 24),
    submit: plain("Delegate", 24),
    close: plain("Cancel", 24),
    blocks: [
      ...listOwn(own, tenants),
      section(
        `While you are away, somebody else decides for you${tenant === undefined ? "" : ` in ${escape(tenant.label)}`}. You both count as one person, and your own requests stay somebody else's to decide. The channel and the audit trail name you both.`,
      ),
      askWho(),
      askDay({
        block: "from",
        label: "First day",
        hint: "It begins at 00:00 UTC.",
        initial: today,
      }),
      askDay({
        block: "until",
        label: "Last day",
        hint: `It ends at 24:00 UTC. ${describeLongest(tenants)}`,
      }),
      ...(tenant === undefined ? askTenant(tenants, "delegate") : []),
      askReason(),
    ],
  };
}

function listOwn(own: readonly Delegation[], tenants: readonly Tenant[]): Block[] {
  if (own.length === 0) return [];
  const entries = own.slice(0, listLimit).flatMap((one) => [
    section(`${describeWho(one)}, ${formatDays(one)}, in ${escape(labelOf(one, tenants))}`),
    plainSection(`Reason: ${one.reason}`),
    buttons([
      {
        id: actions.endDelegation,
        text: "End it now",
        value: serializeMetadata({ delegation: one.id }),
      },
    ]),
  ]);
  return [section("*What you have delegated:*"), ...entries, divider];
}

function labelOf({ tenant: name }: Delegation, tenants: readonly Tenant[]): string {
  return tenants.find((tenant) => tenant.name === name)?.label ?? name;
}

function describeLongest(tenants: readonly Tenant[]): string {
  const most = Math.max(...tenants.map(({ delegation: rules }) => rules?.maxDays ?? 0));
  return `${most} days at the most.`;
}

function askWho(): Block {
  return {
    type: "input",
    block_id: delegationBlocks.to,
    label: plain("Who decides for you", 2000),
    hint: plain("Somebody whom the bot's operators allow as a delegate.", 2000),
    element: { type: "users_select", action_id: actions.input },
  };
}

interface Day {
  readonly block: "from" | "until";
  readonly label: string;
  readonly hint: string;
  readonly initial?: string;
}

function askDay({ block, label, hint, initial }: Day): Block {
  return {
    type: "input",
    block_id: delegationBlocks[block],
    label: plain(label, 2000),
    hint: plain(hint, 2000),
    element: {
      type: "datepicker",
      action_id: actions.input,
      ...(initial === undefined ? {} : { initial_date: initial }),
    },
  };
}

function askReason(): Block {
  return {
    type: "input",
    block_id: delegationBlocks.reason,
    label: plain("Reason", 2000),
    hint: plain("Such as: on holiday. The channel reads it.", 2000),
    element: { type: "plain_text_input", action_id: actions.input, max_length: reasonLimit },
  };
}

/** While it is being recorded. */
export function delegating(): Modal {
  return notice(
    "One moment: it is recorded. If this does not change within a minute, `/workday-isu delegate` shows what counts.",
  );
}

/** Both by mention. */
export function describeWho({ by, to }: Pick<Delegation, "by" | "to">): string {
  return `${mention(to)} decides for ${mention(by)}`;
}

export function formatDays({ from, until }: Pick<Delegation, "from" | "until">): string {
  return `from ${moment(from)} until ${moment(until)}`;
}

/** What its maker learns. */
export function describeDelegation(reply: DelegationReply): string {
  switch (reply.kind) {
    case "delegated":
      return `${describeWho(reply.delegation)} ${formatDays(reply.delegation)}. They were told, and the tenant's channel reads it too. \`/workday-isu delegate\` ends it.`;
    case "ended":
      return `Your delegation to ${mention(reply.delegation.to)} has ended. What they approved for you, and nobody has begun yet, has to be approved again.`;
    case "refused":
      return delegationRefusals[reply.refusal];
  }
}

/** What was sent and counts for nothing, so that nobody has to remember it. */
export function keepOrder({ by, command }: DelegationOrder): Block[] {
  if (command.kind === "end") return [];
  const { delegation: sent } = command;
  return [
    section(`You sent: ${describeWho({ ...sent, by })} ${formatDays(sent)}.`),
    ...keepTyped("Your reason was", sent.reason),
  ];
}

/** What the delegate learns; nothing where nothing changed. */
export function tellDelegate(reply: DelegationReply, label: string): string | undefined {
  switch (reply.kind) {
    case "delegated":
      return `You may decide requests in ${escape(label)} for ${mention(reply.delegation.by)}, ${formatDays(reply.delegation)}. ${typeStatus()} lists those that wait; the tenant's channel has their buttons.`;
    case "ended":
      return `You no longer decide for ${mention(reply.delegation.by)} in ${escape(label)}.`;
    case "refused":
      return undefined;
  }
}

export const delegationRefusals: Record<DelegationRefusal, string> = {
  guest: "Guests of this workspace cannot use this bot.",
  bot: "Bots cannot use this bot. A person has to do it.",
  deactivated: "This Slack account is deactivated, so it can decide nothing here.",
  foreign: "Only people of this workspace can use this bot.",
  "cannot-tell":
    "Slack did not say who may do what, so nothing was delegated. Try again in a minute.",
  "delegation-off":
    "Delegation is switched off: the bot's configuration names nobody who may decide for an approver who is away. Ask the bot's operators.",
  "not-an-approver":
    "You are on no approver list by yourself, so there is nothing that you could delegate. What was delegated to you cannot be handed on.",
  "to-yourself": "Choose somebody else: you decide for yourself already.",
  "delegate-no-member":
    "Only a full member of this workspace can decide for you: no guest, no bot, nobody from another company. Choose somebody else.",
  "delegate-not-allowed":
    "The bot's configuration does not name this person as a delegate. Choose somebody else, or ask the bot's operators.",
  "days-reversed": "The last day comes before the first. Choose it again.",
  "days-over": "The last day is over already. Choose a later one.",
  "days-too-many":
    "That is longer than the bot's configuration allows. Choose an earlier last day.",
  "days-too-late": "It cannot begin more than a year ahead. Choose an earlier first day.",
  "no-such-delegation": "There is no such delegation of yours, so nothing was ended.",
  "given-up":
    "The bot failed at this each time that it tried, and gave up. `/workday-isu delegate` shows what counts now. Tell the bot's operators, then do it again.",
};
