/** Kind and place of an error, for the log. Not its message: that may quote what somebody typed. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return [error.name, ...frames.slice(0, 8).map((line) => line.trim())].join(" ");
}
