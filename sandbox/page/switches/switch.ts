import type { VaultFault } from "../../key-vault/fault-queue.ts";
import type { Fault as SlackFault } from "../../slack/faults.ts";
import type { InjectedFault } from "../../workday/http/injected-fault.ts";
import type { Switchable } from "./switchable.ts";

/** What goes wrong on the wire for as long as a switch is on. */
export interface Faults {
  readonly workday?: readonly InjectedFault[];
  readonly runner?: readonly InjectedFault[];
  readonly vault?: readonly VaultFault[];
  readonly slack?: readonly SlackFault[];
}

interface Told {
  readonly name: string;
  readonly title: string;
  /** What is to be seen then. */
  readonly about: string;
}

/** Something that goes wrong, or somebody who interferes, at the press of a button. */
export type Switch = Told &
  (
    | { readonly kind: "faults"; readonly faults: Faults }
    /** On or off in the services themselves; `turn` answers nothing, and may be told the same twice. */
    | {
        readonly kind: "state";
        readonly turn: (stage: Switchable, isOn: boolean, tenant: string) => void;
      }
    /** Happens once, with each press; the answer says what happened. Throws with the reason where it cannot. */
    | {
        readonly kind: "once";
        readonly act: (stage: Switchable, tenant: string) => string | Promise<string>;
      }
    /** Waits for the next step that changes something in Workday, happens in the middle of it, and is off again. */
    | { readonly kind: "at-next-step"; readonly act: (stage: Switchable) => Promise<void> }
  );

export interface SwitchGroup {
  readonly title: string;
  /** Each tenant has them for itself. */
  readonly isOfTenant?: true;
  readonly switches: readonly Switch[];
}

/** For as long as the switch is on. */
export const always = Number.POSITIVE_INFINITY;
