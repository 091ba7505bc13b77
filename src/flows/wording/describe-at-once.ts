import { kindOf } from "../kinds/kinds.ts";
import { accountOf, type Draft } from "../request/draft.ts";

/** What takes effect by an approval of the whole plan, without any activation. */
export function describeAtOnce(draft: Draft): string {
  const kind = kindOf(draft);
  const effect = kind.atOnce?.(draft) ?? "";
  if (accountOf(draft)?.isAdopted !== true) return effect;
  return `${notMade} ${kind.atOnceWhereAdopted ?? effect}`.trimEnd();
}

const notMade = "The bot did not make this account.";
