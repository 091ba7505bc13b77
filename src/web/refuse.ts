import type { IncomingHttpHeaders } from "node:http";

/** What a request says before its body is read. */
export interface PageRequest {
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly path: string;
}

interface Known {
  readonly url: URL;
  readonly posts: { readonly has: (path: string) => boolean };
  readonly gets: { readonly has: (path: string) => boolean };
}

export interface No {
  readonly status: number;
  readonly words: string;
}

/**
 * Why a request is not even looked into; `undefined` for one that is. The host is pinned against names that
 * somebody else points here; the origin against other sites' pages, whatever a browser would let them send.
 */
export function refusePageRequest(
  { method, headers, path }: PageRequest,
  { url, posts, gets }: Known,
): No | undefined {
  if (headers.host?.toLowerCase() !== url.host) return no(421, "This is not this site's address.");
  const isPost = posts.has(path);
  if (!isPost && !gets.has(path)) return no(404, "There is no such page.");
  if (isPost)
    return method === "POST" ? refusePost(headers, url) : no(405, "Only POST is for here.");
  return method === "GET" || method === "HEAD" ? undefined : no(405, "Only GET is for here.");
}

function refusePost(headers: IncomingHttpHeaders, { origin }: URL): No | undefined {
  const site = headers["sec-fetch-site"];
  const isOwn = headers.origin === origin && (site === undefined || site === "same-origin");
  if (!isOwn) return no(403, "This does not come from the bot's own page.");
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  return type === "application/json" ? undefined : no(415, "Only JSON is read here.");
}

function no(status: number, words: string): No {
  return { status, words };
}
