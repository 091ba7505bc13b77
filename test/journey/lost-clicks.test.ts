import { Client } from "pg";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import {
  activations,
  allWithPlay,
  askForPlan,
  confirmPlan,
  eachWithPlay,
  isTold,
  ownNames,
  type Play,
  titleOf,
} from "../support/processes/play.ts";

describe("a click that was acknowledged", () => {
  const play = allWithPlay();

  it("is waited for while another connection holds what it needs for longer than a statement may take", async () => {
    const database = await connect(play());
    const before = await requestsIn(database);
    await askForPlan(play(), play().ann, ownNames());
    await database.query("begin");
    await database.query("select seq from audit_head for update");

    const opened = confirmPlan(play());
    await cancelWaiting(play());
    await database.query("rollback");

    const request = await opened;
    await request.shows("Waiting for an approver");
    await isInWindow(play(), "Your request is open");
    expect(await requestsIn(database)).toEqual([...before, request.id]);
  });

  it("is taken up again when its work broke, and counts once", async () => {
    const database = await connect(play());
    const before = await requestsIn(database);
    await askForPlan(play(), play().ann, ownNames());
    await breakOpening(database);
    const lines = play().bot().lines.length;

    const opened = confirmPlan(play(), play().ann);
    await hasBroken(play(), lines);
    await mendOpening(database);
    await pretendToBeSteady(database);

    const request = await opened;
    await request.shows("Waiting for an approver");
    await isInWindow(play(), "Your request is open");
    expect(await requestsIn(database)).toEqual([...before, request.id]);
  });
});

// The table of what is taken up again is changed as a whole.
describe("a click whose work breaks each time", () => {
  const play = eachWithPlay();

  it("is given back with what was typed", async () => {
    const { ann } = play();
    const database = await connect(play());
    await askForPlan(play(), ann, { ...ownNames(), reason: "Learning for <everybody>" });
    await breakOpening(database);
    const lines = play().bot().lines.length;
    await ann.submit();
    await ann.closeAll();
    await hasBroken(play(), lines);
    await pretendToBeSteady(database);
    await vi.waitFor(
      async () => {
        const { rowCount } = await database.query(
          "update engine.taken_up set times = 4, due_at = now()",
        );
        expect(rowCount).toBe(1);
      },
      { timeout: 60_000, interval: 100 },
    );

    await isTold(
      play(),
      ann,
      /Nothing was changed: the bot failed at your click.*Learning for <everybody>/s,
    );

    expect(await requestsIn(database)).toEqual([]);
    expect(activations(play())).toEqual([]);
  });
});

async function connect({ databaseUrl }: Play): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl });
  // The database is dropped with whoever is connected.
  client.on("error", () => undefined);
  await client.connect();
  onTestFinished(async () => client.end());
  return client;
}

/** What `statement_timeout` does to whoever waits for a lock, without waiting for it. */
async function cancelWaiting(play: Play): Promise<void> {
  const database = await connect(play);
  await vi.waitFor(
    async () => {
      const { rowCount } = await database.query(
        `select pg_cancel_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(rowCount).toBeGreaterThan(0);
    },
    { timeout: 60_000, interval: 50 },
  );
}

async function breakOpening(database: Client): Promise<void> {
  await database.query(`
    create function broken() returns trigger language plpgsql
    as $$ begin raise exception 'broken by the test' using errcode = 'XX000'; end $$`);
  await database.query(
    "create trigger broken before insert on request for each row execute function broken()",
  );
}

async function mendOpening(database: Client): Promise<void> {
  await database.query("drop function broken cascade");
}

/** Waits until the bot says so once more than it had in its first lines. */
async function hasBroken(play: Play, lines: number): Promise<void> {
  await vi.waitFor(
    () => {
      expect(play.bot().lines.slice(lines).join("\n")).toContain("The step decide of");
    },
    { timeout: 60_000 },
  );
}

/** Only a replica that was seen for as long as another may be silent looks for work that nobody does. */
async function pretendToBeSteady(database: Client): Promise<void> {
  await database.query("update engine.replica set steady_since = now() - interval '1 minute'");
}

/** In the order in which they were opened. */
async function requestsIn(database: Client): Promise<readonly string[]> {
  const { rows } = await database.query<{ readonly id: string }>(
    "select id from request order by opened_at",
  );
  return rows.map(({ id }) => id);
}

async function isInWindow({ slack, ann }: Play, words: string): Promise<void> {
  await slack.until(() => JSON.stringify(ann.view()?.content ?? "").includes(words), {
    what: `the window to say ${words}, not ${titleOf(ann) ?? "nothing"}`,
  });
}
