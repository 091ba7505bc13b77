import { textOf } from "./text-of.ts";
import { stackOf } from "./views.ts";
import type { World } from "./world.ts";

export interface UntilOptions {
  /** Milliseconds; 30 000 unless said otherwise. */
  readonly within?: number;
  readonly what?: string;
}

/** Waits until the check gives something, looking again at every change. */
export function until<T>(
  world: World,
  check: () => T | undefined | false,
  { within = 30_000, what = "what was waited for" }: UntilOptions,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`${what} did not happen within ${within} ms\n\n${dump(world)}`));
    }, within);

    function look(): void {
      try {
        const found = check();
        if (found === undefined || found === false) return;
        stop();
        resolve(found);
      } catch (error) {
        stop();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    }
    function stop(): void {
      clearTimeout(timer);
      world.listeners.delete(look);
    }

    world.listeners.add(look);
    look();
  });
}

/** Everything there is to see, for the reader of a failed test. */
function dump(world: World): string {
  const channels = [...world.channels.values()].map(({ id, name }) => {
    const texts = world.messages
      .filter(({ channel }) => channel === id)
      .map((message) => indented(message.threadTs === undefined ? "" : "  > ", textOf(message)));
    return [`#${name} (${id})`, ...texts].join("\n");
  });
  const ephemerals = world.ephemerals.map(
    (ephemeral) => `only for ${ephemeral.to}\n${indented("", textOf(ephemeral))}`,
  );
  const views = [...world.modals.keys()].flatMap((person) =>
    stackOf(world, person).map((view) => `modal of ${person}\n${indented("", textOf(view))}`),
  );
  return [...channels, ...ephemerals, ...views].join("\n\n");
}

function indented(mark: string, text: string): string {
  return text.replaceAll(/^/gm, `  ${mark}`);
}
