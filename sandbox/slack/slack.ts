import type { Block } from "./blocks/block.ts";
import type { Option } from "./blocks/option.ts";
import type { HomeContent, ModalContent } from "./blocks/surface.ts";
import type { Values } from "./blocks/values.ts";

/** A member of the workspace, or of another one that shares a channel with it. */
export interface PersonSpec {
  readonly id: string;
  /** The handle, without `@`. */
  readonly name: string;
  readonly realName?: string;
  readonly email?: string;
  /** Another workspace's id for people who come in through Slack Connect. */
  readonly teamId?: string;
  readonly tz?: string;
  readonly isBot?: boolean;
  readonly isDeactivated?: boolean;
  /** A multi-channel guest. */
  readonly isRestricted?: boolean;
  /** A single-channel guest. */
  readonly isUltraRestricted?: boolean;
}

interface ChannelSpec {
  readonly id: string;
  /** Without `#`. */
  readonly name: string;
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
  readonly isExtShared?: boolean;
  /** Another company is invited, and has not accepted yet. */
  readonly isPendingExtShared?: boolean;
  /** People's ids. */
  readonly members: readonly string[];
  /** Whether the app was invited; true unless said otherwise. */
  readonly hasBot?: boolean;
}

export interface GroupSpec {
  readonly id: string;
  /** Without `@`. */
  readonly handle: string;
  readonly name?: string;
  readonly users: readonly string[];
  readonly isDisabled?: boolean;
}

export interface CommandSpec {
  /** With the slash. */
  readonly name: string;
  /** Turns `@name`, `#channel` and links into ids, and escapes `& < >`. */
  readonly shouldEscape?: boolean;
}

export interface BotSpec {
  readonly userId: string;
  readonly botId: string;
  readonly appId: string;
  readonly name: string;
}

/** How payloads reach the bot. `url` is the complete request URL, path included. */
export type Delivery =
  | { readonly kind: "http"; readonly url: string }
  | { readonly kind: "socket" };

export interface SlackOptions {
  readonly signingSecret: string;
  readonly botToken: string;
  readonly appToken?: string;
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly people: readonly PersonSpec[];
  readonly channels: readonly ChannelSpec[];
  readonly groups?: readonly GroupSpec[];
  /** Commands the app has; any name is taken when left out. */
  readonly commands?: readonly CommandSpec[];
  /** Whether the app has a Home tab and is told when somebody opens it; true unless said otherwise. */
  readonly hasHome?: boolean;
  /** The bot token's scopes; every scope this emulator knows when left out. */
  readonly scopes?: readonly string[];
  readonly bot?: BotSpec;
  readonly delivery: Delivery;
  /** How long the bot may take to acknowledge; 3 000 unless said otherwise. */
  readonly ackTimeoutMs?: number;
  /**
   * How fast the bot may call: 1 for Slack's own limits, 60 for sixty times as many calls, `Infinity` (unless said
   * otherwise) for no limits. What is above is answered with 429 and a Retry-After of whole seconds.
   */
  readonly pace?: number;
  readonly now?: () => number;
  /** A free port unless said otherwise. Always on loopback. */
  readonly port?: number;
}

/** A message as it is now. An edit replaces the object, it never changes it. */
export interface Message {
  readonly kind: "message";
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string;
  /** The author's user id. */
  readonly user: string;
  readonly isFromBot: boolean;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata?: Metadata;
  readonly isEdited: boolean;
  readonly isBroadcast: boolean;
}

export interface Metadata {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
}

/** Something only one person sees. `slackbot` is Slack itself, telling that a command failed. */
export interface Ephemeral {
  readonly kind: "ephemeral";
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string;
  /** Who sees it. */
  readonly to: string;
  readonly from: "bot" | "slackbot";
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** An open modal or a Home tab, with what its person has entered. */
export interface View {
  readonly kind: "view";
  readonly id: string;
  readonly hash: string;
  readonly person: string;
  readonly content: ModalContent | HomeContent;
  readonly values: Values;
  /** What is shown in red under an input, by block id. */
  readonly errors: Readonly<Record<string, string>>;
  readonly rootId: string;
  readonly previousId?: string;
}

/** A person or group that a text of the bot would notify. */
export interface Mention {
  readonly kind: "channel" | "here" | "everyone" | "user" | "group";
  /** Of the user or group; empty for the others. */
  readonly id: string;
  /** Where it was written: a channel id, or `view`. */
  readonly where: string;
}

export interface TrafficEntry {
  readonly direction: "from-bot" | "to-bot";
  /** For example `POST /api/chat.postMessage` or `block_actions`. */
  readonly what: string;
  /** The body as it went over the wire. */
  readonly body: string;
  /** The body with form encoding undone. */
  readonly text: string;
}

/** What the person gets to see after something was sent to the bot. */
export type Outcome = { readonly kind: "sent" } | Trouble;
export interface Trouble {
  readonly kind: "trouble";
  readonly message: string;
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
  /** Presses a button named by its text or action id. */
  press(where: Where, button: string, options?: PressOptions): Promise<PressOutcome>;
  /** Chooses in a select, overflow menu, radio or checkbox outside an input block. */
  choose(where: Where, actionId: string, value: string | readonly string[]): Promise<Outcome>;
}
export interface Kept {
  readonly kind: "kept";
}

/** One planned failure of the Web API. `response_url` is a method name too. */
export type Fault = { readonly method: string; readonly times?: number } & (
  | { readonly kind: "status"; readonly status: number; readonly isPerformed?: boolean }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "delay"; readonly ms: number }
  | { readonly kind: "cut"; readonly isPerformed?: boolean }
  | { readonly kind: "ratelimit"; readonly retryAfterSeconds: number }
);

export interface Slack {
  readonly url: string;
  /** For `clientOptions.slackApiUrl`. */
  readonly apiUrl: string;
  stop(): Promise<void>;
  pointAt(delivery: Delivery): void;
  /** How many sockets the bot holds open. */
  connections(): number;
  /** Asks the bot to reconnect (`refresh_requested`), or cuts the sockets. */
  dropConnections(how: "refresh" | "cut"): void;
  person(idOrName: string): Person;
  /** Top-level messages of a channel (id or name), oldest first. */
  messages(channel: string): readonly Message[];
  message(channel: string, ts: string): Message | undefined;
  /** A message and its replies, oldest first. */
  thread(channel: string, ts: string): readonly Message[];
  directMessages(person: string): readonly Message[];
  ephemerals(person: string): readonly Ephemeral[];
  readonly mentions: readonly Mention[];
  readonly traffic: readonly TrafficEntry[];
  /**
   * How often the bot called each method of the Web API, and `response_url`; what was refused counts too. `since` is
   * a length that `traffic` had before.
   */
  countCalls(since?: number): ReadonlyMap<string, number>;
  /** Everything that passed by with this text in it, whatever its encoding. */
  trafficWith(text: string): readonly TrafficEntry[];
  failNext(fault: Fault): void;
  /** Hands the next payload over twice, the second time as a repeat. */
  deliverTwice(how?: { readonly isAtOnce?: boolean }): void;
  setUserGroupsAvailable(isAvailable: boolean): void;
  setGroupMembers(group: string, users: readonly string[]): void;
  archive(channel: string): void;
  /** Shares a channel with another company, invites one, or ends it. */
  share(channel: string, how: "shared" | "invited" | "alone"): void;
  /** Takes the bot out of a channel. */
  remove(channel: string): void;
  deactivate(person: string): void;
  /** What one person sees, as plain JSON. */
  snapshot(person: string): Snapshot;
  until<T>(check: () => T | undefined | false, options?: UntilOptions): Promise<T>;
  onChange(listener: () => void): () => void;
  /** The channels and all that stands in them. */
  save(): unknown;
  restore(saved: unknown): void;
}

export interface UntilOptions {
  /** Milliseconds; 5 000 unless said otherwise. */
  readonly within?: number;
  readonly what?: string;
}

export interface Snapshot {
  readonly team: { readonly id: string; readonly name: string };
  readonly you: PersonSpec;
  readonly people: readonly PersonSpec[];
  /** The person's own conversation with the app comes last, once there is one. */
  readonly channels: readonly SnapshotChannel[];
  /** The stack of modals, the top last. */
  readonly views: readonly View[];
  readonly home?: View;
}

export interface SnapshotChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: "public" | "private" | "im";
  readonly isArchived: boolean;
  readonly isExtShared: boolean;
  readonly hasBot: boolean;
  readonly members: readonly string[];
  readonly messages: readonly (Message & { readonly replies: readonly Message[] })[];
  readonly ephemerals: readonly Ephemeral[];
}
