import type { App } from "@slack/bolt";
import type { Message } from "../blocks/block.ts";
import type { CommandWords, HelpGroup } from "../list-views/help.ts";
import type { Invocation } from "../payloads/parse-payload.ts";
import type { BotDeps, BotParts } from "../slack/deps.ts";

/** What a command is asked: what stands behind its word, and what the bot has in memory. */
interface Asked {
  readonly deps: BotDeps;
  readonly rest: string;
  /** Every command, as the help shows them. */
  readonly groups: readonly HelpGroup[];
}

/** What stands behind `/workday-isu`: one file a command, each entered once in `commands.ts`. */
export type SlashCommand = CommandWords & {
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

/** Commands for one purpose, as the help shows them together. */
export type CommandGroup = HelpGroup<SlashCommand>;
