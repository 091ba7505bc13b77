import type { RequestId } from "../../flows/model/ids.ts";
import type { StepName } from "../../flows/tasks/step.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Modal, plain, section } from "../blocks/block.ts";
import { inputLimit } from "../blocks/form-fields.ts";
import { escape } from "../blocks/mrkdwn.ts";
import { actions, modals } from "../payloads/action-ids.ts";
import { type QuestionMetadata, serializeMetadata } from "../payloads/metadata.ts";

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

/** So many characters of a question or an answer stand whole in the thread. */
const inThread = 1000;

/** Asks an approver what they want to know before they decide. */
export function questionForm(request: RequestId, digest: string): Modal {
  return ask({
    callback: modals.sendBack,
    metadata: serializeMetadata({ request, digest }),
    title: `Ask about ${request}`,
    submit: "Send back",
    words:
      "The request goes back to its requester, who reads your question. Nobody can approve it before it is answered; the time to decide stands still until then. Without an answer in time it expires.",
    label: "What do you want to know?",
    most: inThread,
  });
}

/** Asks for the answer to an approver's question. */
export function answerForm(asked: QuestionMetadata, question: string): Modal {
  return ask({
    callback: modals.answer,
    metadata: serializeMetadata(asked),
    title: `Answer ${asked.request}`,
    submit: "Answer",
    words: `*The question:* ${escape(truncate(question, 2000))}\nYour answer stands on the card, and the approvers are called again. If you answer for the requester, you cannot approve this request.`,
    label: "Your answer",
    most: inThread,
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

/** Asks a requester whether it is meant. */
export function withdrawal(request: RequestId): Modal {
  return {
    ...window({
      callback: modals.withdraw,
      metadata: serializeMetadata({ request }),
      title: `Withdraw ${request}`,
      submit: "Withdraw",
    }),
    blocks: [section("The request ends, and what it changed so far is cleaned up.")],
  };
}

interface Named {
  readonly callback: string;
  readonly metadata: string;
  readonly title: string;
  readonly submit: string;
}

interface Question extends Named {
  readonly words: string;
  readonly label: string;
  readonly isOptional?: true;
  /** Characters. Absent: as many as Slack takes. */
  readonly most?: number;
}

function ask({ words, label, isOptional, most, ...named }: Question): Modal {
  return {
    ...window(named),
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
          max_length: most ?? inputLimit,
        },
      },
    ],
  };
}

function window({ callback, metadata, title, submit }: Named): Omit<Modal, "blocks"> {
  return {
    type: "modal",
    callback_id: callback,
    private_metadata: metadata,
    title: plain(title, 24),
    submit: plain(submit, 24),
    close: plain("Cancel", 24),
  };
}
