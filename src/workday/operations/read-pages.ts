import type { Fault } from "../../flows/model/fault.ts";
import { err, ok, type Result } from "../../result.ts";
import { readTotalPages } from "../fields/reply-parts.ts";
import type { Failure } from "../wire/faults.ts";

/** A tenant that says it has more pages than this is not believed. */
const mostPages = 500;

/**
 * Reads a Get page by page until the last one that the replies announce. A reply that announces none ends
 * the reading: it is the only page.
 */
export async function readPages(
  readPage: (page: number) => Promise<Result<object, Failure>>,
): Promise<Result<readonly object[], Fault>> {
  const pages: object[] = [];
  let last = 1;
  for (let page = 1; page <= last; page += 1) {
    const answer = await readPage(page);
    if (!answer.ok) return err(answer.error.fault);
    pages.push(answer.value);
    last = readTotalPages(answer.value) ?? 1;
    if (last > mostPages) return err(tooMany);
  }
  return ok(pages);
}

const tooMany: Fault = {
  kind: "unreadable",
  outside: "Workday",
  words: `Workday announces more than ${mostPages} pages, which is more than the bot is willing to read.`,
};
