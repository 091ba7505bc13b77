interface Limits {
  /** Milliseconds that an answer counts for. */
  readonly maxAgeMs: number;
  /** Milliseconds that anybody waits for one. */
  readonly limitMs: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

/**
 * Gives what was read a moment ago, or reads it. `undefined` where that fails or takes longer than `limitMs`: it goes on
 * then, whoever asks meanwhile waits for the same, and nothing is read twice at once.
 */
export function keptForAMoment<Answer>(
  read: () => Promise<Answer>,
  { maxAgeMs, limitMs, now }: Limits,
): () => Promise<Answer | undefined> {
  let kept: { readonly answer: Answer; readonly at: number } | undefined;
  let running: Promise<Answer | undefined> | undefined;

  async function readAnew(): Promise<Answer | undefined> {
    try {
      const answer = await read();
      kept = { answer, at: now() };
      return answer;
    } catch {
      return undefined;
    } finally {
      running = undefined;
    }
  }

  return async () => {
    if (kept !== undefined && now() - kept.at < maxAgeMs) return kept.answer;
    running ??= readAnew();
    return within(limitMs, running);
  };
}

async function within<Answer>(
  ms: number,
  answer: Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  const { promise: tooLate, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), ms);
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
