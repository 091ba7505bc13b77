import type { ClockFile } from "../clock-file.ts";
import type { Switchable } from "./switches/switchable.ts";
import type { Switchboard } from "./switches/switchboard.ts";

/** Everything that the page shows and moves. */
export interface Stage extends Switchable {
  /** The bot's; the services outside keep their own time. */
  readonly clock: ClockFile;
  readonly board: Switchboard;
}

/** The one tenant of the sandbox. */
export const tenantName = "acme_dpt1";
