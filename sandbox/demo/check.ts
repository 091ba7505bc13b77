import { isDeepStrictEqual } from "node:util";

/** One thing that must be true at the end, seen from outside the bot. */
export interface Check {
  readonly what: string;
  readonly isRight: boolean;
  /** What was found instead. */
  readonly found: string;
}

export function equal(what: string, found: unknown, expected: unknown): Check {
  return { what, isRight: isDeepStrictEqual(found, expected), found: say(found) };
}

export function holds(what: string, isRight: boolean, found: unknown = isRight): Check {
  return { what, isRight, found: say(found) };
}

function say(found: unknown): string {
  return JSON.stringify(found) ?? "nothing";
}
