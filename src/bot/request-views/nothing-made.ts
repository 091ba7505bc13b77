import type { Request } from "../../flows/request/request.ts";

/** Whether a request ended before anything of it was begun: then nothing can be left of it. */
export function isNothingMade({ begun, plan, leftBehind }: Request): boolean {
  return begun.length + plan.length + leftBehind.length === 0;
}

/** What the first line says then. */
export const nothingMade =
  "Nothing was made or changed: nothing of it is in Workday or in Key Vault, and its names are free.";
