import type { Option } from "../blocks/option.ts";
import type { Ephemeral, Message, View } from "../shown.ts";

/** What the person gets to see after something was sent to the bot. */
export type Outcome = { readonly kind: "sent" } | Trouble;
export interface Trouble {
  readonly kind: "trouble";
  readonly message: string;
  /** The app did not answer in time; what it was sent it has all the same. */
  readonly isLate?: true;
}

export type CommandOutcome =
  | { readonly kind: "acknowledged" }
  | { readonly kind: "failed"; readonly message: string };

export type PressOutcome = Outcome | ConfirmDialog;
interface ConfirmDialog {
  readonly kind: "confirm";
  readonly dialog: {
    readonly title: string;
    readonly text: string;
    readonly confirm: string;
    readonly deny: string;
  };
  yes(): Promise<Outcome>;
  no(): void;
}

/** `errors` come from the client when `isSent` is false, from the bot otherwise. */
export type SubmitOutcome =
  | { readonly kind: "closed" | "updated" | "pushed" }
  | {
      readonly kind: "errors";
      readonly errors: Readonly<Record<string, string>>;
      readonly isSent: boolean;
    }
  | Trouble;

export type Where = Message | Ephemeral | "view" | "home";

export interface PressOptions {
  /** Answers the confirm dialog with yes at once. */
  readonly isConfirmed?: boolean;
  /** Presses the button as the given message shows it, though it was edited since. */
  readonly isStale?: boolean;
}

/** One person at a Slack client. Throws when asked for what the client does not offer. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Types a command; in the person's own conversation with the app when no channel is given. */
  command(
    name: string,
    text?: string,
    where?: { readonly channel?: string },
  ): Promise<CommandOutcome>;
  /** Posts a message of the person's own. No event is sent for it. */
  say(channel: string, text: string, where?: { readonly threadTs?: string }): Message;
  /** The top of the person's stack of modals. */
  view(): View | undefined;
  views(): readonly View[];
  home(): View | undefined;
  openHome(): Promise<Outcome>;
  /** Enters a value in the top modal; the input is named by block id, label or action id. */
  fill(input: string, value: string | readonly string[] | boolean): Promise<Outcome | Kept>;
  /** Types into an external select and returns what the bot offers. */
  suggest(input: string, query: string): Promise<readonly Option[]>;
  submit(): Promise<SubmitOutcome>;
  /** Presses Cancel: closes the top modal. */
  close(): Promise<void>;
  /** Presses the cross in the corner: closes the whole stack. */
  closeAll(): Promise<void>;
  /** Presses a button named by its text or action id, or chooses an entry of an overflow menu by its text. */
  press(where: Where, button: string, options?: PressOptions): Promise<PressOutcome>;
  /** Chooses in a select, overflow menu, radio or checkbox outside an input block. */
  choose(where: Where, actionId: string, value: string | readonly string[]): Promise<Outcome>;
}
export interface Kept {
  readonly kind: "kept";
}
