import { ManagedIdentityCredential } from "@azure/identity";
import { isRestError, SecretClient } from "@azure/keyvault-secrets";
import { vi } from "vitest";
import type { KeyVault } from "../../../sandbox/key-vault/key-vault.ts";

/** The user-assigned identity of these tests that may do everything. */
export const officerId = "5f2b3a52-7c1e-4f38-9d51-0a4c8be6f001";

/** Points this process at the vault's identity endpoint. The SDK keeps the first one it sees. */
export function useIdentityOf(vault: KeyVault): void {
  vi.stubEnv("IDENTITY_ENDPOINT", vault.identityEndpoint);
  vi.stubEnv("IDENTITY_HEADER", vault.identityHeader);
}

/** Microsoft's own client; without `clientId` it acts as the system-assigned identity. */
export function clientOf(vault: KeyVault, clientId?: string): SecretClient {
  const credential = new ManagedIdentityCredential(clientId === undefined ? {} : { clientId });
  return new SecretClient(vault.url, credential, {
    serviceVersion: "2025-07-01",
    allowInsecureConnection: true,
    disableChallengeResourceVerification: true,
    retryOptions: { maxRetries: 2, retryDelayInMs: 1 },
  });
}

export interface Refused {
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly inner: string | undefined;
  readonly message: string;
}

/** What a call is refused with, in the SDK's terms. */
export async function refusalOf(call: Promise<unknown>): Promise<Refused> {
  try {
    await call;
  } catch (error) {
    if (!isRestError(error)) throw error;
    return {
      status: error.statusCode,
      code: error.code,
      inner: innerOf(error.details),
      message: error.message,
    };
  }
  throw new Error("The vault did not refuse the call");
}

function innerOf(details: unknown): string | undefined {
  const error = fieldOf(details, "error");
  const code = fieldOf(fieldOf(error, "innerError"), "code");
  return typeof code === "string" ? code : undefined;
}

/** One field of something unknown. */
export function fieldOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

/** A token as the identity endpoint gives it to the real credential. */
export async function tokenOf(vault: KeyVault, resource: string, query = ""): Promise<Response> {
  return fetch(
    `${vault.identityEndpoint}?resource=${encodeURIComponent(resource)}&api-version=2019-08-01${query}`,
    { headers: { "X-IDENTITY-HEADER": vault.identityHeader } },
  );
}

/** A request the SDK would not make. */
export async function ask(
  vault: KeyVault,
  method: string,
  target: string,
  sent: { readonly body?: string; readonly type?: string; readonly clientId?: string } = {},
): Promise<{ readonly status: number; readonly body: unknown; readonly headers: Headers }> {
  const issued: unknown = await (
    await tokenOf(vault, "https://vault.azure.net", `&client_id=${sent.clientId ?? officerId}`)
  ).json();
  const response = await fetch(`${vault.url}${target}`, {
    method,
    headers: {
      Authorization: `Bearer ${String(fieldOf(issued, "access_token"))}`,
      ...(sent.body === undefined ? {} : { "Content-Type": sent.type ?? "application/json" }),
    },
    ...(sent.body === undefined ? {} : { body: sent.body }),
  });
  const text = await response.text();
  const body: unknown = text === "" ? undefined : JSON.parse(text);
  return { status: response.status, body, headers: response.headers };
}
