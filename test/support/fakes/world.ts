import { valuesOf } from "../../../src/flows/model/api-client.ts";
import type { PersonId, RequestId } from "../../../src/flows/model/ids.ts";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import type { FlowDeps, TenantContext } from "../../../src/flows/ports/deps.ts";
import type { Command } from "../../../src/flows/request/click.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Raw } from "../../../src/flows/request/raw-draft.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import type { Task } from "../../../src/flows/tasks/task.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { sweep } from "../../../src/flows/watch/sweep.ts";
import { handleClick } from "../../../src/flows/workflows/handle-click.ts";
import { aRawDraft } from "../data/a-draft.ts";
import { aTenant } from "../data/a-tenant.ts";
import { ann, ben, dan } from "../data/people.ts";
import { byHand, pages } from "../scenes/pages.ts";
import { createFakeAnswerer, type FakeAnswerer } from "./fake-answerer.ts";
import { createFakeChannels, type FakeChannels } from "./fake-channels.ts";
import { createFakeClock, type FakeClock } from "./fake-clock.ts";
import { createFakeDelegations } from "./fake-delegations.ts";
import { createFakeDirectory, type FakeDirectory } from "./fake-directory.ts";
import { createFakeEngine, type FakeEngine } from "./fake-engine.ts";
import { createFakeImplementation, type FakeImplementation } from "./fake-implementation.ts";
import { createFakeLearning, type FakeLearning } from "./fake-learning.ts";
import { createFakeLog, type FakeLog } from "./fake-log.ts";
import { createFakeOutbox, type FakeOutbox, showAtOnce } from "./fake-outbox.ts";
import { createFakePasskeys } from "./fake-passkeys.ts";
import { createFakeRandom, type FakeRandom } from "./fake-random.ts";
import { createFakeRunner, type FakeRunner } from "./fake-runner.ts";
import { createFakeStore, type FakeStore } from "./fake-store.ts";
import { createFakeVault, type FakeVault } from "./fake-vault.ts";
import { createFakeWatch, type FakeWatch } from "./fake-watch.ts";
import { createFakeWorkday, type FakeWorkday } from "./fake-workday.ts";
import { createMishaps, type FaultInjector, untilAlive } from "./fault-injection.ts";
import { runWorkflows } from "./run-workflows.ts";

/** The flows with everything around them, in memory. */
export interface World {
  readonly deps: FlowDeps;
  readonly tenant: Tenant;
  readonly mishaps: FaultInjector;
  readonly clock: FakeClock;
  readonly random: FakeRandom;
  readonly log: FakeLog;
  readonly workday: FakeWorkday;
  readonly runner: FakeRunner;
  readonly implementation: FakeImplementation;
  readonly learning: FakeLearning;
  readonly vault: FakeVault;
  readonly directory: FakeDirectory;
  readonly channels: FakeChannels;
  readonly outbox: FakeOutbox;
  readonly watch: FakeWatch;
  /** Slack is behind with everything from now on, or has everything at once, as at first. */
  readonly holdSlack: (isHeld: boolean) => void;
  readonly answerer: FakeAnswerer;
  readonly engine: FakeEngine;
  readonly store: FakeStore;
  /** The one request that most stories are about; after `openNext` the next one. */
  readonly id: RequestId;
  /** Keeps the draft and confirms its plan, as Ann. */
  readonly open: (raw?: Raw) => Promise<Reply>;
  /** Opens another request a minute later, which is the world's one from then on. */
  readonly openNext: (raw: Raw) => Promise<Reply>;
  /** One press of a button, carried to its end; a process that dies meanwhile is started again. */
  readonly click: (by: PersonId, command: Command) => Promise<Reply>;
  /** One press on a request that is not the world's one. */
  readonly clickOn: (request: RequestId, by: PersonId, command: Command) => Promise<Reply>;
  /** Lets the engine run everything that it was asked for. */
  readonly work: () => Promise<Request>;
  /** Lets some requests go on, while others stand still. */
  readonly workOn: (isWanted: (request: RequestId) => boolean) => Promise<void>;
  /** Lets a doer carry out the task that a person is waited for, and say so. */
  readonly carryOut: () => Promise<void>;
  /** Works and lets people do what they are asked for, until nobody is waited for or the request is stuck. */
  readonly live: (atCard?: (digest: string) => Promise<unknown>) => Promise<Request>;
  readonly sweep: () => Promise<void>;
  /** From now on the configuration says something else. */
  readonly configure: (change: (place: TenantContext) => TenantContext) => void;
  /** From now on the configuration does not name the tenant, or does again. */
  readonly configureTenant: (is: "gone" | "there") => void;
  readonly request: () => Request;
  readonly events: () => readonly Event[];
  readonly shownDigest: () => string;
  /** All that was kept, shown, said or sent, as text. */
  readonly everything: () => string;
}

export interface WorldOptions {
  readonly tenant?: Tenant;
  readonly hasReports?: boolean;
  /** Whether the bot has an address of its own. */
  readonly hasPages?: boolean;
  readonly raw?: Raw;
  /** How a doer carries out a task; absent: in the tenant in memory. */
  readonly perform?: (task: Task) => void;
}

export function createWorld({
  tenant = aTenant(),
  hasReports = true,
  hasPages = true,
  raw = aRawDraft(),
  perform,
  clock = createFakeClock(),
}: WorldOptions & { readonly clock?: FakeClock } = {}): World {
  const mishaps = createMishaps();
  const random = createFakeRandom();
  const log = createFakeLog();
  const workday = createFakeWorkday({ mishaps, hasReports, now: clock.now });
  const runner = createFakeRunner({ tenant: workday.tenant, digest: random.digest, mishaps });
  const implementation = createFakeImplementation(mishaps);
  const learning = createFakeLearning(mishaps);
  const vault = createFakeVault(mishaps);
  const directory = createFakeDirectory(mishaps);
  const channels = createFakeChannels(mishaps);
  const outbox = createFakeOutbox({ mishaps });
  let [isSlackHeld, isThere] = [false, true];
  const answerer = createFakeAnswerer(mishaps);
  const store = createFakeStore({ mishaps, markBehind: outbox.markBehind });
  const [engine, watch] = [createFakeEngine(mishaps), createFakeWatch(mishaps)];
  const passkeys = createFakePasskeys(watch, mishaps);
  let place: TenantContext = { tenant, workday, learning, runner, implementation };
  const deps: FlowDeps = {
    get tenants() {
      return isThere ? [tenant] : [];
    },
    watch,
    delegations: createFakeDelegations({ mishaps, queue: watch.queue }),
    passkeys,
    isConfigured: (name) => isThere && name === tenant.name,
    contextOf: (name) => {
      if (!isThere) throw new Error(`The tenant ${name} is not configured any more`);
      return place;
    },
    nameSecret: ({ name, secrets }, userName, kind = "password") =>
      `${secrets.prefix}-${name}-${userName}${kind === "password" ? "" : `-${kind}`}`.replaceAll(
        "_",
        "-",
      ),
    ...(hasPages ? pages : byHand),
    vault,
    store,
    directory,
    channels,
    outbox: showAtOnce(outbox, (asked) => (isSlackHeld ? undefined : store.peek(asked)?.version)),
    answerer,
    engine,
    clock,
    random,
    recipes: { find: () => undefined },
    log,
  };
  let [id, clicks] = [random.requestId(), 0];

  function request(): Request {
    const there = store.peek(id);
    if (there === undefined) throw new Error("Nothing was opened");
    return there;
  }

  async function clickOn(on: RequestId, by: PersonId, command: Command): Promise<Reply> {
    clicks += 1;
    const pressed = {
      id: `click-${clicks}`,
      by,
      request: on,
      answerTo: { kind: "person" },
      command,
    } as const;
    await untilAlive(() => handleClick(deps, engine.durableOf(pressed.id), pressed));
    const reply = answerer.answers.findLast((answer) => answer.click.id === pressed.id)?.reply;
    if (reply === undefined) throw new Error("Nobody answered the click");
    return reply;
  }

  async function work(): Promise<Request> {
    await runWorkflows(deps, engine, () => true);
    return request();
  }

  async function live(
    atCard = (digest: string): Promise<unknown> => clickOn(id, ben, { kind: "approve", digest }),
  ): Promise<Request> {
    for (;;) {
      const { phase } = await work();
      if (phase.kind === "waiting-for-person") {
        // What its page shows is entered by the test itself.
        if (valuesOf(phase.step).length > 0) return request();
        await carryOut();
      } else if (phase.kind === "waiting-for-approval") {
        await atCard(phase.asked.digest);
      } else return request();
    }
  }

  async function carryOut(): Promise<void> {
    const { plan, phase } = request();
    const step = plan.find(({ name }) => "step" in phase && name === phase.step);
    if (step === undefined || !("task" in step)) throw new Error("No task waits for a person");
    if ("start" in phase) await clickOn(id, dan, { kind: "start", step: step.name });
    if (request().phase.kind !== "waiting-for-person") return;
    (perform ?? workday.tenant.perform)(step.task);
    await clickOn(id, dan, { kind: "report-done", step: step.name });
  }

  async function open(opened: Raw = raw): Promise<Reply> {
    await untilAlive(() => store.keepDraft(id, { by: ann, raw: opened }));
    return clickOn(id, ann, { kind: "open" });
  }

  return {
    deps,
    tenant,
    mishaps,
    clock,
    random,
    log,
    workday,
    runner,
    implementation,
    learning,
    vault,
    directory,
    channels,
    outbox,
    watch,
    holdSlack: (isHeld) => {
      isSlackHeld = isHeld;
    },
    answerer,
    engine,
    store,
    get id() {
      return id;
    },
    open,
    openNext: (typed) => {
      id = random.requestId();
      clock.goOn(60_000);
      return open(typed);
    },
    click: (by, command) => clickOn(id, by, command),
    clickOn,
    work,
    workOn: (isWanted) => runWorkflows(deps, engine, isWanted),
    carryOut,
    live,
    sweep: () => untilAlive(() => sweep(deps)),
    configure: (change) => {
      place = change(place);
    },
    configureTenant: (is) => {
      isThere = is === "there";
    },
    request,
    events: () => store.peekStory(id).map(({ event }) => event),
    shownDigest: () => {
      const { phase } = request();
      if (phase.kind !== "waiting-for-approval") throw new Error(`No card while ${phase.kind}`);
      return phase.asked.digest;
    },
    everything: () =>
      JSON.stringify([
        store.peekStory(id),
        engine.checkpoints(),
        engine.started,
        log.lines,
        outbox.told,
        watch.queued,
        answerer.answers,
        runner.orders,
        vault.all(),
      ]),
  };
}
