import type { TenantDefinition } from "../../../sandbox/workday/definition.ts";
import type { TaskOutcome } from "../../../sandbox/workday/tasks/task.ts";
import { type Workday as Emulator, startWorkday } from "../../../sandbox/workday/workday.ts";
import type { Runner } from "../../../src/flows/ports/runner.ts";
import type { Task, TaskHand } from "../../../src/flows/tasks/task.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { ok } from "../../../src/result.ts";
import { createImplementation } from "../../../src/workday/adapters/implementation.ts";
import { createLearning } from "../../../src/workday/adapters/learning.ts";
import { toRunnerTask } from "../../../src/workday/runner/task.ts";
import { createWorkday } from "../../../src/workday/workday.ts";
import { allBy, aTenant } from "../data/a-tenant.ts";
import { dan } from "../data/people.ts";
import { createFakeClock } from "../fakes/fake-clock.ts";
import { createWorld, type World } from "../fakes/world.ts";
import { emulated, toOptions } from "./emulated-tenant.ts";

/** The flows on the emulated Workday: its services answer over loopback, and tasks are done in its pages. */
export interface EmulatedWorld {
  readonly world: World;
  readonly emulator: Emulator;
  /** Does what a page of the tenant offers, as whose account `by` names: the runner's unless said. */
  readonly inPage: (task: string, fields: unknown, by?: string) => TaskOutcome;
}

interface Options {
  readonly hand: TaskHand;
  /** What whoever is asked for a task does in place of it, and says *Done*; absent: the task. */
  readonly deeds?: (task: Task) => readonly Task[];
  readonly definition?: TenantDefinition;
}

/** In whose account people and the runner work. */
const doer = "ddiaz";

const operations = {
  Get: "get_secOp",
  Put: "getUpdate_secOp",
  View: "view_secOp",
  Modify: "viewUpdate_secOp",
};

/** The implementation service does what it has an operation for, and people the rest. */
function handsOf(hand: TaskHand): Tenant["hands"] {
  if (hand !== "implementation") return allBy(hand);
  return {
    ...allBy("person"),
    "create-security-group": hand,
    "add-group-member": hand,
    "remove-group-member": hand,
    "grant-permissions": hand,
    "revoke-permissions": hand,
    "inactivate-security-group": hand,
    "activate-security-group": hand,
  };
}

/** Starts one for as long as the test file's own `stop`. */
export async function startEmulated({
  hand,
  deeds,
  definition = emulated,
}: Options): Promise<EmulatedWorld & { readonly stop: () => Promise<void> }> {
  const clock = createFakeClock();
  const emulator = await startWorkday({ tenants: [definition], now: clock.now });
  const tenant = emulator.tenant(definition.name);
  function perform(task: Task): void {
    if (deeds === undefined) carryOut(emulator, task);
    // A page may refuse what is wrong: whoever lies says Done all the same.
    else for (const deed of deeds(task)) doInPage(emulator, deed);
  }
  const world = createWorld({
    tenant: aTenant({
      hands: handsOf(hand),
      workdayAccounts: { runner: doer, [dan]: doer },
      authenticationPolicy: { allowedTypes: ["User Name Password"] },
    }),
    perform,
    clock,
  });
  const options = toOptions(emulator.url);
  world.configure((place) => ({
    ...place,
    workday: createWorkday(options),
    learning: createLearning(options),
    runner: toRunner(perform),
    implementation: createImplementation({ ...options, version: "v47.0", operations }),
  }));
  return {
    world,
    emulator,
    inPage: (task, fields, by = doer) => tenant.perform(task, fields, by),
    stop: () => emulator.stop(),
  };
}

function carryOut(emulator: Emulator, task: Task): void {
  const outcome = doInPage(emulator, task);
  if (outcome.status !== "done") throw new Error(`${task.name}: ${outcome.detail}`);
}

function doInPage(emulator: Emulator, task: Task): TaskOutcome {
  const { task: page, fields } = toPage(task);
  return emulator.tenant(emulated.name).perform(page, fields, doer);
}

/** What a page takes: which activation was the newest is compared by a runner, and by whoever looks. */
function toPage(task: Task): ReturnType<typeof toRunnerTask> {
  if (task.name === "disable-api-client") {
    const fields = { clientName: task.clientName, disabled: true };
    return { task: "edit-api-client-for-integrations", fields };
  }
  const { task: page, fields } = toRunnerTask(task);
  const { newest: _compared, ...others } = fields;
  return { task: page, fields: others };
}

function toRunner(perform: (task: Task) => void): Runner {
  return {
    perform: async ({ task }) => {
      perform(task);
      return ok({ kind: "done" });
    },
  };
}
