import { z } from "zod";
import { parseRequestId, parseTenantName, type RequestId, type TenantName } from "../flows/ids.ts";
import { stepNames } from "../flows/plan.ts";

export const Request = z.string().transform((raw, issues): RequestId => {
  const id = parseRequestId(raw);
  if (id.ok) return id.value;
  issues.addIssue("No request id");
  return z.NEVER;
});

const Tenant = z.string().transform((raw, issues): TenantName => {
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

/** What a form carries in its `private_metadata`; everything else is in its fields or with the draft. */
const OfForm = z.strictObject({ id: Request, tenant: Tenant, recipe: z.string() });

export type OfRequest = z.infer<typeof OfRequest>;
export type OfStep = z.infer<typeof OfStep>;
export type OfCard = z.infer<typeof OfCard>;
export type OfForm = z.infer<typeof OfForm>;

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

export function write(value: OfRequest | OfStep | OfCard | OfForm): string {
  return JSON.stringify(value);
}
