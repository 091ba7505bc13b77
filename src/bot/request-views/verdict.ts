import type { Instant } from "../../flows/model/ids.ts";
import {
  type Attestation,
  agesAt,
  isSameList,
  listUnseenFacts,
  type Verification,
} from "../../flows/model/verification.ts";
import type { Request } from "../../flows/request/request.ts";
import {
  type Block,
  type ButtonSpec,
  plainSection,
  plainSections,
  section,
} from "../blocks/block.ts";
import { escape, formatDay, mention, moment } from "../blocks/mrkdwn.ts";
import { cutLines, packLines } from "../blocks/slack-limits.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { describeFact, describeVerification, listItems, listSeen } from "./verification.ts";

/** The verdict in short, below its headline: what is not seen as asked, and the moment of the look. */
export function showVerdict(request: Request, most: number, now?: Instant): Block[] {
  const { verification } = request.facts;
  if (verification === undefined) return [];
  const lines = listItems(verification.items);
  const age = describeAge(verification, now);
  return [
    ...(lines.length === 0 ? [] : [plainSection(cutLines(lines, most, "see the details"))]),
    ...(age === "" ? [] : [section(age)]),
    ...showAttested(request),
    ...showOnTrust(verification),
  ];
}

/** The whole of it, fact by fact, with the eye that saw each and where a person sees it. */
export function listVerdict({ facts, attested }: Pick<Request, "facts" | "attested">): Block[] {
  const { verification } = facts;
  const all = verification?.facts ?? [];
  if (verification === undefined || all.length === 0) return [];
  const different = all.filter(({ seen }) => seen === "different");
  const unseen = listUnseenFacts(verification);
  return [
    section(`*What was looked at.* ${describeVerification(verification, attested)}`),
    ...plainSections(listItems(verification.items)),
    ...plainSections(titled("Different from what was asked", different.map(describeFact))),
    ...plainSections(titled("Nobody can see here", unseen.map(describeFact))),
    ...plainSections(titled("Seen as asked", listSeen(verification))),
    ...packLines(describeAttested(verification, attested), 2900).map((text) => section(text)),
    ...showOnTrust(verification),
  ];
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title} (${lines.length}):`, ...lines];
}

/** A verdict says how things were at a moment. `now` is absent where the words are to hold for as long as they stand. */
function describeAge({ at }: Pick<Verification, "at">, now?: Instant): string {
  if (at === undefined) return "";
  const looked = `Looked at ${moment(at)}`;
  if (now === undefined) return `${looked}; old from ${formatDay(agesAt(at))} on.`;
  return now < agesAt(at)
    ? `${looked}.`
    : `${looked}: *that is old, and things may have changed.* Press Look again.`;
}

function showAttested({ facts, attested }: Request): Block[] {
  const lines = describeAttested(facts.verification, attested);
  const [first] = packLines(lines, 1500);
  return first === undefined ? [] : [section(first)];
}

/** Each attestation of what nobody can see still. */
function describeAttested(
  verification: Verification | undefined,
  attested: readonly Attestation[],
): readonly string[] {
  return listUnseenFacts(verification).flatMap(({ fact, what }) =>
    attested
      .filter((one) => one.fact === fact)
      .map(({ by, at }) => `Attested by ${mention(by)}, ${moment(at)}: ${escape(what)}`),
  );
}

function showOnTrust({ onTrust = [] }: Verification): Block[] {
  if (onTrust.length === 0) return [];
  const tasks = onTrust.map(({ what, by }) => `${escape(what)} (${mention(by)})`);
  return [section(`Taken on trust, because nobody could look at it: ${tasks.join(", ")}.`)];
}

/** What can be done about a verdict that is not what one would wish, or not what it was. */
export function verdictButtons(request: Request, now?: Instant): readonly ButtonSpec[] {
  const { id, facts, drift } = request;
  const { verification } = facts;
  const isPlain = verification?.outcome === "verified" && isSameList(drift, []);
  const isOld =
    now !== undefined && verification?.at !== undefined && now >= agesAt(verification.at);
  return [
    ...(isPlain && !isOld ? [] : [lookAgainButton(id)]),
    ...(listUnseenFacts(verification).length === 0 ? [] : [attestButton(request)]),
  ];
}

export function lookAgainButton(request: Request["id"]): ButtonSpec {
  return { id: actions.lookAgain, text: "Look again", value: serializeMetadata({ request }) };
}

function attestButton({ id, facts }: Request): ButtonSpec {
  const at = facts.verification?.at ?? 0;
  return { id: actions.attest, text: "Attest", value: serializeMetadata({ request: id, at }) };
}
