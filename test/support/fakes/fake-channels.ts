import type { ChannelStanding, Channels } from "../../../src/flows/ports/channels.ts";
import { createMishaps, type FaultInjector } from "./fault-injection.ts";

export interface FakeChannels extends Channels {
  /** From now on every channel is that. */
  readonly become: (standing: ChannelStanding) => void;
}

/** Channels that take what is posted, until they are something else. */
export function createFakeChannels(mishaps: FaultInjector = createMishaps()): FakeChannels {
  let standing: ChannelStanding = "open";
  return {
    check: () => mishaps.guard(() => standing),
    become: (now) => {
      standing = now;
    },
  };
}
