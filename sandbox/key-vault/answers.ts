/** What goes back over the wire. */
export interface VaultAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The tenant, subscription and caller that the service's own error texts disclose. Made up, and
 * fixed, so that a test can prove that none of them is ever shown to people.
 */
export const disclosed = {
  tenant: "72f988bf-86f1-41af-91ab-2d7cd011db47",
  subscription: "0c5a7a5e-6f0d-4d0e-9a3c-5b8f5d1f2a11",
  application: "1f3c9f0a-8d11-4b7e-b0f6-3a2d9c6f7e21",
  object: "9b2e4c55-3d68-4b21-8a7d-64b1a0c9d3f2",
  resourceGroup: "rg-integrations-prod",
  region: "westus",
  address: "203.0.113.77",
} as const;

export function ok(body: unknown): VaultAnswer {
  return { status: 200, body };
}

export function refuseCall(
  status: number,
  code: string,
  message: string,
  inner?: string,
): VaultAnswer {
  const innererror = inner === undefined ? {} : { innererror: { code: inner } };
  return { status, body: { error: { code, message, ...innererror } } };
}

/** A 401 with the challenge that tells a client whom to ask for a token. */
export function challenge(message: string): VaultAnswer {
  const authority = `https://login.microsoftonline.com/${disclosed.tenant}`;
  return {
    ...refuseCall(401, "Unauthorized", message),
    headers: {
      "WWW-Authenticate": `Bearer authorization="${authority}", resource="https://vault.azure.net"`,
    },
  };
}

export function badParameter(message: string): VaultAnswer {
  return refuseCall(400, "BadParameter", message);
}

/** The one text the service has for a value, tag or attribute it does not take. */
export function invalidProperty(): VaultAnswer {
  return badParameter("Property has invalid value\r\n");
}

export function secretNotFound(nameOrId: string): VaultAnswer {
  const message = `A secret with (name/id) ${nameOrId} was not found in this key vault. If you recently deleted this secret you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182`;
  return refuseCall(404, "SecretNotFound", message);
}

export function deletedSecretNotFound(name: string): VaultAnswer {
  return refuseCall(404, "SecretNotFound", `Deleted Secret not found: ${name}`);
}

export function secretDisabled(): VaultAnswer {
  const message = "Operation get is not allowed on a disabled secret.";
  return refuseCall(403, "Forbidden", message, "SecretDisabled");
}

export type Obstacle =
  | "ObjectIsDeletedButRecoverable"
  | "ObjectIsBeingDeleted"
  | "ObjectIsBeingRecovered";

export function conflict(name: string, obstacle: Obstacle): VaultAnswer {
  const reasons: Record<Obstacle, string> = {
    ObjectIsDeletedButRecoverable: `Secret ${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the secret can only be recovered or purged.`,
    ObjectIsBeingDeleted: `Secret ${name} is currently being deleted and cannot be re-created; retry later.`,
    ObjectIsBeingRecovered: `Secret ${name} is currently being recovered and cannot be re-created; retry later.`,
  };
  return refuseCall(409, "Conflict", reasons[obstacle], obstacle);
}

export function methodNotAllowed(method: string): VaultAnswer {
  return refuseCall(405, "MethodNotAllowed", `HTTP ${method} not allowed`);
}

export function forbiddenByRbac(vaultName: string, action: string, object: string): VaultAnswer {
  const { application, object: oid, region, resourceGroup, subscription, tenant } = disclosed;
  const lines = [
    "Caller is not authorized to perform action on resource.",
    "If role assignments, deny assignments or role definitions were changed recently, please observe propagation time.",
    `Caller: appid=${application};oid=${oid};iss=https://sts.windows.net/${tenant}/`,
    `Action: '${action}'`,
    `Resource: '/subscriptions/${subscription}/resourcegroups/${resourceGroup}/providers/microsoft.keyvault/vaults/${vaultName}${object}'`,
    "Assignment: (not found)",
    "DenyAssignmentId: null",
    "DecisionReason: 'DeniedWithNoValidRBAC' ",
    `Vault: ${vaultName};location=${region}`,
    "",
  ];
  return refuseCall(403, "Forbidden", lines.join("\r\n"), "ForbiddenByRbac");
}

export function forbiddenByFirewall(vaultName: string): VaultAnswer {
  const { address, application, object, region, tenant } = disclosed;
  const lines = [
    "Client address is not authorized and caller is not a trusted service.",
    `Client address: ${address}`,
    `Caller: appid=${application};oid=${object};iss=https://sts.windows.net/${tenant}/`,
    `Vault: ${vaultName};location=${region}`,
  ];
  return refuseCall(403, "Forbidden", lines.join("\r\n"), "ForbiddenByFirewall");
}

export function forbiddenByConnection(vaultName: string): VaultAnswer {
  const { application, object, region, tenant } = disclosed;
  const lines = [
    "Public network access is disabled and request is not from a trusted service nor via an approved private link.",
    `Caller: appid=${application};oid=${object};iss=https://sts.windows.net/${tenant}/`,
    `Vault: ${vaultName};location=${region}`,
  ];
  return refuseCall(403, "Forbidden", lines.join("\r\n"), "ForbiddenByConnection");
}

/** Real ones come without `Retry-After`, so the SDK does not retry them. */
export function throttled(): VaultAnswer {
  const message =
    "Request was not processed because too many requests were received. Reason: VaultRequestTypeLimitReached";
  return refuseCall(429, "Throttled", message);
}
