/** How a call to the outside broke. */
export interface ConnectionFailure {
  /** The error's own code, such as `ECONNRESET`; empty where it has none. */
  readonly code: string;
  /** No byte of the request left: it had no effect, and can be made again. */
  readonly neverSent: boolean;
}

/**
 * The codes that say by themselves that no byte of a request left. Whatever stands in no row may come after the request:
 * `ECONNRESET`, `EPIPE`, `UND_ERR_SOCKET`, a time-out, and alerts of TLS, which a server may send once it has read.
 */
const neverSent: ReadonlySet<string> = new Set([
  // The host's name has no address, or nobody could be asked for it. Node.js 24, "DNS": error codes.
  "ENOTFOUND",
  "EAI_AGAIN",
  // There is no connection: nobody listens, or there is no way there. Node.js 24, "Errors": common system errors.
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  // The connection, TLS included, was not there in time. undici 7, "Errors".
  "UND_ERR_CONNECT_TIMEOUT",
  // The server's certificate does not count: it is looked at before the first byte of a request is written.
  // Node.js 24, "TLS (SSL)": X509 certificate error codes; "Errors": ERR_TLS_CERT_ALTNAME_INVALID.
  "CERT_CHAIN_TOO_LONG",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_REJECTED",
  "CERT_REVOKED",
  "CERT_SIGNATURE_FAILURE",
  "CERT_UNTRUSTED",
  "CRL_HAS_EXPIRED",
  "CRL_NOT_YET_VALID",
  "CRL_SIGNATURE_FAILURE",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERROR_IN_CERT_NOT_AFTER_FIELD",
  "ERROR_IN_CERT_NOT_BEFORE_FIELD",
  "ERROR_IN_CRL_LAST_UPDATE_FIELD",
  "ERROR_IN_CRL_NEXT_UPDATE_FIELD",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "HOSTNAME_MISMATCH",
  "INVALID_CA",
  "INVALID_PURPOSE",
  "PATH_LENGTH_EXCEEDED",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
  "UNABLE_TO_DECRYPT_CERT_SIGNATURE",
  "UNABLE_TO_DECRYPT_CRL_SIGNATURE",
  "UNABLE_TO_GET_CRL",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** System calls that come before there is a connection, whatever their code. Node.js 24, "Errors": error.syscall. */
const beforeSending: ReadonlySet<unknown> = new Set(["getaddrinfo", "connect"]);

/**
 * Tells from what a call threw whether a byte of its request may have left; where the error does not say so for certain,
 * it may have. `fetch` wraps the error in one without a code, and where a host has several addresses, all of which
 * failed, it is an `AggregateError` of what happened to each (Node.js 24, "Net": autoSelectFamily).
 */
export function toConnectionFailure(thrown: unknown): ConnectionFailure {
  const error = unwrap(thrown);
  const code = fieldOf(error, "code");
  return { code: typeof code === "string" ? code : "", neverSent: isNeverSent(error) };
}

function isNeverSent(error: unknown): boolean {
  if (error instanceof AggregateError) {
    return error.errors.length > 0 && error.errors.every(isNeverSent);
  }
  const syscall = fieldOf(error, "syscall");
  if (syscall !== undefined) return beforeSending.has(syscall);
  const code = fieldOf(error, "code");
  return typeof code === "string" && neverSent.has(code);
}

/** The first error of a chain of causes that has a code. */
function unwrap(thrown: unknown): unknown {
  const cause = fieldOf(thrown, "cause");
  return fieldOf(thrown, "code") === undefined && cause instanceof Error ? unwrap(cause) : thrown;
}

function fieldOf(error: unknown, name: string): unknown {
  return error instanceof Error ? Reflect.get(error, name) : undefined;
}
