import type { After } from "./timers.ts";

/** Does something when there is room for it. */
export type Enter = <Answer>(act: () => Promise<Answer>) => Promise<Answer>;

/**
 * Lets a few moves be made at the same time in this process, those of whoever joined first before anybody else's. So
 * of many that begin at once the first is where people wait for it soon, and not all of them together at the end.
 */
export interface Room {
  /** @returns with what one that begins now enters, for each of its moves */
  readonly join: () => Enter;
}

/** What most moves need one after the other is the database and this process: more at once only share it. */
const mostInside = 4;

/** A move that takes longer, in milliseconds, waits for somebody outside, and makes room for another meanwhile. */
const insideForMs = 1000;

export function createRoom({ after }: { readonly after: After }): Room {
  const waitInLine = createLine();
  let joined = 0;
  return {
    join: () => {
      joined += 1;
      const joinedAs = joined;
      return async (act) => {
        const leave = await waitInLine(joinedAs);
        const callOff = after(insideForMs, leave);
        try {
          return await act();
        } finally {
          callOff();
          leave();
        }
      };
    },
  };
}

interface Waiting {
  readonly joinedAs: number;
  readonly letIn: () => void;
}

/** Lets in by who joined first. What waits there answers with how to leave, which is safe to repeat. */
function createLine(): (joinedAs: number) => Promise<() => void> {
  const inside = new Set<Waiting>();
  let waiting: readonly Waiting[] = [];

  function letIn(): void {
    const [first, ...others] = waiting;
    if (inside.size >= mostInside || first === undefined) return;
    waiting = others;
    inside.add(first);
    first.letIn();
  }

  return async (joinedAs) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const mine = { joinedAs, letIn: resolve };
    waiting = [...waiting, mine].toSorted((one, other) => one.joinedAs - other.joinedAs);
    letIn();
    await promise;
    return () => {
      if (inside.delete(mine)) letIn();
    };
  };
}
