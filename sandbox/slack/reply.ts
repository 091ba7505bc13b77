import type { z } from "zod";
import { problemsOf } from "./blocks/problems.ts";

/** What a Web API method answers. */
export type Reply = { readonly ok: boolean } & Readonly<Record<string, unknown>>;

export interface Refused {
  readonly ok: false;
  readonly error: string;
  readonly [detail: string]: unknown;
}

export function refuse(error: string, details: Readonly<Record<string, unknown>> = {}): Refused {
  return { ok: false, error, ...details };
}

/** Refuses with every problem spelled out, as Slack does for blocks and views. */
export function refuseInput(
  error: "invalid_blocks" | "invalid_arguments",
  failure: z.ZodError,
  input: unknown,
  root: string,
): Refused {
  const problems = problemsOf(failure, input, root);
  return refuse(error, {
    ...(error === "invalid_blocks" ? { errors: problems } : {}),
    response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
  });
}

export function isRefused(value: object | undefined): value is Refused {
  return value !== undefined && "ok" in value && value.ok === false;
}
