import { expect } from "vitest";

/** Stands for any text that contains this one. */
export function like(text: string): unknown {
  return expect.stringContaining(text);
}

export function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

export function anyText(): unknown {
  return expect.any(String);
}

/** Stands for any object that holds this. */
export function holding(part: object): unknown {
  return expect.objectContaining(part);
}
