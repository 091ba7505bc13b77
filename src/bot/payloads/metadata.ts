import { z } from "zod";
import {
  type DelegationId,
  parseDelegationId,
  parseRequestId,
  parseTenantName,
  type RequestId,
  type TenantName,
} from "../../flows/model/ids.ts";
import { nextStepKinds } from "../../flows/planning/next-steps.ts";
import { type CredentialId, parseCredentialId } from "../../flows/request/passkey.ts";
import { changeKinds } from "../../flows/request/raw-draft.ts";
import { stepNames } from "../../flows/tasks/step.ts";

export const RequestIdText = z.string().transform((raw, issues): RequestId => {
  const id = parseRequestId(raw);
  if (id.ok) return id.value;
  issues.addIssue("No request id");
  return z.NEVER;
});

export const DelegationKey = z.string().transform((raw, issues): DelegationId => {
  const id = parseDelegationId(raw);
  if (id.ok) return id.value;
  issues.addIssue("No delegation id");
  return z.NEVER;
});

export const TenantNameText = z.string().transform((raw, issues): TenantName => {
  const name = parseTenantName(raw);
  if (name.ok) return name.value;
  issues.addIssue("No tenant name");
  return z.NEVER;
});

export const StepNameText = z.enum(stepNames);

/** What a button about a request carries. We wrote it, so an extra key is a bug and throws. */
const RequestMetadata = z.strictObject({ request: RequestIdText });
const StepMetadata = z.strictObject({ request: RequestIdText, step: StepNameText });
/** Of an attestation: the moment of the verdict that it is about. */
const VerdictMetadata = z.strictObject({ request: RequestIdText, at: z.int() });
const CardMetadata = z.strictObject({ request: RequestIdText, digest: z.string().min(1) });
/** Plans that stand in one window, in their order there. */
const PlansMetadata = z.strictObject({ plans: z.array(CardMetadata).min(1) });
/** Of an answer: which of the request's questions, from 0. */
const QuestionMetadata = z.strictObject({ request: RequestIdText, question: z.int() });

export const Credential = z.string().transform((raw, issues): CredentialId => {
  const credential = parseCredentialId(raw);
  if (credential.ok) return credential.value;
  issues.addIssue("No passkey's name");
  return z.NEVER;
});

const PasskeyMetadata = z.strictObject({ credential: Credential });

/** What a form carries in its `private_metadata`; everything else is in its fields or with the draft. */
const FormMetadata = z.strictObject({
  id: RequestIdText,
  tenant: TenantNameText,
  recipe: z.string(),
  /** What is to change in words, by field, for the other pages of the form. */
  problems: z.record(z.string(), z.string()).exactOptional(),
  /** What failed, in words. */
  banner: z.string().exactOptional(),
});

/** What the form of a change carries: its kind, its account, and the tenants to choose from. */
const ChangeMetadata = z.strictObject({
  id: RequestIdText,
  kind: z.enum(changeKinds),
  userName: z.string(),
  groupName: z.string().exactOptional(),
  tenants: z.array(TenantNameText).min(1),
  /** Of a roll back: the newest activation that was listed, and the one chosen before, if any. */
  newest: z.string().exactOptional(),
  timestamp: z.string().exactOptional(),
});

/** What the form of an API client carries. */
const ClientMetadata = z.strictObject({
  id: RequestIdText,
  userName: z.string(),
  groupName: z.string().exactOptional(),
  tenants: z.array(TenantNameText).min(1),
});

export type ClientMetadata = z.infer<typeof ClientMetadata>;

export type ChangeMetadata = z.infer<typeof ChangeMetadata>;
/** A recipe's name; one that is gone by the press is an unknown one. */
const RecipeMetadata = z.strictObject({ recipe: z.string() });

/** What is asked for next, and for which account; messages from before name no tenant. */
const NextStepMetadata = z.strictObject({
  kind: z.enum(nextStepKinds),
  userName: z.string(),
  tenant: TenantNameText.exactOptional(),
});

/** Where the next page begins. */
const InventoryMetadata = z.strictObject({ text: z.string(), from: z.int() });
const AuditMetadata = z.strictObject({ request: RequestIdText, from: z.int() });

/** What a window that is not filled yet was asked for with. */
const WindowMetadata = z.strictObject({ channel: z.string(), typed: z.string() });

/** A part of a window that was too long for it. */
const FoldedMetadata = z.strictObject({ title: z.string(), lines: z.array(z.string()).readonly() });

/** What a button types behind the bot's command. */
const CommandMetadata = z.strictObject({ typed: z.string() });

type FoldedMetadata = z.infer<typeof FoldedMetadata>;
type CommandMetadata = z.infer<typeof CommandMetadata>;
type WindowMetadata = z.infer<typeof WindowMetadata>;
type RecipeMetadata = z.infer<typeof RecipeMetadata>;
type NextStepMetadata = z.infer<typeof NextStepMetadata>;
type InventoryMetadata = z.infer<typeof InventoryMetadata>;
type AuditMetadata = z.infer<typeof AuditMetadata>;
/** What the window for a delegation carries: the tenant too, where there is no choice. */
const DelegationMetadata = z.strictObject({
  delegation: DelegationKey,
  tenant: TenantNameText.exactOptional(),
});

export type RequestMetadata = z.infer<typeof RequestMetadata>;
export type StepMetadata = z.infer<typeof StepMetadata>;
export type VerdictMetadata = z.infer<typeof VerdictMetadata>;
export type QuestionMetadata = z.infer<typeof QuestionMetadata>;
export type CardMetadata = z.infer<typeof CardMetadata>;
export type FormMetadata = z.infer<typeof FormMetadata>;
export type DelegationMetadata = z.infer<typeof DelegationMetadata>;
type PlansMetadata = z.infer<typeof PlansMetadata>;
type PasskeyMetadata = z.infer<typeof PasskeyMetadata>;

export function parseRequestMetadata(text: string): RequestMetadata {
  return RequestMetadata.parse(JSON.parse(text));
}

export function parseStepMetadata(text: string): StepMetadata {
  return StepMetadata.parse(JSON.parse(text));
}

export function parseVerdictMetadata(text: string): VerdictMetadata {
  return VerdictMetadata.parse(JSON.parse(text));
}

export function parseCardMetadata(text: string): CardMetadata {
  return CardMetadata.parse(JSON.parse(text));
}

export function parsePlansMetadata(text: string): PlansMetadata {
  return PlansMetadata.parse(JSON.parse(text));
}

export function parseQuestionMetadata(text: string): QuestionMetadata {
  return QuestionMetadata.parse(JSON.parse(text));
}

export function parseFormMetadata(text: string): FormMetadata {
  return FormMetadata.parse(JSON.parse(text));
}

export function parseChangeMetadata(text: string): ChangeMetadata {
  return ChangeMetadata.parse(JSON.parse(text));
}

export function parseClientMetadata(text: string): ClientMetadata {
  return ClientMetadata.parse(JSON.parse(text));
}

export function parseRecipeMetadata(text: string): RecipeMetadata {
  return RecipeMetadata.parse(JSON.parse(text));
}

export function parseNextStepMetadata(text: string): NextStepMetadata {
  return NextStepMetadata.parse(JSON.parse(text));
}

export function parseInventoryMetadata(text: string): InventoryMetadata {
  return InventoryMetadata.parse(JSON.parse(text));
}

export function parseAuditMetadata(text: string): AuditMetadata {
  return AuditMetadata.parse(JSON.parse(text));
}

export function parseDelegationMetadata(text: string): DelegationMetadata {
  return DelegationMetadata.parse(JSON.parse(text));
}

export function parsePasskeyMetadata(text: string): PasskeyMetadata {
  return PasskeyMetadata.parse(JSON.parse(text));
}

export function parseWindowMetadata(text: string): WindowMetadata {
  return WindowMetadata.parse(JSON.parse(text));
}

export function parseCommandMetadata(text: string): CommandMetadata {
  return CommandMetadata.parse(JSON.parse(text));
}

export function parseFoldedMetadata(text: string): FoldedMetadata {
  return FoldedMetadata.parse(JSON.parse(text));
}

type Carried =
  | FoldedMetadata
  | CommandMetadata
  | WindowMetadata
  | RequestMetadata
  | StepMetadata
  | CardMetadata
  | QuestionMetadata
  | PlansMetadata
  | VerdictMetadata
  | FormMetadata
  | ChangeMetadata
  | ClientMetadata
  | RecipeMetadata
  | NextStepMetadata
  | InventoryMetadata
  | AuditMetadata
  | DelegationMetadata
  | PasskeyMetadata;

export function serializeMetadata(value: Carried): string {
  return JSON.stringify(value);
}
