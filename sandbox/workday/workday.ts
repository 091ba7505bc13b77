import { z } from "zod";
import { restoreInto, toSaved } from "../saved.ts";
import type { WorkdayOptions } from "./definition.ts";
import type { Door, RecordedReply, RecordedRequest } from "./http/door.ts";
import type { FailNext } from "./http/injected-fault.ts";
import { createRunner, type RunnerView } from "./runner.ts";
import { makeKeyPair } from "./runner-signature.ts";
import { createServices } from "./services.ts";
import type { TenantState } from "./state.ts";
import { createTenant, type Tenant, type TenantView } from "./tenant.ts";

/** An emulated Workday data centre on loopback, and what a test, the demo or the page sees of it. */
export interface Workday {
  /** Origin of the services, as in `http://127.0.0.1:4567`. */
  readonly url: string;
  /** Origin of the runner; "" when none was asked for. */
  readonly runnerUrl: string;
  tenant(name: string): TenantView;
  /** Somebody changes what a tenant holds, past every check of its pages and services. */
  change(name: string, act: (state: TenantState) => void): void;
  /** Makes the next matching request fail; see {@link FailNext} for how. */
  readonly failNext: FailNext;
  /** Nothing fails any more. */
  readonly clearFaults: () => void;
  readonly runner: RunnerView;
  /** What arrived, bodies included: passwords legally travel to Workday. */
  readonly requests: readonly RecordedRequest[];
  /** What was answered; never holds a password. */
  readonly replies: readonly RecordedReply[];
  /** Every password that a request tried to put, accepted or not. */
  readonly passwordsSeen: ReadonlySet<string>;
  /** Calls the listener with a tenant's name after each change in it. */
  onChange(listener: (tenant: string) => void): () => void;
  /** Calls the listener with the operation's or the runner's task's name before each is carried out. */
  onRequest(listener: (name: string) => void): () => void;
  /** Everything that the tenants hold, passwords included, and the runner's tasks. */
  save(): unknown;
  restore(saved: unknown): void;
  stop(): Promise<void>;
}

/** Starts the emulator. Nothing is kept on disk; `stop` forgets everything. */
export async function startWorkday(options: WorkdayOptions): Promise<Workday> {
  const now = options.now ?? Date.now;
  const listeners = new Set<(tenant: string) => void>();
  const asked = new Set<(name: string) => void>();
  const passwordsSeen = new Set<string>();
  const tenants = new Map<string, Tenant>();
  function onRequest(name: string): void {
    for (const listener of asked) listener(name);
  }
  for (const definition of options.tenants) {
    const tenant = createTenant(definition, {
      now,
      passwordsSeen,
      changed: () => listeners.forEach((listener) => listener(definition.name)),
    });
    tenants.set(definition.name, tenant);
  }

  const services = createServices(tenants, { now, passwordsSeen, onRequest });
  const runner = createRunner(tenants, { now, onRequest, ...(options.runner ?? someKeys()) });
  const url = await services.listen(options.port ?? 0);
  const runnerUrl = options.runner ? await runner.door.listen(options.runner.port ?? 0) : "";

  return {
    url,
    runnerUrl,
    tenant: (name) => find(tenants, name).view,
    change: (name, act) => act(find(tenants, name).state),
    failNext: services.failNext,
    clearFaults: services.clearFaults,
    runner: runner.view,
    requests: services.requests,
    replies: services.replies,
    passwordsSeen,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onRequest(listener) {
      asked.add(listener);
      return () => asked.delete(listener);
    },
    save: () => {
      const held: Record<string, object> = {};
      for (const [name, { state }] of tenants) held[name] = toKept(state);
      return toSaved({ tenants: held, runner: runner.state });
    },
    restore: (saved) => restore(saved, tenants, runner.state),
    stop: () => stopAll([services, runner.door]),
  };
}

/** For a runner that nobody asked for: it never listens. */
function someKeys(): { readonly botPublicKey: string; readonly privateKey: string } {
  return { botPublicKey: makeKeyPair().publicKey, privateKey: makeKeyPair().privateKey };
}

function find(tenants: ReadonlyMap<string, Tenant>, name: string): Tenant {
  const tenant = tenants.get(name);
  if (tenant === undefined) throw new Error(`There is no tenant "${name}" in this emulator.`);
  return tenant;
}

/** What happened once, and which passwords were seen, is this run's own. */
function toKept({
  passwordsSeen: _1,
  signOns: _2,
  tasksPerformed: _3,
  ...kept
}: TenantState): object {
  return kept;
}

const SavedWorkday = z.object({ tenants: z.record(z.string(), z.unknown()), runner: z.unknown() });

function restore(saved: unknown, tenants: ReadonlyMap<string, Tenant>, runner: object): void {
  const held = SavedWorkday.parse(saved);
  for (const [name, kept] of Object.entries(held.tenants)) {
    const { state } = find(tenants, name);
    const { definition } = state;
    restoreInto(state, kept);
    complete(state, definition);
  }
  restoreInto(runner, held.runner);
}

/** What an older emulator did not know of groups and accounts; the reports are those that exist by now. */
function complete(state: TenantState, { reports = [], accounts }: TenantState["definition"]): void {
  const unknown = { administeredBy: new Set<string>(), includedIn: new Set<string>() };
  for (const [key, group] of state.groups) state.groups.set(key, withDefaults(group, unknown));
  for (const [key, account] of state.accounts) {
    const { expiresOn = "" } = accounts.find(({ userName }) => userName === account.userName) ?? {};
    state.accounts.set(key, withDefaults(account, { isDisabled: false, expiresOn }));
  }
  Object.assign(state, { definition: { ...state.definition, reports } });
}

async function stopAll(doors: readonly Door[]): Promise<void> {
  await Promise.all(doors.map((door) => door.stop()));
}

function withDefaults<Thing extends object>(thing: Thing, defaults: Partial<Thing>): Thing {
  return { ...structuredClone(defaults), ...thing };
}
