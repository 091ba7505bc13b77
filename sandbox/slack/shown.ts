import type { Block } from "./blocks/block.ts";
import type { HomeContent, ModalContent } from "./blocks/surface.ts";
import type { Values } from "./blocks/values.ts";

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
