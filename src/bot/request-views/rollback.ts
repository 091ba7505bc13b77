import type { RollbackDraft } from "../../flows/request/draft.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { listRollback } from "../../flows/wording/describe-rollback.ts";
import { type Block, plainSection } from "../blocks/block.ts";
import { cutLines } from "../blocks/slack-limits.ts";

/** What a roll back does, for the plan's window. */
export function showRollback(draft: RollbackDraft, tenant: Tenant): Block[] {
  return listRollback(draft, tenant).map(({ title, lines }) =>
    plainSection(
      `${title}\n${cutLines(lines, 2000, "all of them are in the request's thread")}`.trimEnd(),
    ),
  );
}
