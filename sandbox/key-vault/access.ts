import { randomBytes } from "node:crypto";
import { challenge, type VaultAnswer } from "./answers.ts";

/**
 * What an identity may do: `set-only` is a custom role of setSecret, readMetadata and update;
 * `officer` is the built-in Key Vault Secrets Officer.
 */
export type Role = "set-only" | "officer";

export type Action =
  | "setSecret/action"
  | "getSecret/action"
  | "readMetadata/action"
  | "update/action"
  | "delete"
  | "purge/action"
  | "recover/action";

const setOnly: ReadonlySet<Action> = new Set([
  "setSecret/action",
  "readMetadata/action",
  "update/action",
]);

export function mayDo(role: Role, action: Action): boolean {
  return role === "officer" || setOnly.has(action);
}

export interface Caller {
  /** `system`, or the client id of a user-assigned identity. */
  readonly identity: string;
  readonly role: Role;
}

interface Token extends Caller {
  readonly resource: string;
  readonly expiresAtSeconds: number;
}

export interface Identities {
  readonly header: string;
  /** A token for one identity; `undefined` when the client id is nobody's. */
  readonly issue: (resource: string, clientId: string | undefined) => IssuedToken | undefined;
  /** Who sends this `Authorization` header, or the 401 it deserves. */
  readonly authenticate: (authorization: string | undefined) => Caller | VaultAnswer;
}

interface IssuedToken {
  readonly token: string;
  readonly expiresAtSeconds: number;
}

const lifetimeSeconds = 24 * 60 * 60;

export function createIdentities(options: {
  readonly now: () => number;
  readonly system: Role;
  readonly userAssigned: Readonly<Record<string, Role>>;
  readonly header: string;
}): Identities {
  const roles = new Map(Object.entries(options.userAssigned)).set("system", options.system);
  const tokens = new Map<string, Token>();

  function nowSeconds(): number {
    return Math.floor(options.now() / 1000);
  }

  return {
    header: options.header,
    issue: (resource, clientId) => {
      const identity = clientId ?? "system";
      const role = roles.get(identity);
      if (role === undefined) return undefined;
      const token = randomBytes(48).toString("base64url");
      const expiresAtSeconds = nowSeconds() + lifetimeSeconds;
      tokens.set(token, { identity, role, resource, expiresAtSeconds });
      return { token, expiresAtSeconds };
    },
    authenticate: (authorization) => {
      const sent = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
      if (sent === undefined)
        return challenge("AKV10000: Request is missing a Bearer or PoP token.");
      const token = tokens.get(sent);
      if (token === undefined) {
        return challenge("AKV10046: Unable to resolve the key used for signature validation.");
      }
      if (token.resource !== "https://vault.azure.net") {
        const audience = `Expected https://vault.azure.net, found: ${token.resource}.`;
        return challenge(`AKV10022: Invalid audience. ${audience}`);
      }
      if (token.expiresAtSeconds <= nowSeconds()) {
        return challenge("Error validating token: IDX10223");
      }
      return { identity: token.identity, role: token.role };
    },
  };
}
