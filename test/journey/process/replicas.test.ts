import { Client } from "pg";
import { expect, it, onTestFinished } from "vitest";
import { eachWithPlay, open, ownNames, type Play } from "../../support/processes/play.ts";
import { withdraw } from "../../support/processes/withdraw.ts";

const channel = "workday-access";

/** Where the message of a request in this phase says that it stands. */
const shownAs: Readonly<Record<string, string>> = {
  "waiting-for-approval": "waiting for an approver",
  ended: "ended",
};

const stage = eachWithPlay({ env: { REPLICA: "first" } });

/** Slack hands to the bot at this port what people do. */
function deliverTo(port: number): void {
  stage().slack.pointAt({ kind: "http", url: `http://127.0.0.1:${port}/slack/events` });
}

/** Does something at the very moment at which Slack gets the next call of a method. */
async function atNext(method: string, act: () => void): Promise<void> {
  const { slack } = stage();
  const before = slack.countCalls().get(method) ?? 0;
  await new Promise<void>((resolve) => {
    const off = slack.onChange(() => {
      if ((slack.countCalls().get(method) ?? 0) === before) return;
      off();
      act();
      resolve();
    });
  });
}

async function query(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: stage().databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Readonly<Record<string, unknown>>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

/** What the database says of each request, once Slack is behind with none; and what Slack shows of it. */
async function compare(): Promise<{ readonly said: unknown; readonly shown: unknown }> {
  await expect
    .poll(() => query("select request from announcement where behind_since is not null"), {
      timeout: 60_000,
    })
    .toEqual([]);
  const requests = await query("select id, phase from request order by id");
  const messages = stage().slack.messages(channel);
  const said = requests.map(({ id, phase }) => [id, shownAs[String(phase)]]);
  const shown = requests.map(({ id }) => {
    const own = messages.filter(({ text }) => text.startsWith(String(id)));
    return [id, ...own.map(({ text }) => text.split(": ").at(-1)?.split(",")[0])];
  });
  return { said, shown };
}

async function openToCard(play: Play) {
  const request = await open(play, ownNames());
  await request.shows("Waiting for an approver");
  return request;
}

it("shows what the database says, though the writer of two replicas is frozen, woken, and the next one killed", async () => {
  const play = stage();
  const first = play.bot();
  const second = await play.startReplica("second");
  onTestFinished(() => second.kill());
  deliverTo(second.port);
  const changed = await openToCard(play);
  const kept = await openToCard(play);

  // The first one writes to Slack: it has begun an update, and others wait, when it stands still.
  const frozen = atNext("chat.update", () => process.kill(first.pid, "SIGSTOP"));
  await withdraw(play, changed, play.ann);
  await frozen;
  await changed.shows("left behind");
  process.kill(first.pid, "SIGCONT");
  const afterFreeze = await compare();

  deliverTo(play.port);
  const killed = atNext("chat.postMessage", () => process.kill(second.pid, "SIGKILL"));
  const last = open(play, ownNames());
  await killed;
  await (await last).shows("Waiting for an approver");
  await withdraw(play, kept, play.ann);
  await kept.shows("left behind");
  const afterKill = await compare();

  expect(afterFreeze.shown).toEqual(afterFreeze.said);
  expect(afterKill.shown).toEqual(afterKill.said);
  expect(afterKill.said).toHaveLength(3);
});
