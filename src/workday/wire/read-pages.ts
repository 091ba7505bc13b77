import type { Fault } from "../../flows/model/fault.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Operation } from "../fields/operation.ts";
import { readTotalPages } from "../fields/reply-parts.ts";
import { type Sender, toJudged } from "./perform.ts";
import { secretOf } from "./username-token.ts";

/** A tenant that says it has more pages than this is not believed. */
const mostPages = 500;

/** How much is read at most. A call that is under way when the time is over still ends, by its own limit. */
export interface ReadLimits {
  readonly mostPages: number;
  readonly isOver: () => boolean;
}

/** Everything that a Get has of something, or that it is more than its caller reads. */
type Pages<Item> =
  | { readonly kind: "all"; readonly items: readonly Item[] }
  | { readonly kind: "too-many" };

/**
 * Reads a Get page by page until the last one that the replies announce. A first reply that announces none is the only page;
 * a later one changes nothing of what was announced. Every page is read before the first is judged.
 *
 * @returns what stands on all pages, in their order
 */
export async function readPages<Request, Item>(
  sender: Sender,
  operation: Operation<Request, readonly Item[]>,
  toPage: (page: number) => Request,
): Promise<Result<readonly Item[], Fault>> {
  const read = await readPagesWithin(sender, { operation, toPage }, noHurry);
  if (!read.ok) return read;
  return read.value.kind === "all" ? ok(read.value.items) : err(tooMany);
}

const noHurry: ReadLimits = { mostPages, isOver: () => false };

/**
 * Reads a Get page by page until the last one that the replies announce, or as far as its caller reads: of more than that
 * nothing is answered, since a part would pass for all.
 */
export async function readPagesWithin<Request, Item>(
  { call, as }: Sender,
  asked: {
    readonly operation: Operation<Request, readonly Item[]>;
    readonly toPage: (page: number) => Request;
  },
  limits: ReadLimits,
): Promise<Result<Pages<Item>, Fault>> {
  const { operation, toPage } = asked;
  const pages: { readonly request: Request; readonly reply: object }[] = [];
  let last = 1;
  for (let page = 1; page <= last; page += 1) {
    if (page > 1 && limits.isOver()) return ok({ kind: "too-many" });
    const request = toPage(page);
    const answer = await call({ operation, request: operation.toRequest(request) }, as);
    if (!answer.ok) return err(answer.error.fault);
    pages.push({ request, reply: answer.value });
    last = readTotalPages(answer.value) ?? last;
    if (last > limits.mostPages) return ok({ kind: "too-many" });
  }
  const items: Item[] = [];
  for (const { request, reply } of pages) {
    const parsed = operation.parse(reply, { request, secrets: [secretOf(as)] });
    const judged = toJudged(operation, parsed);
    if (!judged.ok) return err(judged.error.fault);
    items.push(...judged.value);
  }
  return ok({ kind: "all", items });
}

const tooMany: Fault = {
  kind: "unreadable",
  outside: "Workday",
  words: `Workday announces more than ${mostPages} pages, which is more than the bot is willing to read.`,
};
