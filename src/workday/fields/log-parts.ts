/** An IPv4 or IPv6 address; anything else is none. */
export function addressIn(text: string): string {
  return /^[0-9A-Fa-f:.]{2,45}$/.test(text) ? text : "";
}

/** A moment without a time zone is none: it would be read as the bot's own. */
export function readMoment(text: string): number | undefined {
  const at = /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}
