import type { Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import type { Fault } from "../model/fault.ts";
import type { Instant } from "../model/ids.ts";
import type { SecretReference } from "../request/step-facts.ts";

/** One stored version of a secret, without its value. */
export interface SecretVersion {
  readonly reference: SecretReference;
  readonly enabled: boolean;
  readonly tags: Readonly<Record<string, string>>;
  /** Absent where the vault does not say. */
  readonly createdAt?: Instant;
}

/** Readable by everybody who may list: nothing secret in them. */
export interface SecretTags {
  readonly request: string;
  readonly isu: string;
  readonly tenant: string;
}

/** Where secrets go. The bot writes and cannot read back. */
export interface Vault {
  /**
   * Stores a new, disabled version. Repeating makes one more version: disable the loser.
   * `rejected` when the name holds a secret that is not the bot's own, or is being deleted.
   */
  readonly putDisabledVersion: (secret: {
    readonly name: string;
    readonly value: Secret;
    readonly tags: SecretTags;
    readonly expiresAt: Instant;
  }) => Promise<Result<SecretReference, Fault>>;
  /** Safe to repeat. */
  readonly enableVersion: (reference: SecretReference) => Promise<Result<void, Fault>>;
  /** Safe to repeat. */
  readonly disableVersion: (reference: SecretReference) => Promise<Result<void, Fault>>;
  /** Versions of a name in no particular order; none for a name that does not exist. */
  readonly listVersions: (name: string) => Promise<Result<readonly SecretVersion[], Fault>>;
}
