/**
 * What holds for every connection to PostgreSQL, in milliseconds.
 *
 * A replica that is frozen in a transaction holds its locks until PostgreSQL ends that transaction, so this
 * comes well before a statement of another replica gives up on them: two frozen ones after each other are
 * waited out. Nobody thinks while a transaction is open, so one that idles for so long is not coming back.
 * A peer that vanished without a word is noticed after ten seconds and ten probes.
 *
 * @see PostgreSQL 18, "Client Connection Defaults": idle_in_transaction_session_timeout, since 9.6
 */
export const connectionLimits = {
  connectionTimeoutMillis: 5000,
  idle_in_transaction_session_timeout: 10_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} as const;

/** How long a statement may take, its wait for a lock included. */
export const statementTimeoutMs = 30_000;
