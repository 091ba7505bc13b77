import { badParameter, ok, type VaultAnswer } from "./answers.ts";
import type { VaultCall } from "./call.ts";

/** The service gives 25 at a time and refuses more. */
const largestPage = 25;

/** One page of a list, with the link to the next; the service's links carry the port, `:443` too. */
export function toPage(call: VaultCall, items: readonly object[]): VaultAnswer {
  const size = Number(call.query.get("maxresults") ?? largestPage);
  if (!Number.isInteger(size) || size < 1 || size > largestPage) {
    // Only the fact of the refusal is known, not its text.
    return badParameter("Invalid value for maxresults.");
  }
  const start = startOf(call.query.get("$skiptoken"));
  if (start === undefined) return badParameter("Invalid continuation token.");
  const end = start + size;
  return ok({
    value: items.slice(start, end),
    nextLink: end < items.length ? linkTo(call, size, end) : null,
  });
}

function linkTo({ base, path, query }: VaultCall, size: number, start: number): string {
  const host = base.startsWith("https:") ? `${base}:443` : base;
  const version = encodeURIComponent(query.get("api-version") ?? "");
  const token = Buffer.from(String(start)).toString("base64url");
  return `${host}${path}?api-version=${version}&$skiptoken=${token}&maxresults=${size}`;
}

function startOf(token: string | undefined): number | undefined {
  if (token === undefined) return 0;
  const read = Buffer.from(token, "base64url").toString("utf8");
  return /^\d{1,6}$/.test(read) ? Number(read) : undefined;
}
