import type { TenantName } from "../model/ids.ts";

/** Whether a tenant's channel takes what is posted. `cannot-tell`: Slack is slow, limits the bot or is away. */
export type ChannelStanding = "open" | "gone" | "shared" | "cannot-tell";

/** The tenants' channels, as Slack says they are. */
export interface Channels {
  /** Asks Slack, and believes an "open" for a minute. Safe to repeat. */
  readonly check: (tenant: TenantName) => Promise<ChannelStanding>;
}
