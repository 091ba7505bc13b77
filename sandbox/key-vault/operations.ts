import {
  conflict,
  deletedSecretNotFound,
  invalidProperty,
  ok,
  secretDisabled,
  secretNotFound,
  type VaultAnswer,
} from "./answers.ts";
import { parseSetBody, parseUpdateBody } from "./bodies.ts";
import { bundleOf, bundleWithValue, deletionOf, itemOf } from "./bundles.ts";
import type { VaultCall } from "./call.ts";
import { finishesAfterMs, obstacleOf } from "./life.ts";
import { toPage } from "./paging.ts";
import type { VaultOperation } from "./routes.ts";
import { type Held, holdVersion, type Secret } from "./secret-store.ts";

export const vaultOperations: Record<VaultOperation, (call: VaultCall) => VaultAnswer> = {
  set,
  get,
  update,
  delete: remove,
  list,
  "list-versions": listVersions,
  "list-deleted": listDeleted,
  "get-deleted": getDeleted,
  purge,
  recover,
};

function set({ store, base, name, body }: VaultCall): VaultAnswer {
  const write = parseSetBody(body);
  if (write === undefined) return invalidProperty();
  const present = store.find(name);
  const obstacle = present === undefined ? undefined : obstacleOf(present.life);
  if (present !== undefined && obstacle !== undefined) return conflict(present.name, obstacle);
  return ok(bundleWithValue(base, store.addVersion(name, write)));
}

function get(call: VaultCall): VaultAnswer {
  const held = findActive(call);
  if (held === undefined) return notFound(call);
  return held.version.enabled ? ok(bundleWithValue(call.base, held)) : secretDisabled();
}

function update(call: VaultCall): VaultAnswer {
  const change = parseUpdateBody(call.body);
  if (change === undefined) return invalidProperty();
  const held = findActive(call);
  if (held === undefined) return notFound(call);
  return ok(bundleOf(call.base, call.store.changeVersion(held, change)));
}

function remove(call: VaultCall): VaultAnswer {
  const { store, base, name } = call;
  const secret = store.find(name);
  const held = holdVersion(secret, "");
  if (secret === undefined || held === undefined || secret.life.kind === "deleted") {
    return notFound(call);
  }
  const obstacle = obstacleOf(secret.life);
  if (obstacle !== undefined) return conflict(secret.name, obstacle);
  const deletedAt = store.now();
  secret.life = { kind: "being-deleted", deletedAt, until: deletedAt + finishesAfterMs };
  return ok({ ...deletionOf(base, secret), ...bundleOf(base, held) });
}

function list(call: VaultCall): VaultAnswer {
  const active = call.store.all().filter((secret) => secret.life.kind === "active");
  return toPage(
    call,
    newestOf(active).map((held) => itemOf(call.base, held)),
  );
}

/** By id, not by time. A name that is not there has no versions, which is no error. */
function listVersions(call: VaultCall): VaultAnswer {
  const secret = call.store.find(call.name);
  const versions = secret?.life.kind === "active" ? secret.versions : [];
  const sorted = versions.toSorted((a, b) => (a.version < b.version ? -1 : 1));
  return toPage(
    call,
    secret === undefined ? [] : sorted.map((version) => bundleOf(call.base, { secret, version })),
  );
}

function listDeleted(call: VaultCall): VaultAnswer {
  const deleted = call.store.all().filter((secret) => secret.life.kind === "deleted");
  return toPage(
    call,
    newestOf(deleted).map((held) => ({
      ...deletionOf(call.base, held.secret),
      ...itemOf(call.base, held),
    })),
  );
}

function getDeleted({ store, base, name }: VaultCall): VaultAnswer {
  const secret = store.find(name);
  const held = secret?.life.kind === "deleted" ? holdVersion(secret, "") : undefined;
  if (held === undefined) return deletedSecretNotFound(name);
  return ok({ ...deletionOf(base, held.secret), ...bundleOf(base, held) });
}

function purge({ store, name }: VaultCall): VaultAnswer {
  const secret = store.find(name);
  if (secret === undefined || secret.life.kind === "active") return deletedSecretNotFound(name);
  if (secret.life.kind !== "deleted") return conflictOf(secret);
  secret.life = { kind: "being-purged", until: store.now() + finishesAfterMs };
  return { status: 204 };
}

function recover({ store, base, name }: VaultCall): VaultAnswer {
  const secret = store.find(name);
  const held = holdVersion(secret, "");
  if (secret === undefined || held === undefined || secret.life.kind === "active") {
    return deletedSecretNotFound(name);
  }
  if (secret.life.kind !== "deleted") return conflictOf(secret);
  secret.life = { kind: "being-recovered", until: store.now() + finishesAfterMs };
  return ok(bundleOf(base, held));
}

function findActive({ store, name, version }: VaultCall): Held | undefined {
  const secret = store.find(name);
  return secret?.life.kind === "active" ? holdVersion(secret, version) : undefined;
}

function notFound({ name, version }: VaultCall): VaultAnswer {
  return secretNotFound(version === "" ? name : `${name}/${version}`);
}

function conflictOf(secret: Secret): VaultAnswer {
  return conflict(secret.name, obstacleOf(secret.life) ?? "ObjectIsBeingDeleted");
}

function newestOf(secrets: readonly Secret[]): readonly Held[] {
  return secrets
    .map((secret) => holdVersion(secret, ""))
    .filter((held): held is Held => held !== undefined);
}
