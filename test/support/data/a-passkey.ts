import {
  type CredentialId,
  type Passkey,
  parseCredentialId,
  type Ticket,
} from "../../../src/flows/request/passkey.ts";
import { valueIn } from "../value-in.ts";
import { inTime, requestId, start } from "./a-request.ts";
import { acme } from "./a-tenant.ts";
import { ben } from "./people.ts";

/** A passkey's name that tells which it is. */
export function aCredential(name: string): CredentialId {
  return valueIn(parseCredentialId(`credential-of-${name}`));
}

export function aPasskey(changes: Partial<Passkey> = {}): Passkey {
  return {
    credential: aCredential("ben"),
    tenant: acme,
    person: ben,
    publicKey: "key",
    counter: 1,
    transports: ["internal"],
    state: "active",
    enrolledAt: start,
    ...changes,
  };
}

export function aTicket(changes: Partial<Ticket> = {}): Ticket {
  return {
    key: "sha256:of-a-token",
    person: ben,
    tenant: acme,
    errand: { kind: "approve", request: requestId, digest: "sha256:shown" },
    nonce: "nonce",
    expiresAt: inTime,
    triesLeft: 5,
    isUsed: false,
    ...changes,
  };
}
