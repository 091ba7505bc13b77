import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { createDoor, type Door, type RecordedReply, type RecordedRequest } from "./http/door.ts";
import type { FailNext, InjectedFault } from "./http/injected-fault.ts";
import { type HttpReply, type HttpRequest, jsonReply } from "./http/message.ts";
import { digestOfPending } from "./pending-digest.ts";
import { createGatekeeper, makeKeyPair, signReply } from "./runner-signature.ts";
import { runnableTasks } from "./tasks/perform-task.ts";
import type { Tenant } from "./tenant.ts";

const activation = "activate-pending-security-policy-changes";
const rollback = "activate-previous-security-timestamp";
/** Part of the contract, so that a runner can be tried without any effect in Workday. */
const nothing = "do-nothing";

const TaskRequest = z.strictObject({
  tenant: z.string().min(1),
  request: z.string().min(1),
  task: z.string().min(1),
  fields: z.record(z.string(), z.unknown()),
  approved: z.strictObject({ digest: z.string().regex(/^sha256:[0-9a-f]{64}$/) }).optional(),
});
type TaskRequest = z.infer<typeof TaskRequest>;

/** A task as the customer's automation holds it. */
interface RunnerTask {
  readonly id: string;
  readonly key: string;
  readonly request: TaskRequest;
  readonly outcome: RunnerOutcome;
}

type RunnerOutcome =
  | { readonly status: "done" }
  | {
      readonly status: "failed";
      readonly reason: "pending-changed" | "refused" | "error";
      readonly detail: string;
    };

export interface RunnerView {
  readonly failNext: FailNext;
  /** Nothing fails any more. */
  readonly clearFaults: () => void;
  readonly requests: readonly RecordedRequest[];
  readonly replies: readonly RecordedReply[];
  tasks(): readonly RunnerTask[];
}

interface RunnerSettings {
  readonly now: () => number;
  readonly botPublicKey: string;
  readonly privateKey: string;
  readonly delayPolls?: number;
  readonly onRequest: (task: string) => void;
}

/** The customer's own automation: takes a named Workday task and does it as `rpa-runner`. */
export function createRunner(
  tenants: ReadonlyMap<string, Tenant>,
  { now, botPublicKey, privateKey, delayPolls = 0, onRequest }: RunnerSettings,
): { readonly door: Door; readonly view: RunnerView; readonly state: object } {
  const state = { tasks: new Map<string, RunnerTask>(), looksLeft: new Map<string, number>() };
  const gatekeeper = createGatekeeper(botPublicKey, now);
  let origin = "";

  const door = createDoor({
    now,
    onRequest,
    nameOf: ({ body }) => parseTask(body)?.task ?? "",
    handle(request, fault) {
      const flaw = gatekeeper.findFlaw(request, origin);
      const reply = flaw === undefined ? answer(request, fault) : jsonReply(401, { error: flaw });
      if (fault?.kind === "unsigned") return reply;
      const key = fault?.kind === "another-key" ? makeKeyPair().privateKey : privateKey;
      const signed = signReply(reply, { request, origin, privateKey: key, now: now() });
      return fault?.kind === "rewritten" ? { ...signed, body: fault.body } : signed;
    },
  });

  function answer(request: HttpRequest, fault: InjectedFault | undefined): HttpReply {
    if (request.method === "POST" && request.path === "/tasks") return accept(request, fault);
    const id = /^\/tasks\/([^/]+)$/.exec(request.path)?.[1];
    if (request.method === "GET" && id !== undefined) return look(id);
    return jsonReply(404, { error: "Not found." });
  }

  function accept(request: HttpRequest, fault: InjectedFault | undefined): HttpReply {
    const key = request.headers["idempotency-key"];
    const asked = parseTask(request.body);
    if (typeof key !== "string" || key === "" || asked === undefined) {
      return jsonReply(400, { error: "An Idempotency-Key and a task are required." });
    }
    const known = [...state.tasks.values()].find((task) => task.key === key);
    if (known !== undefined) {
      if (isDeepStrictEqual(known.request, asked)) return accepted(known.id);
      return jsonReply(409, { error: "The Idempotency-Key was used for another task." });
    }
    const problem = problemWith(asked, tenants);
    if (problem !== undefined) return jsonReply(422, { error: problem });

    const id = randomUUID();
    state.tasks.set(id, { id, key, request: asked, outcome: run(asked, tenants, fault) });
    state.looksLeft.set(id, delayPolls);
    return accepted(id);
  }

  function look(id: string): HttpReply {
    const task = state.tasks.get(id);
    if (task === undefined) return jsonReply(404, { error: "There is no such task." });
    const left = state.looksLeft.get(id) ?? 0;
    state.looksLeft.set(id, left - 1);
    return jsonReply(200, left > 0 ? { id, status: "running" } : { id, ...task.outcome });
  }

  async function listen(port: number): Promise<string> {
    origin = await door.listen(port);
    return origin;
  }

  const { failNext, clearFaults, requests, replies } = door;
  return {
    door: { ...door, listen },
    view: { failNext, clearFaults, requests, replies, tasks: () => [...state.tasks.values()] },
    state,
  };
}

function accepted(id: string): HttpReply {
  return jsonReply(202, { id, status: "running" });
}

function parseTask(body: string): TaskRequest | undefined {
  try {
    return TaskRequest.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}

function problemWith(
  { tenant, task, approved }: TaskRequest,
  tenants: ReadonlyMap<string, Tenant>,
): string | undefined {
  if (!tenants.has(tenant)) return `The runner knows no tenant "${tenant}".`;
  if (task !== nothing && !runnableTasks.includes(task))
    return `The runner knows no task "${task}".`;
  const canSee = (tenants.get(tenant)?.state.definition.reports ?? []).length > 0;
  if (task === activation && approved === undefined && canSee) {
    return "An activation needs the digest that was approved.";
  }
  return undefined;
}

/** Without a digest there is nothing to compare: the bot cannot see what is pending in this tenant. */
function isOutdated(task: string, approved: TaskRequest["approved"], { view }: Tenant): boolean {
  if (task !== activation || approved === undefined) return false;
  return digestOfPending(view.pending()) !== approved.digest;
}

/** The way back is approved for one newest timestamp: with another one nothing is done. */
function isOvertaken(task: string, { newest }: TaskRequest["fields"], { view }: Tenant): boolean {
  if (task !== rollback || typeof newest !== "string") return false;
  return view.timestamps().at(-1)?.at !== Date.parse(newest);
}

/** Does the task. An activation first reads what is pending and compares it with what was approved. */
function run(
  { tenant: name, task, fields, approved }: TaskRequest,
  tenants: ReadonlyMap<string, Tenant>,
  fault: InjectedFault | undefined,
): RunnerOutcome {
  if (fault?.kind === "task-fails") {
    return { status: "failed", reason: fault.reason, detail: fault.detail };
  }
  if (task === nothing) return { status: "done" };
  const tenant = tenants.get(name);
  if (tenant === undefined) throw new Error(`The tenant "${name}" is gone.`);
  if (isOutdated(task, approved, tenant)) {
    const detail = "What is pending in the tenant is not what was approved; nothing was activated.";
    return { status: "failed", reason: "pending-changed", detail };
  }
  if (isOvertaken(task, fields, tenant)) {
    const detail =
      "The newest timestamp is not the one that was approved; nothing was rolled back.";
    return { status: "failed", reason: "pending-changed", detail };
  }
  const { newest: _compared, ...others } = fields;
  const outcome = tenant.view.perform(task, others, "rpa-runner");
  return outcome.status === "done"
    ? { status: "done" }
    : { status: "failed", reason: "refused", detail: outcome.detail };
}
