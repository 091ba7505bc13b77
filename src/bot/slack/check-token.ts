import { z } from "zod";
import type { CallTroubles } from "./call-troubles.ts";
import { callSlack, type SlackClients } from "./slack-call.ts";
import { withTimeout } from "./with-timeout.ts";

export interface CheckTokenParts {
  readonly slack: SlackClients;
  readonly troubles: CallTroubles;
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsed: () => number;
}

/** Milliseconds: how long Slack's word on the token counts while nobody calls it, how often it is asked, and waited for. */
const keepMs = 60_000;
const againMs = 5000;
const waitMs = 500;

/**
 * Says in words why Slack refuses the bot token; `undefined` while it takes it, or cannot be asked: an outage of Slack is
 * no reason to take a replica away. What the bot calls in the ordinary course says it. Slack is asked only where that was
 * long ago, or the token was refused: a new one in place has to be noticed without anybody's click.
 */
export function createCheckToken({
  slack,
  troubles,
  elapsed,
}: CheckTokenParts): () => Promise<string | undefined> {
  let asking: Promise<unknown> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;

  function ask(): Promise<unknown> {
    if (asking !== undefined) return asking;
    if (elapsed() - askedAt < againMs) return Promise.resolve();
    askedAt = elapsed();
    asking = callSlack(() => slack.once.auth.test(), z.object({})).finally(() => {
      asking = undefined;
    });
    return asking;
  }

  return async () => {
    const { refusal, heardAt = Number.NEGATIVE_INFINITY } = troubles.token();
    if (refusal !== undefined || elapsed() - heardAt >= keepMs) await withTimeout(waitMs, ask());
    const now = troubles.token().refusal;
    return now === undefined ? undefined : `Slack refuses the bot token (${now}).`;
  };
}
