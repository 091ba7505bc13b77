import type { IncomingHttpHeaders } from "node:http";
import type { Identities } from "./access.ts";
import type { VaultAnswer } from "./answers.ts";

/** Where tokens are issued; the real one listens on another port of the same machine. */
export const identityPath = "/msi/token";

/**
 * Issues a token for the system-assigned identity, or for the user-assigned one that `client_id` names.
 *
 * @see Azure App Service, "REST endpoint reference" of managed identities, api-version 2019-08-01
 */
export function answerIdentity(
  identities: Identities,
  method: string,
  headers: IncomingHttpHeaders,
  query: ReadonlyMap<string, string>,
): VaultAnswer {
  if (method !== "GET") return refuse(405, "Method not allowed.");
  if (headers["x-identity-header"] !== identities.header) {
    return refuse(401, "The X-IDENTITY-HEADER header is missing or wrong.");
  }
  if (query.get("api-version") !== "2019-08-01") return refuse(400, "Unsupported api-version.");
  const resource = query.get("resource") ?? "";
  if (!/^https:\/\/[^/]+/.test(resource)) return refuse(400, "A resource is required.");
  const clientId = query.get("client_id");
  const issued = identities.issue(resource, clientId);
  if (issued === undefined) return refuse(400, "No MSI found for specified ClientId/ResourceId.");
  return {
    status: 200,
    body: {
      access_token: issued.token,
      expires_on: String(issued.expiresAtSeconds),
      resource,
      token_type: "Bearer",
      client_id: clientId ?? "00000000-0000-0000-0000-000000000001",
    },
  };
}

function refuse(statusCode: number, message: string): VaultAnswer {
  const body = { statusCode, message, correlationId: crypto.randomUUID() };
  return { status: statusCode, body };
}
