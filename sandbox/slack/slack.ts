import type { Controls } from "./controls.ts";
import type { Dropped } from "./delivery-socket.ts";
import type { Person } from "./people/client.ts";
import type { Ephemeral, Mention, Message } from "./shown.ts";
import type { Snapshot } from "./snapshot.ts";
import type { TrafficEntry } from "./traffic.ts";
import type { UntilOptions } from "./until.ts";
import type { Delivery } from "./workspace.ts";

/** A running Slack, as a test and the page see it. */
export interface Slack extends Controls {
  readonly url: string;
  /** For `clientOptions.slackApiUrl`. */
  readonly apiUrl: string;
  stop(): Promise<void>;
  pointAt(delivery: Delivery): void;
  /** How many sockets the bot holds open. */
  connections(): number;
  /**
   * Asks the bot to reconnect (`refresh_requested`), or cuts the sockets: all of them unless `which` says one. Says how
   * many.
   */
  dropConnections(how: "refresh" | "cut", which?: Dropped): number;
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
  /** What one person sees, as plain JSON. */
  snapshot(person: string): Snapshot;
  until<T>(check: () => T | undefined | false, options?: UntilOptions): Promise<T>;
  onChange(listener: () => void): () => void;
  /** The channels and all that stands in them. */
  save(): unknown;
  restore(saved: unknown): void;
}
