import type { IncomingHttpHeaders } from "node:http";

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  /** Path and query as they came over the wire. */
  readonly target: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function jsonReply(
  status: number,
  content: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpReply {
  const type = { "content-type": "application/json;charset=UTF-8" };
  return { status, headers: { ...type, ...headers }, body: JSON.stringify(content) };
}

export function xmlReply(status: number, body: string): HttpReply {
  return { status, headers: { "content-type": "text/xml;charset=UTF-8" }, body };
}

export function htmlReply(status: number, title: string): HttpReply {
  const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body>${title}</body></html>`;
  return { status, headers: { "content-type": "text/html;charset=UTF-8" }, body };
}

/** From where a request came: a vendor that is played says so as a proxy would. */
export function addressOf({ headers }: HttpRequest): string {
  const said = headers["x-forwarded-for"];
  return typeof said === "string" ? said : "127.0.0.1";
}

/** User name and password of HTTP Basic authentication. */
export function basicCredentials(
  request: HttpRequest,
): { readonly userName: string; readonly password: string } | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/.exec(request.headers.authorization ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  if (colon === -1) return undefined;
  return { userName: text.slice(0, colon), password: text.slice(colon + 1) };
}

export function bearerToken(request: HttpRequest): string | undefined {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
}
