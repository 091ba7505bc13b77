import type { RequestId } from "../../flows/model/ids.ts";
import type { StepName } from "../../flows/tasks/step.ts";
import { type Modal, plain, section } from "../blocks/block.ts";
import { inputLimit } from "../blocks/form-fields.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";

export const reasonBlock = "reason";

/** Asks an approver why not. */
export function denial(request: RequestId, digest: string): Modal {
  return ask({
    callback: modals.deny,
    metadata: serializeMetadata({ request, digest }),
    title: `Deny ${request}`,
    submit: "Deny",
    words:
      "The request ends, and what it changed so far is cleaned up. The requester reads your reason.",
    label: "Why is it denied?",
  });
}

/** Asks an approver who decides later why, if they want to say. `waiting` names what goes on waiting. */
export function postponement(request: RequestId, digest: string, waiting: string): Modal {
  return ask({
    callback: modals.postpone,
    metadata: serializeMetadata({ request, digest }),
    title: "Not now",
    submit: "Not now",
    words: `Nothing is decided: ${waiting}. The approvers are called again in a day, or sooner where less than two days are left. The deadline stays as it is.`,
    label: "Why not now?",
    isOptional: true,
  });
}

/** Asks somebody who could not carry a task out what stood in the way. */
export function inability(request: RequestId, step: StepName): Modal {
  return ask({
    callback: modals.reportRefused,
    metadata: serializeMetadata({ request, step }),
    title: request,
    submit: "Send",
    words: "The request stands still until somebody tries again or the requester withdraws it.",
    label: "What stood in the way?",
  });
}

interface Question {
  readonly callback: string;
  readonly metadata: string;
  readonly title: string;
  readonly submit: string;
  readonly words: string;
  readonly label: string;
  readonly isOptional?: true;
}

function ask({ callback, metadata, title, submit, words, label, isOptional }: Question): Modal {
  return {
    type: "modal",
    callback_id: callback,
    private_metadata: metadata,
    title: plain(title, 24),
    submit: plain(submit, 24),
    close: plain("Cancel", 24),
    blocks: [
      section(words),
      {
        type: "input",
        block_id: reasonBlock,
        label: plain(label, 2000),
        ...(isOptional && { optional: true }),
        element: {
          type: "plain_text_input",
          action_id: actions.input,
          multiline: true,
          max_length: inputLimit,
        },
      },
    ],
  };
}
