import { purgesAt } from "./life.ts";
import type { Held, Secret, StoredVersion } from "./secret-store.ts";

const recovery = { recoveryLevel: "CustomizedRecoverable+Purgeable", recoverableDays: 7 };

function attributesOf({ enabled, nbf, exp, created, updated }: StoredVersion): object {
  return {
    enabled,
    ...(nbf === undefined ? {} : { nbf }),
    ...(exp === undefined ? {} : { exp }),
    created,
    updated,
    ...recovery,
  };
}

function describe(version: StoredVersion): object {
  const { contentType, tags } = version;
  return {
    ...(contentType === undefined ? {} : { contentType }),
    attributes: attributesOf(version),
    ...(tags === undefined ? {} : { tags }),
  };
}

/** A version with its id, without the value. */
export function bundleOf(base: string, { secret, version }: Held): object {
  return { id: `${base}/secrets/${secret.name}/${version.version}`, ...describe(version) };
}

/** A version with its id and its value. */
export function bundleWithValue(base: string, held: Held): object {
  return { value: held.secret.values.get(held.version.version), ...bundleOf(base, held) };
}

/** An entry of a list of secrets: no version in the id, the newest version's attributes. */
export function itemOf(base: string, { secret, version }: Held): object {
  return { id: `${base}/secrets/${secret.name}`, ...describe(version) };
}

/** What a deleted secret adds to either of the two above. */
export function deletionOf(base: string, secret: Secret): object {
  const deletedAt = "deletedAt" in secret.life ? secret.life.deletedAt : 0;
  return {
    recoveryId: `${base}/deletedsecrets/${secret.name}`,
    deletedDate: Math.floor(deletedAt / 1000),
    scheduledPurgeDate: Math.floor(purgesAt(deletedAt) / 1000),
  };
}
