import { execFileSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { scene } from "../sandbox/scene.ts";
import type { Person } from "../sandbox/slack/people/client.ts";
import type { Message } from "../sandbox/slack/shown.ts";
import {
  confirmPlan,
  findCard,
  isCounted,
  isDone,
  openForm,
  press,
  readAudit,
  sendForm,
  untilCard,
} from "./act.ts";
import type { Ledger } from "./ledger.ts";
import type { Stage } from "./stage.ts";

/** Where it is measured, and where it is written down. */
export interface Bench {
  readonly stage: Stage;
  readonly ledger: Ledger;
}

/** Windows of one person, one after the other. */
export async function measureForm({ stage, ledger }: Bench, times: number): Promise<void> {
  const [person] = stage.crowd;
  if (person === undefined) throw new Error("Nobody may ask");
  for (let at = 0; at < times; at += 1) {
    await ledger.time("slash command to opened form", () => openForm(stage, person));
  }
}

/**
 * Whole creates, so many at once, and one approver who decides one after the other. An activation makes live
 * everything that is pending, so what was shown on other cards is not true any more: those are asked anew.
 */
export async function measureCreates(
  bench: Bench,
  { atOnce, rounds }: { readonly atOnce: number; readonly rounds: number },
): Promise<void> {
  const { stage, ledger } = bench;
  const under = `${atOnce} at once`;
  for (let round = 0; round < rounds; round += 1) {
    const before = stage.late.count;
    await ledger.time(`${under}: first command to last done`, async () => {
      const people = stage.crowd.slice(0, atOnce);
      const asked = await Promise.all(people.map((person) => ask(bench, person, under)));
      await decide(bench, asked, under);
    });
    ledger.add(`${under}: not acknowledged in 3 s`, "times", stage.late.count - before);
  }
}

/** A request at its card. */
interface Asked {
  readonly userName: string;
  readonly card: Message;
}

async function ask({ stage, ledger }: Bench, person: Person, under: string): Promise<Asked> {
  const userName = stage.newName();
  const card = await ledger.time(`${under}: command to card`, async () => {
    await ledger.time(`${under}: command to form`, () => openForm(stage, person));
    await ledger.time(`${under}: form to plan`, () => sendForm(stage, person, userName));
    return ledger.time(`${under}: confirmed plan to card`, () =>
      confirmPlan(stage, person, userName),
    );
  });
  return { userName, card };
}

/** Decides on every card once, for as long as there are any. */
async function decide(bench: Bench, asked: readonly Asked[], under: string): Promise<void> {
  const { stage, ledger } = bench;
  const clicked = new Map<string, { readonly card: Message; readonly at: number }>();
  const ends = asked.map(async ({ userName }) => {
    await stage.until(`the end of ${userName}`, () => isDone(stage, userName));
    const { at = Number.NaN } = clicked.get(userName) ?? {};
    ledger.add(`${under}: click on Approve to done`, "ms", performance.now() - at);
  });
  for (let clicks = 0; ; clicks += 1) {
    const next = await stage.until("a card, or the end", () => findNext(stage, asked, clicked));
    if (next === "the end") {
      ledger.add(`${under}: clicks until all are approved`, "times", clicks);
      break;
    }
    clicked.set(next.userName, { card: next.card, at: performance.now() });
    await click(bench, next.card, under);
  }
  await Promise.all(ends);
}

function findNext(
  stage: Stage,
  asked: readonly Asked[],
  clicked: ReadonlyMap<string, { readonly card: Message }>,
): Asked | "the end" | undefined {
  if (asked.every(({ userName }) => isDone(stage, userName))) return "the end";
  for (const { userName } of asked) {
    const card = findCard(stage, userName, clicked.get(userName)?.card);
    if (card !== undefined) return { userName, card };
  }
  return undefined;
}

async function click({ stage, ledger }: Bench, card: Message, under: string): Promise<void> {
  await ledger.time(`${under}: click on Approve to private answer`, () =>
    stage.untilAnswered(() =>
      ledger.time(`${under}: click on Approve to acknowledgement`, () => press(stage, card)),
    ),
  );
}

/** `kill -9` while so many requests wait at their cards, and then a click on one of them that counts. */
export async function measureRestart(
  bench: Bench,
  { waiting, times }: { readonly waiting: number; readonly times: number },
): Promise<void> {
  const { stage, ledger } = bench;
  const people = stage.crowd.slice(0, waiting);
  const asked = await Promise.all(people.map((person) => ask(bench, person, `${waiting} at once`)));
  const what = `kill -9 with ${waiting} waiting, start to`;
  for (let time = 0; time < times; time += 1) {
    const { userName, card } = await askAnew(stage, asked);
    await stage.sandbox.bot().kill();
    await ledger.time(`${what} an approval that counts`, async () => {
      await ledger.time(`${what} ready`, () => stage.sandbox.restart());
      const answer = await stage.untilAnswered(() => press(stage, card));
      if (!isCounted(answer)) throw new Error(answer.text);
    });
    await stage.until(`the end of ${userName}`, () => isDone(stage, userName));
  }
}

/**
 * A card that shows what is pending now, when nobody asks for anything more: most show less than that, or what
 * has gone live since, and are asked anew by a click. One whose click counts is carried out.
 */
async function askAnew(stage: Stage, asked: readonly Asked[]): Promise<Asked> {
  for (const { userName } of asked) {
    const known = findCard(stage, userName);
    if (known === undefined) continue;
    const answer = await stage.untilAnswered(() => press(stage, known));
    if (!isCounted(answer)) return { userName, card: await untilCard(stage, userName, known) };
    await stage.until(`the end of ${userName}`, () => isDone(stage, userName));
  }
  throw new Error("No request waits any more");
}

/** One page of the first request's trail, and the length of the whole trail, whose seals are checked for each. */
export async function measureAudit({ stage, ledger }: Bench, times: number): Promise<void> {
  const [id = ""] = stage.slack.messages(scene.channel)[0]?.text.split(" ") ?? [];
  const length = entriesIn(await readAudit(stage, id));
  for (let at = 0; at < times; at += 1) {
    await ledger.time(`audit page, whole trail of ${length} entries`, () => readAudit(stage, id));
  }
}

function entriesIn(answer: string): string {
  const [, length] = /Chain intact through #(\d+)/.exec(answer) ?? [];
  if (length === undefined) throw new Error(`No audit trail: ${answer}`);
  return length;
}

/** Resident memory of the bot's process, as the system counts it. */
export function measureMemory({ stage, ledger }: Bench, when: string): void {
  const kilobytes = execFileSync("ps", ["-o", "rss=", "-p", String(stage.sandbox.bot().pid)], {
    encoding: "utf8",
  });
  ledger.add(`memory ${when}`, "MB", Number(kilobytes) / 1024);
}
