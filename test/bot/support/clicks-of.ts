import { parseClick } from "../../../src/bot/payloads/parse-click.ts";
import type { Office } from "./an-office.ts";

/** The clicks that were written down, in their order. */
export function clicksOf({ engine }: Office): readonly ReturnType<typeof parseClick>[] {
  return engine.started.map(({ input }) => parseClick(input));
}
