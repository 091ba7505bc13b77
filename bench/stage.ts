import { crowdOf, scene } from "../sandbox/scene.ts";
import type { Person } from "../sandbox/slack/people/client.ts";
import type { Ephemeral, Message } from "../sandbox/slack/shown.ts";
import type { Slack } from "../sandbox/slack/slack.ts";
import { type Sandbox, startSandbox } from "../sandbox/start.ts";
import { createEyes } from "./eyes.ts";

/** Everything that is measured goes on here. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly slack: Slack;
  readonly approver: Person;
  /** As many as may ask at once, each with windows of their own. */
  readonly crowd: readonly Person[];
  /** How often the bot did not acknowledge in Slack's three seconds. */
  readonly late: { count: number };
  /** A user name that nobody asked for before. */
  readonly newName: () => string;
  /** The messages of requests as they are now, by the user name that each is for. */
  readonly seen: () => ReadonlyMap<string, Message>;
  /** Waits for something that Slack shows. */
  readonly until: <Found>(what: string, check: () => Found | undefined | false) => Promise<Found>;
  /** Does something that the approver is answered privately, and gives the answer. */
  readonly untilAnswered: (act: () => Promise<unknown>) => Promise<Ephemeral>;
}

/** Milliseconds: what takes longer has failed. */
const patience = 180_000;

/**
 * The real bot on an embedded PostgreSQL, with the intervals that it has unless it is told otherwise.
 *
 * @param pace how fast it may call Slack, 1 for Slack's own limits
 */
export async function openStage(most: number, pace: number): Promise<Stage> {
  const people = crowdOf(most).map(({ id }) => id);
  const sandbox = await startSandbox({
    crowd: most,
    pace,
    runnerDelayPolls: 0,
    // What is measured at Slack's pace is how soon many cards show: released together, they would share one.
    tenant: { requesters: { people }, ...(Number.isFinite(pace) && { releases: "each" }) },
    file: { sweepEverySeconds: 30, leftBehindEveryMinutes: 15, watchActivationsEveryMinutes: 5 },
  });
  const { slack } = sandbox;
  const approver = slack.person(scene.people.approver.id);
  const seen = createEyes(slack);
  let names = 0;
  function until<Found>(what: string, check: () => Found | undefined | false): Promise<Found> {
    return slack.until(check, { within: patience, what });
  }
  return {
    sandbox,
    slack,
    approver,
    crowd: people.map((id) => slack.person(id)),
    late: { count: 0 },
    newName: () => {
      names += 1;
      return `ISU_Bench_${names}`;
    },
    seen,
    until,
    untilAnswered: async (act) => {
      const before = slack.ephemerals(approver.id).length;
      await act();
      return until("a private answer", () => slack.ephemerals(approver.id)[before]);
    },
  };
}
