import type { Fault } from "../../flows/model/fault.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import { askForToken, type ClientCredentials } from "../oauth/token.ts";
import type { Send } from "../wire/send.ts";

export interface AccessToken {
  /**
   * The token at hand, or a new one.
   * @param refused one that was not taken, and so is not handed out again
   */
  readonly find: (refused?: Secret) => Promise<Result<Secret, Fault>>;
}

interface Place {
  readonly send: Send;
  /** The token endpoint. */
  readonly url: string;
  /** Milliseconds since any moment; never goes back. */
  readonly elapsedMs: () => number;
}

interface Held {
  readonly token: Secret;
  readonly untilMs: number;
  /** What it was given for: with other values it is asked for anew. */
  readonly of: string;
}

/** A token is not used in its last moments. */
const marginMs = 30_000;

/**
 * Keeps one client's access token. A real tenant's reply names no time for which it is good: then it is kept until it is
 * refused. Whoever needs one at the same moment shares one call.
 */
export function createAccessToken(
  client: ClientCredentials,
  { send, url, elapsedMs }: Place,
): AccessToken {
  let held: Held | undefined;
  let underWay: Promise<Result<Secret, Fault>> | undefined;

  async function signOn(): Promise<Result<Secret, Fault>> {
    const now = fix(client);
    const answer = await askForToken(send, url, now);
    if (answer.kind === "unanswered") return err(answer.fault);
    if (answer.kind === "refused") {
      const words = `The bot's own API client cannot sign on. ${answer.words}`;
      return err({ kind: "denied", outside: "Workday", words });
    }
    const { token, lifetimeMs = Number.POSITIVE_INFINITY } = answer;
    held = { token, untilMs: elapsedMs() + lifetimeMs - marginMs, of: toMark(now) };
    return ok(token);
  }

  function isGood({ token, untilMs, of }: Held, refused: Secret | undefined): boolean {
    return token !== refused && elapsedMs() < untilMs && of === toMark(client);
  }

  return {
    find: (refused) => {
      if (held !== undefined && isGood(held, refused)) return Promise.resolve(ok(held.token));
      underWay ??= signOn().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
  };
}

/** The values as they are now, since what stands in files may change. */
function fix({ id, secret, refreshToken }: ClientCredentials): ClientCredentials {
  return { id: id.fixed(), secret: secret.fixed(), refreshToken: refreshToken.fixed() };
}

function toMark({ id, secret, refreshToken }: ClientCredentials): string {
  return JSON.stringify([id.reveal(), secret.reveal(), refreshToken.reveal()]);
}
