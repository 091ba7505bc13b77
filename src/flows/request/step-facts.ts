import type { ClientOutcome, ClientValue } from "../model/api-client.ts";
import type { Verification } from "../model/verification.ts";

export interface SecretReference {
  readonly name: string;
  readonly version: string;
  /** `https://{vault}.vault.azure.net/secrets/{name}`, without and with the version. */
  readonly url: string;
  readonly versionedUrl: string;
}

export interface StoredValue {
  readonly value: ClientValue;
  readonly reference: SecretReference;
}

/** Where a client's values are, and what is known of them. Never a value. */
export interface StoredClientSecrets {
  readonly stored: readonly StoredValue[];
  readonly outcome: ClientOutcome;
}

/** What trying to read one domain as the new user showed. A Get proves Get, and nothing else. */
export type ProbeOutcome =
  | { readonly kind: "verified"; readonly domain: string; readonly operation: string }
  /** Workday understood and said no. */
  | { readonly kind: "refused"; readonly domain: string; readonly operation: string }
  /** No answer that says anything about the permission. */
  | { readonly kind: "unanswered"; readonly domain: string; readonly words: string }
  /** No read is known that shows this permission. */
  | { readonly kind: "not-probed"; readonly domain: string; readonly access: string };

/** One id of a reference, such as `WorkdayUserName`. */
interface ReferenceId {
  readonly type: string;
  readonly id: string;
}

/** Both references of the operation's response, with every id that Workday gave. */
export interface AccountReferences {
  readonly system: readonly ReferenceId[];
  readonly user: readonly ReferenceId[];
}

/** Facts that steps bring home and later steps need. */
export interface Facts {
  readonly systemId?: string;
  readonly systemWid?: string;
  readonly userWid?: string;
  readonly references?: AccountReferences;
  readonly secret?: SecretReference;
  readonly client?: StoredClientSecrets;
  readonly probes?: readonly ProbeOutcome[];
  /** What was asked against what the tenant showed at the end. */
  readonly verification?: Verification;
  /** Permissions asked for that the pending report did not show when the card was made. */
  readonly unseen?: readonly string[];
}
