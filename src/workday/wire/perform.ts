import type { Fault } from "../../flows/model/fault.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Operation, Parsed } from "../fields/operation.ts";
import type { Failure } from "./faults.ts";
import type { Call } from "./soap.ts";
import { unreadable } from "./unreadable.ts";
import { type Credentials, secretOf } from "./username-token.ts";

/** By whom a call is made, and how. */
export interface Sender {
  readonly call: Call;
  readonly as: Credentials;
}

/**
 * Makes one call of an operation and judges its reply. Whether repeating is safe is the operation's to say;
 * after an `unknown` fault it may have had its effect.
 */
export async function perform<Request, Reply>(
  { call, as }: Sender,
  operation: Operation<Request, Reply>,
  request: Request,
): Promise<Result<Reply, Failure>> {
  const refused = operation.refuse?.(request);
  if (refused !== undefined) return err({ reason: "other", fault: refused });
  const secrets = operation.secretsIn?.(request) ?? [];
  const answer = await call({ operation, request: operation.toRequest(request), secrets }, as);
  if (!answer.ok) return answer;
  const asked = { request, secrets: [...secrets, secretOf(as)] };
  return toJudged(operation, operation.parse(answer.value, asked));
}

/** Makes one call of an operation whose reasons for a failure are all the same to the caller. */
export async function put<Request, Reply>(
  sender: Sender,
  operation: Operation<Request, Reply>,
  request: Request,
): Promise<Result<Reply, Fault>> {
  const answer = await perform(sender, operation, request);
  return answer.ok ? answer : err(answer.error.fault);
}

/** A reply as the operation judged it, with the fault for one that lacks something. */
export function toJudged<Request, Reply>(
  operation: Operation<Request, Reply>,
  parsed: Parsed<Reply>,
): Result<Reply, Failure> {
  if (parsed.ok) return ok(parsed.value);
  const fault = parsed.error === "unreadable" ? unreadable(operation) : parsed.error;
  return err({ reason: "other", fault });
}
