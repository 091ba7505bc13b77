import { setTimeout as pause } from "node:timers/promises";
import type { Result } from "../../result.ts";
import type { SlackFault } from "./slack-call.ts";
import type { SocketConnection } from "./socket-connection.ts";
import { withTimeout } from "./with-timeout.ts";

export interface KeepOpenOptions {
  readonly connect: () => SocketConnection;
  /** Is told what came of each attempt. */
  readonly onAttempt: (attempt: Result<void, SlackFault>, connection: SocketConnection) => void;
  /** Is told of a connection that broke, which Slack had not said that it would close. */
  readonly onBroken: () => void;
  /** From then on no more is opened. */
  readonly stopping: AbortSignal;
}

/** Milliseconds that a connection stays which Slack said it would close and does not. */
const lingerMs = 60_000;

/** Milliseconds. Where a connection breaks sooner the next one waits, so that nobody opens them without end. */
const shortestMs = 100;

/** Milliseconds before the next attempt: twice as long each time, up to 30 s, and as long as Slack asks for. */
export function waitMsAfter(failures: number, fault?: SlackFault): number {
  const asked = fault?.kind === "unreachable" ? (fault.retryAfterMs ?? 0) : 0;
  return Math.max(asked, Math.min(30_000, 250 * 2 ** failures));
}

/** Keeps one connection open: another takes the place of one that ends, before it ends where Slack says so. */
export async function keepSocketOpen(options: KeepOpenOptions): Promise<void> {
  const { connect, onAttempt, stopping } = options;
  let failures = 0;
  while (!stopping.aborted) {
    const connection = connect();
    const attempt = await connection.open();
    onAttempt(attempt, connection);
    failures = attempt.ok ? 0 : failures + 1;
    if (attempt.ok && (await untilNeeded(connection, options))) continue;
    const waitMs = waitMsAfter(Math.max(1, failures), attempt.ok ? undefined : attempt.error);
    await pause(waitMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}

/** Waits until another connection is needed; says whether at once, since this one did not break right away. */
async function untilNeeded(
  connection: SocketConnection,
  { onBroken, stopping }: KeepOpenOptions,
): Promise<boolean> {
  const isShort = (await withTimeout(shortestMs, connection.ending)) !== undefined;
  if ((await connection.ending) === "leaving") {
    lingerBriefly(connection);
    return true;
  }
  if (!stopping.aborted) onBroken();
  return !isShort;
}

function lingerBriefly({ close, closed }: SocketConnection): void {
  const timer = setTimeout(close, lingerMs).unref();
  void closed.then(() => clearTimeout(timer));
}
