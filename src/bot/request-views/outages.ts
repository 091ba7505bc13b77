import { deadlineOfOutage } from "../../flows/approval/expire.ts";
import { rulesFor } from "../../flows/authorization/approvers.ts";
import type { Outside } from "../../flows/model/fault.ts";
import type { Event } from "../../flows/request/event.ts";
import type { Matter } from "../../flows/request/notice.ts";
import type { OutsideWait } from "../../flows/request/phase.ts";
import { stepKinds } from "../../flows/step-kinds/step-kinds.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { capitalize } from "../../flows/text/capitalize.ts";
import { count } from "../../flows/text/count.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Block, plainSection, section } from "../blocks/block.ts";
import { escape, moment } from "../blocks/mrkdwn.ts";
import { cutToWeight } from "../blocks/slack-limits.ts";
import type { Card } from "./approval-card.ts";

const names: Record<Outside, string> = {
  Workday: "Workday",
  "Workday reports": "the Workday reports",
  "Key Vault": "Key Vault",
  runner: "the runner",
  Slack: "Slack",
};

/** What is outside, within a sentence. */
export function nameOutside(outside: Outside): string {
  return names[outside];
}

function nameFirst(outside: Outside): string {
  const name = names[outside];
  return capitalize(name);
}

/** What is away, and that nobody has to do anything about the request. */
export function outageCard(
  { request, scale, tenant }: Card,
  { outside, words, since, retryAt, sentAt }: OutsideWait,
): Block[] {
  const withdraw = request.closing === undefined ? ", or withdraw the request" : "";
  const until = deadlineOfOutage(request, rulesFor(request, tenant));
  const end =
    until === undefined || request.closing !== undefined
      ? ""
      : ` ${request.members === undefined ? ownPending : ofRelease} at ${moment(until)} it expires. Then its changes are taken back.`;
  const next = `next ${moment(retryAt)}`;
  return [
    section(
      sentAt === undefined
        ? `*${nameFirst(outside)} cannot be reached since ${moment(since)}.* Nothing is lost: the bot tries again by itself, ${next}.`
        : `*${nameFirst(outside)} does not show what was sent ${moment(sentAt)}.* It may still come, so it is not sent twice: the bot looks again by itself, ${next}. After a quarter of an hour it is sent once more.`,
    ),
    plainSection(`What happened: ${cutToWeight(words, Math.floor(2500 * scale))}`),
    section(`You need to do nothing. Press Try again to try now${withdraw}.${end}`),
  ];
}

/** A try that was in vain, in `mrkdwn`. */
export function describeDelay({
  step,
  outside,
  words,
  attempt,
  since,
  retryAt,
}: Extract<Event, { kind: "step-delayed" }>): string {
  const still = attempt === 1 ? "" : `, since ${moment(since)}`;
  return `Waiting for ${nameOutside(outside)} (${stepKinds[step].title})${still}: ${escape(truncate(words, 1000))} It is tried again by itself, next ${moment(retryAt)}.`;
}

/** What the requester hears where it takes hours; nothing before. */
export function tellDelay(
  request: string,
  { outside, since, attempt, isTold }: Extract<Event, { kind: "step-delayed" }>,
): string | undefined {
  if (isTold !== true || attempt === 1) return undefined;
  return `${request} still waits for ${nameOutside(outside)}, which cannot be reached since ${moment(since)}. It goes on by itself; you can also withdraw it.`;
}

/** Why a deadline is later, in `mrkdwn`. */
export function describeRest({
  outside,
  since,
  until,
  expiresAt,
}: Extract<Event, { kind: "rested" }>): string {
  return `Nobody could act from ${moment(since)} to ${moment(until)}, because ${nameOutside(outside)} could not be reached. There is time until ${moment(expiresAt)} now.`;
}

type OfOutage = Extract<Matter, { kind: "outage" | "outage-over" }>;

export function titleOfOutage({ kind, outside }: OfOutage): string {
  return kind === "outage"
    ? `${nameFirst(outside)} cannot be reached`
    : `${nameFirst(outside)} is back`;
}

/** Once when it begins, and once when it is over. */
export function tellOutage(matter: OfOutage, { label }: Tenant): Block[] {
  const what = `${nameFirst(matter.outside)} (${escape(label)})`;
  if (matter.kind === "outage-over") {
    return [
      section(
        `${what} is back since ${moment(matter.overAt)}; it could not be reached from ${moment(matter.since)}. What waited goes on by itself.`,
      ),
    ];
  }
  const { waiting, since } = matter;
  const go = waiting === 1 ? "waits and goes on" : "wait and go on";
  return [
    section(
      `${what} cannot be reached since ${moment(since)}: ${count(waiting, "request")} ${go} by ${waiting === 1 ? "itself" : "themselves"}. Nothing is lost, and nobody has to do anything. Deadlines of people who cannot act rest meanwhile.`,
    ),
  ];
}

const ownPending =
  "Some of its changes are pending, so nothing else of the tenant is activated meanwhile: an approver can deny it, and";
const ofRelease =
  "Nothing else of the tenant is activated meanwhile: an approver can deny each of its requests, and with them";
