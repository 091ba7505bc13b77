import { expect, it } from "vitest";
import { isDatabaseAway } from "../../src/engine/database-away.ts";

it.each<[what: string, error: unknown]>([
  ["a refused connection", coded("ECONNREFUSED")],
  ["a reset connection", coded("ECONNRESET")],
  ["a server that shuts down", coded("57P01")],
  ["a server that starts up", coded("57P03")],
  ["a server that is full", coded("53300")],
  ["a disk that is full", coded("53100")],
  ["a statement that took too long", coded("57014")],
  ["a lock that was waited for in vain", coded("55P03")],
  ["a transaction that idled too long", coded("25P03")],
  ["a transaction that lasted too long", coded("25P04")],
  ["a connection that idled too long", coded("57P05")],
  ["a transaction that another overtook", coded("40001")],
  ["a lost connection", coded("08006")],
  ["a deadlock", coded("40P01")],
  ["a connection cut in a query", new Error("Connection terminated unexpectedly")],
  ["a pool without a connection", new Error("timeout exceeded when trying to connect")],
  ["every address refused", new AggregateError([coded("ECONNREFUSED")])],
])("says that the database is away for %s", (_what, error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

it.each<[what: string, error: unknown]>([
  ["a bug", new TypeError("x is not a function")],
  ["a violated constraint", coded("23505")],
  ["a wrong statement", coded("42P01")],
  ["something that is no error", { code: "ECONNREFUSED" }],
])("does not say so for %s", (_what, error) => {
  expect(isDatabaseAway(error)).toBe(false);
});

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}
