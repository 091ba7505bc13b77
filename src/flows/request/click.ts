import type { PersonId, RequestId } from "../model/ids.ts";
import type { StepName } from "../tasks/step.ts";
import type { CredentialId } from "./passkey.ts";

/** Where the answer to a click goes, privately. */
export type AnswerTo =
  /** A Slack `response_url`: five uses within 30 minutes. */
  | { readonly kind: "response"; readonly url: string }
  /** The modal that was submitted. */
  | { readonly kind: "view"; readonly viewId: string }
  /** Nothing is open any more: a private message in the tenant's channel, or directly. */
  | { readonly kind: "person" };

/**
 * A decision somebody made in Slack, written down before it is acknowledged. `id` is the same however
 * often Slack delivers it.
 */
export interface Click {
  readonly id: string;
  readonly by: PersonId;
  readonly request: RequestId;
  readonly answerTo: AnswerTo;
  readonly command: Command;
}

export type Command =
  /** Confirms the plan of a kept draft. */
  | {
      readonly kind: "open";
      /** The production tenant's name, as it was typed. */
      readonly tenantTyped?: string;
      /** The names that mix scripts are spelt as they are meant. */
      readonly areNamesMeant?: boolean;
    }
  /** Confirms the plan of an edit, which is kept as a draft of its own. */
  | {
      readonly kind: "edit";
      readonly draft: RequestId;
      readonly tenantTyped?: string;
      readonly areNamesMeant?: boolean;
    }
  /** The credential is there only when the bot's own page has verified it: nothing that Slack sends has one. */
  | {
      readonly kind: "approve";
      readonly digest: string;
      readonly tenantTyped?: string;
      readonly credential?: CredentialId;
      /** What the approver says with it, for everybody who reads the request. */
      readonly note?: string;
    }
  | { readonly kind: "deny"; readonly digest: string; readonly reason: string }
  /** "Not now": leaves it, or all requests of a release, waiting. */
  | { readonly kind: "postpone"; readonly digest: string; readonly reason?: string }
  /** Asks the requester something before anybody can approve it. */
  | { readonly kind: "send-back"; readonly digest: string; readonly question: string }
  /** Answers it. `question` is which of the request's, from 0. */
  | { readonly kind: "answer"; readonly question: number; readonly answer: string }
  | { readonly kind: "withdraw" }
  /** "Start": the person is about to activate. */
  | { readonly kind: "start"; readonly step: StepName }
  /** "Done": the person carried the task out. */
  | { readonly kind: "report-done"; readonly step: StepName }
  /** "I can't": the person could not. */
  | { readonly kind: "report-refused"; readonly step: StepName; readonly why: string }
  | { readonly kind: "retry" }
  /** Looks at the tenant again, and judges anew. Reads only. */
  | { readonly kind: "look-again" }
  /** "I looked, and it is as asked": for what no eye sees. */
  | { readonly kind: "attest"; readonly facts: readonly string[] }
  /** Looks again for what an ended request left behind. */
  | { readonly kind: "clean-up-again" };

export type CommandKind = Command["kind"];
