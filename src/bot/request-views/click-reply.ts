import { describeApproved } from "../../flows/approval/describe-approved.ts";
import type { Fault } from "../../flows/model/fault.ts";
import type { PendingDifference } from "../../flows/model/pending.ts";
import type { Reply } from "../../flows/ports/answerer.ts";
import type { Click } from "../../flows/request/click.ts";
import type { Raw } from "../../flows/request/raw-draft.ts";
import type { Refusal } from "../../flows/request/refusal.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { describeChangedSince } from "../../flows/wording/describe-approval.ts";
import { describeOthersChange } from "../../flows/wording/describe-change.ts";
import { type Block, type Message, plainSections, section } from "../blocks/block.ts";
import { accepted, describeFault, refusals } from "../blocks/messages.ts";
import { escape, link, mentionChannel, moment } from "../blocks/mrkdwn.ts";
import { keepTyped } from "../blocks/notice.ts";
import { onlyPlanned } from "../blocks/production.ts";
import { cutLines } from "../blocks/slack-limits.ts";
import { typeCreate } from "../blocks/typed-commands.ts";
import { quoteDraft } from "./keep-draft.ts";
import { linkToPage } from "./passkeys.ts";

/** What somebody learns of their click, as a message: it links to what they clicked at, where it has a message. */
export function answer(click: Click, reply: Reply, around: Around = {}): Message {
  const text = describeReply(click, reply, around);
  const kept = around.typed === undefined ? [] : quoteDraft(around.typed);
  return {
    text,
    blocks: [section(text), ...toPage(around.link), ...detail(click, reply), ...kept],
  };
}

interface Around {
  /** Absent when nobody knows it any more. */
  readonly tenant?: Tenant | undefined;
  /** Of the request's message. */
  readonly address?: string | undefined;
  /** To the bot's own page, where a passkey is asked for. */
  readonly link?: string;
  /** The form that was sent and opened nothing, where it is given back. */
  readonly typed?: Raw | undefined;
}

function toPage(page: string | undefined): Block[] {
  return page === undefined ? [] : [section(linkToPage(page, "Confirm with your passkey"))];
}

function describeReply(click: Click, reply: Reply, around: Around): string {
  const where = describeWhere(click, around);
  switch (reply.kind) {
    case "accepted":
      return `${describeAccepted(click, reply.request, around.tenant)} ${where}`;
    case "refused":
      return isOfRequest(click, reply.refusal)
        ? `${refusals[reply.refusal]} ${where}`
        : refusals[reply.refusal];
    case "passkey-needed":
      return `Nothing is approved yet: this tenant asks for your passkey too, on the bot's own page. ${where}`;
    case "voided":
      return `${describeVoided(reply)} ${where}`;
    case "fault":
      return `Your click changed nothing. ${escape(describeFault(reply.fault))} ${where}`;
    case "not-opened":
      return `The request was not opened. ${describeCheck(reply.check)} What you typed is kept. Type ${typeCreate()} to begin again.`;
  }
}

/** Refusals of who somebody is, and of what they may not know: they name no request. */
const ofThePerson: ReadonlySet<Refusal> = new Set<Refusal>([
  "guest",
  "bot",
  "deactivated",
  "foreign",
  "no-such-request",
]);

/** Whether there is a request to name: a plan that was refused opened none. */
function isOfRequest({ command }: Click, refusal: Refusal): boolean {
  return command.kind !== "open" && !ofThePerson.has(refusal);
}

function describeVoided(reply: Extract<Reply, { kind: "voided" }>): string {
  if (reply.isOutdated === true) return outdated;
  return `${describeChangedSince(reply)} since the card was shown, so nothing was approved. A new card follows: look at it and decide again.`;
}

const outdated =
  "Somebody activated or rolled back in the tenant since the card was shown, so nothing was approved and nothing is rolled back. The request stands still: its requester can withdraw it and ask again.";

function describeAccepted(
  { command }: Click,
  request: Request,
  tenant: Tenant | undefined,
): string {
  if (command.kind === "open" && tenant?.observe === true) {
    return `Your request is open, and ${escape(tenant.label)} is only observed. ${onlyPlanned} Its message in the channel shows the plan.`;
  }
  if (command.kind !== "approve" || tenant === undefined) return accepted[command.kind];
  return `Your approval counts. ${describeNext(request, tenant)} The request's message shows how it goes.`;
}

/** Of what is at work by the time of the answer, what followed right after the approval. */
function describeNext(request: Request, tenant: Tenant): string {
  const { phase, approval, openedAt } = request;
  const given = phase.kind === "waiting-for-approval" ? phase.given : (approval?.given ?? []);
  const at = given.at(-1)?.at ?? openedAt;
  return describeApproved(request, { tenant, at, tell: moment, quote: escape });
}

function describeWhere({ request }: Click, { tenant, address }: Around): string {
  const named = address === undefined ? request : link(address, request);
  return tenant === undefined ? `(${named})` : `(${named}, ${mentionChannel(tenant.channel)})`;
}

function describeCheck(check: Extract<Reply, { kind: "not-opened" }>["check"]): string {
  if (check.kind === "fault") return escape(describeFault(check.fault));
  return escape(Object.values(check.problems).join(" "));
}

function detail(click: Click, reply: Reply): Block[] {
  if (reply.kind === "voided") return [...listDifference(reply.difference), ...keepWords(click)];
  // What was typed goes on with the passkey.
  const isKept = reply.kind === "accepted" || reply.kind === "passkey-needed";
  return isKept ? [] : keepWords(click);
}

function listDifference({ added, gone }: PendingDifference): Block[] {
  const lists = [
    { title: `Pending by now (${added.length}):`, changes: added },
    { title: `No longer pending (${gone.length}):`, changes: gone },
  ];
  return lists
    .filter(({ changes }) => changes.length > 0)
    .flatMap(({ title, changes }) =>
      plainSections([title, cutLines(changes.map(describeOthersChange), 2500)]),
    );
}

/** A reason that counted for nothing is given back, so that nobody types it twice. */
function keepWords({ command }: Click): Block[] {
  if (command.kind === "approve" && command.note !== undefined)
    return keepTyped("Your note was", command.note);
  if (command.kind === "deny") return keepTyped("Your reason was", command.reason);
  if (command.kind === "postpone" && command.reason !== undefined)
    return keepTyped("You wrote", command.reason);
  if (command.kind === "send-back") return keepTyped("Your question was", command.question);
  if (command.kind === "answer") return keepTyped("Your answer was", command.answer);
  if (command.kind === "report-refused") return keepTyped("You wrote", command.why);
  return [];
}

/** The words above a plan or a form that is shown again. */
export function describeNotOpened(fault: Fault): string {
  return `The request was not opened. ${describeFault(fault)}`;
}
