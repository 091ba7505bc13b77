import type { Log } from "../../flows/ports/log.ts";
import { isTokenRefused } from "./error-codes.ts";
import type { HearCall, SlackFault } from "./slack-call.ts";

/** What goes wrong with calls to Slack for longer than one of them. */
export interface CallTroubles {
  readonly hear: HearCall;
  /** What Slack says of the bot token, and when it last said anything. */
  readonly token: () => TokenWord;
}

interface TokenWord {
  /** Slack's code for why it does not take the token; `undefined` while it does. */
  readonly refusal: string | undefined;
  /** In milliseconds of the clock given; `undefined` before the first word. */
  readonly heardAt: number | undefined;
}

export interface CallTroublesParts {
  readonly log: Log;
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsed: () => number;
}

/** Milliseconds without it after which a trouble of one method is over: a limit is met and left many times a minute. */
const quietMs = 60_000;

/** The one call that no token goes with: a private answer, named like a method. */
export const withoutToken = "response_url";

/** Logs each trouble once, when it begins and when it is over, however many calls meet it. */
export function createCallTroubles({ log, elapsed }: CallTroublesParts): CallTroubles {
  const lasting = new Map<string, Lasting>();
  let token: TokenWord = { refusal: undefined, heardAt: undefined };

  function refuseToken(method: string, refusal: SlackFault): void {
    const { code } = refusal;
    if (code !== token.refusal) {
      log.error({ outside: "Slack", fault: code }, describeToken(method, refusal));
    }
    token = { refusal: code, heardAt: elapsed() };
  }

  function takeToken(): void {
    if (token.refusal !== undefined) {
      log.warn({ outside: "Slack" }, "Slack takes the bot's token again: it is over");
    }
    token = { refusal: undefined, heardAt: elapsed() };
  }

  function begin(method: string, fault: SlackFault): void {
    const { code } = fault;
    const key = `${method} ${code}`;
    if (!lasting.has(key)) log.warn({ outside: "Slack", fault: code }, describe(method, fault));
    lasting.set(key, { method, code, lastAt: elapsed() });
  }

  function end(method: string): void {
    for (const [key, one] of lasting) {
      if (one.method !== method || elapsed() - one.lastAt < quietMs) continue;
      lasting.delete(key);
      log.warn({ outside: "Slack", fault: one.code }, `Slack takes ${method} again: it is over`);
    }
  }

  return {
    hear: (method, fault) => {
      if (fault === undefined) {
        if (method !== withoutToken) takeToken();
        end(method);
      } else if (isTokenRefused(fault.code)) refuseToken(method, fault);
      // What fails for another reason says nothing of the token.
      else if (isTrouble(method, fault)) begin(method, fault);
    },
    token: () => token,
  };
}

interface Lasting {
  readonly method: string;
  readonly code: string;
  readonly lastAt: number;
}

/** A window that was closed or changed meanwhile is nobody's loss. */
const quiet: ReadonlySet<string> = new Set(["not_found", "hash_conflict"]);

/** What an operator can do something about: limits, scopes, windows that fail, groups that cannot be read. */
function isTrouble(method: string, { kind, code }: SlackFault): boolean {
  if (quiet.has(code)) return false;
  if (kind === "denied" || code === "ratelimited") return true;
  return method.startsWith("views.") || method.startsWith("usergroups.");
}

function describeToken(method: string, { words }: SlackFault): string {
  return `Slack refuses the bot's token (${method}): ${words} Nothing can be shown to anybody until it takes it again`;
}

function describe(method: string, { code, words }: SlackFault): string {
  return code === "ratelimited"
    ? `Slack limits ${method}: what needs it waits until it is over`
    : `Slack does not carry out ${method}: ${words}`;
}
