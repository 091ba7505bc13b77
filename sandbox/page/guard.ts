import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Why a request is turned away, with its status. */
export interface TurnedAway {
  readonly status: 403 | 421;
  readonly why: string;
}

interface Door {
  readonly port: number;
  /** Stands in the page that this server gave out, and nowhere else. */
  readonly token: string;
}

/**
 * Lets only this machine's own page in. The host check stops names that were pointed at loopback
 * (DNS rebinding), the origin check other sites, and the token everything that has not read the page.
 */
export function turnAway(
  request: IncomingMessage,
  { port, token }: Door,
  given: string | undefined,
): TurnedAway | undefined {
  if (!isOwnHost(request, port)) {
    return { status: 421, why: "This server answers on 127.0.0.1 only." };
  }
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${request.headers.host ?? ""}`) {
    return { status: 403, why: "Another site cannot use this page." };
  }
  if (request.method === "POST" && origin === undefined) {
    return { status: 403, why: "The request names no origin." };
  }
  if (given === undefined || !isSame(given, token)) {
    return { status: 403, why: "The page is from an earlier run. Load it again." };
  }
  return undefined;
}

/** Whether the request was sent to this machine by a name of its own. */
export function isOwnHost(request: IncomingMessage, port: number): boolean {
  const { host } = request.headers;
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}
