/**
 * What a client meets while PostgreSQL is away, restarting or out of connections. Class 08 is the
 * connection's own, 57P01 to 57P03 a server that stops or starts, 53300 one that is full, 40001 and 40P01
 * a transaction that lost against another and may simply run again.
 * @see PostgreSQL 18, "PostgreSQL Error Codes"
 */
const codes =
  /^(08...|57P0[123]|53300|40001|40P01|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** Errors of `pg` and `pg-pool` that carry no code. */
const words =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether this error says nothing but that the database could not be reached: safe to try again. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string") return codes.test(error.code);
  return words.test(error.message);
}
