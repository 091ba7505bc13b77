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
