import type { Result } from "../../src/result.ts";

/** The value of a result that a test takes for granted. */
export function valueIn<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`Not ok: ${JSON.stringify(result.error)}`);
  return result.value;
}
