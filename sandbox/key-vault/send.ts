import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { VaultAnswer } from "./answers.ts";
import type { Incoming } from "./read-request.ts";

/** The inner error code of an answer, else the outer one. */
export function codeOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("error" in body)) return undefined;
  const { error } = body;
  if (typeof error !== "object" || error === null) return undefined;
  if ("innererror" in error) return codeOf({ error: error.innererror });
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Answers with the headers that the service sets. */
export function send(response: ServerResponse, { headers }: Incoming, answer: VaultAnswer): void {
  const clientRequestId = headers["x-ms-client-request-id"];
  const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    "Cache-Control": "no-cache",
    Expires: "-1",
    Pragma: "no-cache",
    "Strict-Transport-Security": "max-age=31536000;includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    ...(typeof clientRequestId === "string" ? { "x-ms-client-request-id": clientRequestId } : {}),
    "x-ms-keyvault-network-info": "conn_type=Ipv4;addr=127.0.0.1;act_addr_fam=InterNetwork;",
    "x-ms-keyvault-region": "westus",
    "x-ms-keyvault-service-version": "1.9.2103.1",
    ...(answer.status < 300
      ? { "x-ms-keyvault-rbac-assignment-id": randomBytes(16).toString("hex") }
      : {}),
    "x-ms-request-id": crypto.randomUUID(),
    ...(answer.body === undefined ? {} : { "Content-Type": "application/json; charset=utf-8" }),
    ...answer.headers,
  });
  response.end(answer.body === undefined ? undefined : text);
}
