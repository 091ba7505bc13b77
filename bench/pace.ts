import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import type { Person } from "../sandbox/slack/people/client.ts";
import { confirmAtOnce, isAtCard, isWithdrawn, openForm, sendForm, withdraw } from "./act.ts";
import { describeFewest, type Fewest, toFewestMs } from "./fewest.ts";
import { readMetric } from "./read-metric.ts";
import type { Stage } from "./stage.ts";

/** What one end state took at Slack's own pace. */
export interface Paced {
  readonly what: string;
  readonly fewest: Fewest;
  /** Until the first message shows it: mostly what the bot itself takes. */
  readonly firstMs: number;
  /** Until every request's message shows it. */
  readonly shownMs: number;
  /** Until nothing was left to show: threads and private messages too. */
  readonly settledMs: number;
  /** Calls until then, by method. */
  readonly calls: ReadonlyMap<string, number>;
  /** How many of them Slack answered with 429. */
  readonly limited: number;
  readonly stuck: number;
  readonly held: number;
  readonly late: number;
}

/** So many requests at once, each by somebody else: opened up to their cards, and then withdrawn up to their ends. */
export async function measurePace(stage: Stage, atOnce: number): Promise<readonly Paced[]> {
  const people = stage.crowd.slice(0, atOnce);
  const names = people.map(() => stage.newName());
  await each(people, (person) => openForm(stage, person));
  await each(people, (person, at) => sendForm(stage, person, names[at] ?? ""));
  const opened = await time(stage, {
    what: `${atOnce} opened at once, until each message has its card`,
    fewest: { posts: atOnce, updates: 0 },
    act: () => each(people, (person) => confirmAtOnce(stage, person)),
    names,
    isShown: (name) => isAtCard(stage, name),
  });
  const withdrawn = await time(stage, {
    what: `${atOnce} withdrawn at once, until each message shows its end`,
    fewest: { posts: 0, updates: atOnce },
    act: () => each(people, (person, at) => withdraw(stage, person, names[at] ?? "")),
    names,
    isShown: (name) => isWithdrawn(stage, name),
  });
  return [opened, withdrawn];
}

async function each(
  people: readonly Person[],
  act: (person: Person, at: number) => Promise<unknown>,
): Promise<void> {
  await Promise.all(people.map(act));
}

interface Timed {
  readonly what: string;
  readonly fewest: Fewest;
  readonly act: () => Promise<void>;
  readonly names: readonly string[];
  readonly isShown: (name: string) => boolean;
}

async function time(stage: Stage, { what, fewest, act, names, isShown }: Timed): Promise<Paced> {
  const { slack, late } = stage;
  const before = {
    traffic: slack.traffic.length,
    late: late.count,
    limited: await limitedOf(stage),
  };
  const beganAt = performance.now();
  // Whoever acts waits for the acknowledgement; the end may be there before the last has it.
  const acting = act();
  await stage.until(what, () => names.some(isShown));
  const firstMs = performance.now() - beganAt;
  await stage.until(what, () => names.every(isShown));
  const shownMs = performance.now() - beganAt;
  await acting;
  const settledAt = await untilSettled(stage);
  return {
    what,
    fewest,
    firstMs,
    shownMs,
    settledMs: settledAt - beganAt,
    calls: slack.countCalls(before.traffic),
    limited: (await limitedOf(stage)) - before.limited,
    stuck: countShown(stage, "stuck"),
    held: countShown(stage, "held"),
    late: late.count - before.late,
  };
}

function countShown({ seen }: Stage, word: string): number {
  return [...seen().values()].filter(({ text }) => text.split(": ").at(-1)?.includes(word)).length;
}

function limitedOf({ sandbox }: Stage): Promise<number> {
  return readMetric(sandbox.port, /^workday_isu_calls_total\{.*outcome="limited"/);
}

/** The bot reads its backlog anew every five seconds: so long nothing may have come. */
const quietMs = 6000;

/** @returns when the last call came */
async function untilSettled({ sandbox, slack }: Stage): Promise<number> {
  let seen = { length: slack.traffic.length, at: performance.now() };
  for (;;) {
    await pause(100);
    const { length } = slack.traffic;
    if (length !== seen.length) seen = { length, at: performance.now() };
    if (performance.now() - seen.at < quietMs) continue;
    if ((await readMetric(sandbox.port, /^workday_isu_publisher_waiting /)) === 0) return seen.at;
  }
}

const counted = ["chat.postMessage", "chat.update", "views.open", "views.update", "users.info"];

/** A few lines, with what the fewest calls are. */
export function describePaced(paced: Paced): string {
  const least = toFewestMs(paced.fewest);
  const calls = counted.map((method) => `${method} ${paced.calls.get(method) ?? 0}`).join(", ");
  return [
    paced.what,
    `  fewest calls that show it: ${describeFewest(paced.fewest)} (${toSeconds(least)} at a post a second, fifty updates a minute)`,
    `  first shown after ${toSeconds(paced.firstMs)}, all after ${toSeconds(paced.shownMs)}: ratio ${(paced.shownMs / least).toFixed(2)}`,
    `  nothing left to show after ${toSeconds(paced.settledMs)}: threads and private messages too`,
    `  calls: ${calls}; 429: ${paced.limited}`,
    `  stuck ${paced.stuck}, held ${paced.held}, not acknowledged in 3 s ${paced.late}`,
  ].join("\n");
}

function toSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
