import type { Instant } from "../../flows/model/ids.ts";
import type { Outbox, PublisherLedger } from "../../flows/ports/outbox.ts";
import type { Recorded } from "../../flows/request/event.ts";
import type { Request } from "../../flows/request/request.ts";
import type { CheckPostable } from "../slack/check-postable.ts";
import type { BotDeps } from "../slack/deps.ts";
import type { SlackClients } from "../slack/slack-call.ts";
import type { ReadWorkspace } from "../slack/workspace.ts";
import type { Holder } from "./holder.ts";
import type { Posting } from "./posting.ts";

/** A state of a request that Slack has from now on. */
export interface Shown {
  readonly request: Request;
  readonly story: readonly Recorded[];
  /** The newest version that Slack had before. */
  readonly before: number;
  readonly at: Instant;
}

/** What the publisher works with. */
export interface PublisherParts extends Pick<BotDeps, "tenants" | "recipes" | "log" | "now"> {
  readonly store: Pick<BotDeps["store"], "readStory">;
  readonly outbox: Outbox;
  readonly ledger: PublisherLedger;
  readonly holder: Holder;
  readonly posting: Posting;
  readonly slack: SlackClients;
  readonly workspace: ReadWorkspace;
  readonly checkPostable: CheckPostable;
  readonly onShown: (shown: Shown) => Promise<void>;
  /** Whether what was thrown says nothing of a row, only that the database could not do it now. */
  readonly isDatabaseAway: (error: unknown) => boolean;
  /** Milliseconds since some moment, by a clock that is never set. */
  readonly elapsed: () => number;
}
