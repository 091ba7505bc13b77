import type { Fault } from "../../flows/model/fault.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Operation } from "../fields/operation.ts";
import { readTotalPages } from "../fields/reply-parts.ts";
import { type Sender, toJudged } from "./perform.ts";
import { secretOf } from "./username-token.ts";

/** A tenant that says it has more pages than this is not believed. */
const mostPages = 500;

/**
 * Reads a Get page by page until the last one that the replies announce. A reply that announces none ends
 * the reading: it is the only page. Every page is read before the first is judged.
 *
 * @returns what stands on all pages, in their order
 */
export async function readPages<Request, Item>(
  { call, as }: Sender,
  operation: Operation<Request, readonly Item[]>,
  toPage: (page: number) => Request,
): Promise<Result<readonly Item[], Fault>> {
  const pages: { readonly request: Request; readonly reply: object }[] = [];
  let last = 1;
  for (let page = 1; page <= last; page += 1) {
    const request = toPage(page);
    const answer = await call({ operation, request: operation.toRequest(request) }, as);
    if (!answer.ok) return err(answer.error.fault);
    pages.push({ request, reply: answer.value });
    last = readTotalPages(answer.value) ?? 1;
    if (last > mostPages) return err(tooMany);
  }
  const items: Item[] = [];
  for (const { request, reply } of pages) {
    const parsed = operation.parse(reply, { request, secrets: [secretOf(as)] });
    const judged = toJudged(operation, parsed);
    if (!judged.ok) return err(judged.error.fault);
    items.push(...judged.value);
  }
  return ok(items);
}

const tooMany: Fault = {
  kind: "unreadable",
  outside: "Workday",
  words: `Workday announces more than ${mostPages} pages, which is more than the bot is willing to read.`,
};
