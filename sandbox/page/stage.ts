import type { ClockFile } from "../clock-file.ts";
import { scene } from "../scene.ts";
import type { Switchable } from "./switches/switchable.ts";
import type { Switchboard } from "./switches/switchboard.ts";

/** Everything that the page shows and moves. */
export interface Stage extends Switchable {
  /** The bot's; the services outside keep their own time. */
  readonly clock: ClockFile;
  readonly board: Switchboard;
  /** Asks an operator for a code with which this person may register one passkey; answers in the operator's words. */
  readonly issueCode: (person: string) => Promise<string>;
}

const { preview, production } = scene.tenants;

/** Every tenant of the sandbox; the tour plays in the first. */
export const shownTenants = [preview, production] as const;
