import type { Instant } from "../../flows/model/ids.ts";
import type { Result } from "../../result.ts";

/** Keeps good answers for a while. A failure is never kept, and joins nobody but those who wait for it. */
export function createCache<Value, Problem>(
  now: () => Instant,
  keepMs: number,
): (key: string, read: () => Promise<Result<Value, Problem>>) => Promise<Result<Value, Problem>> {
  const kept = new Map<string, { at: Instant; answer: Promise<Result<Value, Problem>> }>();
  return async (key, read) => {
    const found = kept.get(key);
    if (found !== undefined && now() - found.at < keepMs) return found.answer;
    for (const [other, { at }] of kept) if (now() - at >= keepMs) kept.delete(other);
    const mine = { at: now(), answer: read() };
    kept.set(key, mine);
    const answer = await mine.answer;
    if (!answer.ok && kept.get(key) === mine) kept.delete(key);
    return answer;
  };
}
