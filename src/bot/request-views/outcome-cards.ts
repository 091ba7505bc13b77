import { isMadeForGood } from "../../flows/approval/decide-edit.ts";
import { kindOf } from "../../flows/kinds/kinds.ts";
import { accesses } from "../../flows/model/permissions.ts";
import { isSameList, listDifferences } from "../../flows/model/verification.ts";
import type { Request } from "../../flows/request/request.ts";
import { stepKinds } from "../../flows/step-kinds/step-kinds.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Block, type ButtonSpec, plainSection, section } from "../blocks/block.ts";
import type { RareSpec } from "../blocks/button-row.ts";
import { code, escape, mention, moment } from "../blocks/mrkdwn.ts";
import { nameOf } from "../blocks/request-titles.ts";
import { cutLines, cutToWeight } from "../blocks/slack-limits.ts";
import { showStored } from "../forms/client-form.ts";
import { editButton } from "../forms/edits.ts";
import { describeField, isField } from "../forms/labels.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import type { Card } from "./approval-card.ts";
import { describeApprovers } from "./approval-timeline.ts";
import { showFollowUps } from "./next-steps.ts";
import { nameOutside } from "./outages.ts";
import { showNoSecret } from "./sign-on.ts";
import { showVerdict } from "./verdict.ts";
import { describeNow, listItems } from "./verification.ts";

/** What happened, and what can be done about it. */
export function stuckCard(
  { request, scale }: Card,
  { words, expiresAt, field }: Extract<Request["phase"], { kind: "stuck" }>,
): Block[] {
  const next =
    request.closing === undefined
      ? `Correct the cause and press Try again, ${offerEdit(request)}or withdraw the request.${sayMade(request)}`
      : "Correct the cause and press Try again.";
  return [
    plainSection(`What happened: ${cutToWeight(words, Math.floor(2500 * scale))}`),
    ...describeAbout(request, field),
    section(`${next} After ${moment(expiresAt)} the bot stops waiting.`),
  ];
}

/** A field is changed by an edit; where too much is made for one, by asking anew. */
function describeAbout(request: Request, field: string | undefined): Block[] {
  if (field === undefined || !isField(field)) return [];
  const [edit] = editButton(request);
  const isMade = request.begun.length > 0 && !accesses.some((access) => access === field);
  const how = edit === undefined || isMade ? sayAskAgain(request) : `press *${edit.text}*`;
  return [
    section(
      `This is about the field *${escape(describeField(field))}* of the form. To change it, ${how}.`,
    ),
  ];
}

function sayAskAgain(request: Request): string {
  const [again] = askAgainButton(request);
  return again === undefined
    ? "withdraw the request, and ask again"
    : `withdraw the request; when it has ended, press *${again.text}* on this message`;
}

function sayMade(request: Request): string {
  return isMadeForGood(request)
    ? " A part of it is made, so it cannot be edited: to ask for something else, withdraw it, which takes back what was made, and ask again."
    : "";
}

function offerEdit(request: Request): string {
  const [edit] = editButton(request);
  return edit === undefined ? "" : `press ${edit.text} to ask for something else, `;
}

/** Where the secret is, and what was proven. Never a value. */
export function doneCard({ request, recipe, scale, now }: Card): Block[] {
  const { secret } = request.facts;
  const most = Math.floor(1400 * scale);
  const stored =
    secret === undefined
      ? []
      : [
          section(
            `*The password is in Key Vault.* No person has seen it.\nFor consumers: ${code(secret.url)}\nFor the record: ${code(secret.versionedUrl)}`,
          ),
        ];
  return [
    ...stored,
    ...showStored(request.facts.client),
    ...showNoSecret(request),
    ...showFollowUps(request, recipe),
    ...showVerdict(request, most, now),
    ...showDrift(request, most),
  ];
}

/** What a later look found, where that is something else than the end of the request said. */
function showDrift({ drift, facts }: Request, most: number): Block[] {
  if (isSameList(drift, listDifferences(facts.verification?.items ?? []))) return [];
  return drift.length === 0
    ? [section("*Since then:* the tenant is as asked again.")]
    : [
        section(`*Since then the tenant has drifted from what was asked (${drift.length}):*`),
        ...showLines(listItems(drift), most),
      ];
}

function showLines(lines: readonly string[], most: number): Block[] {
  return lines.length === 0 ? [] : [plainSection(cutLines(lines, most, "see `status`"))];
}

/** Why it ended, and what is left in the tenant or the vault. */
export function endedCard({ request, scale }: Card): Block[] {
  const { leftBehind } = request;
  if (leftBehind.length === 0) return [];
  const lines = leftBehind.map(({ words }) => words);
  return [
    section("Left behind, and on this list until it is verified gone:"),
    plainSection(cutLines(lines, Math.floor(2900 * scale))),
  ];
}

/** Why an approver denied it. */
export function closingNote({ closing }: Request): Block[] {
  return closing?.kind === "denied" ? [plainSection(`Why: ${truncate(closing.reason, 1000)}`)] : [];
}

/** Asks in a window whether it is meant. */
export function withdrawButton({ id, closing, phase, members }: Request): readonly RareSpec[] {
  // Nobody asked for a release by itself.
  if (members !== undefined) return [];
  if (closing !== undefined || phase.kind === "done" || phase.kind === "ended") return [];
  const value = serializeMetadata({ request: id });
  return [{ id: actions.askToWithdraw, text: "Withdraw", value }];
}

export function retryButton({ id }: Request): ButtonSpec {
  return {
    id: actions.retry,
    text: "Try again",
    value: serializeMetadata({ request: id }),
    style: "primary",
  };
}

export function cleanUpButton({ id, leftBehind }: Request): readonly ButtonSpec[] {
  if (leftBehind.length === 0) return [];
  return [
    { id: actions.cleanUpAgain, text: "Clean up again", value: serializeMetadata({ request: id }) },
  ];
}

/** The form once more, with everything that was asked. */
export function askAgainButton({ id, draft }: Request): readonly ButtonSpec[] {
  if (kindOf(draft).makes !== "account") return [];
  return [
    {
      id: actions.askAgain,
      text: "Change and ask again",
      value: serializeMetadata({ request: id }),
    },
  ];
}

/** Where the request stands, in a few words of `mrkdwn`. */
// oxlint-disable-next-line complexity -- one arm for each phase
export function describePhase({
  phase,
  closing,
  facts,
  drift,
  leftBehind,
  askedBy,
}: Request): string {
  const cleaning = closing === undefined ? "" : "Cleaning up: ";
  switch (phase.kind) {
    case "working":
      return `${cleaning}the bot is at work`;
    case "waiting-for-person":
      return `${cleaning}waiting for a person (${stepKinds[phase.step].title})`;
    case "waiting-for-approval":
      return describeWait(phase.asked.needed, phase.given.length);
    case "waiting-for-answer":
      return `sent back with a question, waiting for an answer by ${mention(askedBy)}`;
    case "waiting-for-window":
      return phase.freeze === undefined
        ? `waiting for the change window, opens ${moment(phase.opensAt)}`
        : `frozen until ${moment(phase.opensAt)}`;
    case "waiting-for-release":
      return phase.release === undefined
        ? `${cleaning}waiting for other requests of the tenant`
        : `waiting for the release ${phase.release}`;
    case "waiting-for-outside":
      return `${cleaning}waiting for ${nameOutside(phase.outside)} (${stepKinds[phase.step].title})`;
    case "stuck":
      return `${cleaning}stuck at ${stepKinds[phase.step].title}`;
    case "done":
      return describeNow(facts.verification, drift);
    case "ended":
      return `ended${leftBehind.length === 0 ? "" : `, with ${leftBehind.length} left behind`}`;
  }
}

function describeWait(needed: number, given: number): string {
  const approved = given === 0 ? "" : `, ${given} approved`;
  return `waiting for ${describeApprovers(needed)}${approved}`;
}

export function describeWhich({ id, draft, members }: Request): string {
  return `${id} ${members === undefined ? escape(nameOf(draft)) : "release"}`;
}
