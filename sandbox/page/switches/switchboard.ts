import type { Faults, Switch, SwitchGroup } from "./switch.ts";
import type { Switchable } from "./switchable.ts";

/** A switch as the page shows it. */
interface SwitchView {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Missing where there is nothing to leave on. Of a switch that each tenant has: whether it is on in any. */
  readonly isOn?: boolean;
  /** The tenants in which it is on. Missing where tenants do not have it each for itself. */
  readonly onIn?: readonly string[];
}

interface GroupView {
  readonly title: string;
  readonly isOfTenant?: true;
  readonly switches: readonly SwitchView[];
}

export interface Switchboard {
  readonly look: () => readonly GroupView[];
  /** Names of switches that did something in this run. */
  readonly used: () => ReadonlySet<string>;
  /**
   * Turns one, in this tenant where each has it for itself; answers what happened, where that is not to be seen at the
   * switch. Throws where there is none of this name, or where it cannot happen now.
   */
  readonly turn: (name: string, isOn: boolean, tenant: string) => Promise<string | undefined>;
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => void;
}

/** Requests of these names change something in Workday; those to a runner go by the task's. */
const isChange = /^(Put_|Import_|[a-z]+-[a-z-]+$)/;

/** Holds which switches are on. Several may be on at once; the faults of all of them are in force. */
export function createSwitchboard(stage: Switchable, groups: readonly SwitchGroup[]): Switchboard {
  const all = groups.flatMap(({ switches }) => switches);
  const on = new Map<string, ReadonlySet<string>>();
  const used = new Set<string>();
  const listeners = new Set<() => void>();

  function changed(): void {
    for (const listener of listeners) listener();
  }

  function set(name: string, isOn: boolean, tenant = ""): void {
    const others = [...(on.get(name) ?? [])].filter((one) => one !== tenant);
    const places = new Set(isOn ? [...others, tenant] : others);
    if (places.size === 0) on.delete(name);
    else on.set(name, places);
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

  async function turn(found: Switch, isOn: boolean, tenant: string): Promise<string | undefined> {
    if (found.kind === "once") {
      const words = await found.act(stage, tenant);
      used.add(found.name);
      changed();
      return words;
    }
    if (found.kind === "state") found.turn(stage, isOn, tenant);
    if (found.kind !== "at-next-step") used.add(found.name);
    const isOfTenant = groups.some(
      (group) => group.isOfTenant === true && group.switches.includes(found),
    );
    set(found.name, isOn, isOfTenant ? tenant : undefined);
    if (found.kind === "faults") {
      putInForce(
        stage,
        all.filter((one) => on.has(one.name)),
      );
    }
    return undefined;
  }

  return {
    look: () => groups.map((group) => toView(group, on)),
    used: () => used,
    turn: async (name, isOn, tenant) => {
      const found = all.find((one) => one.name === name);
      if (found === undefined) throw new Error(`There is no switch ${name}.`);
      return turn(found, isOn, tenant);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: forget,
  };
}

function toView(
  { title, isOfTenant, switches }: SwitchGroup,
  on: ReadonlyMap<string, ReadonlySet<string>>,
): GroupView {
  const shown = switches.map(({ kind, name, ...told }) => ({
    name,
    title: told.title,
    about: told.about,
    ...(kind !== "once" && { isOn: on.has(name) }),
    ...(kind !== "once" && isOfTenant && { onIn: [...(on.get(name) ?? [])] }),
  }));
  return { title, ...(isOfTenant && { isOfTenant }), switches: shown };
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
