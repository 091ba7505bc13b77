import { createServer } from "node:http";
import { createIdentities, type Role } from "./access.ts";
import { createFaultQueue, type VaultFault } from "./fault-queue.ts";
import { listen } from "./listen.ts";
import { createRequestHandler, type Exchange } from "./request-handler.ts";
import { type ConsumerAnswer, createSecretStore, type StoredSecret } from "./secret-store.ts";

export interface KeyVaultOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Milliseconds since 1970. Deletions, recoveries and tokens follow this clock. */
  readonly now?: () => number;
  /** What the system-assigned identity may do. `set-only`, the default, writes and cannot read back. */
  readonly role?: Role;
  /** User-assigned identities by client id, each with what it may do. */
  readonly identities?: Readonly<Record<string, Role>>;
  /** The secret that an identity endpoint asks for in `X-IDENTITY-HEADER`. */
  readonly identityHeader?: string;
  /** The name that error texts disclose. */
  readonly vaultName?: string;
}

export interface KeyVault {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** Goes into `IDENTITY_ENDPOINT` of the process that is to sign on. */
  readonly identityEndpoint: string;
  /** Goes into `IDENTITY_HEADER` of the process that is to sign on. */
  readonly identityHeader: string;
  /** Every secret with every version, without any value. */
  readonly secrets: () => readonly StoredSecret[];
  /** The value of one version (the newest when none is named), enabled or not: for checks, never for the page. */
  readonly valueOf: (name: string, version?: string) => string | undefined;
  /** Reads the way an application does that may get secrets: a disabled version answers 403. */
  readonly readAsConsumer: (name: string, version?: string) => ConsumerAnswer;
  /** Somebody else stores a value, and lets every identity read this one secret: a role on it alone. */
  readonly share: (name: string, value: string) => void;
  /** Makes coming requests fail; faults are used up in the order they were added. */
  readonly failNext: (fault: VaultFault) => void;
  /** Drops the faults that nothing has met yet. */
  readonly clearFaults: () => void;
  /** Every request so far, without bodies. */
  readonly traffic: () => readonly Exchange[];
  /** Every secret value that ever arrived, in refused requests too. */
  readonly valuesSeen: ReadonlySet<string>;
  /** Finishes every deletion, recovery and purge that is under way. */
  readonly settle: () => void;
  /** Calls `listener` after every request and settlement; the answer stops it. */
  readonly onChange: (listener: () => void) => () => void;
  /** Every secret, values included. */
  readonly save: () => unknown;
  readonly restore: (saved: unknown) => void;
  readonly stop: () => Promise<void>;
}

/**
 * Starts an Azure Key Vault on loopback, with the identity endpoint that issues tokens for it.
 *
 * Set `IDENTITY_ENDPOINT` and `IDENTITY_HEADER` before the first credential is made: the SDK picks
 * its identity source once per process and keeps it.
 *
 * @see Azure Key Vault REST 2025-07-01, Secrets
 */
export async function startKeyVault(options: KeyVaultOptions = {}): Promise<KeyVault> {
  const now = options.now ?? Date.now;
  const store = createSecretStore(now);
  const faults = createFaultQueue();
  const identities = createIdentities({
    now,
    system: options.role ?? "set-only",
    userAssigned: options.identities ?? {},
    header: options.identityHeader ?? crypto.randomUUID().toUpperCase().replaceAll("-", ""),
  });
  const traffic: Exchange[] = [];
  const valuesSeen = new Set<string>();
  const readable = new Set<string>();
  const listeners = new Set<() => void>();

  function changed(): void {
    for (const listener of listeners) listener();
  }

  const server = createServer();
  const { url, stop } = await listen(server, options.port ?? 0);
  const vaultName = options.vaultName ?? "kv-sandbox";
  server.on(
    "request",
    createRequestHandler({
      url,
      now,
      vaultName,
      store,
      faults,
      identities,
      readable,
      valuesSeen,
      record: (exchange) => {
        traffic.push(exchange);
        changed();
      },
    }),
  );
  return {
    url,
    identityEndpoint: `${url}/msi/token`,
    identityHeader: identities.header,
    secrets: store.snapshot,
    valueOf: store.valueOf,
    readAsConsumer: store.readAsConsumer,
    share: (name, value) => {
      store.addVersion(name, { value, enabled: true });
      readable.add(name.toLowerCase());
    },
    save: store.save,
    restore: store.restore,
    failNext: faults.add,
    clearFaults: faults.clear,
    traffic: () => [...traffic],
    valuesSeen,
    settle: () => {
      store.settle();
      changed();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop,
  };
}
