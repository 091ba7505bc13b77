import { Client } from "pg";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import {
  activations,
  askForPlan,
  confirmPlan,
  eachWithPlay,
  isTold,
  type Play,
  titleOf,
} from "../support/processes/play.ts";

describe("a click that was acknowledged", () => {
  const play = eachWithPlay();

  it("is waited for while another connection holds what it needs for longer than a statement may take", async () => {
    const database = await connect(play());
    await askForPlan(play(), play().ann);
    await database.query("begin");
    await database.query("select seq from audit_head for update");

    const opened = confirmPlan(play());
    await cancelWaiting(play());
    await database.query("rollback");

    const request = await opened;
    await request.shows("Waiting for an approver");
    await isInWindow(play(), "Your request is open");
    expect(await openRequests(database)).toEqual([request.id]);
  });

  it("is taken up again when its work broke, and counts once", async () => {
    const database = await connect(play());
    await askForPlan(play(), play().ann);
    await breakOpening(database);

    const opened = confirmPlan(play(), play().ann);
    await hasBroken(play());
    await mendOpening(database);
    await pretendToBeSteady(database);

    const request = await opened;
    await request.shows("Waiting for an approver");
    await isInWindow(play(), "Your request is open");
    expect(await openRequests(database)).toEqual([request.id]);
  });

  it("is given back with what was typed when its work breaks each time", async () => {
    const { ann } = play();
    const database = await connect(play());
    await askForPlan(play(), ann, { reason: "Learning for <everybody>" });
    await breakOpening(database);
    await ann.submit();
    await ann.closeAll();
    await hasBroken(play());
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

    await isTold(play(), ann, /not carried out.*Learning for <everybody>/s);

    expect(await openRequests(database)).toEqual([]);
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

async function hasBroken(play: Play): Promise<void> {
  await vi.waitFor(
    () => {
      expect(play.bot().lines.join("\n")).toContain("The step decide of");
    },
    { timeout: 60_000 },
  );
}

/** Only a replica that was seen for as long as another may be silent looks for work that nobody does. */
async function pretendToBeSteady(database: Client): Promise<void> {
  await database.query("update engine.replica set steady_since = now() - interval '1 minute'");
}

async function openRequests(database: Client): Promise<readonly string[]> {
  const { rows } = await database.query<{ readonly id: string }>("select id from request");
  return rows.map(({ id }) => id);
}

async function isInWindow({ slack, ann }: Play, words: string): Promise<void> {
  await slack.until(() => JSON.stringify(ann.view()?.content ?? "").includes(words), {
    what: `the window to say ${words}, not ${titleOf(ann) ?? "nothing"}`,
  });
}
