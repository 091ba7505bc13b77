/**
 * What a client meets while PostgreSQL is away, slow or locked: nothing was committed, and another try may
 * go well. Class 08 is the connection's own, 25P03 and 25P04 a transaction that idled or lasted too long
 * (a replica that was frozen in it), 40001 and 40P01 one that lost against another, class 53 a server that
 * is full, 55P03 a lock that was waited for in vain, 57014 a statement that took too long or was cancelled,
 * 57P01 to 57P03 and 57P05 a server that stops, starts or ends a connection.
 * @see PostgreSQL 18, "PostgreSQL Error Codes"
 */
const codes =
  /^(08...|25P0[34]|40001|40P01|53...|55P03|57014|57P0[1235]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** Errors of `pg` and `pg-pool` that carry no code. */
const words =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

/** Whether this error says nothing but that the database could not do it now: safe to try again. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string") return codes.test(error.code);
  return words.test(error.message);
}
