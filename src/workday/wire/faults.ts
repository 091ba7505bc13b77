import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import type { Secret } from "../../secret.ts";
import { fieldAt, fieldOf } from "../fields/fields.ts";
import type { Callable } from "../fields/operation.ts";
import { listOf, Text } from "../fields/reply-parts.ts";
import { quoteForeign } from "./foreign-text.ts";
import { type ExplainedProblem, findInvalidIdType, findSentence } from "./validation-sentences.ts";

/**
 * Why a call gave no response. `reason` is for this folder alone: a probe tells a failed sign-on from a
 * missing permission, and a find reads an id that Workday does not know as "not there".
 */
export interface Failure {
  readonly reason: "sign-on" | "not-authorized" | "invalid-id" | "other";
  readonly fault: Fault;
}

interface Called {
  readonly operation: Callable;
  /** Whatever must not be quoted back. */
  readonly secrets: readonly Secret[];
}

const ValidationError = z.object({ Message: Text, Detail_Message: Text, Xpath: Text });

const SoapFault = z.object({
  faultcode: Text,
  faultstring: Text,
  detail: z
    .object({
      Validation_Fault: z
        .object({ Validation_Error: listOf(ValidationError), Detail_Message: Text })
        .nullish(),
      Processing_Fault: z.object({ Detail_Message: Text }).nullish(),
      Authentication_Fault: z.unknown().optional(),
    })
    .nullish()
    .catch(undefined),
});

/** One thing that Workday says is wrong. */
interface Complaint {
  readonly message: string;
  readonly detail: string;
  readonly xpath: string;
}

/**
 * Reads a SOAP fault. Workday answers each of them with HTTP 500.
 *
 * @see Workday Integrations v31.2, Validation_Fault and Processing_Fault; the texts are what practitioners quote
 */
export function toFailure(raw: unknown, called: Called): Failure {
  const parsed = SoapFault.safeParse(raw);
  if (!parsed.success) return { reason: "other", fault: reject(cannotSay) };
  const { faultcode, faultstring } = parsed.data;
  const complaints = toComplaints(parsed.data);
  const said = complaints.map(({ message, detail }) => `${message} ${detail}`).join(" ");
  const isRefused = parsed.data.detail?.Authentication_Fault !== undefined;
  if (isRefused || isSignOn(faultcode, faultstring))
    return { reason: "sign-on", fault: denySignOn };
  if (/task submitted is not authorized/i.test(said)) return toNotAuthorized(called.operation);
  return toRejection(complaints, called.secrets);
}

const cannotSay: ExplainedProblem = {
  words:
    "Workday said no and gave no reason that may be shown. An operator finds it in the tenant's own logs.",
};

const denySignOn: Fault = {
  kind: "denied",
  outside: "Workday",
  words:
    "Workday did not let the account sign on: the user name or password is wrong, the account is locked, or an authentication policy does not allow it.",
};

/** v47 has an Authentication_Fault as well, which says it alone. */
function isSignOn(faultcode: string, faultstring: string): boolean {
  return (
    /authenticationError$/i.test(faultcode) || /invalid user ?name or password/i.test(faultstring)
  );
}

function toNotAuthorized({ name, needs }: Callable): Failure {
  const words = `The account signed on, but is not allowed to do this. ${name} needs ${needs}, granted and activated.`;
  return { reason: "not-authorized", fault: { kind: "denied", outside: "Workday", words } };
}

function toComplaints({ faultstring, detail }: z.infer<typeof SoapFault>): readonly Complaint[] {
  const errors = detail?.Validation_Fault?.Validation_Error ?? [];
  if (errors.length > 0) {
    return errors.map(({ Message, Detail_Message, Xpath }) => ({
      message: Message === "" ? faultstring : Message,
      detail: Detail_Message,
      xpath: Xpath,
    }));
  }
  const messages = [detail?.Validation_Fault, detail?.Processing_Fault].map(
    (fault) => fault?.Detail_Message ?? "",
  );
  return [{ message: faultstring, detail: messages.join(" ").trim(), xpath: "" }];
}

/** The first thing that we have words for, else the first in Workday's own. */
function toRejection(complaints: readonly Complaint[], secrets: readonly Secret[]): Failure {
  const invalid = complaints.map((complaint) => readInvalidId(complaint, secrets)).find(isSaid);
  const known = complaints.map(readKnown).find((said) => said !== undefined);
  const foreign = complaints.map((complaint) => readForeign(complaint, secrets)).find(isSaid);
  const reason = invalid !== undefined && complaints.length === 1 ? "invalid-id" : "other";
  return { reason, fault: reject(known ?? invalid ?? foreign ?? cannotSay) };
}

function readKnown({ message, detail, xpath }: Complaint): ExplainedProblem | undefined {
  const said = findSentence(`${message} ${detail}`);
  const field = said?.field ?? fieldAt(xpath);
  return said === undefined
    ? undefined
    : { words: said.words, ...(field === undefined ? {} : { field }) };
}

function readInvalidId(
  { message, detail, xpath }: Complaint,
  secrets: readonly Secret[],
): ExplainedProblem | undefined {
  const type = findInvalidIdType(`${message} ${detail}`);
  if (type === undefined) return undefined;
  const field = fieldOf(type) ?? fieldAt(xpath);
  const what = (quoteForeign(type, secrets) ?? "id").replaceAll("_", " ");
  const words = `Workday does not know this ${what}. Choose one that exists in the tenant.`;
  return field === undefined ? { words } : { words, field };
}

function readForeign(
  { message, detail, xpath }: Complaint,
  secrets: readonly Secret[],
): ExplainedProblem | undefined {
  const field = fieldAt(xpath);
  const own = withoutPreamble(message);
  const quoted = quoteForeign(own === "" ? withoutPreamble(detail) : own, secrets);
  if (quoted === undefined) return undefined;
  return { words: `Workday says: ${quoted}`, ...(field === undefined ? {} : { field }) };
}

function withoutPreamble(text: string): string {
  return text.replace(/^(?:Validation|Processing) error occurred\.\s*/i, "");
}

function isSaid(said: ExplainedProblem | undefined): said is ExplainedProblem {
  return said !== undefined;
}

function reject(said: ExplainedProblem): Fault {
  return { kind: "rejected", outside: "Workday", ...said };
}
