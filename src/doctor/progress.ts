/** Where it is shown: a terminal, or a file that keeps nothing of it. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** Tells what is still waited for, on one line that is gone at the end. */
export interface Progress {
  /** Names a part until it has ended; what it ends with is the caller's. */
  readonly watch: <Ended>(part: string, running: Promise<Ended>) => Promise<Ended>;
  readonly end: () => void;
}

const eraseLine = "\r\u001B[2K";

/** Writes nothing where nobody looks. */
export function createProgress({ isTTY = false, write }: ProgressStream): Progress {
  const left = new Set<string>();
  function show(): void {
    if (isTTY) write(left.size === 0 ? eraseLine : `${eraseLine}Trying ${[...left].join(", ")} …`);
  }
  return {
    watch: async (part, running) => {
      left.add(part);
      show();
      try {
        return await running;
      } finally {
        left.delete(part);
        show();
      }
    },
    end: () => {
      left.clear();
      show();
    },
  };
}
