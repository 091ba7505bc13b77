import { setTimeout as wait } from "node:timers/promises";
import { type Caller, type Identities, mayDo } from "./access.ts";
import {
  badParameter,
  forbiddenByConnection,
  forbiddenByFirewall,
  forbiddenByRbac,
  refuseCall,
  throttled,
  type VaultAnswer,
} from "./answers.ts";
import type { FaultQueue, VaultFault } from "./fault-queue.ts";
import { answerIdentity, identityPath } from "./identity-endpoint.ts";
import { vaultOperations } from "./operations.ts";
import type { Incoming } from "./read-request.ts";
import { actions, parseRoute, type Route, refuseApiVersion } from "./routes.ts";
import type { SecretStore } from "./secret-store.ts";

export interface VaultParts {
  readonly url: string;
  readonly now: () => number;
  readonly vaultName: string;
  readonly store: SecretStore;
  readonly faults: FaultQueue;
  readonly identities: Identities;
  /** Secrets on which a role of its own lets every identity read, in lower case. */
  readonly readable: Set<string>;
}

export interface Handled {
  readonly answer: VaultAnswer;
  readonly identity?: string;
  readonly fault?: VaultFault;
}

/** Checks in the service's order: token, fault to come, version, address, role, body; then acts. */
export async function decide(parts: VaultParts, incoming: Incoming): Promise<Handled> {
  const { headers, method, path, query } = incoming;
  if (path === identityPath) {
    const fault = parts.faults.take("identity", method, path);
    return meet(parts, incoming, fault, () =>
      answerIdentity(parts.identities, method, headers, query),
    );
  }
  const caller = parts.identities.authenticate(headers.authorization);
  if ("status" in caller) return { answer: caller };
  const fault = parts.faults.take("vault", method, path);
  const handled = await meet(parts, incoming, fault, () => operate(parts, incoming, caller));
  return { ...handled, identity: caller.identity };
}

/** What a fault, if there is one, makes of a request that would otherwise `act`. */
async function meet(
  parts: VaultParts,
  incoming: Incoming,
  fault: VaultFault | undefined,
  act: () => VaultAnswer,
): Promise<Handled> {
  if (fault === undefined) return { answer: act() };
  if (fault.kind === "delay") await wait(fault.milliseconds, undefined, { ref: false });
  const isActed = fault.kind === "delay" || fault.kind === "cut-after";
  return { answer: isActed ? act() : insteadOf(parts, incoming, fault), fault };
}

type Refusing = Exclude<VaultFault, { kind: "delay" | "cut-after" }>;

function insteadOf(parts: VaultParts, incoming: Incoming, fault: Refusing): VaultAnswer {
  switch (fault.kind) {
    case "cut-before":
      return { status: 0 };
    case "status":
      return statusOf(fault);
    case "rbac":
      return refusalOf(parts, incoming);
    case "firewall":
      return forbiddenByFirewall(parts.vaultName);
    case "private-link":
      return forbiddenByConnection(parts.vaultName);
    case "throttled":
      return throttled();
    case "nonsense":
      return { status: 200, body: fault.body ?? "<html>Welcome!</html>" };
  }
}

function statusOf(fault: Extract<VaultFault, { kind: "status" }>): VaultAnswer {
  const { code = "InternalServerError", headers = {}, message = "An error occurred." } = fault;
  return { ...refuseCall(fault.status, code, message), headers };
}

function refusalOf({ vaultName }: VaultParts, { method, path }: Incoming): VaultAnswer {
  const route = parseRoute(method, path);
  const action = "status" in route ? "getSecret/action" : actions[route.operation];
  return forbiddenByRbac(vaultName, `Microsoft.KeyVault/vaults/secrets/${action}`, path);
}

function operate(parts: VaultParts, incoming: Incoming, caller: Caller): VaultAnswer {
  const { method, path, query } = incoming;
  const unknownVersion = refuseApiVersion(query.get("api-version"));
  if (unknownVersion !== undefined) return unknownVersion;
  const route = parseRoute(method, path);
  if ("status" in route) return route;
  if (!isAllowed(parts, route, caller)) return refusalOf(parts, incoming);
  const { body, hasJson } = incoming;
  const wantsBody = route.operation === "set" || route.operation === "update";
  // That these are refused is known, the exact text is not.
  if (wantsBody && !hasJson) return badParameter("Invalid JSON in the request body.");
  if (!wantsBody && incoming.hasBody) return badParameter("The request body must be empty.");
  const base = baseOf(parts.url, incoming);
  return vaultOperations[route.operation]({
    ...route,
    store: parts.store,
    base,
    path,
    query,
    body,
  });
}

function isAllowed(
  { readable }: VaultParts,
  { operation, name }: Route,
  { role }: Caller,
): boolean {
  const isShared = operation === "get" && readable.has(name.toLowerCase());
  return isShared || mayDo(role, actions[operation]);
}

/** Ids carry the vault's own name where a client reaches it by that. */
function baseOf(url: string, { headers }: Incoming): string {
  const host = headers.host ?? "";
  return host.endsWith(".vault.azure.net") ? `https://${host}` : url;
}
