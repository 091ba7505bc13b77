import type { Fault } from "../../../src/flows/model/fault.ts";
import { err, ok } from "../../../src/result.ts";
import type { GetPage } from "../../../src/workday/wql/client.ts";
import type { Reader } from "../../../src/workday/wql/read-all.ts";

/** A tenant that lists these, as many a page as it is asked for or allows. */
export function aReader(
  items: readonly unknown[],
  { atMost = 1_000 }: { readonly atMost?: number } = {},
): Reader & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  async function get(
    ...[path, { limit = "0", offset = "0", query = "" }]: Parameters<GetPage>
  ): ReturnType<GetPage> {
    asked.push(`${path} ${offset} ${query}`.trim());
    const from = Number(offset);
    return ok({
      total: items.length,
      data: items.slice(from, from + Math.min(Number(limit), atMost)),
    });
  }
  return { get, elapsedMs: () => 0, limitMs: 1_000, asked };
}

export const noAnswer: Fault = { kind: "unknown", outside: "Workday", words: "No answer came." };

/** A tenant that does not answer what begins so, and everything else as another does. */
export function aReaderWithout(path: string, other: Reader = aReader([])): Reader {
  async function get(...asked: Parameters<GetPage>): ReturnType<GetPage> {
    return asked[0].startsWith(path) ? err(noAnswer) : other.get(...asked);
  }
  return { ...other, get };
}

export function instance(descriptor: string): { readonly id: string; readonly descriptor: string } {
  return { id: `id of ${descriptor}`, descriptor };
}
