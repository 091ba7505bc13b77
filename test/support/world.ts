import { advance, parseWork } from "../../src/flows/advance.ts";
import type { Command } from "../../src/flows/click.ts";
import type { FlowDeps } from "../../src/flows/deps.ts";
import type { RawDraft } from "../../src/flows/draft.ts";
import type { Event } from "../../src/flows/event.ts";
import { handleClick } from "../../src/flows/handle-click.ts";
import type { PersonId, RequestId } from "../../src/flows/ids.ts";
import type { StepName } from "../../src/flows/plan.ts";
import type { Reply } from "../../src/flows/ports.ts";
import type { Request } from "../../src/flows/request.ts";
import { sweep } from "../../src/flows/sweep.ts";
import type { Tenant } from "../../src/flows/tenant.ts";
import { aRawDraft } from "./a-draft.ts";
import { aTenant } from "./a-tenant.ts";
import { createFakeAnnouncer, type FakeAnnouncer } from "./fake-announcer.ts";
import { createFakeAnswerer, type FakeAnswerer } from "./fake-answerer.ts";
import { createFakeClock, type FakeClock } from "./fake-clock.ts";
import { createFakeDice, type FakeDice } from "./fake-dice.ts";
import { createFakeDirectory, type FakeDirectory } from "./fake-directory.ts";
import { createFakeEngine, type FakeEngine } from "./fake-engine.ts";
import { createFakeLog, type FakeLog } from "./fake-log.ts";
import { createFakeRunner, type FakeRunner } from "./fake-runner.ts";
import { createFakeStore, type FakeStore } from "./fake-store.ts";
import { createFakeVault, type FakeVault } from "./fake-vault.ts";
import { createFakeWatch } from "./fake-watch.ts";
import { createFakeWorkday, type FakeWorkday } from "./fake-workday.ts";
import { createMishaps, Killed, type Mishaps } from "./mishaps.ts";
import { ann, ben, dan } from "./people.ts";

/** The flows with everything around them, in memory. */
export interface World {
  readonly deps: FlowDeps;
  readonly tenant: Tenant;
  readonly mishaps: Mishaps;
  readonly clock: FakeClock;
  readonly dice: FakeDice;
  readonly log: FakeLog;
  readonly workday: FakeWorkday;
  readonly runner: FakeRunner;
  readonly vault: FakeVault;
  readonly directory: FakeDirectory;
  readonly announcer: FakeAnnouncer;
  readonly answerer: FakeAnswerer;
  readonly engine: FakeEngine;
  readonly store: FakeStore;
  /** The one request that most stories are about. */
  readonly id: RequestId;
  /** Keeps the draft and confirms its plan, as Ann. */
  readonly open: (raw?: RawDraft) => Promise<Reply>;
  /** One press of a button, carried to its end; a process that dies meanwhile is started again. */
  readonly click: (by: PersonId, command: Command) => Promise<Reply>;
  /** Lets the engine run everything that it was asked for. */
  readonly work: () => Promise<Request>;
  /** Works and lets people do what they are asked for, until nobody is waited for or the request is stuck. */
  readonly live: (atCard?: (digest: string) => Promise<unknown>) => Promise<Request>;
  readonly sweep: () => Promise<void>;
  readonly request: () => Request;
  readonly events: () => readonly Event[];
  /** The digest on the card that is shown now. */
  readonly shownDigest: () => string;
  /** All that was kept, shown, said or sent, as text. */
  readonly everything: () => string;
}

export interface WorldOptions {
  readonly tenant?: Tenant;
  readonly hasReports?: boolean;
  readonly raw?: RawDraft;
}

export function createWorld({
  tenant = aTenant(),
  hasReports = true,
  raw = aRawDraft(),
}: WorldOptions = {}): World {
  const mishaps = createMishaps();
  const clock = createFakeClock();
  const dice = createFakeDice();
  const log = createFakeLog();
  const workday = createFakeWorkday({ mishaps, hasReports });
  const runner = createFakeRunner({ tenant: workday.tenant, digest: dice.digest, mishaps });
  const vault = createFakeVault(mishaps);
  const directory = createFakeDirectory(mishaps);
  const announcer = createFakeAnnouncer(mishaps);
  const answerer = createFakeAnswerer(mishaps);
  const engine = createFakeEngine(mishaps);
  const { now } = clock;
  const store = createFakeStore({ mishaps, now, shownThrough: announcer.shownThrough });
  const deps: FlowDeps = {
    tenants: [tenant],
    watch: createFakeWatch(mishaps),
    hasPlace: (name) => name === tenant.name,
    placeOf: () => ({ tenant, workday, runner }),
    nameSecret: ({ name, secrets }, userName) =>
      `${secrets.prefix}-${name}-${userName}`.replaceAll("_", "-"),
    vault,
    store,
    directory,
    announcer,
    answerer,
    engine,
    clock,
    dice,
    log,
  };
  const id = dice.requestId();
  let clicks = 0;

  function request(): Request {
    const there = store.peek(id);
    if (there === undefined) throw new Error("Nothing was opened");
    return there;
  }

  async function click(by: PersonId, command: Command): Promise<Reply> {
    clicks += 1;
    const pressed = {
      id: `click-${clicks}`,
      by,
      request: id,
      answerTo: { kind: "person" },
      command,
    } as const;
    await untilAlive(() => handleClick(deps, engine.durableOf(pressed.id), pressed));
    const reply = answerer.answers.findLast((answer) => answer.click.id === pressed.id)?.reply;
    if (reply === undefined) throw new Error("Nobody answered the click");
    return reply;
  }

  async function work(): Promise<Request> {
    for (let next = engine.next(); next !== undefined; next = engine.next()) {
      const { id: workflow, input } = next;
      await untilAlive(() => advance(deps, engine.durableOf(workflow), parseWork(input)));
      engine.finish(workflow);
    }
    return request();
  }

  function approve(digest: string): Promise<Reply> {
    return click(ben, { kind: "approve", digest });
  }

  async function live(atCard: (digest: string) => Promise<unknown> = approve): Promise<Request> {
    for (;;) {
      const { plan, phase } = await work();
      if (phase.kind === "waiting-for-person") await carryOut(plan, phase.step);
      else if (phase.kind === "waiting-for-approval") {
        await atCard(phase.asked.digest);
      } else return request();
    }
  }

  async function carryOut(plan: Request["plan"], name: StepName): Promise<void> {
    const step = plan.find((one) => one.name === name);
    if (step === undefined || !("task" in step)) throw new Error(`${name} is nobody's task`);
    workday.tenant.perform(step.task);
    await click(dan, { kind: "report-done", step: name });
  }

  return {
    deps,
    tenant,
    mishaps,
    clock,
    dice,
    log,
    workday,
    runner,
    vault,
    directory,
    announcer,
    answerer,
    engine,
    store,
    id,
    open: async (typed = raw) => {
      await untilAlive(() => store.keepDraft(id, { by: ann, raw: typed }));
      return click(ann, { kind: "open" });
    },
    click,
    work,
    live,
    sweep: () => untilAlive(() => sweep(deps)),
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
        announcer.current(id),
        announcer.thread(id),
        announcer.told,
        answerer.answers,
        runner.orders,
        vault.all(),
      ]),
  };
}

/** Starts again what a dying process left off, as an engine's recovery does. */
async function untilAlive(run: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await run();
      return;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
}
