import { type PendingChange, toDigestText } from "../../../src/flows/model/pending.ts";
import type { Runner, RunnerAnswer } from "../../../src/flows/ports/runner.ts";
import type { Task } from "../../../src/flows/tasks/task.ts";
import { ok } from "../../../src/result.ts";
import type { FakeTenant } from "./fake-tenant.ts";
import { createMishaps, type FaultInjector } from "./fault-injection.ts";

type Order = Parameters<Runner["perform"]>[0];

export interface FakeRunner extends Runner {
  /** Orders as they came, repeats among them. */
  readonly orders: readonly Order[];
  /** Answers the next order for this task with no; the task is not done. */
  readonly refuseNext: (
    task: Task["name"],
    answer: Extract<RunnerAnswer, { kind: "failed" }>,
  ) => void;
  /** Runs once, just before the runner looks at the tenant for this task. */
  readonly beforeNext: (task: Task["name"], act: () => void) => void;
  /** Runs once, just after the runner did this task: somebody, or the runner itself, undid it. */
  readonly afterNext: (task: Task["name"], act: () => void) => void;
}

interface Options {
  readonly tenant: FakeTenant;
  readonly digest: (text: string) => string;
  readonly mishaps?: FaultInjector;
}

/** The company's automation in memory: one task a key, whose answer is kept and given again. */
export function createFakeRunner({
  tenant,
  digest,
  mishaps = createMishaps(),
}: Options): FakeRunner {
  const orders: Order[] = [];
  const answers = new Map<string, RunnerAnswer>();
  const refusals = new Map<Task["name"], Extract<RunnerAnswer, { kind: "failed" }>>();
  const interruptions = new Map<Task["name"], () => void>();
  const aftermaths = new Map<Task["name"], () => void>();

  function carryOut({ task, pendingDigest }: Order): RunnerAnswer {
    takeFrom(interruptions, task.name)?.();
    const refusal = refusals.get(task.name);
    refusals.delete(task.name);
    if (refusal !== undefined) return refusal;
    if (task.name === "activate" && isOther(pendingDigest, tenant.pending())) {
      return { kind: "failed", reason: "pending-changed", words: "Other changes are pending." };
    }
    if (
      task.name === "activate-previous-timestamp" &&
      task.newest !== tenant.timestamps().at(-1)?.at
    ) {
      return { kind: "failed", reason: "pending-changed", words: "Another one is the newest." };
    }
    tenant.perform(task);
    takeFrom(aftermaths, task.name)?.();
    return { kind: "done" };
  }

  function isOther(approved: string | undefined, pending: readonly PendingChange[]): boolean {
    return approved !== undefined && approved !== digest(toDigestText(pending));
  }

  return {
    orders,
    refuseNext: (task, answer) => refusals.set(task, answer),
    afterNext: (task, act) => aftermaths.set(task, act),
    beforeNext: (task, act) => interruptions.set(task, act),
    perform: (order) =>
      mishaps.meet("runner.perform", () => {
        orders.push(order);
        const answer = answers.get(order.key) ?? carryOut(order);
        answers.set(order.key, answer);
        return ok(answer);
      }),
  };
}

/** What runs once may be set anew by what it runs. */
function takeFrom<Key, Value>(map: Map<Key, Value>, key: Key): Value | undefined {
  const value = map.get(key);
  map.delete(key);
  return value;
}
