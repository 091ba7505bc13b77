import { execFileSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { scene } from "../sandbox/scene.ts";
import type { Person } from "../sandbox/slack/people/client.ts";
import type { Message } from "../sandbox/slack/shown.ts";
import {
  confirmPlan,
  digestIn,
  findCard,
  isCounted,
  isDone,
  openForm,
  press,
  readAudit,
  sendForm,
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
 * Whole creates, so many at once, and one approver who presses one card after the other. What waits together is one
 * release: one card, one click, one activation.
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

/** Presses every card once, for as long as there are any. */
async function decide(bench: Bench, asked: readonly Asked[], under: string): Promise<void> {
  const { stage, ledger } = bench;
  const clicked = new Set<string>();
  const before = countActivations(stage);
  let lastAt = Number.NaN;
  const ends = asked.map(async ({ userName }) => {
    await stage.until(`the end of ${userName}`, () => isDone(stage, userName));
    ledger.add(`${under}: last click on Approve to done`, "ms", performance.now() - lastAt);
  });
  for (;;) {
    const next = await stage.until("a card, or the end", () => findNext(stage, asked, clicked));
    if (next === "the end") break;
    clicked.add(digestIn(next) ?? "");
    lastAt = performance.now();
    await click(bench, next, under);
  }
  ledger.add(`${under}: clicks until all are approved`, "times", clicked.size);
  await Promise.all(ends);
  ledger.add(`${under}: activations`, "times", countActivations(stage) - before);
}

function countActivations({ sandbox }: Stage): number {
  return sandbox.workday.tenant("acme_dpt1").timestamps().length;
}

function findNext(
  stage: Stage,
  asked: readonly Asked[],
  clicked: ReadonlySet<string>,
): Message | "the end" | undefined {
  if (asked.every(({ userName }) => isDone(stage, userName))) return "the end";
  return asked
    .map(({ userName }) => findCard(stage, userName))
    .find((card) => card !== undefined && !clicked.has(digestIn(card) ?? ""));
}

async function click({ stage, ledger }: Bench, card: Message, under: string): Promise<void> {
  await ledger.time(`${under}: click on Approve to private answer`, () =>
    stage.untilAnswered(() =>
      ledger.time(`${under}: click on Approve to acknowledgement`, () => press(stage, card)),
    ),
  );
}

/** `kill -9` while so many requests wait, and then a click on their card that counts. */
export async function measureRestart(
  bench: Bench,
  { waiting, times }: { readonly waiting: number; readonly times: number },
): Promise<void> {
  const { stage, ledger } = bench;
  const people = stage.crowd.slice(0, waiting);
  const what = `kill -9 with ${waiting} waiting, start to`;
  for (let time = 0; time < times; time += 1) {
    const asked = await Promise.all(
      people.map((person) => ask(bench, person, `${waiting} at once`)),
    );
    const [first] = asked;
    if (first === undefined) throw new Error("Nobody may ask");
    await stage.sandbox.bot().kill();
    await ledger.time(`${what} an approval that counts`, async () => {
      await ledger.time(`${what} ready`, () => stage.sandbox.restart());
      const answer = await stage.untilAnswered(() => press(stage, cardOf(stage, first.userName)));
      if (!isCounted(answer)) throw new Error(answer.text);
    });
    await decideOthers(bench, asked);
  }
}

function cardOf(stage: Stage, userName: string): Message {
  const card = findCard(stage, userName);
  if (card === undefined) throw new Error(`${userName} has no card`);
  return card;
}

/** What did not go live with the first card is approved as well, so that the next time begins with nothing that waits. */
async function decideOthers(bench: Bench, asked: readonly Asked[]): Promise<void> {
  const { stage } = bench;
  const clicked = new Set<string>();
  for (;;) {
    const next = await stage.until("a card, or the end", () => findNext(stage, asked, clicked));
    if (next === "the end") return;
    clicked.add(digestIn(next) ?? "");
    await stage.untilAnswered(() => press(stage, next));
  }
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
