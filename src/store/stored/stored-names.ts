import { z } from "zod";
import {
  instant,
  parseDelegationId,
  parsePersonId,
  parseRequestId,
  parseTenantName,
} from "../../flows/model/ids.ts";
import { parseCredentialId } from "../../flows/request/passkey.ts";
import type { Result } from "../../result.ts";

export const StoredRequestId = parsedBy(parseRequestId);

export const StoredDelegationId = parsedBy(parseDelegationId);
export const StoredCredentialId = parsedBy(parseCredentialId);

export const StoredTenantName = parsedBy(parseTenantName);

export const StoredPersonId = parsedBy((raw) => {
  const [team = "", user = ""] = raw.split(":");
  return parsePersonId(team, user);
});

export const StoredInstant = z.int().transform(instant);

/** A column of type `bigint`, which `pg` gives as text. */
export const StoredCount = z.coerce.number().int();

/** Text that the parser for its brand takes. */
function parsedBy<Name>(parse: (raw: string) => Result<Name, string>) {
  return z.string().transform((raw, context): Name => {
    const parsed = parse(raw);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: "custom", message: parsed.error });
    return z.NEVER;
  });
}
