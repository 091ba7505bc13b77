import { ok, type Result } from "../../result.ts";
import { readExistingGroup } from "../inventory/existing-group.ts";
import { isSameValue } from "../model/same-value.ts";
import type { DraftSources } from "../ports/draft-sources.ts";
import type { CreateDraft } from "../request/draft.ts";
import { parseJustification } from "../request/justification.ts";
import type { RawDraft, TenantCheck } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { checkTenant } from "./check-tenant.ts";
import { type MadeEdit, refuseAsMade } from "./edit-made.ts";
import { parseDraft } from "./parse-draft.ts";
import { refuseFields } from "./refuse-fields.ts";
import { toRawDraft } from "./to-raw-draft.ts";

/** A new integration user, on a system without one, in a group that is free or there. */
export async function prepareCreate(
  ground: DraftSources,
  raw: RawDraft,
  tenant: Tenant,
): Promise<Result<CreateDraft, TenantCheck>> {
  const parsed = parseDraft(raw, tenant);
  if (!parsed.ok) return refuseFields(parsed.error);
  const system = await checkTenant(ground, parsed.value, tenant);
  if (!system.ok) return system;
  const draft = { ...parsed.value, system: system.value };
  return draft.group?.kind === "existing"
    ? readExistingGroup(ground.workday, draft, tenant)
    : ok(draft);
}

/**
 * The same account in the same group, with other permissions. Everything else stays as it was asked for, which may name it
 * more exactly than the form does. The tenant is not asked, since it shows what is made.
 */
export function editMadeCreate({
  draft,
  raw,
  tenant,
}: MadeEdit<"create">): Result<CreateDraft, TenantCheck> {
  const parsed = parseDraft(raw, tenant);
  if (!parsed.ok) return refuseFields(parsed.error);
  const { businessProcesses: _before, ticket: _ticket, ...stays } = draft;
  const { permissions, businessProcesses } = parsed.value;
  const processes = businessProcesses === undefined ? {} : { businessProcesses };
  const edited = { ...stays, permissions, ...processes, ...parseJustification(raw) };
  const made = listDifferent(toRawDraft(edited), toRawDraft(parsed.value));
  return made.length === 0 ? ok(edited) : refuseAsMade(made);
}

/** What was typed differently about what is made. */
function listDifferent(before: RawDraft, after: RawDraft): readonly string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const fields = new Set([...old.keys(), ...now.keys()]);
  return [...fields].filter((field) => !isSameValue(old.get(field), now.get(field)));
}
