import type { App } from "@slack/bolt";
import type { Message } from "../blocks/block.ts";
import type { Invocation } from "../payloads/parse-payload.ts";
import type { BotDeps, BotParts } from "../slack/deps.ts";

/** What a command is asked: what stands behind its word, and what the bot has in memory. */
interface Asked {
  readonly deps: BotDeps;
  readonly rest: string;
  /** What the help says of every command, line by line. */
  readonly helpLines: readonly string[];
}

/** What stands behind `/workday-isu`: one file a command, each entered once in `commands.ts`. */
export type SlashCommand = {
  /** The word, which is the name of its file as well. */
  readonly name: string;
  /** What may stand behind the word, such as `[ISU]`; empty where nothing may. */
  readonly usage: string;
  /** What it does, to go on in the help after the word; without a full stop. */
  readonly summary: string;
  /** What it does with nothing behind the word, where that is another thing: a line of its own in the help. */
  readonly alone?: string;
  /** It answers where nothing at all is typed behind `/workday-isu` as well. */
  readonly isDefault?: true;
  /** Listens to what is its own besides: its form, its buttons. */
  readonly register?: (app: App, parts: BotParts) => void;
} & (
  | {
      /** Answers from memory, together with the acknowledgement. */
      readonly answer: (asked: Asked) => Message;
    }
  | {
      /** Answers after the acknowledgement, privately or with a window, and checks first who asks and where. */
      readonly run: (parts: BotParts, call: Invocation, rest: string) => Promise<void>;
    }
);
