import type { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import { err, ok, type Result } from "../../result.ts";
import type { GetPage, WqlPage } from "./client.ts";

export interface Reader {
  readonly get: GetPage;
  readonly elapsedMs: () => number;
  /** Milliseconds for everything that belongs together, however many pages it is. */
  readonly limitMs: number;
}

interface Listed<Item> {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly pageSize: number;
  readonly item: z.ZodType<Item>;
  /** Stops before the end where this says so. */
  readonly isEnough?: (items: readonly Item[]) => boolean;
  /** Of more than so many none is read; absent: of more than 20,000. */
  readonly most?: number;
}

/** So many pages are asked for at the same time. */
const atOnce = 4;

/** No more is read: a tenant with more groups or sources than that is not known. */
const mostItems = 20_000;

/**
 * Reads a list to its end. Half of one is no answer: where the number of items does not fit what the tenant said at first,
 * or an item has another shape, it is `unreadable`.
 */
export async function readAll<Item>(
  { get, elapsedMs, limitMs }: Reader,
  list: Listed<Item>,
): Promise<Result<readonly Item[], Fault>> {
  const untilMs = elapsedMs() + limitMs;
  const { isEnough = never } = list;
  const items: Item[] = [];
  let pages = await getPages(get, list, [0]);
  if (!pages.ok) return pages;
  const [{ total }] = pages.value;
  if (isTooLong(list, total)) return tooMany;
  for (;;) {
    if (!pages.ok) return pages;
    const [{ data }] = pages.value;
    const read = parseItems(pages.value, list.item, total);
    if (read === undefined) return half;
    items.push(...read);
    if (items.length === total || isEnough(items)) return ok(items);
    // The next pages begin where these end: the tenant may give less in one than was asked for.
    const offsets = listOffsets(items.length, data.length, total);
    if (elapsedMs() >= untilMs) return tooSlow;
    pages = await getPages(get, list, offsets);
  }
}

function isTooLong({ most = mostItems }: Pick<Listed<unknown>, "most">, total: number): boolean {
  return total > most;
}

function never(): boolean {
  return false;
}

/** None where nothing is left to ask for. */
function listOffsets(from: number, step: number, total: number): readonly number[] {
  const offsets = Array.from({ length: atOnce }, (_, at) => from + at * step);
  return step === 0 ? [] : offsets.filter((offset) => offset < total);
}

type Pages = readonly [WqlPage, ...WqlPage[]];

type Address = Pick<Listed<unknown>, "path" | "query" | "pageSize">;

/** Nothing left to ask for is no answer: whoever asks has not got everything. */
async function getPages(
  get: GetPage,
  list: Address,
  offsets: readonly number[],
): Promise<Result<Pages, Fault>> {
  const answers = await Promise.all(offsets.map((offset) => getPage(get, list, offset)));
  const pages: WqlPage[] = [];
  for (const answer of answers) {
    if (!answer.ok) return answer;
    pages.push(answer.value);
  }
  const [first, ...more] = pages;
  return first === undefined ? half : ok([first, ...more]);
}

function getPage(
  get: GetPage,
  { path, query = {}, pageSize }: Address,
  offset: number,
): Promise<Result<WqlPage, Fault>> {
  return get(path, { ...query, limit: String(pageSize), offset: String(offset) });
}

/** @returns `undefined` where one item has another shape, or the tenant changes its mind about how many there are */
function parseItems<Item>(
  pages: Pages,
  schema: z.ZodType<Item>,
  total: number,
): readonly Item[] | undefined {
  if (pages.some((page) => page.total !== total)) return undefined;
  const raw = pages.flatMap(({ data }) => data).map((item) => schema.safeParse(item));
  const items = raw.flatMap(({ success, data }) => (success ? [data] : []));
  return items.length === raw.length ? items : undefined;
}

const tooMany = unreadableWql("Workday's WQL lists more items than the bot reads.");

/** Whether a list was not read for being too long. */
export function isTooMany(read: Result<unknown, Fault>): boolean {
  return read === tooMany;
}

const half = unreadableWql(
  "Workday's WQL answered a part of a list, or something else than a list: it counts for nothing.",
);

const tooSlow: Result<never, Fault> = err({
  kind: "unknown",
  outside: "Workday",
  words: "Workday's WQL takes too long to list everything.",
});

/** The fault for an answer that counts for nothing. */
export function unreadableWql(words: string): Result<never, Fault> {
  return err({ kind: "unreadable", outside: "Workday", words });
}
