import { z } from "zod";
import type { KeyReference, RawSignOn, SignOn } from "../../flows/model/sign-on.ts";

export const StoredKey = z.strictObject({
  type: z.enum(["WID", "Certificate_ID"]),
  id: z.string(),
}) satisfies z.ZodType<KeyReference>;

const PasswordFrom = z.enum(["bot", "workday"]);

export const StoredSaml = z.strictObject({
  issuer: z.string(),
  identityProviderKey: StoredKey,
  holderOfKeyKey: StoredKey.exactOptional(),
});

const tokenSignOn = {
  x509: z.strictObject({ key: StoredKey }).exactOptional(),
  saml: StoredSaml.exactOptional(),
};

/** Fields of a draft. Drafts from before there were these have none of them. */
export const storedSignOn = {
  passwordFrom: PasswordFrom.exactOptional(),
  requireNewPassword: z.boolean().exactOptional(),
  exemptFromPasswordExpiry: z.boolean().exactOptional(),
  ...tokenSignOn,
  furtherTokens: z.array(z.strictObject(tokenSignOn)).readonly().exactOptional(),
} satisfies Record<keyof SignOn, z.ZodType>;

export const StoredRawSignOn = z.strictObject({
  passwordFrom: PasswordFrom,
  requireNewPassword: z.boolean(),
  // Forms from before there was the exemption asked for none.
  exemptFromPasswordExpiry: z.boolean().default(false),
  x509: z.boolean(),
  x509Key: z.string(),
  saml: z.boolean(),
  samlIssuer: z.string(),
  identityProviderKey: z.string(),
  holderOfKeyKey: z.string(),
}) satisfies z.ZodType<RawSignOn>;
