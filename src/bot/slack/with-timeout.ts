/** The promise's answer, or `undefined` when it takes longer than that. */
export async function withTimeout<Answer>(
  ms: number,
  answer: Promise<Answer>,
): Promise<Answer | undefined> {
  const { promise: over, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), ms);
  try {
    return await Promise.race([answer, over]);
  } finally {
    clearTimeout(timer);
  }
}
