import { z } from "zod";
import type { AccountSettings, SettingsChange } from "../../flows/model/account-settings.ts";
import { StoredKey, StoredSaml } from "./stored-sign-on.ts";

const StoredKeys = z.array(StoredKey).readonly();

const tokens = {
  x509: z.strictObject({ key: StoredKeys }).exactOptional(),
  saml: z
    .strictObject({
      issuer: z.string(),
      identityProviderKey: StoredKeys,
      holderOfKeyKey: StoredKeys,
    })
    .exactOptional(),
};

const plain = {
  sessionTimeoutMinutes: z.number().exactOptional(),
  doNotAllowUiSessions: z.boolean().exactOptional(),
  requireNewPassword: z.boolean().exactOptional(),
};

/** The settings of an account as the tenant showed them once. */
export const StoredAccountSettings = z.strictObject({
  ...plain,
  tokens: z
    .array(z.strictObject({ ...tokens, off: z.strictObject(tokens).exactOptional() }))
    .readonly()
    .exactOptional(),
}) satisfies z.ZodType<AccountSettings>;

/** What of them is to be otherwise. */
export const StoredSettingsChange = z.strictObject({
  ...plain,
  x509: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.enum(["add", "replace"]), key: StoredKey }),
      z.strictObject({ kind: z.literal("off") }),
    ])
    .exactOptional(),
  saml: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("set"), saml: StoredSaml }),
      z.strictObject({ kind: z.literal("off") }),
    ])
    .exactOptional(),
}) satisfies z.ZodType<SettingsChange>;

/** What the form of other settings sends, beside what every form does. */
export const storedRawSettings = {
  userName: z.string(),
  groupName: z.string(),
  shown: StoredAccountSettings,
  isExempt: z.boolean(),
  sessionTimeoutMinutes: z.string(),
  doNotAllowUiSessions: z.boolean(),
  requireNewPassword: z.boolean(),
  newPasswordConfirmed: z.boolean(),
  exemptFromPasswordExpiry: z.boolean(),
  x509Change: z.enum(["keep", "add", "replace", "off"]),
  x509Key: z.string(),
  samlChange: z.enum(["keep", "set", "off"]),
  samlIssuer: z.string(),
  identityProviderKey: z.string(),
  holderOfKeyKey: z.string(),
  policyChange: z.enum(["keep", "allow", "remove"]),
};
