import type { Pool } from "pg";

/** How often work that broke was taken up again, and when it is due next. All instants are the database's. */
export interface TakenUp {
  /** Makes the table, while nobody else does. */
  readonly prepare: () => Promise<void>;
  /** Takes one more try, once it is due. Of replicas that ask at once one gets it. */
  readonly take: (id: string) => Promise<boolean>;
  /** Whether it broke at each of its tries. */
  readonly isSpent: (id: string) => Promise<boolean>;
}

/** At once, then after half a minute, two and eight: a Slack window is looked at, and answers still arrive. */
const tries = 4;
const firstWaitSeconds = 30;
const growth = 4;

const take = `
  insert into engine.taken_up (id, times, due_at)
  values ($1, 1, clock_timestamp() + make_interval(secs => ${firstWaitSeconds}))
  on conflict (id) do update set
    times = engine.taken_up.times + 1,
    due_at = clock_timestamp()
      + make_interval(secs => ${firstWaitSeconds} * power(${growth}, engine.taken_up.times))
  where engine.taken_up.due_at <= clock_timestamp()`;

export function createTakenUp(pool: Pool): TakenUp {
  return {
    prepare: async () => {
      await pool.query(`
        create table if not exists engine.taken_up (
          id text primary key,
          times integer not null,
          due_at timestamptz not null
        )`);
    },
    take: async (id) => (await pool.query(take, [id])).rowCount === 1,
    isSpent: async (id) => {
      const { rowCount } = await pool.query(
        "select from engine.taken_up where id = $1 and times >= $2",
        [id, tries],
      );
      return rowCount === 1;
    },
  };
}
