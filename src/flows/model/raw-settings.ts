import type { AccountSettings } from "./account-settings.ts";
import type { RawSignOn } from "./sign-on.ts";

/** What the form of other settings sends. What differs from what it was filled with is asked for. */
export interface RawSettings
  extends Pick<
    RawSignOn,
    | "requireNewPassword"
    | "exemptFromPasswordExpiry"
    | "x509Key"
    | "samlIssuer"
    | "identityProviderKey"
    | "holderOfKeyKey"
  > {
  readonly kind: "settings";
  readonly tenant: string;
  readonly userName: string;
  readonly groupName: string;
  /** As the tenant showed them when the form opened. */
  readonly shown: AccountSettings;
  readonly isExempt: boolean;
  readonly sessionTimeoutMinutes: string;
  readonly doNotAllowUiSessions: boolean;
  /** Who asks knows what another password at the next sign-in can stop. */
  readonly newPasswordConfirmed: boolean;
  readonly x509Change: "keep" | "add" | "replace" | "off";
  readonly samlChange: "keep" | "set" | "off";
  readonly policyChange: "keep" | "allow" | "remove";
  readonly reason: string;
  readonly ticket: string;
}
