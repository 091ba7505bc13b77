import { listMemberRequests, type MemberRequest } from "../../flows/request/other-request.ts";
import type { Request } from "../../flows/request/request.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Modal, plain } from "../blocks/block.ts";
import { actions } from "../payloads/action-ids.ts";
import { questionForm } from "./reason-form.ts";

export const aboutBlock = "about";

/** As many options as Slack takes. */
const mostOptions = 100;

/**
 * Asks an approver what they want to know about which request of a release; `undefined` where no card shows its requests any
 * more.
 */
export function releaseQuestionForm({ id, phase }: Request, digest: string): Modal | undefined {
  if (phase.kind !== "waiting-for-approval") return undefined;
  const members = listMemberRequests(phase.asked.others).slice(0, mostOptions);
  const form = questionForm(id, digest);
  return {
    ...form,
    blocks: [
      ...form.blocks.slice(0, 1),
      {
        type: "input",
        block_id: aboutBlock,
        label: plain("About which request?", 2000),
        hint: plain(
          "It leaves the release until it is answered, and nothing else of the release goes live before: it would go live with it.",
          2000,
        ),
        element: {
          type: "static_select",
          action_id: actions.input,
          placeholder: plain("Choose a request", 150),
          options: members.map(toOption),
        },
      },
      ...form.blocks.slice(1),
    ],
  };
}

function toOption({ id, member: { about } }: MemberRequest): {
  readonly text: ReturnType<typeof plain>;
  readonly value: string;
} {
  return { text: plain(truncate(`${id}: ${about}`, 75), 75), value: id };
}
