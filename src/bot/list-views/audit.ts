import type { RequestId } from "../../flows/model/ids.ts";
import { listDifferences, type Verification } from "../../flows/model/verification.ts";
import type { AuditLine, TrailVerdict } from "../../flows/ports/audit.ts";
import type { DraftKind } from "../../flows/request/draft.ts";
import type { Event } from "../../flows/request/event.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { buttons, header, type Message, section } from "../blocks/block.ts";
import { code, escape, mention, moment } from "../blocks/mrkdwn.ts";
import { fillPage, phonePage } from "../blocks/page.ts";
import { typeStatus } from "../blocks/typed-commands.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { describeEvent, findKind } from "../request-views/timeline.ts";
import { describeFact, listSeen } from "../request-views/verification.ts";
import { type AsAsked, askedAfter, describeDetails } from "./audit-details.ts";

export interface TrailContent {
  readonly request: RequestId;
  readonly lines: readonly AuditLine[];
  readonly verdict: TrailVerdict;
  readonly tenant: Tenant;
  /** How many lines were shown before. */
  readonly from: number;
}

/** One page of a request's audit trail, below what its seals say. */
export function showTrail({ request, lines, verdict, from, tenant }: TrailContent): Message {
  const title = `The audit trail of ${request}`;
  const { blocks, shown } = fillPage(describeLines(lines, tenant).slice(from), phonePage);
  const left = lines.length - from - shown;
  const range = `Entries ${from + 1} to ${from + shown} of ${lines.length}, with their numbers in the whole trail. What names nobody the bot did.`;
  return {
    text: verdict.kind === "intact" ? title : `ALARM. ${title}`,
    blocks: [
      header(title),
      section(describeVerdict(verdict)),
      ...(shown === 0 ? [section("The trail has no entry of it.")] : [section(range), ...blocks]),
      ...(left > 0
        ? [
            buttons([
              {
                id: actions.nextEntries,
                text: "Next page",
                value: serializeMetadata({ request, from: from + shown }),
              },
            ]),
          ]
        : []),
    ],
  };
}

/** Each entry with what stands behind it, by what the trail itself holds of the request. */
function describeLines(lines: readonly AuditLine[], tenant: Tenant): readonly string[] {
  const kind = findKind(lines.flatMap(({ entry }) => entry?.event ?? []));
  let asked: AsAsked | undefined;
  const described: string[] = [];
  for (const line of lines) {
    if (line.entry !== undefined) asked = askedAfter(asked, line.entry.event);
    const details = line.entry && describeDetails(line.entry.event, asked, tenant);
    described.push(`${describeLine(line, kind)}${details ?? ""}`);
  }
  return described;
}

function describeLine({ seq, entry }: AuditLine, kind: DraftKind | undefined): string {
  if (entry === undefined) return `*#${seq}* This row holds nothing that the bot wrote.`;
  const { at, by, event } = entry;
  const words = `${describeEvent(event, kind)}${describeWhole(event)}`;
  const isNamed = by === "bot" || words.includes(mention(by));
  return `*#${seq}* ${moment(at)}${isNamed ? "" : `, ${mention(by)}`}: ${words}`;
}

/** A verdict fact by fact, as it was recorded. */
function describeWhole(event: Event): string {
  const verification = verdictOf(event);
  if (verification === undefined) return "";
  const { facts = [], items } = verification;
  const unseen = facts.filter(({ seen }) => seen === "unseen").map(describeFact);
  const lines =
    facts.length === 0 ? items.map(({ words }) => words) : [...unseen, ...listSeen(verification)];
  const different = listDifferences(items).map(({ words }) => words);
  return ["", ...(facts.length === 0 ? [] : different), ...lines].map(escape).join("\n• ");
}

function verdictOf(event: Event): Verification | undefined {
  if (event.kind === "looked-again") return event.verification;
  return event.kind === "step-finished" ? event.facts.verification : undefined;
}

const flaws: Record<Extract<TrailVerdict, { kind: "broken" }>["why"], string> = {
  changed: "it was changed after it was written",
  missing: "it is gone",
  unlinked: "the entry before it is not the one that it followed",
  cut: "the trail was cut before its end",
  rewritten: "somebody wrote it again",
};

const advice =
  "Rely on nothing of the trail from there on. Tell security and the bot's operators: keep the database as it is, compare it with a backup and with the `audit head` lines of the bot's log, and change the database's credentials.";

function describeVerdict(verdict: TrailVerdict): string {
  switch (verdict.kind) {
    case "intact":
      return `Chain intact through #${verdict.head.seq}: every seal fits. Compare with \`audit head\` in the bot's log to see that the end is not cut off.`;
    case "broken":
      return `*ALARM: the chain is broken at #${verdict.seq}:* ${flaws[verdict.why]}. ${advice}`;
    case "story-differs":
      return `*ALARM: the request's story is not what the trail tells, from its event ${verdict.event} on.* The seals fit, so the story was changed, or the end of the trail was cut off. The bot works by the story: decide nothing on this request. ${advice}`;
  }
}

/** Nobody's id, or nothing. */
export function whichTrail(typed: string): Message {
  const what = typed === "" ? "" : `${code(truncate(typed, 100))} is no request's id. `;
  return toMessage(
    `${what}Type \`/workday-isu audit\` with a request's id, such as ISU-7K3M9QXV. ${typeStatus()} with an account's name tells the ids of its requests.`,
  );
}

export function noSuchTrail(request: RequestId): Message {
  return toMessage(
    `There is no request ${request}, or it is of a tenant whose audit trail you may not read: one that is not in the bot's configuration any more has no auditors until it is back.`,
  );
}

function toMessage(words: string): Message {
  return { text: words, blocks: [section(words)] };
}
