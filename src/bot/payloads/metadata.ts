import { z } from "zod";
import { changeKinds } from "../../flows/request/draft.ts";
import { followUpKinds } from "../../flows/request/next-steps.ts";
import {
  type DelegationId,
  parseDelegationId,
  parseRequestId,
  parseTenantName,
  type RequestId,
  type TenantName,
} from "../../flows/model/ids.ts";
import { type CredentialId, parseCredentialId } from "../../flows/request/passkey.ts";
import { stepNames } from "../../flows/tasks/step.ts";

export const Request = z.string().transform((raw, issues): RequestId => {
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

export const Tenant = z.string().transform((raw, issues): TenantName => {
  const name = parseTenantName(raw);
  if (name.ok) return name.value;
  issues.addIssue("No tenant name");
  return z.NEVER;
});

export const Step = z.enum(stepNames);

/** What a button about a request carries. We wrote it, so an extra key is a bug and throws. */
const OfRequest = z.strictObject({ request: Request });
const OfStep = z.strictObject({ request: Request, step: Step });
const OfCard = z.strictObject({ request: Request, digest: z.string().min(1) });

export const Credential = z.string().transform((raw, issues): CredentialId => {
  const credential = parseCredentialId(raw);
  if (credential.ok) return credential.value;
  issues.addIssue("No passkey's name");
  return z.NEVER;
});

const OfPasskey = z.strictObject({ credential: Credential });

/** What a form carries in its `private_metadata`; everything else is in its fields or with the draft. */
const OfForm = z.strictObject({ id: Request, tenant: Tenant, recipe: z.string() });

/** What the form of a change carries: its kind, its account, and the tenants to choose from. */
const OfChange = z.strictObject({
  id: Request,
  kind: z.enum(changeKinds).exclude(["api-client"]),
  userName: z.string(),
  groupName: z.string().exactOptional(),
  tenants: z.array(Tenant).min(1),
  /** Of a roll back: the newest activation that was listed, and the one chosen before, if any. */
  newest: z.string().exactOptional(),
  timestamp: z.string().exactOptional(),
});

/** What the form of an API client carries. */
const OfClient = z.strictObject({
  id: Request,
  userName: z.string(),
  groupName: z.string().exactOptional(),
  tenants: z.array(Tenant).min(1),
});

export type OfClient = z.infer<typeof OfClient>;

export type OfChange = z.infer<typeof OfChange>;
/** A recipe's name; one that is gone by the press is an unknown one. */
const OfRecipe = z.strictObject({ recipe: z.string() });

/** What is asked for next, and for which account; messages from before name no tenant. */
const OfFollowUp = z.strictObject({
  kind: z.enum(followUpKinds),
  userName: z.string(),
  tenant: Tenant.exactOptional(),
});

/** Where the next page begins. */
const OfInventory = z.strictObject({ text: z.string(), from: z.int() });
const OfAudit = z.strictObject({ request: Request, from: z.int() });

type OfRecipe = z.infer<typeof OfRecipe>;
type OfFollowUp = z.infer<typeof OfFollowUp>;
type OfInventory = z.infer<typeof OfInventory>;
type OfAudit = z.infer<typeof OfAudit>;
/** What the window for a delegation carries: the tenant too, where there is no choice. */
const OfDelegation = z.strictObject({ delegation: DelegationKey, tenant: Tenant.exactOptional() });

export type OfRequest = z.infer<typeof OfRequest>;
export type OfStep = z.infer<typeof OfStep>;
export type OfCard = z.infer<typeof OfCard>;
export type OfForm = z.infer<typeof OfForm>;
export type OfDelegation = z.infer<typeof OfDelegation>;
type OfPasskey = z.infer<typeof OfPasskey>;

export function parseOfRequest(text: string): OfRequest {
  return OfRequest.parse(JSON.parse(text));
}

export function parseOfStep(text: string): OfStep {
  return OfStep.parse(JSON.parse(text));
}

export function parseOfCard(text: string): OfCard {
  return OfCard.parse(JSON.parse(text));
}

export function parseOfForm(text: string): OfForm {
  return OfForm.parse(JSON.parse(text));
}

export function parseOfChange(text: string): OfChange {
  return OfChange.parse(JSON.parse(text));
}

export function parseOfClient(text: string): OfClient {
  return OfClient.parse(JSON.parse(text));
}

export function parseOfRecipe(text: string): OfRecipe {
  return OfRecipe.parse(JSON.parse(text));
}

export function parseOfFollowUp(text: string): OfFollowUp {
  return OfFollowUp.parse(JSON.parse(text));
}

export function parseOfInventory(text: string): OfInventory {
  return OfInventory.parse(JSON.parse(text));
}

export function parseOfAudit(text: string): OfAudit {
  return OfAudit.parse(JSON.parse(text));
}

export function parseOfDelegation(text: string): OfDelegation {
  return OfDelegation.parse(JSON.parse(text));
}

export function parseOfPasskey(text: string): OfPasskey {
  return OfPasskey.parse(JSON.parse(text));
}

type Carried =
  | OfRequest
  | OfStep
  | OfCard
  | OfForm
  | OfChange
  | OfClient
  | OfRecipe
  | OfFollowUp
  | OfInventory
  | OfAudit
  | OfDelegation
  | OfPasskey;

export function write(value: Carried): string {
  return JSON.stringify(value);
}
