import { randomBytes } from "node:crypto";
import type { Option } from "./blocks/option.ts";
import type { Values } from "./blocks/values.ts";
import type { Fault } from "./faults.ts";
import { createPacer, type Pacer } from "./pace/pacer.ts";
import type { Ephemeral, Mention, Message, View } from "./shown.ts";
import type { TrafficEntry } from "./traffic.ts";
import type {
  BotSpec,
  CommandSpec,
  Delivery,
  GroupSpec,
  PersonSpec,
  SlackOptions,
} from "./workspace.ts";

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: "public" | "private" | "im";
  readonly isArchived: boolean;
  readonly isExtShared: boolean;
  readonly isPendingExtShared: boolean;
  readonly members: readonly string[];
  readonly hasBot: boolean;
}

/** The right to open a view, given with every payload. */
export interface Trigger {
  readonly person: string;
  readonly issuedAt: number;
  readonly isFromView: boolean;
  readonly isUsed: boolean;
}

export interface ResponseUrl {
  readonly person: string;
  readonly channel: string;
  readonly issuedAt: number;
  readonly uses: number;
  /** What was pressed; nothing for a command. */
  readonly original?: Message | Ephemeral;
}

/** Everything this Slack knows. Records are replaced, never changed in place. */
export interface World {
  readonly team: SlackOptions["team"];
  readonly bot: BotSpec;
  readonly signingSecret: string;
  botToken: string;
  readonly appToken: string | undefined;
  readonly scopes: ReadonlySet<string>;
  readonly hasHome: boolean;
  readonly commands: readonly CommandSpec[] | undefined;
  readonly ackTimeoutMs: number;
  readonly pacer: Pacer;
  readonly people: Map<string, PersonSpec>;
  readonly channels: Map<string, Channel>;
  readonly groups: Map<string, GroupSpec>;
  readonly messages: Message[];
  readonly ephemerals: Ephemeral[];
  /** Each person's stack of modals, the top last. */
  readonly modals: Map<string, readonly View[]>;
  readonly homes: Map<string, View>;
  /** What people chose in messages, by person and message. */
  readonly chosen: Map<string, Values>;
  /** What an external select last offered, by person and element. */
  readonly suggested: Map<string, readonly Option[]>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly faults: Fault[];
  readonly mentions: Mention[];
  readonly traffic: TrafficEntry[];
  /** How the coming payloads are repeated. */
  readonly repeats: { readonly isAtOnce: boolean }[];
  readonly listeners: Set<() => void>;
  /** Ids of channels that the bot cannot find any more, as if they were deleted. */
  readonly deletedChannels: Set<string>;
  /** Ids of groups that the bot cannot find. */
  readonly hiddenGroups: Set<string>;
  delivery: Delivery;
  areGroupsAvailable: boolean;
  isAppTokenRefused: boolean;
  isBotTokenRevoked: boolean;
  url: string;
  now(): number;
  nextId(prefix: string): string;
  nextTs(): string;
  changed(): void;
}

/** Every scope a method here asks for. */
const everyScope = [
  "chat:write",
  "commands",
  "im:write",
  "users:read",
  "users:read.email",
  "usergroups:read",
  "channels:read",
  "groups:read",
  "im:read",
  "channels:history",
  "groups:history",
  "im:history",
];

export function createWorld(options: SlackOptions): World {
  const listeners = new Set<() => void>();
  const now = options.now ?? Date.now;
  const clock = createClock(now);

  return {
    team: options.team,
    bot: options.bot ?? { userId: "U0BOT", botId: "B0BOT", appId: "A0APP", name: "isu-bot" },
    signingSecret: options.signingSecret,
    botToken: options.botToken,
    appToken: options.appToken,
    scopes: new Set(options.scopes ?? everyScope),
    hasHome: options.hasHome ?? true,
    commands: options.commands,
    ackTimeoutMs: options.ackTimeoutMs ?? 3000,
    pacer: createPacer(options.pace ?? Number.POSITIVE_INFINITY, now),
    people: new Map(options.people.map((person) => [person.id, person])),
    channels: new Map(options.channels.map((spec) => [spec.id, toChannel(spec)])),
    groups: new Map((options.groups ?? []).map((group) => [group.id, group])),
    ...emptyCollections(),
    listeners,
    delivery: options.delivery,
    areGroupsAvailable: true,
    isAppTokenRefused: false,
    isBotTokenRevoked: false,
    url: "",
    now,
    ...clock,
    changed: () => {
      for (const listener of listeners) listener();
    },
  };
}

function emptyCollections(): Pick<
  World,
  | "messages"
  | "ephemerals"
  | "modals"
  | "homes"
  | "chosen"
  | "suggested"
  | "triggers"
  | "responseUrls"
  | "faults"
  | "mentions"
  | "traffic"
  | "repeats"
  | "deletedChannels"
  | "hiddenGroups"
> {
  return {
    messages: [],
    ephemerals: [],
    modals: new Map(),
    homes: new Map(),
    chosen: new Map(),
    suggested: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    faults: [],
    mentions: [],
    traffic: [],
    repeats: [],
    deletedChannels: new Set(),
    hiddenGroups: new Set(),
  };
}

function toChannel(spec: SlackOptions["channels"][number]): Channel {
  return {
    id: spec.id,
    name: spec.name,
    kind: spec.isPrivate === true ? "private" : "public",
    isArchived: spec.isArchived ?? false,
    isExtShared: spec.isExtShared ?? false,
    isPendingExtShared: spec.isPendingExtShared ?? false,
    members: spec.members,
    hasBot: spec.hasBot ?? true,
  };
}

function createClock(now: () => number): Pick<World, "nextId" | "nextTs"> {
  let lastMicros = 0;
  return {
    nextId: (prefix) => `${prefix}0${randomBytes(5).toString("hex").toUpperCase()}`,
    /** Timestamps name messages, so no two are alike. */
    nextTs: () => {
      lastMicros = Math.max(lastMicros + 1, now() * 1000);
      const seconds = Math.floor(lastMicros / 1_000_000);
      return `${seconds}.${String(lastMicros % 1_000_000).padStart(6, "0")}`;
    },
  };
}
