import type { Faults, Switch, SwitchGroup } from "./switch.ts";
import type { Switchable } from "./switchable.ts";

/** A switch as the page shows it. */
interface SwitchView {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Missing where there is nothing to leave on. */
  readonly isOn?: boolean;
}

export interface Switchboard {
  readonly look: () => readonly {
    readonly title: string;
    readonly switches: readonly SwitchView[];
  }[];
  /** Names of switches that did something in this run. */
  readonly used: () => ReadonlySet<string>;
  /**
   * Turns one; answers what happened, where that is not to be seen at the switch. Throws where there is none of this name,
   * or where it cannot happen now.
   */
  readonly turn: (name: string, isOn: boolean) => Promise<string | undefined>;
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => void;
}

/** Requests of these names change something in Workday; those to a runner go by the task's. */
const isChange = /^(Put_|Import_|[a-z]+-[a-z-]+$)/;

/** Holds which switches are on. Several may be on at once; the faults of all of them are in force. */
export function createSwitchboard(stage: Switchable, groups: readonly SwitchGroup[]): Switchboard {
  const all = groups.flatMap(({ switches }) => switches);
  const on = new Set<string>();
  const used = new Set<string>();
  const listeners = new Set<() => void>();

  function changed(): void {
    for (const listener of listeners) listener();
  }

  function set(name: string, isOn: boolean): void {
    if (isOn) on.add(name);
    else on.delete(name);
    changed();
  }

  const forget = stage.workday.onRequest((request) => {
    if (!isChange.test(request)) return;
    for (const found of all) {
      if (found.kind !== "at-next-step" || !on.has(found.name)) continue;
      set(found.name, false);
      void found.act(stage).finally(() => {
        used.add(found.name);
        changed();
      });
    }
  });

  return {
    look: () =>
      groups.map(({ title, switches }) => ({
        title,
        switches: switches.map((one) => toView(one, on)),
      })),
    used: () => used,
    turn: async (name, isOn) => {
      const found = all.find((one) => one.name === name);
      if (found === undefined) throw new Error(`There is no switch ${name}.`);
      if (found.kind === "once") {
        const words = await found.act(stage);
        used.add(name);
        changed();
        return words;
      }
      if (found.kind === "state") found.turn(stage, isOn);
      if (found.kind !== "at-next-step") used.add(name);
      set(name, isOn);
      if (found.kind === "faults")
        putInForce(
          stage,
          all.filter((one) => on.has(one.name)),
        );
      return undefined;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: forget,
  };
}

function toView(one: Switch, on: ReadonlySet<string>): SwitchView {
  const { name, title, about } = one;
  return one.kind === "once" ? { name, title, about } : { name, title, about, isOn: on.has(name) };
}

/** Replaces the faults of every service by those of the switches that are on. */
function putInForce({ workday, vault, slack }: Switchable, on: readonly Switch[]): void {
  workday.clearFaults();
  workday.runner.clearFaults();
  vault.clearFaults();
  slack.clearFaults();
  for (const one of on) {
    if (one.kind === "faults") add(one.faults);
  }

  function add(faults: Faults): void {
    for (const fault of faults.workday ?? []) workday.failNext(fault);
    for (const fault of faults.runner ?? []) workday.runner.failNext(fault);
    for (const fault of faults.vault ?? []) vault.failNext(fault);
    for (const fault of faults.slack ?? []) slack.failNext(fault);
  }
}
