import type { types } from "@slack/bolt";
import { type JudgedFact, listUnseenFacts } from "../../flows/model/verification.ts";
import type { Request } from "../../flows/request/request.ts";
import { type Modal, plain, plainSections, section } from "../blocks/block.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { serializeMetadata, type VerdictMetadata } from "../payloads/metadata.ts";

export const attestBlock = "attested";

/** Slack's limit for the options of one list. */
const mostOptions = 100;

/** Asks a second person which of what nobody can see they have looked at. Absent where there is nothing of that kind. */
export function attestForm({ id, facts }: Request): Modal | undefined {
  const at = facts.verification?.at;
  const unseen = listUnseenFacts(facts.verification).slice(0, mostOptions);
  if (at === undefined || unseen.length === 0) return undefined;
  return {
    type: "modal",
    callback_id: modals.attest,
    private_metadata: serializeMetadata({ request: id, at }),
    title: plain(id, 24),
    submit: plain("Attest", 24),
    close: plain("Cancel", 24),
    blocks: [
      section(
        "*Choose only what you have looked at in Workday yourself, and found as asked.* It is recorded with your name. The request stays unverified: only what the bot sees counts as seen.",
      ),
      ...plainSections(unseen.map(describe)),
      {
        type: "input",
        block_id: attestBlock,
        label: plain("Seen by me as asked", 2000),
        element: {
          type: "multi_static_select",
          action_id: actions.input,
          placeholder: plain("Choose", 150),
          options: unseen.map(toOption),
        },
      },
    ],
  };
}

function describe({ what, lookAt = "" }: JudgedFact, index: number): string {
  return `${index + 1}. ${what}. ${lookAt}`.trimEnd();
}

function toOption({ what }: JudgedFact, index: number): types.PlainTextOption {
  return { text: plain(`${index + 1}. ${what}`, 75), value: String(index) };
}

/**
 * The facts that were chosen. Of a verdict that is not the one that the window showed nobody can say what was meant: then
 * one that is none is named, and the decision refuses it.
 */
export function readAttested(
  request: Request | undefined,
  { at }: VerdictMetadata,
  chosen: readonly string[],
): readonly string[] {
  const verification = request?.facts.verification;
  const unseen = verification?.at === at ? listUnseenFacts(verification) : [];
  return chosen.map((index) => unseen[Number(index)]?.fact ?? "another verdict's");
}
